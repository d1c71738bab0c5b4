import type { ScenarioNode } from '../syntax/tree.ts';
import { checkHolidaySetName } from './check-holiday-use.ts';
import { checkZoneName } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { Scope } from './scope.ts';

/** What a story says of its customer: the zone and the holidays, each null where it says nothing of them. */
export interface ScenarioCustomer {
  readonly zone: string | null;
  readonly holidays: readonly string[] | null;
  /** Whether it names a zone that is none. */
  readonly lost: boolean;
}

export function checkScenarioCustomer(
  context: CheckContext,
  scope: Scope,
  node: ScenarioNode,
): ScenarioCustomer {
  const said = { zone: null as string | null, holidays: null as readonly string[] | null, lost: false };
  const seen = new Set<string>();
  for (const clause of node.clauses) {
    if (clause.kind !== 'zone' && clause.kind !== 'holidays') continue;
    if (seen.has(clause.kind)) {
      report(context, 'scenario/clause-twice', clause.span, { clause: clause.kind });
      continue;
    }
    seen.add(clause.kind);
    if (clause.kind === 'zone') {
      said.zone = checkZoneName(context, clause.zone);
      said.lost = said.zone === null;
      continue;
    }
    const isNone = clause.sets.length === 1 && clause.sets[0]?.text === 'none';
    said.holidays = isNone
      ? []
      : clause.sets.flatMap((set) => checkHolidaySetName(context, scope, set) ?? []);
  }
  return said;
}

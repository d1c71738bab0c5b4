import type { CompiledPlan, PlanAttainment, PlanPlan, PlanSelector } from '../../../plan/model.ts';
import type { PromiseLine } from './promise-lines.ts';

/** What a plan's contract says about a line of the overview, in its own words and with its place. */
export interface PromiseWords {
  /** `16 h in Office`; with `and others` where it depends on what the line does not fix. */
  readonly promise: string;
  /** `mst.plan:41`; empty where nothing is said. */
  readonly place: string;
}

type Grouping = 'severity' | 'region';

export function promiseWords(
  contract: CompiledPlan,
  plan: number,
  line: PromiseLine,
  grouping: Grouping,
): PromiseWords {
  const cells = (contract.plans[plan]?.targets ?? []).filter(
    (target) => target.metric === line.metric && speaksOf(target.when, line, grouping),
  );
  const first = cells[0];
  if (first === undefined) return { promise: 'nothing promised', place: '' };
  const others = new Set(cells.map((cell) => cell.words)).size > 1;
  const place = `${first.origin.file}:${String(first.origin.line)}`;
  return { promise: others ? `${first.words}, and others` : first.words, place };
}

/** The share promised for all that a line counts; null where none is, or where it is promised for a part alone. */
export function promisedShare(
  plan: PlanPlan | undefined,
  line: PromiseLine,
  grouping: Grouping,
): PlanAttainment | null {
  return (
    plan?.attainment.find((one) => {
      const { severities, regions, channels, types } = one.when;
      if (one.metric !== line.metric || channels !== null || types !== null) return false;
      const [own, other] = grouping === 'severity' ? [severities, regions] : [regions, severities];
      return other === null && (own === null || (line.group !== null && own.includes(line.group.index)));
    }) ?? null
  );
}

function speaksOf(when: PlanSelector, line: PromiseLine, grouping: Grouping): boolean {
  const wanted = grouping === 'severity' ? when.severities : when.regions;
  return line.group === null || wanted === null || wanted.includes(line.group.index);
}

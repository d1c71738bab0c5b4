import type {
  Attribute,
  ConditionNode,
  ExpectationNode,
  MomentNode,
  ScenarioClauseNode,
  ScenarioNode,
  StoryRowNode,
} from '../syntax/tree.ts';
import { CUSTOMER_ZONE } from '../time/customer-zone.ts';
import { checkExpectation } from './check-expectation.ts';
import { checkScenarioCustomer } from './check-scenario-customer.ts';
import { checkScenarioFacts } from './check-scenario-facts.ts';
import { checkStory } from './check-story.ts';
import { checkMoment } from './check-time.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import { instantOfMoment } from './instant-of-moment.ts';
import type { CheckedRegion, CheckedSeverity } from './model.ts';
import { scenarioGround, type StoryTerms } from './scenario-ground.ts';
import type { CheckedScenario, Moment } from './scenario-model.ts';

/** What scenarios are checked against. */
export interface ScenarioTerms extends StoryTerms {
  readonly severities: readonly CheckedSeverity[];
  readonly regions: readonly CheckedRegion[];
  /** The contract's own zone, and whether a clause that may have named it was rejected. */
  readonly zone: string | null;
  readonly zoneLost: boolean;
}

/** The clauses of a scenario by what they are for. */
interface Sorted {
  readonly named: ReadonlyMap<Attribute, string | null>;
  readonly facts: readonly ConditionNode[];
  readonly opened: Extract<ScenarioClauseNode, { kind: 'opened' }> | null;
  readonly rows: readonly StoryRowNode[];
  readonly until: MomentNode | null;
  readonly expectations: readonly ExpectationNode[];
}

/** A ticket's story; null, with findings, where it does not say enough to be run. */
export function checkScenario(
  context: CheckContext,
  terms: ScenarioTerms,
  node: ScenarioNode,
): CheckedScenario | null {
  const { scope, severities, regions } = terms;
  const inner = within(context, `scenario "${node.name.text}"`);
  const customer = checkScenarioCustomer(inner, scope, node);
  const { named, facts, opened, rows, until, expectations } = sortClauses(inner, terms, node);
  const said = checkScenarioFacts(inner, scope, facts);
  const missing = (what: string, example: string) =>
    report(inner, 'scenario/incomplete', node.span, { missing: what, example });
  // Where there is one plan, the ticket is under it.
  const only = terms.plans.length === 1 && !named.has('plan') ? terms.plans[0] : undefined;
  const plan = only?.name ?? named.get('plan');
  // Where there is a single severity, and most of all where it has no name, the ticket has that one.
  const single = severities.length === 1 && !named.has('severity') ? severities[0] : undefined;
  // Where it is told by what the ticket says, a story that says something of it need not name it.
  const isGraded = severities.some(({ when }) => when.kind !== 'unstated' && when.kind !== 'otherwise');
  const byFacts = isGraded && facts.length > 0 && !named.has('severity');
  const severity = single?.name ?? (byFacts ? null : named.get('severity'));
  const region = named.get('region') ?? null;
  if (!node.broken) {
    if (!named.has('plan') && only === undefined) missing('plan', scope.names('plan')[0] ?? '…');
    if (!named.has('severity') && single === undefined && !byFacts) {
      missing('severity', scope.names('severity')[0] ?? '…');
    }
    if (opened === null) missing('opened', '2026-06-01 09:00');
    else if (regions.length > 0 && !named.has('region')) missing('region', scope.names('region')[0] ?? '…');
  }
  const regionZone = regions.find((candidate) => candidate.name === region)?.zone ?? terms.zone;
  const zone = customer.zone ?? (regionZone === CUSTOMER_ZONE ? null : regionZone);
  // A zone that was rejected, or a region that is none, is the mistake; that the time now has no zone is not.
  const isLost = zone === null && (terms.zoneLost || customer.lost || named.get('region') === null);
  const readable = (moment: MomentNode) => !isLost || moment.zone !== null || moment.at.kind === 'instant';
  const at =
    opened === null || !readable(opened.at) ? null : checkMoment(inner, opened.at, zone, 'the opening');
  // The zone of the opening is the zone of the story.
  const storyZone = at !== null && at.kind === 'local' ? at.zone : zone;
  const read = (moment: MomentNode, what: string): Moment | null => {
    // Without a zone of its own to read it in, the opening was reported already.
    if (!readable(moment) || (at === null && storyZone === null && moment.zone === null)) return null;
    return checkMoment(inner, moment, storyZone, what);
  };
  const changesTo = rows.flatMap(({ says }) =>
    says.flatMap((each) => (each.kind === 'plan' ? [each.name.text] : [])),
  );
  const ground = scenarioGround(terms, plan ?? '', changesTo);
  const told = checkStory(
    inner,
    { ...ground, isSound: ground.isSound && typeof plan === 'string' },
    rows,
    at,
    read,
  );
  const end = until === null ? null : read(until, 'the end');
  const last = told?.at(-1)?.at ?? at;
  if (until !== null && end !== null && last !== null && instantOfMoment(end) < instantOfMoment(last)) {
    const than = told?.length === 0 ? 'the opening' : 'the last row';
    report(inner, 'scenario/out-of-order', until.span, { what: 'the end of the story', than });
  }
  const expected = expectations.flatMap(
    (each) =>
      checkExpectation(
        inner,
        { ...ground, isSound: ground.isSound && typeof plan === 'string' },
        each,
        at,
        read,
      ) ?? [],
  );
  if (expectations.length === 0 && !node.broken) report(inner, 'scenario/expects-nothing', node.span, {});
  if (plan === undefined || plan === null || severity === undefined) return null;
  if (severity === null && !byFacts) return null;
  if (at === null || told === null || (until !== null && end === null)) return null;
  return {
    name: node.name.text,
    reviewed: node.reviewed,
    ticket: {
      plan,
      severity,
      region,
      channel: named.get('channel') ?? null,
      type: named.get('type') ?? null,
      facts: said,
      zone: customer.zone,
      holidays: customer.holidays,
      opened: at,
    },
    rows: told,
    until: end,
    expectations: expected,
    origin: originOf(inner, node.span),
  };
}

function sortClauses(context: CheckContext, { scope }: ScenarioTerms, node: ScenarioNode): Sorted {
  const named = new Map<Attribute, string | null>();
  const facts: ConditionNode[] = [];
  const rows: StoryRowNode[] = [];
  const expectations: ExpectationNode[] = [];
  let opened: Sorted['opened'] = null;
  let until: MomentNode | null = null;
  const once = (clause: ScenarioClauseNode, isFirst: boolean) => {
    if (!isFirst) report(context, 'scenario/clause-twice', clause.span, { clause: clause.kind });
  };
  for (const clause of node.clauses) {
    switch (clause.kind) {
      case 'zone':
      case 'holidays':
        break;
      case 'opened':
        once(clause, opened === null);
        opened = clause;
        break;
      case 'until':
        once(clause, until === null);
        until = clause.at;
        break;
      case 'fact':
        facts.push(...clause.tests);
        break;
      case 'row':
        rows.push(clause);
        break;
      case 'plan':
      case 'severity':
      case 'region':
      case 'channel':
      case 'type':
        once(clause, !named.has(clause.kind));
        if (!named.has(clause.kind)) named.set(clause.kind, scope.resolve(context, clause.kind, clause.name));
        break;
      default:
        expectations.push(clause);
    }
  }
  return { named, facts, opened, rows, until, expectations };
}

import type { ConditionNode, MomentNode, ScenarioClauseNode, ScenarioNode } from '../syntax/tree.ts';
import { CUSTOMER_ZONE } from '../time/customer-zone.ts';
import { checkScenarioCustomer } from './check-scenario-customer.ts';
import { checkScenarioFacts } from './check-scenario-facts.ts';
import { checkMoment } from './check-time.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { CheckedExpectation, CheckedRegion, CheckedScenario, CheckedSeverity } from './model.ts';
import type { Scope } from './scope.ts';

type NamedClause = Extract<ScenarioClauseNode, { kind: 'plan' | 'severity' | 'region' | 'channel' | 'type' }>;

/** A ticket's story; null, with findings, where it does not say enough to be run. */
export function checkScenario(
  context: CheckContext,
  scope: Scope,
  node: ScenarioNode,
  severities: readonly CheckedSeverity[],
  regions: readonly CheckedRegion[],
  contractZone: string | null,
  zoneLost: boolean,
): CheckedScenario | null {
  const inner = within(context, `scenario "${node.name.text}"`);
  const named = new Map<NamedClause['kind'], string | null>();
  const facts: ConditionNode[] = [];
  let opened: Extract<ScenarioClauseNode, { kind: 'opened' }> | null = null;
  const customer = checkScenarioCustomer(inner, scope, node);
  for (const clause of node.clauses) {
    if (clause.kind === 'zone' || clause.kind === 'holidays') continue;
    if (clause.kind === 'opened') {
      if (opened !== null) report(inner, 'scenario/clause-twice', clause.span, { clause: 'opened' });
      opened = clause;
    } else if (clause.kind === 'fact') {
      facts.push(...clause.tests);
    } else if (clause.kind !== 'expect by' && clause.kind !== 'expect word') {
      if (named.has(clause.kind))
        report(inner, 'scenario/clause-twice', clause.span, { clause: clause.kind });
      else named.set(clause.kind, scope.resolve(inner, clause.kind, clause.name));
    }
  }
  const said = checkScenarioFacts(inner, scope, facts);
  const missing = (what: string, example: string) =>
    report(inner, 'scenario/incomplete', node.span, { missing: what, example });
  const plan = named.get('plan');
  // Where there is a single severity, and most of all where it has no name, the ticket has that one.
  const single = severities.length === 1 && !named.has('severity') ? severities[0] : undefined;
  const severity = single?.name ?? named.get('severity');
  const region = named.get('region') ?? null;
  if (!node.broken) {
    if (!named.has('plan')) missing('plan', scope.names('plan')[0] ?? '…');
    if (!named.has('severity') && single === undefined) {
      missing('severity', scope.names('severity')[0] ?? '…');
    }
    if (opened === null) missing('opened', '2026-06-01 09:00');
    else if (regions.length > 0 && !named.has('region')) missing('region', scope.names('region')[0] ?? '…');
  }
  const regionZone = regions.find((candidate) => candidate.name === region)?.zone ?? contractZone;
  const zone = customer.zone ?? (regionZone === CUSTOMER_ZONE ? null : regionZone);
  // A zone that was rejected, or a region that is none, is the mistake; that the time now has no zone is not.
  const isLost = zone === null && (zoneLost || customer.lost || named.get('region') === null);
  const readable = (moment: MomentNode) => !isLost || moment.zone !== null || moment.at.kind === 'instant';
  const at =
    opened === null || !readable(opened.at) ? null : checkMoment(inner, opened.at, zone, 'the opening');
  // The zone of the opening is the zone of the story.
  const storyZone = at !== null && at.kind === 'local' ? at.zone : zone;

  const expectations: CheckedExpectation[] = [];
  for (const clause of node.clauses) {
    if (clause.kind !== 'expect by' && clause.kind !== 'expect word') continue;
    const metric = scope.resolve(inner, 'metric', clause.metric);
    const origin = originOf(inner, clause.span);
    if (clause.kind === 'expect word') {
      if (metric !== null) expectations.push({ kind: 'word', metric, word: clause.word, origin });
      continue;
    }
    // Without a zone of its own to read it in, the opening was reported already.
    if (!readable(clause.by) || (at === null && storyZone === null && clause.by.zone === null)) continue;
    const by = checkMoment(inner, clause.by, storyZone, 'the expectation');
    if (metric !== null && by !== null) expectations.push({ kind: 'due', metric, by, origin });
  }
  if (
    expectations.length === 0 &&
    !node.broken &&
    !node.clauses.some((clause) => clause.kind.startsWith('expect'))
  ) {
    report(inner, 'scenario/expects-nothing', node.span, {});
  }
  if (plan === undefined || plan === null || severity === undefined || severity === null || at === null)
    return null;
  return {
    name: node.name.text,
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
    expectations,
    origin: originOf(inner, node.span),
  };
}

import { answerOf, type FactOf } from '../../engine/index.ts';
import type { Rule, SeverityChange, TicketEvent, TicketProgram, Verdict } from '../../engine/ticket/index.ts';
import type { PlanOrigin, PlanSeverity } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { conditionWords, unmetWords } from '../condition-words.ts';
import type { RuleLook } from './record-history.ts';

/** How a ticket came by its severities, from its opening on. */
export interface SeverityAccount {
  readonly steps: readonly SeverityStep[];
  /** The severities that its facts did not make it at opening, most severe first; none where it said its own. */
  readonly others: readonly { readonly name: string; readonly why: string; readonly origin: PlanOrigin }[];
}

export interface SeverityStep {
  readonly at: InstantMs;
  readonly severity: string;
  /** By what: what the ticket said, its facts, a rule. */
  readonly why: string;
  readonly origin: PlanOrigin | null;
}

export function severityAccount(
  { versions, said }: TicketProgram,
  events: readonly TicketEvent[],
  verdict: Verdict,
  looks: readonly RuleLook[],
): SeverityAccount {
  const { severities } = versions[verdict.version]?.plan ?? { severities: [] };
  const first = verdict.changes[0]?.from ?? verdict.severity;
  const stated = statedAt(events, verdict.opened);
  const nameOf = (index: number): string => severities[index]?.name ?? '';
  const factOf = factsAt(said, events, verdict.opened);
  const opening = severities[first];
  if (opening === undefined) return { steps: [], others: [] };
  return {
    steps: [
      { at: verdict.opened, severity: opening.name, ...whyAtOpening(opening, first, stated, nameOf, looks) },
      ...verdict.changes.map((change) => ({
        at: change.at,
        severity: nameOf(change.to),
        ...whyChanged(change, nameOf, looks),
      })),
    ],
    others:
      stated === -1
        ? severities.flatMap((each, i) => (i === first ? [] : notMade(each, i > first, factOf)))
        : [],
  };
}

function statedAt(events: readonly TicketEvent[], opened: InstantMs): number {
  return (
    events.findLast(({ at, sets }) => at === opened && sets !== null && sets.severity !== -1)?.sets
      ?.severity ?? -1
  );
}

function whyAtOpening(
  { when, origin }: PlanSeverity,
  severity: number,
  stated: number,
  nameOf: (index: number) => string,
  looks: readonly RuleLook[],
): Pick<SeverityStep, 'why' | 'origin'> {
  const cap = looks.find(({ rule, outcome }) => rule.rule.trigger === null && outcome === 'fired');
  if (stated !== -1) {
    if (stated === severity) return { why: 'as the ticket says', origin };
    const by = cap === undefined ? '' : `: ${ruleWords(cap.rule)}`;
    return { why: `the ticket says ${nameOf(stated)}${by}`, origin: cap?.rule.rule.origin ?? origin };
  }
  if (when.kind === 'otherwise') return { why: 'by its facts: no other is', origin };
  if (when.kind === 'unstated') return { why: 'there is no other', origin };
  return { why: `by its facts: \`${conditionWords(when)}\``, origin };
}

function notMade(
  { name, when, origin }: PlanSeverity,
  isLess: boolean,
  factOf: FactOf,
): SeverityAccount['others'] {
  if (isLess && (when.kind === 'otherwise' || answerOf(when, factOf) === true)) {
    return [{ name, why: 'the more severe comes first', origin }];
  }
  const why = unmetWords(when, factOf);
  return why === null ? [] : [{ name, why, origin }];
}

function whyChanged(
  { at, rule, to }: SeverityChange,
  nameOf: (index: number) => string,
  looks: readonly RuleLook[],
): Pick<SeverityStep, 'why' | 'origin'> {
  if (rule === null) {
    const cap = looks.find(
      (look) => look.at === at && look.rule.rule.trigger === null && look.outcome === 'fired',
    );
    return cap === undefined
      ? { why: 'as was recorded', origin: null }
      : {
          why: `as was recorded, at most ${nameOf(to)} by ${ruleWords(cap.rule)}`,
          origin: cap.rule.rule.origin,
        };
  }
  const look = looks.find(({ rule: { rule: each }, at: when }) => each.name === rule && when === at);
  return { why: `the rule "${rule}"`, origin: look?.rule.rule.origin ?? null };
}

function ruleWords({ rule }: Rule): string {
  return `the rule "${rule.name}"`;
}

/** What the ticket had said of itself by an instant. */
function factsAt(said: TicketProgram['said'], events: readonly TicketEvent[], at: InstantMs): FactOf {
  const values = new Map<string, string | number | boolean>();
  const told = events.filter((event) => event.at <= at).flatMap(({ sets }) => (sets === null ? [] : [sets]));
  for (const [name, of] of said) {
    for (const sets of told) {
      if (of.kind === 'fact') {
        const found = sets.facts.find(({ fact }) => fact === of.index);
        if (found !== undefined) values.set(name, found.value);
      } else if (sets[of.of] !== -1) values.set(name, of.names[sets[of.of]] ?? '');
    }
  }
  return (name) => values.get(name);
}

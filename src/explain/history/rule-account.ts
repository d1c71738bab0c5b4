import type { Rule, TicketProgram, Verdict } from '../../engine/ticket/index.ts';
import type { PlanStretch } from '../../plan/conduct-model.ts';
import type { PlanOrigin } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { calendarWords } from '../../plan/calendar-words.ts';
import { conditionWords } from '../condition-words.ts';
import type { RuleLook } from './record-history.ts';

/** A rule of the contract, and what became of it in the life of one ticket. */
export interface RuleAccount {
  readonly rule: string;
  readonly origin: PlanOrigin;
  readonly fired: boolean;
  /** Each time that it was looked at, and what it did or why it did nothing. */
  readonly looks: readonly { readonly at: InstantMs; readonly fired: boolean; readonly what: string }[];
  /** Why it was never looked at; null where it was. */
  readonly never: string | null;
}

/** Every rule that speaks of the ticket's plan, those that fired first. */
export function ruleAccounts(
  { versions }: TicketProgram,
  verdict: Verdict,
  looks: readonly RuleLook[],
): readonly RuleAccount[] {
  const version = versions[verdict.version];
  if (version === undefined) return [];
  const chain = version.chains[verdict.plan] ?? [];
  return version.rules
    .filter(({ rule }) => rule.plan === null || chain.includes(rule.plan))
    .map((rule) => {
      const own = looks.filter((look) => look.rule === rule && look.outcome !== 'of another plan');
      const told = distinct(
        own.map((look) => ({ at: look.at, fired: isDone(look), what: lookWords(look, verdict) })),
      );
      return {
        rule: rule.rule.name,
        origin: rule.rule.origin,
        fired: told.some(({ fired }) => fired),
        looks: told,
        never: own.length > 0 ? null : neverWords(rule, version.plan),
      };
    })
    .sort((a, b) => Number(b.fired) - Number(a.fired));
}

function isDone({ outcome }: RuleLook): boolean {
  return outcome === 'fired' || outcome === 'asked';
}

/** Caps are looked at whenever a severity is set, and say the same each time. */
function distinct(told: RuleAccount['looks']): RuleAccount['looks'] {
  return told.filter(
    (look, i) => told.findIndex(({ at, what }) => at === look.at && what === look.what) === i,
  );
}

function lookWords({ at, rule, stage, outcome, unmet }: RuleLook, verdict: Verdict): string {
  switch (outcome) {
    case 'fired':
      return effectWords(rule, stage, at, verdict);
    case 'asked':
      return 'asks the customer to agree';
    case 'asked before':
      return 'has asked the customer already';
    case 'condition does not hold':
      return (
        unmet ??
        `its condition does not hold: ${rule.rule.when === null ? '' : conditionWords(rule.rule.when)}`
      );
    case 'of another plan':
      return 'it is for another plan';
  }
}

function effectWords({ rule }: Rule, stage: number, at: InstantMs, { changes, notices }: Verdict): string {
  const actions = stage === 0 ? rule.actions : (rule.stages[stage - 1]?.actions ?? []);
  const changed = changes.some((change) => change.at === at && change.rule === rule.name);
  const told = notices.filter(({ at: when, by, kind }) => when === at && by === rule.name && kind === 'rule');
  const does = [
    ...(changed ? ['sets the severity'] : []),
    ...(told.length > 0 ? [`tells ${[...new Set(told.map(({ to }) => to))].join(', ')}`] : []),
    ...actions.flatMap(({ kind }) =>
      kind === 'close' ? ['closes it'] : kind === 'wait' ? ['has it wait'] : [],
    ),
    ...actions.flatMap((action) => (action.kind === 'cap severity' ? [`at most ${action.severity}`] : [])),
  ];
  const nth = stage === 0 ? '' : `stage ${String(stage + 1)}: `;
  return `${nth}${does.length === 0 ? 'fires, and changes nothing' : does.join(', ')}`;
}

function neverWords({ rule: { trigger } }: Rule, plan: Parameters<typeof stretchWords>[1]): string {
  switch (trigger?.kind) {
    case undefined:
      return 'no severity was set';
    case 'event':
      return `\`${trigger.event}\` did not happen`;
    case 'state':
      return `it was never ${stretchWords(trigger.after, plan)} in \`${trigger.state}\``;
    case 'due':
      return `${stretchWords(trigger.by, plan)} ${trigger.side} ${trigger.metric} was due did not come while it ran`;
  }
}

/** A length of time in the contract's terms: `4 h in Office`, `3 business days`. */
export function stretchWords(
  stretch: PlanStretch,
  { calendars }: { readonly calendars: readonly Parameters<typeof calendarWords>[0][] },
): string {
  if (stretch.kind === 'days') {
    return `${String(stretch.count)} ${stretch.unit}${stretch.count === 1 ? '' : 's'}`;
  }
  const hours = stretch.seconds / 3600;
  const length = Number.isInteger(hours) ? `${String(hours)} h` : `${String(stretch.seconds / 60)} min`;
  if (stretch.kind === 'elapsed') return length;
  const calendar = calendars[stretch.calendar[0]?.calendar ?? -1];
  return calendar === undefined ? length : `${length} in ${calendarWords(calendar)}`;
}

/** What shaped the figures of a replay, a sentence each: the mapping's choices, and what is not applied. */
import { factsOfTicket } from '../ticket-facts.ts';
import { selects } from '../../engine/index.ts';
import type { CompiledPlan, PlanName, PlanPlan } from '../../plan/model.ts';
import { assertNever } from '../../text/assert-never.ts';
import { counted } from '../../text/counted.ts';
import { groupDigits } from '../../text/group-digits.ts';
import { formatInstantUtc } from '../../time/iso-instant.ts';
import type { PreparedLives } from '../life/prepare-lives.ts';
import type { TicketColumns } from '../outcome.ts';
import { namesOf, placeOfRank } from './bind-mapping.ts';
import { VALUE_NAMES } from './history.ts';
import type { History, ValueName } from './history.ts';
import { datesWords } from './log-dates.ts';
import { ticketFieldsOf } from './mapping.ts';
import type { MomentRule, RowCondition, TicketMapping, ValueRule } from './mapping.ts';

export interface ReplayFacts {
  readonly history: History;
  readonly plan: CompiledPlan;
  /** Indexes of the plans compared. */
  readonly plans: readonly number[];
  readonly metrics: readonly string[];
  /** For each metric the index of its rule in `mapping.stops`, -1 for none. */
  readonly stopIndexes: readonly number[];
  readonly tickets: TicketColumns;
  readonly lives: PreparedLives;
}

export function replayNotes(facts: ReplayFacts): readonly string[] {
  const { mapping } = facts.history;
  return [
    timesNote(mapping),
    ...datesNote(facts.history),
    `A ticket is opened ${momentWords(mapping.opened)}.`,
    ...facts.metrics.flatMap((metric, m) => stopNotes(facts, metric, facts.stopIndexes[m] ?? -1)),
    ...openingNotes(facts),
    ...changeNotes(facts),
    ...VALUE_NAMES.flatMap((what) => valueNotes(facts, what)),
    ...ticketFieldsOf(mapping).map(({ what, rule }) => `The ${what}: ${valueWords(rule)}.`),
    ...channelNotes(facts),
    ...unusedStopNotes(facts),
    ...unappliedNotes(facts),
  ];
}

function timesNote({ times }: TicketMapping): string {
  const written = `Times are written ${times.formats.map((format) => `\`${format}\``).join(' or ')}`;
  if (times.zone === null) return `${written} and carry their offset.`;
  return `${written}; local ones are read in ${times.zone}, one that occurs twice as the first, one that is skipped as moved forward by the gap.`;
}

function datesNote({ dates }: History): readonly string[] {
  return dates === null
    ? []
    : [
        `Of the log the tickets opened ${datesWords(dates)}, are used; ${groupDigits(dates.others)} of others are left out.`,
      ];
}

function stopNotes(facts: ReplayFacts, metric: string, stopIndex: number): readonly string[] {
  const { history } = facts;
  const stop = history.mapping.stops[stopIndex];
  if (stop === undefined) return [`The mapping does not tell what stops \`${metric}\`, so it is unmeasured.`];
  const { moment, or, absent } = stop.rule;
  const otherwise =
    absent === 'unmeasured'
      ? 'a ticket without one is unmeasured'
      : `without one it was still running when the log ends (${formatInstantUtc(history.observedUntil)})`;
  const notes = [`\`${metric}\` stops ${[moment, ...or].map(momentWords).join(', or else ')}; ${otherwise}.`];
  const atOnce = history.tickets.filter((ticket) => ticket.stops[stopIndex] === ticket.opened).length;
  if (atOnce > 0) {
    notes.push(`\`${metric}\` stops at the very instant of opening in ${counted(atOnce, 'ticket')}.`);
  }
  return notes;
}

/** Clocks that wait for an event of which the log does not tell. */
function openingNotes({ plan, metrics, lives }: ReplayFacts): readonly string[] {
  const events = [...new Set(lives.plans.flatMap(({ atOpening }) => atOpening.map(({ event }) => event)))];
  return events.map((event) => {
    const clocks = plan.clocks.filter(
      ({ metric, startsOn }) => metrics.includes(metric) && startsOn.includes(event),
    );
    const names = [...new Set(clocks.map(({ metric }) => `\`${metric}\``))].join(' and ');
    return `The contract starts ${names} on ${event}; the replay starts it when the ticket is opened.`;
  });
}

/** What the mapping finds between the opening and the end; of what the contract does not speak, nothing follows. */
function changeNotes({ history, plan, lives }: ReplayFacts): readonly string[] {
  const { states, events } = history.mapping;
  const paused = new Set(plan.clocks.flatMap(({ pausesWhile }) => pausesWhile));
  return [
    ...states.map(({ state, where }) => {
      const known = paused.has(state) || plan.conduct.states.some(({ name }) => name === state);
      const without = known ? '' : '; the contract does not speak of it, so nothing follows';
      return `A ticket is \`${state}\` while ${conditionWords(where)}${without}.`;
    }),
    ...events.map(({ event, where }) => {
      const known = lives.program.events.has(event);
      const without = known ? '' : '; the contract does not speak of it, so nothing follows';
      return `\`${event}\` happens when ${conditionWords(where)}${without}.`;
    }),
  ];
}

function valueNotes(facts: ReplayFacts, what: ValueName): readonly string[] {
  const rule = facts.history.mapping[what];
  const known = namesOf(facts.plan)[what];
  if (known.length === 0) return [];
  if (rule === null) {
    return narrows(facts, what)
      ? [`The mapping tells no ${what}: terms for one ${what} hold for no ticket.`]
      : [];
  }
  return [`${what.charAt(0).toUpperCase()}${what.slice(1)}: ${valueWords(rule, known)}.`];
}

/** Whether any target of the plans compared speaks of one severity, region, … alone. */
function narrows({ plan, plans }: ReplayFacts, what: ValueName): boolean {
  return plans.some((index) =>
    plan.plans[index]?.targets.some(({ when }) => {
      const list = {
        severity: when.severities,
        region: when.regions,
        channel: when.channels,
        type: when.types,
      };
      return list[what] !== null;
    }),
  );
}

/** @param known the contract's names of the kind, which ranks are told by */
function valueWords(rule: ValueRule, known: readonly PlanName[] = []): string {
  if (rule.kind === 'constant') return `every ticket is taken for \`${rule.name}\``;
  const source =
    rule.take === 'each'
      ? `what \`${rule.column}\` says, and each change of it`
      : `the ${rule.take} value of \`${rule.column}\``;
  const absent = rule.absent === null ? '' : `, \`${rule.absent}\` where it is missing`;
  if (rule.values === null) return `${source}, in the contract’s words${absent}`;
  const table = [...rule.values]
    .map(([word, name]) => `${word} is ${known[placeOfRank(name, known) ?? -1]?.name ?? name}`)
    .join(', ');
  return `${source} (${table})${absent}`;
}

/** A ticket that came by a channel which the plan does not offer is measured all the same; people should know. */
function channelNotes({ plan, plans, tickets }: ReplayFacts): readonly string[] {
  return plans.flatMap((index) => {
    const each = plan.plans[index];
    if (each === undefined || each.channels.length === 0) return [];
    const refused = new Map<string, number>();
    for (let i = 0; i < tickets.count; i++) {
      const channel = plan.channels[tickets.channel[i] ?? -1];
      if (channel === undefined || offers(each, channel.name, tickets, i)) continue;
      refused.set(channel.name, (refused.get(channel.name) ?? 0) + 1);
    }
    return [...refused]
      .sort((a, b) => b[1] - a[1])
      .map(
        ([channel, count]) =>
          `${each.name} does not offer ${channel}; what came that way is measured all the same, ${counted(count, 'ticket')}.`,
      );
  });
}

function offers(plan: PlanPlan, channel: string, tickets: TicketColumns, i: number): boolean {
  const key = {
    severity: tickets.severity[i] ?? -1,
    region: tickets.region[i] ?? -1,
    channel: tickets.channel[i] ?? -1,
    type: tickets.type[i] ?? -1,
    facts: factsOfTicket(tickets.facts, i),
  };
  return plan.channels.some((offer) => offer.channel === channel && selects(offer.when, key));
}

function unusedStopNotes({ history, metrics }: ReplayFacts): readonly string[] {
  const unused = history.mapping.stops
    .map(({ metric }) => metric)
    .filter((metric) => !metrics.includes(metric));
  return unused.map((metric) => `The log tells when \`${metric}\` stopped; none of these plans promises it.`);
}

function unappliedNotes({ history }: ReplayFacts): readonly string[] {
  const { mapping, touched, changed } = history;
  const notes = mapping.unapplied.map(
    ({ what }, i) => `Not applied: ${what}, in ${counted(touched[i] ?? 0, 'ticket')}.`,
  );
  const { severity } = mapping;
  if (severity.kind === 'column' && severity.take !== 'each' && changed.severity > 0) {
    notes.push(
      `Not applied: changes of severity, in ${counted(changed.severity, 'ticket')}; the ${severity.take} \`${severity.column}\` counts from the opening.`,
    );
  }
  return notes;
}

function momentWords(rule: MomentRule): string {
  if (rule.kind === 'column') {
    return rule.take === 'only' ? `at \`${rule.column}\`` : `at the ${rule.take} \`${rule.column}\``;
  }
  if (rule.kind === 'after') {
    const which = rule.take === 'only' ? '' : `${rule.take} `;
    return `as long after its opening as the ${which}\`${rule.column}\` says, in ${rule.unit}`;
  }
  return rule.where === null
    ? `at its ${rule.take} event`
    : `at its ${rule.take} event where ${conditionWords(rule.where)}`;
}

function conditionWords(condition: RowCondition): string {
  switch (condition.kind) {
    case 'is':
      return `\`${condition.column}\` is ${condition.values.join(' or ')}`;
    case 'is not':
      return `\`${condition.column}\` is not ${condition.values.join(' nor ')}`;
    case 'present':
      return `\`${condition.column}\` is there`;
    case 'absent':
      return `\`${condition.column}\` is not there`;
    case 'differs':
      return `\`${condition.column}\` differs from \`${condition.from}\``;
    case 'all':
      return condition.of.map(conditionWords).join(' and ');
    case 'any':
      return condition.of.map(conditionWords).join(' or ');
    default:
      return assertNever(condition);
  }
}

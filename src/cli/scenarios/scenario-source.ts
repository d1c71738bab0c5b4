import { RESERVED_WORDS } from '../../../grammar/words.ts';
import type { CheckedExpectation, CheckedScenario, Moment, StoryRow } from '../../check/scenario-model.ts';
import { instantOfMoment, zoneAround } from '../../check/instant-of-moment.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { expectationWords } from '../../verify/expectation-words.ts';
import { formatCivilDate, weekdayOf } from '../../time/civil-date.ts';
import { formatInstantIn, formatTimeOfDay } from '../../time/iso-instant.ts';
import type { InstantMs } from '../../time/types.ts';
import { SECONDS_PER_MINUTE } from '../../time/units.ts';
import { localToInstant, wallClockAt } from '../../time/zone-arithmetic.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/**
 * A scenario in the language, marked as read by nobody. Times are local where the story has a zone; one that the clock
 * reads twice that night is an instant.
 */
export function scenarioSource(scenario: CheckedScenario, zone: string | null, plan: CompiledPlan): string {
  const { ticket, rows, until, expectations } = scenario;
  const at = (moment: Moment) => momentWords(instantOfMoment(moment), zone);
  const attributes = (['plan', 'severity', 'region', 'channel', 'type'] as const).flatMap((of) => {
    const name = ticket[of];
    return name === null || isPlain(plan, of) ? [] : [`${of} ${nameWords(name)}`];
  });
  const lines = [
    ...attributes,
    ...(ticket.facts.length === 0 ? [] : [`fact ${ticket.facts.map(factWords).join(', ')}`]),
    ...(ticket.zone === null ? [] : [`zone ${ticket.zone}`, 'holidays none']),
    ...rows.filter((row) => isBefore(row, ticket.opened)).map((row) => rowWords(row, at)),
    `opened ${at(ticket.opened)}`,
    ...rows.filter((row) => !isBefore(row, ticket.opened)).map((row) => rowWords(row, at)),
    ...(until === null ? [] : [`until ${at(until)}`]),
    ...expectations.map((each) => `expect ${wordsOf(each, zone)}`),
  ];
  return `unreviewed scenario ${textWords(scenario.name)} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

/** Whether a ticket need not say it, since the contract has one alone, or none. */
function isPlain({ plans, severities }: CompiledPlan, of: string): boolean {
  return (of === 'plan' && plans.length === 1) || (of === 'severity' && severities.length < 2);
}

function isBefore({ at }: StoryRow, opened: Moment): boolean {
  return instantOfMoment(at) < instantOfMoment(opened);
}

function momentWords(at: InstantMs, zone: string | null): string {
  if (zone === null) return formatInstantIn(zoneAround('UTC', at), at).replace('+00:00', 'Z');
  const table = zoneAround(zone, at);
  const { epochDay, daySeconds } = wallClockAt(table, at);
  if (localToInstant(table, epochDay, daySeconds) !== at) return formatInstantIn(table, at);
  return `${WEEKDAYS[weekdayOf(epochDay) - 1]} ${formatCivilDate(epochDay)} ${formatTimeOfDay(daySeconds)}`;
}

function wordsOf(expectation: CheckedExpectation, zone: string | null): string {
  const quoted = withNames(expectation);
  return expectationWords(quoted)
    .map((part) => (typeof part === 'string' ? part : momentWords(part, zone)))
    .join('');
}

/** Names as they are written where they are of several words. */
function withNames(expectation: CheckedExpectation): CheckedExpectation {
  if ('metric' in expectation) return { ...expectation, metric: nameWords(expectation.metric) };
  if (expectation.kind === 'severity') return { ...expectation, severity: nameWords(expectation.severity) };
  if (expectation.kind === 'notice') return { ...expectation, to: nameWords(expectation.to) };
  return expectation;
}

function rowWords({ at, what, says }: StoryRow, momentOf: (moment: Moment) => string): string {
  const said = (['plan', 'severity', 'region', 'channel', 'type'] as const).flatMap((of) => {
    const name = says[of];
    return name === null ? [] : [`${of} ${nameWords(name)}`];
  });
  const head = `at ${momentOf(at)}`;
  const moves = what.kind === 'event' && ['raised', 'lowered', 'corrected'].includes(what.event);
  if (moves && says.severity !== null) return `${head} ${what.event} to ${nameWords(says.severity)}`;
  switch (what.kind) {
    case 'event':
      return [`${head} ${nameWords(what.event)}`, ...said].join(', ');
    case 'state':
      return [`${head} ${nameWords(what.state)}`, ...said].join(', ');
    case 'work':
      return `${head} work ${workWords(what.seconds)} of ${nameWords(what.of)}`;
    case 'bought':
    case 'used':
      return `${head} ${what.kind} ${what.amount} ${nameWords(what.thing)}`;
    case 'pack':
      return `${head} bought ${textWords(what.text)}`;
    case 'says':
      return `${head} ${said.join(', ')}`;
  }
}

function workWords(seconds: number): string {
  return seconds % SECONDS_PER_MINUTE === 0 ? `${seconds / SECONDS_PER_MINUTE} min` : `${seconds} s`;
}

function factWords({ fact, value }: CheckedScenario['ticket']['facts'][number]): string {
  if (typeof value === 'boolean') return value ? nameWords(fact) : `not ${nameWords(fact)}`;
  return `${nameWords(fact)} = ${typeof value === 'string' ? nameWords(value) : value}`;
}

const PLAIN = /^[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*$/u;
const RESERVED: ReadonlySet<string> = new Set(RESERVED_WORDS);

function nameWords(name: string): string {
  return PLAIN.test(name) && !RESERVED.has(name) ? name : textWords(name);
}

function textWords(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

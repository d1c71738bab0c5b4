import { answerOf, type FactOf, selects } from '../../engine/index.ts';
import { clockOf } from '../../plan/clock-of.ts';
import type { PlanClockTerms } from '../../plan/clock-model.ts';
import type { KeyedCalendars } from '../../plan/conduct-model.ts';
import type { PlanCondition } from '../../plan/entitlement-model.ts';
import type { CompiledPlan, PlanCalendarBody, PlanLimit, PlanPlan, PlanTarget } from '../../plan/model.ts';
import type { OpenedTicket } from './opened-ticket.ts';

/** What the clock of a cell, and the calendars that it counts in, say beyond it. */
export function ofCell(
  contract: CompiledPlan,
  plan: PlanPlan,
  { metric, promise }: PlanTarget,
  ticket: OpenedTicket,
): readonly string[] {
  if (promise.kind === 'word') return [];
  const terms = clockOf(contract, plan.name, metric)?.terms ?? null;
  const clock = `\`${metric}\``;
  return [
    ...(promise.kind === 'cadence' ? [`${clock} comes again and again, and the first is shown`] : []),
    ...(terms === null ? [] : ofTerms(contract, terms, clock, ticket)),
    ...limitsOf(promise).flatMap((limit) => othersIn(contract, limit)),
  ];
}

function ofTerms(
  { calendars }: CompiledPlan,
  terms: PlanClockTerms,
  clock: string,
  { key, factOf }: OpenedTicket,
): readonly string[] {
  const named = (keyed: KeyedCalendars): string => {
    const found = keyed.find(({ when }) => selects(when, key)) ?? keyed[0];
    return calendars[found?.calendar ?? -1]?.name ?? '';
  };
  const states = terms.countsOnlyWhile.map((state) => `"${state}"`).join(' or ');
  return [
    ...startsElsewhere(
      terms.starts.map(({ when }) => when),
      factOf,
      clock,
    ),
    ...terms.starts.flatMap((start) =>
      start.kind === 'previous ticket ends'
        ? [`${clock} starts when the previous ticket of the ${start.of} ends`]
        : [],
    ),
    ...terms.pauses.flatMap(({ during, when }) =>
      during === null || (when !== null && answerOf(when, factOf) === false)
        ? []
        : [`${clock} stands still in the hours of \`${named(during)}\`, which are not taken out here`],
    ),
    ...(states === '' ? [] : [`${clock} counts only while ${states}`]),
    ...workLimits(terms, clock),
  ];
}

/** What of a cell's clock and calendars nothing carries out, whatever becomes of the ticket. */
export function unreckonedOfCell(
  contract: CompiledPlan,
  plan: PlanPlan,
  { metric, promise }: PlanTarget,
): readonly string[] {
  if (promise.kind === 'word') return [];
  const terms = clockOf(contract, plan.name, metric)?.terms ?? null;
  return [
    ...(terms === null ? [] : workLimits(terms, `\`${metric}\``)),
    ...limitsOf(promise).flatMap((limit) => othersIn(contract, limit)),
  ];
}

function workLimits({ work }: PlanClockTerms, clock: string): readonly string[] {
  return work.length === 0 ? [] : [`the limits on the work of ${clock} are not carried out`];
}

/** Where each line that starts a clock holds for some tickets only, which one holds may hang on what is not said. */
function startsElsewhere(
  lines: readonly (PlanCondition | null)[],
  factOf: FactOf,
  clock: string,
): readonly string[] {
  for (const when of lines) {
    const answer = when === null ? true : answerOf(when, factOf);
    if (answer === true) return [];
    if (answer !== false) return [`what starts ${clock} hangs on \`${answer.missing}\``];
  }
  return lines.length === 0 ? [] : [`${clock} has no clock for it`];
}

function limitsOf(promise: PlanTarget['promise']): readonly PlanLimit[] {
  switch (promise.kind) {
    case 'word':
      return [];
    case 'range':
    case 'cadence':
    case 'relative':
    case 'awaited':
      return [promise.hard];
    default:
      return [promise];
  }
}

/** What becomes of the promise of those whom limited hours do not admit; here their clocks only stop. */
function othersIn(contract: CompiledPlan, limit: PlanLimit): readonly string[] {
  if (limit.kind === 'elapsed') return [];
  if (limit.kind === 'pick') return limit.of.flatMap((each) => othersIn(contract, each));
  const calendar = contract.calendars[limit.calendar];
  if (calendar === undefined) return [];
  return limitedOthers(calendar.body).map(
    (each) => `in limited hours of \`${calendar.name}\` it has ${each}, and its clocks only stand still here`,
  );
}

/** What those have whom limited hours of a calendar do not admit, beyond that their clocks stop. */
export function limitedOthers(body: PlanCalendarBody): readonly ('best effort' | 'no promise')[] {
  const others = civilBodies(body).flatMap(othersOf);
  return [...new Set(others.flatMap((each) => (each === 'stop' ? [] : [each])))];
}

type CivilBody = Extract<PlanCalendarBody, { kind: 'civil' }>;

function civilBodies(body: PlanCalendarBody): readonly CivilBody[] {
  switch (body.kind) {
    case 'civil':
      return [body];
    case 'union':
    case 'intersection':
      return body.of.flatMap(civilBodies);
    case 'difference':
      return [body.from, body.minus].flatMap(civilBodies);
    default:
      return [];
  }
}

/** Of the limited hours that shut this calendar's tickets out. */
function othersOf({
  limited,
  seasons,
  dated,
}: CivilBody): readonly ('stop' | 'best effort' | 'no promise')[] {
  const weeks = [...limited, ...seasons.flatMap((season) => season.limited)].filter(
    ({ admitted }) => !admitted,
  );
  return [...weeks, ...dated.flatMap(({ limited: admission }) => admission ?? [])].map(
    ({ others }) => others,
  );
}

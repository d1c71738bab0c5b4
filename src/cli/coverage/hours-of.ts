import { linesFor } from '../../analyze/tickets.ts';
import type { Engine, TicketKey } from '../../engine/index.ts';
import { HorizonError, MissingFactError } from '../../engine/index.ts';
import type { PlanLimit, PlanPromise } from '../../plan/model.ts';
import type { CoverageHours, CoverageSubject } from '../../tui/index.ts';
import { placeOf } from '../why/account-text.ts';

/**
 * The hours that hold for tickets under a plan: those of the coverage line that speaks of them, or those in which the
 * promise to them is counted.
 * @param opened an instant at which such a ticket may be opened, where that decides which cell holds
 */
export function hoursOf(
  engine: Engine,
  plan: number,
  subject: CoverageSubject,
  ticket: TicketKey,
  opened: number,
): CoverageHours {
  return subject.kind === 'activity'
    ? hoursOfActivity(engine, plan, subject.name, ticket)
    : hoursOfPromise(engine, plan, subject.name, ticket, opened);
}

function hoursOfActivity(engine: Engine, plan: number, activity: string, ticket: TicketKey): CoverageHours {
  const lines = (engine.plan.plans[plan]?.coverage ?? []).filter((line) => line.activity === activity);
  // A line that names the ticket more closely comes before one that speaks of all; of two alike the later one.
  const ranked = lines
    .map((line, place) => ({ line, place }))
    .sort((a, b) => narrowness(b.line.when) - narrowness(a.line.when) || b.place - a.place)
    .map(({ line }) => line);
  const line = linesFor(ranked, ticket).at(-1);
  if (line === undefined) return { kind: 'nothing', words: `nothing is said of when they ${activity}` };
  const place = placeOf(line.origin);
  return line.hours.kind === 'word'
    ? { kind: 'word', words: line.hours.word, place }
    : { kind: 'calendar', calendar: line.hours.calendar, name: engine.calendar(line.hours.calendar).name, place };
}

function narrowness({ severities, regions, channels, types }: { readonly severities: unknown; readonly regions: unknown; readonly channels: unknown; readonly types: unknown }): number {
  return [severities, regions, channels, types].filter((one) => one !== null).length;
}

function hoursOfPromise(
  engine: Engine,
  plan: number,
  metric: string,
  ticket: TicketKey,
  opened: number,
): CoverageHours {
  try {
    const target = engine.selectTarget(plan, metric, ticket, opened);
    if (target === null) return { kind: 'nothing', words: `nothing is promised to ${metric}` };
    const place = placeOf(target.origin);
    if (target.promise.kind === 'word') return { kind: 'word', words: target.promise.word, place };
    const calendar = calendarOf(target.promise);
    return calendar === null
      ? { kind: 'round the clock', words: target.words, place }
      : { kind: 'calendar', calendar, name: engine.calendar(calendar).name, place };
  } catch (error) {
    if (error instanceof MissingFactError || error instanceof HorizonError)
      return { kind: 'nothing', words: error.message };
    throw error;
  }
}

function calendarOf(promise: PlanPromise): number | null {
  switch (promise.kind) {
    case 'word':
      return null;
    case 'range':
    case 'cadence':
    case 'relative':
    case 'awaited':
      return calendarOfLimit(promise.hard);
    default:
      return calendarOfLimit(promise);
  }
}

function calendarOfLimit(limit: PlanLimit): number | null {
  switch (limit.kind) {
    case 'elapsed':
      return null;
    case 'pick':
      return limit.of.map(calendarOfLimit).find((calendar) => calendar !== null) ?? null;
    default:
      return limit.calendar;
  }
}

import type { Stretch } from '../check/conduct-model.ts';
import type { InstantMs } from '../time/types.ts';
import { datesEnded } from './ticket-count.ts';
import type { TicketLife } from './ticket-life.ts';
import { type ShutHours, type Span, Stillness, together } from './ticket-pauses.ts';
import { endOfStretch, calendarOfStretch } from './end-of-stretch.ts';
import type { TicketClock } from './ticket-clock.ts';

/** When a clock stands still. A pause counts where it began before the deadline then in force. */
export function stillness(life: TicketLife, run: TicketClock): Stillness {
  const spans = pausesOf(run).filter(({ from }) => run.counts.get(from) === true);
  return new Stillness(together([...spans, ...run.over]), shutHours(life, run));
}

/** The pauses by states, whether they count or not. */
export function pausesOf({ held }: TicketClock): readonly Span[] {
  const byStates = held.filter(({ line }) => line === null || line.during === null);
  return together(
    byStates.map(({ from, to, cap }) => ({ from, to: to === null ? cap : Math.min(to, cap ?? to) })),
  );
}

/** Hours of calendars in which its pauses hold. */
export function shutHours(life: TicketLife, { held }: TicketClock): readonly ShutHours[] {
  const lines = new Set(held.map(({ line }) => line));
  return [...lines].flatMap((line) => {
    if (line === null || line.during === null) return [];
    const { cap, during } = line;
    const capOf =
      cap === null ? null : (start: InstantMs, before: readonly Span[]) => endOfCap(life, cap, start, before);
    const windows = held.filter((each) => each.line === line).map(({ from, to }) => ({ from, to }));
    return [{ calendar: life.calendar(during, null), while: windows, capOf }];
  });
}

/** When a pause that begins is over for its cap, which other pauses of the line may have used in part. */
export function endOfCap(
  life: TicketLife,
  { by, of }: { readonly by: Stretch<string>; readonly of: 'each' | 'together' },
  from: InstantMs,
  before: readonly Span[],
): InstantMs {
  if (of === 'each') return endOfStretch(life, by, from);
  if (by.kind !== 'days') {
    const measure = by.kind === 'hours' ? life.calendar(by.calendar, null) : null;
    const used = before.reduce((sum, { from: a, to }) => {
      const b = to ?? from;
      return sum + (measure === null ? b - a : measure.between(a, b));
    }, 0);
    const left = Math.max(by.seconds * 1000 - used, 0);
    return measure === null ? from + left : measure.add(from, left);
  }
  const calendar = calendarOfStretch(life, by)(by.calendar ?? '');
  const used = before.reduce(
    (sum, each) => sum + datesEnded(by.unit, calendar, each.from, each.to ?? from),
    0,
  );
  const left = by.count - used;
  return left <= 0 ? from : endOfStretch(life, { ...by, count: left }, from);
}

/** The clock stops or ends, and the pauses that states make with it. Hours of a calendar are known beforehand. */
export function endPauses(run: TicketClock, at: InstantMs): void {
  for (const each of run.held) {
    if (each.line === null || each.line.during === null)
      each.to = Math.min(each.to ?? at, Math.max(at, each.from));
  }
}

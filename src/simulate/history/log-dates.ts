/** A part of a log: the tickets that were opened on some dates. */
import { formatCivilDate } from '../../time/civil-date.ts';
import type { EpochDay, InstantMs } from '../../time/types.ts';
import { createLocalClock } from './local-clock.ts';

/** Both dates are included; null for no bound. */
export interface LogDates {
  /** The zone whose dates they are. */
  readonly zone: string;
  readonly first: EpochDay | null;
  readonly last: EpochDay | null;
}

/** Whether a ticket that was opened at an instant is of these dates. */
export function isOnDates({ zone, first, last }: LogDates): (opened: InstantMs) => boolean {
  const clock = createLocalClock(zone);
  const from = first === null ? -Infinity : clock(first, 0);
  const until = last === null ? Infinity : clock(last + 1, 0);
  return (opened) => opened >= from && opened < until;
}

/** `from 2016-03-07 to 2016-05-29, dates of Europe/London`. */
export function datesWords({ zone, first, last }: LogDates): string {
  const from = first === null ? [] : [`from ${formatCivilDate(first)}`];
  const to = last === null ? [] : [`to ${formatCivilDate(last)}`];
  return `${[...from, ...to].join(' ')}, dates of ${zone}`;
}

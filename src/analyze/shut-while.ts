import type { Calendar } from '../engine/index.ts';
import { type Comparison, compareLines } from './later-than.ts';
import type { Line, Piece, Span } from './piece.ts';

/**
 * The tickets whose deadline has come before a calendar opens at all: how the calendar's next opening lies later than
 * the deadline, or at it. Null where there is none, as for every ticket opened while the calendar is open.
 *
 *     opened  ↓
 *     due             ↓
 *     calendar  ####|          |####       nobody could work on it
 */
export function dueWhileShut(line: Line, calendar: Calendar, span: Span): Comparison['later'] {
  return compareLines(openings(calendar, span), line).later;
}

/**
 * A line that is later than a deadline just where the calendar stays shut until then: the millisecond after the next
 * opening for what is opened while it is shut, the opening itself for all else.
 */
export function openings(calendar: Calendar, { from, to }: Span): Line {
  const line: Piece[] = [];
  const edges = calendar.edgesBetween(from, to);
  let at = from;
  for (let i = 0; i <= edges.length; i += 2) {
    const opens = edges[i] ?? to;
    if (at < opens) line.push({ from: at, to: opens, due: calendar.nextOpen(opens - 1) + 1, slope: 0 });
    const closes = edges[i + 1];
    if (closes === undefined) break;
    line.push({ from: opens, to: closes, due: opens, slope: 1 });
    at = closes;
  }
  return line;
}

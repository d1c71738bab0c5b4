import type { InstantMs } from '../../time/types.ts';
import type { TicketPaths } from '../answers/ticket-paths.ts';
import type { DeskTeam } from '../desk/desk-model.ts';
import type { ShiftCalendar } from '../desk/shift.ts';

/** A piece of work of one agent on one ticket. */
export interface WorkPiece {
  readonly step: number;
  readonly team: number;
  readonly from: InstantMs;
  readonly to: InstantMs;
}

/** The pieces of work on each ticket, in order. Work that never ended is none. */
export type PiecesOf = (ticket: number) => readonly WorkPiece[];

export function piecesIn(path: TicketPaths): PiecesOf {
  return (ticket) => {
    const pieces: WorkPiece[] = [];
    path.read(ticket);
    for (let i = path.first; i + 1 < path.end; i += 1) {
      const team = path.does[i] as number;
      if (team < 0) continue;
      pieces.push({
        step: path.step[i] as number,
        team,
        from: path.at[i] as number,
        to: path.at[i + 1] as number,
      });
    }
    return pieces;
  };
}

/** An unbroken stretch of time, `[from, to)`. */
export interface Stretch {
  readonly from: InstantMs;
  readonly to: InstantMs;
}

/** The time that a piece of work took, without breaks: a team that does not stay works in its shifts alone. */
export function stretchesOf(
  { from, to }: Stretch,
  { calendar, atClose }: Pick<DeskTeam, 'calendar' | 'atClose'>,
): readonly Stretch[] {
  return atClose === 'finish' ? [{ from, to }] : shiftsIn(calendar, from, to);
}

/** The open time of a calendar in `[from, to)`, as far as the calendar says anything. */
function shiftsIn(calendar: ShiftCalendar, from: InstantMs, to: InstantMs): readonly Stretch[] {
  const shifts: Stretch[] = [];
  let at = calendar.nextOpen(from);
  while (at < to) {
    const end = Math.min(calendar.closeAfter(at), to);
    shifts.push({ from: at, to: end });
    at = end < to ? calendar.nextOpen(end) : to;
  }
  return shifts;
}

/** How long a calendar is open in `[from, to)`, in ms. */
export function openIn(calendar: ShiftCalendar, from: InstantMs, to: InstantMs): number {
  return shiftsIn(calendar, from, to).reduce((sum, shift) => sum + shift.to - shift.from, 0);
}

/** How much of a piece of work within `[from, to)` lay behind the end of a shift, in ms. */
export function overtimeIn(piece: Stretch, calendar: ShiftCalendar, from: InstantMs, to: InstantMs): number {
  const [begin, end] = [Math.max(piece.from, from), Math.min(piece.to, to)];
  return begin >= end ? 0 : end - begin - openIn(calendar, begin, end);
}

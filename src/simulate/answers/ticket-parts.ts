import type { InstantMs } from '../../time/types.ts';
import type { AtClose } from '../desk/desk-model.ts';
import { PARTS, type Part } from './answers.ts';
import { IN_LINE, SET_ASIDE, WAITS } from './desk-log.ts';
import type { OpenTime } from './open-time.ts';
import type { TicketPaths } from './ticket-paths.ts';

const place = (part: Part): number => PARTS.indexOf(part);
const SHUT = place('shut');
const BUSY = place('busy');
const WORKED = place('worked');
const WAITED = place('waited');

/** Who works on what, in indexes of teams, steps and groups of teams. */
export interface WhoWorks {
  readonly groupOf: (ticket: number, step: number) => number;
  /** The group that a team hands a ticket over to when its shift ends; -1 where it keeps it. */
  readonly successorsOf: (ticket: number, step: number, team: number) => number;
  readonly teams: readonly { readonly atClose: AtClose; readonly open: OpenTime }[];
}

/** What is measured of a stretch of time. */
export interface TimeMeasure {
  /** All that counts of it. */
  readonly all: OpenTime;
  /** Of that, what lies in the shifts of a group of teams, or of one team. */
  readonly ofGroup: (group: number) => OpenTime;
  readonly ofTeam: (team: number) => OpenTime;
  /** Whether the time of a step that begins at an instant counts as nothing, since the clock is paused meanwhile. */
  readonly isPaused: (step: number, began: InstantMs) => boolean;
}

/**
 * Adds to `into`, by the places of `PARTS`, where the time of a ticket went from its opening to an instant. Together they are
 * all that counts of that time but for what is paused, exactly.
 *
 *     opened      begins      set aside      begins       ends     stop
 *       |- in line -|- is worked -|- in line -|- is worked -|- waits -|
 */
export function addParts(
  path: TicketPaths,
  ticket: number,
  opened: InstantMs,
  stop: InstantMs,
  who: WhoWorks,
  measure: TimeMeasure,
  into: Float64Array,
): void {
  let from = opened;
  let does = IN_LINE;
  let step = 0;
  let group = -1;
  path.read(ticket);
  for (let i = path.first; i < path.end && from < stop; i += 1) {
    const at = path.at[i] as number;
    const next = path.does[i] as number;
    const to = at < stop ? at : stop;
    const all = measure.all.between(from, to);
    if (does === WAITS) {
      if (!measure.isPaused(step, from)) into[WAITED]! += all;
    } else if (does >= 0) {
      // Who stays until the work is done works beyond the shift as well.
      const worked = who.teams[does]?.atClose === 'finish' ? all : measure.ofTeam(does).between(from, to);
      into[WORKED]! += worked;
      into[SHUT]! += all - worked;
    } else {
      // It is in line for the step that it begins next, where it is not in line again.
      if (does !== SET_ASIDE) group = who.groupOf(ticket, path.step[i] as number);
      const busy = measure.ofGroup(group).between(from, to);
      into[BUSY]! += busy;
      into[SHUT]! += all - busy;
    }
    if (next === SET_ASIDE && isHandedOver(does, at, who)) {
      group = who.successorsOf(ticket, step, does);
    }
    from = to;
    does = next;
    step = path.step[i] as number;
  }
  // Behind its last step nobody at the desk has anything to do with it.
  if (from < stop) into[WAITED]! += measure.all.between(from, stop);
}

/** A team interrupts its own work within its shift, and hands over at the end of it. */
function isHandedOver(team: number, at: InstantMs, { teams }: WhoWorks): boolean {
  const { atClose, open } = teams[team] as WhoWorks['teams'][number];
  return atClose === 'hand over' && open.between(at, at + 1) === 0;
}

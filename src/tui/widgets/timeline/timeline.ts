import type { InstantMs } from '../../../time/types.ts';
import type { Stretch } from '../../model.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import type { Row, Run, Tone } from '../../text/row.ts';
import { joinRuns } from '../lane/lane.ts';

/** A ticket's promise on an axis from `from` to `to`. */
export interface Timeline {
  readonly from: InstantMs;
  readonly to: InstantMs;
  readonly due: InstantMs | null;
  /** `met` is null where nothing was promised that could be met or missed, as under best effort. */
  readonly stopped: { readonly at: InstantMs; readonly met: boolean | null } | null;
  readonly stretches: readonly Stretch[];
}

/**
 *     ○██████░░░░░░░░░░██████│──────✗
 *     opened                 due    stopped
 *
 * A cell shows what holds at its middle. Marks win over shading, and the stop over the deadline in the same cell.
 */
export function timelineRow(timeline: Timeline, width: number, glyphs: Glyphs): Row {
  if (width <= 0) return [];
  const { from, to, due, stopped, stretches } = timeline;
  const span = Math.max(1, to - from);
  const place = (at: InstantMs): number =>
    Math.max(0, Math.min(width - 1, Math.floor(((at - from) / span) * width)));
  const end = Math.max(due ?? from, stopped?.at ?? from);
  const drawn = Array.from({ length: width }, (_, cell): Run => {
    const middle = from + ((cell + 0.5) * span) / width;
    const stretch = stretches.find((one) => one.from <= middle && middle < one.to);
    if (stretch !== undefined)
      return { text: stretch.counted ? glyphs.counted : glyphs.notCounted, tone: 'accent' };
    return middle < end ? { text: glyphs.ahead, tone: 'dim' } : { text: ' ', tone: 'plain' };
  });
  const mark = (at: InstantMs, text: string, tone: Tone): void => {
    drawn[place(at)] = { text, tone };
  };
  mark(from, glyphs.opened, 'strong');
  if (due !== null) mark(due, glyphs.due, 'warn');
  if (stopped !== null) {
    if (stopped.met === null) mark(stopped.at, glyphs.playhead, 'plain');
    else mark(stopped.at, stopped.met ? glyphs.met : glyphs.missed, stopped.met ? 'good' : 'bad');
  }
  return joinRuns(drawn);
}

import type { CheckedLimit, CheckedRelative } from '../check/model.ts';
import type { InstantMs } from '../time/types.ts';
import { backFrom, deadlineBy } from './deadline.ts';
import { countHours } from './ticket-count.ts';
import type { TicketLife } from './ticket-life.ts';
import { holds, Stillness, together } from './ticket-pauses.ts';
import { countOf, softOf } from './counting-of.ts';
import { stillness, shutHours } from './stillness.ts';
import type { TicketClock } from './ticket-clock.ts';

/** The deadline in force; null for none. */
export function dueOf(life: TicketLife, run: TicketClock, still = stillness(life, run)): InstantMs | null {
  const own =
    run.target?.promise.kind === 'relative'
      ? dueByAnchor(life, run, run.target.promise, run.target.promise.hard, still)
      : (run.counting?.due(still) ?? null);
  if (own === null && (run.counting === null || run.target?.promise.kind === 'relative')) return null;
  // What a pause keeps from ending ends after what has ended, as among the limits of one cell.
  const ends = run.others.map((each) => each.due(still));
  const earliest = ends.reduce<InstantMs>((a, b) => Math.min(a, b ?? Infinity), own ?? Infinity);
  if (earliest === Infinity) return null;
  if (run.floor === null) return earliest;
  // What a pause keeps from ending is not over, and the deadline comes after it.
  const floor = run.floor.due(still);
  return floor === null ? null : Math.max(earliest, floor);
}

/** A bound counted from, or back from, another clock's deadline or an event; never before the clock's own start. */
function dueByAnchor(
  life: TicketLife,
  run: TicketClock,
  { side, of }: CheckedRelative,
  limit: CheckedLimit,
  still: Stillness,
): InstantMs | null {
  const { started } = run;
  const anchor = anchorOf(life, run, of);
  if (anchor === null || started === null) return null;
  const end =
    side === 'after'
      ? countOf(life, run, limit, anchor).due(still)
      : backFrom((name) => life.calendar(name, started), limit, anchor);
  return end === null ? null : Math.max(end, started);
}

function anchorOf(life: TicketLife, run: TicketClock, of: CheckedRelative['of']): InstantMs | null {
  if (of.kind === 'event') return life.lastOf(of.event);
  const other = life.runs.find(({ metric }) => metric === of.metric);
  if (of.kind === 'stop') return other?.stopped ?? null;
  if (other !== undefined && other.started !== null && other.target !== null) return dueOf(life, other);
  const start = run.started;
  const promise = run.beside(of.metric);
  if (promise === null || start === null) return null;
  const answer = deadlineBy((name) => life.calendar(name, start), promise, start, run.beside);
  return answer.kind === 'due' ? answer.due : null;
}

/** What is aimed at, where the promise is a range. */
export function softDueOf(life: TicketLife, run: TicketClock, still: Stillness): InstantMs | null {
  const promise = run.target?.promise;
  if (promise === undefined) return null;
  if (promise.kind === 'relative') {
    return promise.soft === null ? null : dueByAnchor(life, run, promise, promise.soft, still);
  }
  const soft = softOf(promise);
  if (soft === null || run.counting === null) return null;
  const { hours, from } = run.counting;
  const plain = countOf(life, run, soft, from);
  if (hours === null || plain.hours === null) return plain.due(still);
  return countHours(
    [
      ...hours.pieces.slice(0, -1),
      ...plain.hours.pieces.map((piece) => ({ ...piece, from: hours.pieces.at(-1)?.from ?? from })),
    ],
    plain.hours.budget,
    hours.credit,
  ).due(still);
}

/** Whether a pause that counts goes on, and keeps the deadline from being known. */
export function isHeldAt(life: TicketLife, run: TicketClock, at: InstantMs): boolean {
  const { spans } = stillness(life, { ...run, over: [] });
  const going = spans.find((span) => holds(span, at));
  if (going === undefined) return false;
  const rest = spans.filter((span) => span.from < going.from);
  const endless = new Stillness(
    [...together([...rest, ...run.over]), { from: going.from, to: null }],
    shutHours(life, run),
  );
  return dueOf(life, run, endless) === null;
}

import type { InstantMs } from '../time/types.ts';
import type { TicketLife } from './ticket-life.ts';
import type { ReferenceClock } from './ticket-model.ts';
import { cutAt, Stillness } from './ticket-pauses.ts';
import { dueOf, softDueOf, isHeldAt } from './due-of.ts';
import { stillness, shutHours } from './stillness.ts';
import type { TicketClock } from './ticket-clock.ts';

/** Whether there is anything to judge: a promise, or the breach of one that has gone. */
export function isJudged({ target, sticky }: TicketClock): boolean {
  return target !== null || sticky !== null;
}

/** How a clock stands, or stood when it stopped. */
export function judged(life: TicketLife, run: TicketClock, at: InstantMs): ReferenceClock {
  const end = run.stopped ?? run.ended ?? at;
  const isOver = run.stopped !== null || run.ended !== null;
  const still = stillness(life, run);
  const cut = new Stillness(cutAt(still.spans, end), shutHours(life, run));
  const isPaused = !isOver && isHeldAt(life, run, at);
  const due = isPaused ? null : dueOf(life, run, isOver ? cut : still);
  const breached = run.sticky ?? (due !== null && end > due ? Math.max(due, run.lateFloor) : null);
  const used = run.counting?.used(end, cut) ?? null;
  const budget = run.counting?.hours?.budget ?? null;
  return {
    metric: run.metric,
    occurrence: run.occurrence,
    severity: run.severity,
    started: run.started,
    due,
    soft: isPaused ? null : softDueOf(life, run, isOver ? cut : still),
    stopped: run.stopped,
    status: statusOf(run, breached !== null, isPaused, due),
    breached,
    used,
    remaining: used === null || budget === null ? null : Math.max(budget - used, 0),
    paused: run.counting?.paused(end, cut) ?? null,
  };
}

function statusOf(run: TicketClock, isLate: boolean, isPaused: boolean, due: InstantMs | null): string {
  if (isLate) return 'missed';
  if (run.target?.promise.kind === 'word') return 'word';
  if (run.stopped !== null) return 'met';
  if (run.ended !== null) return 'cancelled';
  if (isPaused) return 'paused';
  return due === null ? 'not started' : 'running';
}

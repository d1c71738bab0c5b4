import type { CheckedTarget } from '../check/model.ts';
import type { InstantMs } from '../time/types.ts';
import { countHours, type Counting } from './ticket-count.ts';
import type { Change, TicketLife } from './ticket-life.ts';
import { cutAt, Stillness } from './ticket-pauses.ts';
import { daysOf, countOf, boundOf } from './counting-of.ts';
import { dueOf, isHeldAt } from './due-of.ts';
import { stillness, shutHours } from './stillness.ts';
import { endOfStretch, limitOf } from './end-of-stretch.ts';
import { wordsOf } from './promise-words.ts';
import type { TicketClock } from './ticket-clock.ts';

/** Gives each running clock what the ticket is now promised. What was met stays met. */
export function changeClocks(life: TicketLife, line: Change, now: InstantMs): void {
  const running = life.runs.filter(({ isActive }) => isActive);
  // Deadlines hang on each other, so all of them are told before any is changed.
  const before = new Map(
    running.map((run) => [run, isHeldAt(life, run, now) ? null : dueOf(life, run)] as const),
  );
  for (const run of running) {
    if (run.started === null) continue;
    const target = life.targetOf(run.metric, run.started);
    const words = wordsOf(life, run.metric, run.started);
    const isSame = words === run.words;
    if (!isSame && line.basis.kind === 'keep old') continue;
    run.severity = life.severity;
    run.days = daysOf(life, run);
    if (isSame) run.target = target;
    else recount(life, run, target, line, now, before.get(run) ?? null);
    run.words = words;
    run.beside = life.promisesNow(run.started);
  }
}

function recount(
  life: TicketLife,
  run: TicketClock,
  target: CheckedTarget | null,
  line: Change,
  now: InstantMs,
  due: InstantMs | null,
): void {
  if (!line.breachStays) run.sticky = null;
  else if (due !== null && due < now) run.sticky ??= Math.max(due, run.lateFloor);
  const { counting: old, others, started } = run;
  run.target = target;
  run.lateFloor = -Infinity;
  run.others = [];
  run.floor = null;
  run.counting = null;
  if (started === null || target === null || target.promise.kind === 'word') return;
  const limit = boundOf(target.promise);
  if (limit !== null) {
    run.counting = recounted(life, run, line, old, (from) => countOf(life, run, limit, from), started, now);
  }
  if (line.earlierOfBoth) {
    const before = old ?? (due === null ? null : fixed(due, due));
    run.others = before === null ? others : [...others, before];
  }
  if (line.floor !== null) {
    const from = line.floor.after === null ? now : (life.lastOf(line.floor.after) ?? now);
    const by = limitOf(line.floor.by);
    run.floor =
      by.kind === 'elapsed'
        ? countHours([{ from, measure: null }], by.seconds * 1000, 0)
        : by.kind === 'hours'
          ? countHours([{ from, measure: life.calendar(by.calendar, null) }], by.seconds * 1000, 0)
          : fixed(endOfStretch(life, line.floor.by, from), from);
  }
  const next = dueOf(life, run);
  if (line.lateFrom === 'change' && next !== null && next < now) run.lateFloor = now;
}

/** A count of dates that nothing moves. */
function fixed(due: InstantMs, from: InstantMs): Counting {
  return { ...countHours([{ from, measure: null }], 0, 0), due: () => due };
}

function recounted(
  life: TicketLife,
  run: TicketClock,
  { basis }: Change,
  old: Counting | null,
  from: (start: InstantMs) => Counting,
  started: InstantMs,
  now: InstantMs,
): Counting {
  switch (basis.kind) {
    case 'from open':
      return from(started);
    case 'from event':
      return from(Math.max(life.lastOf(basis.event) ?? now, started));
    case 'keep elapsed': {
      const next = from(now);
      if (old === null) return next;
      if (old.hours === null || next.hours === null) return from(old.from);
      return countHours([...old.hours.pieces, ...next.hours.pieces], next.hours.budget, old.hours.credit);
    }
    case 'proportional':
      return old === null ? from(now) : sameShare(life, run, old, from(now), now);
    case 'from change':
    case 'keep old':
      return from(now);
  }
}

/** What remains of the new promise is to the whole of it as what remained of the old one was. */
function sameShare(
  life: TicketLife,
  run: TicketClock,
  old: Counting,
  next: Counting,
  now: InstantMs,
): Counting {
  const still = stillness(life, run);
  const told = new Stillness(cutAt(still.spans, now), shutHours(life, run));
  const end = old.hours === null ? old.due(told) : null;
  const whole = old.hours?.budget ?? (end === null ? 0 : old.used(end, told));
  const used = Math.min(old.used(now, told), whole);
  const free = new Stillness([], []);
  const nextEnd = next.due(free) ?? now;
  const budget = next.hours?.budget ?? next.used(nextEnd, free);
  const left = whole === 0 ? 0 : Number((BigInt(budget) * BigInt(Math.max(whole - used, 0))) / BigInt(whole));
  return countHours([{ from: now, measure: next.measure }], budget, budget - left);
}

import { HorizonError, loadPlan, type Deadline, type Engine } from '../engine/index.ts';
import type { CompiledPlan, PlanTarget } from '../plan/model.ts';
import { epochDayOfDate } from '../time/civil-date.ts';
import type { InstantMs, ZoneTable } from '../time/types.ts';
import { MS_PER_DAY, MS_PER_SECOND, SECONDS_PER_DAY } from '../time/units.ts';
import { offsetsApart, type Span } from '../time/zone-differences.ts';

/** A promise that other time-zone data would make due at another instant, and a ticket that shows it. */
export interface MovedPromise {
  /** Index of `plan.plans`. */
  readonly plan: number;
  readonly target: PlanTarget;
  readonly opened: InstantMs;
  readonly due: InstantMs;
  /** When it would be due by the other data. */
  readonly wasDue: InstantMs;
}

/** Promises to tickets opened so long before other offsets begin, and so long after, are asked about. */
const DAYS_BEFORE = 45;
const DAYS_AFTER = 14;
/** Offsets differ by a quarter of an hour at least, and then for days. */
const STEP_MS = 15 * 60 * MS_PER_SECOND;
/** As many stretches of other offsets are looked at; summer times of later years repeat the first. */
const STRETCHES = 8;

/**
 * The promises of a plan that are due at another instant by other tables of its zones, each once, by where the contract
 * says it. Tickets opened before the contract takes effect are none of its own. Every quarter of an hour around the
 * changes is tried, so a promise that moves for tickets of less than that is not found.
 */
export function movedPromises(
  plan: CompiledPlan,
  others: { readonly [zone: string]: ZoneTable },
): readonly MovedPromise[] {
  const since = plan.effective === null ? -Infinity : epochDayOfDate(plan.effective.from) * MS_PER_DAY;
  const stretches = otherOffsets(plan, others).filter(({ to }) => to * MS_PER_SECOND > since);
  if (stretches.length === 0) return [];
  const now = loadPlan(plan);
  const then = loadPlan({ ...plan, zones: { ...plan.zones, ...others } });
  const found = new Map<string, MovedPromise>();
  // Equal promises of other cells move alike.
  const known = new Map<string, Moved | null>();
  for (const [index, { targets }] of plan.plans.entries()) {
    for (const target of targets) {
      const { file, line, column } = target.origin;
      const place = JSON.stringify([index, file, line, column]);
      if (found.has(place)) continue;
      const key = JSON.stringify([target.promise, target.when.opened]);
      let moved = known.get(key);
      if (moved === undefined) {
        moved = firstMoved(now, then, target, stretches, since);
        known.set(key, moved);
      }
      if (moved !== null) found.set(place, { plan: index, target, ...moved });
    }
  }
  return [...found.values()];
}

type Moved = Pick<MovedPromise, 'opened' | 'due' | 'wasDue'>;

function otherOffsets(plan: CompiledPlan, others: { readonly [zone: string]: ZoneTable }): readonly Span[] {
  return Object.entries(others)
    .flatMap(([name, other]) => {
      const table = plan.zones[name];
      return table === undefined ? [] : offsetsApart(table, other);
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

function firstMoved(
  now: Engine,
  then: Engine,
  target: PlanTarget,
  stretches: readonly Span[],
  since: InstantMs,
): Moved | null {
  let looked = 0;
  for (const { from, to } of stretches) {
    if (looked === STRETCHES) return null;
    const first = Math.max((from - DAYS_BEFORE * SECONDS_PER_DAY) * MS_PER_SECOND, since);
    const begins = Math.max(from * MS_PER_SECOND, since);
    const last = Math.min(to * MS_PER_SECOND, begins + DAYS_AFTER * MS_PER_DAY);
    let answered = false;
    for (let opened = first; opened <= last; opened += STEP_MS) {
      const [due, wasDue] = [dueOf(now, target, opened), dueOf(then, target, opened)];
      if (due === null || wasDue === null) continue;
      if (due !== wasDue) return { opened, due, wasDue };
      answered = true;
    }
    if (answered) looked += 1;
  }
  return null;
}

/** Null where there is no deadline: a word, other hours of arrival, beyond what a calendar covers. */
function dueOf(engine: Engine, { promise, when }: PlanTarget, opened: InstantMs): InstantMs | null {
  try {
    const isSelected = when.opened.every(
      ({ side, calendar }) => engine.calendar(calendar).isOpen(opened) === (side === 'in'),
    );
    const deadline: Deadline | null = isSelected ? engine.deadline(promise, opened) : null;
    return deadline?.kind === 'due' ? deadline.due : null;
  } catch (error) {
    if (error instanceof HorizonError) return null;
    throw error;
  }
}

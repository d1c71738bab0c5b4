import { type Engine, expandCalendar } from '../engine/index.ts';
import type { PlanCalendarBody, PlanCivilHours, PlanLimit } from '../plan/model.ts';
import type { InstantMs } from '../time/types.ts';
import { joined, type Uncounted } from './stretch.ts';
import { attribute } from './attribute.ts';

/**
 * Stretches of a promise in hours. They are cut wherever a reason may change: at every edge of every part of the
 * calendar and at every midnight of its zones.
 *
 *     Thu 16:00 ─ counted ─ 17:00 ─ closed: outside hours ─ Fri 00:00 ─ closed: holiday ─ Sat 00:00 ─ closed: weekend …
 */
export function accountForHours(
  engine: Engine,
  limit: Extract<PlanLimit, { kind: 'elapsed' | 'hours' }>,
  start: InstantMs,
): readonly Uncounted[] {
  const deadline = engine.deadline(limit, start);
  if (deadline.kind !== 'due') throw new Error('a limit has a deadline');
  const { due } = deadline;
  if (due === start) return [];
  if (limit.kind === 'elapsed') {
    return [
      {
        from: start,
        to: due,
        counted: true,
        amount: due - start,
        reason: 'elapsed time, every hour counts',
        origin: null,
      },
    ];
  }
  return openAndShut(engine, limit.calendar, start, due);
}

/** The time from one instant to another by a calendar: what is open of it counts, each part with its reason. */
export function openAndShut(
  engine: Engine,
  index: number,
  from: InstantMs,
  to: InstantMs,
): readonly Uncounted[] {
  const calendar = engine.plan.calendars[index];
  if (calendar === undefined) throw new Error(`the plan has no calendar ${index}`);
  const cuts = cutsOf(engine, calendar.body, from, to);
  const stretches: Uncounted[] = [];
  for (let i = 1; i < cuts.length; i++) {
    const begins = cuts[i - 1] as InstantMs;
    const ends = cuts[i] as InstantMs;
    const counted = engine.calendar(index).isOpen(begins);
    const { reason, origin } = attribute(engine, calendar, begins, counted);
    stretches.push({ from: begins, to: ends, counted, amount: counted ? ends - begins : 0, reason, origin });
  }
  return joined(stretches);
}

/** The span's ends and every instant between them at which a reason may change, rising. */
function cutsOf(
  engine: Engine,
  body: PlanCalendarBody,
  start: InstantMs,
  due: InstantMs,
): readonly InstantMs[] {
  const cuts = new Set<InstantMs>([start, due]);
  const from = Math.floor(start / 1000);
  const to = Math.ceil(due / 1000);
  // Windows between zones have edges that are no part's of one zone.
  for (const edge of expandCalendar(body, engine.plan.zones, from, to)) cuts.add(edge * 1000);
  for (const civil of civilParts(body)) {
    for (const edge of expandCalendar(civil, engine.plan.zones, from, to)) cuts.add(edge * 1000);
    const everyDay = Array.from({ length: 7 }, () => [{ from: 0, to: 43_200 }]);
    // Half days are open and shut in turn, so their edges are every midnight (and noon, which joins again).
    const days: PlanCivilHours = {
      ...civil,
      bound: 'each date',
      week: everyDay,
      limited: [],
      seasons: [],
      holidays: null,
      onHolidays: null,
      dated: [],
      closures: [],
    };
    const closed = {
      ...days,
      week: days.week.map(() => [{ from: 0, to: 86_400 }]),
      closures: civil.closures,
    };
    for (const part of [days, closed]) {
      for (const edge of expandCalendar(part, engine.plan.zones, from, to)) cuts.add(edge * 1000);
    }
  }
  return [...cuts].filter((cut) => cut >= start && cut <= due).sort((a, b) => a - b);
}

function civilParts(body: PlanCalendarBody): readonly PlanCivilHours[] {
  switch (body.kind) {
    case 'always':
    case 'never':
    case 'between zones':
      return [];
    case 'civil':
      return [body];
    case 'difference':
      return [...civilParts(body.from), ...civilParts(body.minus)];
    case 'union':
    case 'intersection':
      return body.of.flatMap(civilParts);
  }
}

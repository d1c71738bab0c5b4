import type { PlanCivilHours } from '../../plan/model.ts';
import type { PlanOpenHours, PlanWeek } from '../../plan/calendar-model.ts';
import { formatTimeOfDay } from '../../time/iso-instant.ts';
import { SECONDS_PER_DAY } from '../../time/units.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const WEEK = 7 * SECONDS_PER_DAY;

/** A written end of hours of the week, at all weekdays that have it. */
export interface WeekEdge {
  readonly side: 'opens' | 'closes';
  /** `10:00`, or with its weekday where it is at one alone. */
  readonly at: string;
  /** The first weekday that has it, Monday 0. */
  readonly weekday: number;
  /** The week with that end some seconds later. */
  later(seconds: number): PlanWeek;
  /** The week without the hours that it begins or ends. */
  gone(): PlanWeek;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The ends of the open hours of a week; hours that touch are one, over midnight as well. `clauseOf` tells by weekday of
 * which clause they are, so that those of different clauses are not one.
 */
export function weekEdges(
  week: PlanWeek,
  bound: PlanCivilHours['bound'],
  clauseOf: (weekday: number) => string,
): readonly WeekEdge[] {
  const spans = bound === 'each date' ? joined(week) : dayByDay(week);
  const rebuilt = (changed: readonly Span[]) =>
    bound === 'each date' ? split(changed) : byOpening(changed);
  const groups = new Map<string, { side: WeekEdge['side']; time: number; weekdays: number[]; own: Set<Span> }>();
  for (const span of spans) {
    // Hours without an end in the week have none.
    if (span.to - span.from >= WEEK) continue;
    for (const side of ['opens', 'closes'] as const) {
      const place = side === 'opens' ? span.from : span.to - 1;
      const weekday = Math.floor(place / SECONDS_PER_DAY) % 7;
      const time = (side === 'opens' ? span.from : span.to) - Math.floor(place / SECONDS_PER_DAY) * SECONDS_PER_DAY;
      const key = `${clauseOf(weekday)} ${side} ${time}`;
      const group = groups.get(key) ?? { side, time, weekdays: [], own: new Set() };
      group.weekdays.push(weekday);
      group.own.add(span);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ side, time, weekdays, own }) => ({
    side,
    weekday: Math.min(...weekdays),
    at: weekdays.length === 1 ? `${DAYS[weekdays[0] as 0]} ${formatTimeOfDay(time)}` : formatTimeOfDay(time),
    later: (seconds) =>
      rebuilt(
        spans.map((span) => {
          if (!own.has(span)) return span;
          return side === 'opens' ? { ...span, from: span.from + seconds } : { ...span, to: span.to + seconds };
        }),
      ),
    gone: () => rebuilt(spans.filter((span) => !own.has(span))),
  }));
}

function dayByDay(week: PlanWeek): readonly Span[] {
  return week.flatMap((hours, weekday) =>
    hours.map(({ from, to }) => ({
      from: weekday * SECONDS_PER_DAY + from,
      to: weekday * SECONDS_PER_DAY + to,
    })),
  );
}

/** Windows in seconds of the week, those that touch as one; one over the week's end goes past it. */
function joined(week: PlanWeek): readonly Span[] {
  const spans: Span[] = [];
  for (const span of dayByDay(week)) {
    const last = spans.at(-1);
    if (last !== undefined && last.to >= span.from) spans[spans.length - 1] = { from: last.from, to: span.to };
    else spans.push(span);
  }
  const [first, last] = [spans[0], spans.at(-1)];
  if (first !== undefined && last !== undefined && first !== last && first.from === 0 && last.to === WEEK) {
    return [...spans.slice(1, -1), { from: last.from, to: WEEK + first.to }];
  }
  return spans;
}

function split(spans: readonly Span[]): PlanWeek {
  const week: PlanOpenHours[][] = DAYS.map(() => []);
  for (const { from, to } of spans) {
    for (let at = from; at < to;) {
      const day = Math.floor(at / SECONDS_PER_DAY);
      const end = Math.min(to, (day + 1) * SECONDS_PER_DAY);
      const start = day * SECONDS_PER_DAY;
      week[((day % 7) + 7) % 7]?.push({ from: at - start, to: end - start });
      at = end;
    }
  }
  return week.map((hours) => merged(hours));
}

function byOpening(spans: readonly Span[]): PlanWeek {
  const week: PlanOpenHours[][] = DAYS.map(() => []);
  for (const { from, to } of spans) {
    // The day on which it opens is the same, however far its opening is moved.
    const day = Math.min(Math.max(Math.floor(from / SECONDS_PER_DAY), 0), 6);
    week[day]?.push({ from: from - day * SECONDS_PER_DAY, to: to - day * SECONDS_PER_DAY });
  }
  return week.map((hours) => merged(hours.filter(({ from, to }) => to > from)));
}

function merged(hours: readonly PlanOpenHours[]): readonly PlanOpenHours[] {
  const sorted = [...hours].sort((one, other) => one.from - other.from);
  const result: PlanOpenHours[] = [];
  for (const each of sorted) {
    const last = result.at(-1);
    if (last !== undefined && last.to >= each.from) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, each.to) };
    } else result.push(each);
  }
  return result;
}

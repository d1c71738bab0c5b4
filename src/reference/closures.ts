import type { AnnouncedClosures, Announcement, Closure } from '../check/calendar-model.ts';
import type { CivilDate, DaySeconds, InstantMs } from '../time/types.ts';
import type { OpenTime } from './open-time.ts';
import { MINUTE_MS, plusDays, plusMonths, type WallClock } from './wall-clock.ts';

/** Of a date, whether closures that were announced close a minute of it. */
export type AnnouncedTest = (date: CivilDate) => (time: DaySeconds) => boolean;

/** A minute of the wall clock. */
interface Minute {
  readonly date: CivilDate;
  readonly time: DaySeconds;
}

const DAY_MS = 86_400_000;

/**
 * The closures that count for tickets of a region: `began` is when the clock began that asks, null for one that saw all
 * announcements; `withoutClosures` is the calendar in which notices are counted, by the clock by which they are.
 */
export function announcedClosures(
  lines: readonly AnnouncedClosures[],
  region: string | null,
  began: InstantMs | null,
  withoutClosures: OpenTime,
): AnnouncedTest {
  const { clock } = withoutClosures;
  const counting = lines.flatMap((line) =>
    line.closures.flatMap((closure) => {
      if (closure.regions !== null && (region === null || !closure.regions.includes(region))) return [];
      const isUnknown = began !== null && instantOf(closure.announced, clock) > began;
      if (line.inFlight === 'keep old' && isUnknown) return [];
      const start = { date: closure.from, time: closure.closed[0]?.from ?? 0 };
      const end = noticeOver(line, closure, withoutClosures);
      if (line.late === 'do not count' && (end === null || isBefore(start, end))) return [];
      return end === null ? [] : [{ closure, since: end }];
    }),
  );
  return (date) => {
    const onDate = counting.filter(({ closure }) => closure.from <= date && date <= closure.to);
    return (time) =>
      onDate.some(
        ({ closure, since }) =>
          !isBefore({ date, time }, since) &&
          closure.closed.some(({ from, to }) => from <= time && time < to),
      );
  };
}

/** The first minute of the clock that is no longer within the notice; null where that is after the closure. */
function noticeOver(
  { notice }: AnnouncedClosures,
  { announced, to }: Closure,
  withoutClosures: OpenTime,
): Minute | null {
  const { clock } = withoutClosures;
  const at = instantOf(announced, clock);
  const date = announced.kind === 'instant' ? clock.read(at).date : announced.date;
  const afterDate = (last: CivilDate): Minute => ({ date: plusDays(last, 1), time: 0 });
  switch (notice.kind) {
    case 'none':
      return firstNewMinute(clock, at);
    case 'elapsed':
      return firstNewMinute(clock, at + notice.seconds * 1000);
    case 'business hours': {
      const end = endOfDate(clock, to);
      let left = notice.seconds * 1000;
      for (let minute = at; minute < end; minute += MINUTE_MS) {
        if (left <= 0) return firstNewMinute(clock, minute);
        if (withoutClosures.isOpen(minute)) left -= MINUTE_MS;
      }
      return null;
    }
    case 'days': {
      if (notice.unit === 'calendar day') return afterDate(plusDays(date, notice.count));
      if (notice.unit === 'month') return afterDate(plusMonths(date, notice.count));
      let left = notice.count;
      for (let day = plusDays(date, 1); day <= to; day = plusDays(day, 1)) {
        if (withoutClosures.opensOn(day)) left -= 1;
        if (left === 0) return afterDate(day);
      }
      return null;
    }
  }
}

/** From an instant on, the first minute that the clock shows and has not shown on the day before. */
function firstNewMinute(clock: WallClock, from: InstantMs): Minute {
  if (from % MINUTE_MS !== 0) throw new RangeError('the reference walks whole minutes');
  let latest = clock.read(from - DAY_MS);
  for (let at = from - DAY_MS; at < from; at += MINUTE_MS) {
    const shown = clock.read(at);
    if (isBefore(latest, shown)) latest = shown;
  }
  for (let at = from; ; at += MINUTE_MS) {
    const shown = clock.read(at);
    if (isBefore(latest, shown)) return shown;
  }
}

/** A date alone stands for its end. */
function instantOf(announced: Announcement, clock: WallClock): InstantMs {
  switch (announced.kind) {
    case 'instant':
      return announced.at;
    case 'local':
      return clock.find(announced.date, announced.time * 1000);
    case 'date':
      return endOfDate(clock, announced.date);
  }
}

function endOfDate(clock: WallClock, date: CivilDate): InstantMs {
  return clock.find(date, DAY_MS);
}

function isBefore(a: Minute, b: Minute): boolean {
  return a.date < b.date || (a.date === b.date && a.time < b.time);
}

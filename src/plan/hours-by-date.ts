import type { PlanClosure, PlanHoliday, PlanHolidays, PlanLimitedWeek, PlanWeek } from './calendar-model.ts';
import type { PlanCivilHours } from './model.ts';
import { epochDayOfDate } from '../time/civil-date.ts';
import { dateSetTest } from '../time/date-set.ts';
import { difference, edgesOf, intersection, union } from '../time/interval-set.ts';
import { SECONDS_PER_DAY } from '../time/units.ts';
import type { DayInterval, DaySeconds, EpochDay } from '../time/types.ts';

/**
 * Edges of open wall-clock time that belongs to one civil date, in seconds after its midnight; past 86400 where the
 * calendar is bound to the day of opening.
 */
export type DayEdges = readonly number[];

/** No window is longer than a week, so none reaches farther past the midnight that begins its date. */
const FAR = 8 * SECONDS_PER_DAY;

/**
 * The open hours of each civil date, by the layers: dated over holiday over season over week. A holiday takes its
 * closed stretch out of that date's hours and puts its own there; a dated line replaces them; closures take theirs out of
 * what is left.
 *
 *     week          |----------------|
 *     holiday            closed >>>>>>>
 *     on holidays          |---|
 *     open          |----| |---|
 */
export function hoursByDate(hours: PlanCivilHours): (epochDay: EpochDay) => DayEdges {
  const found = known.get(hours) ?? readHours(hours);
  known.set(hours, found);
  return found;
}

/** A table that grows asks again, and so does whoever accounts for a second. */
const known = new WeakMap<PlanCivilHours, (epochDay: EpochDay) => DayEdges>();

function readHours(hours: PlanCivilHours): (epochDay: EpochDay) => DayEdges {
  const week = weekEdges(hours.week, hours.limited);
  // Later entries win, so the last comes first.
  const seasons = [...hours.seasons].reverse().map((season) => ({
    holdsOn: dateSetTest(season.dates),
    week: weekEdges(season.week, season.limited),
    closedOn: season.own === null ? null : closedOn(hours.bound, season.own.holidays),
  }));
  const dated = [...hours.dated]
    .reverse()
    .map((entry) => ({ holdsOn: dateSetTest(entry.dates), edges: edgesOf(entry.hours) }));
  const closed = closedOn(hours.bound, hours.holidays);
  const shut = onDates(closureEdges(hours.bound, hours.closures));
  const own = hours.onHolidays;
  const ownEdges = edgesOf(own?.hours ?? []);

  const byLayers = (epochDay: EpochDay): DayEdges => {
    for (const entry of dated) if (entry.holdsOn(epochDay)) return entry.edges;
    const season = seasons.length === 0 ? undefined : seasons.find((entry) => entry.holdsOn(epochDay));
    const inForce = season === undefined ? week : season.week;
    // Monday is 0 here; 1970-01-01 was a Thursday.
    const weekday = (((epochDay + 3) % 7) + 7) % 7;
    const edges = inForce[weekday] as DayEdges;
    const holiday = (season?.closedOn ?? closed)(epochDay);
    if (holiday === undefined) return edges;
    const rest = difference(edges, holiday);
    if (own === null) return rest;
    const instead = own.as === null ? ownEdges : (inForce[own.as - 1] as DayEdges);
    return union(rest, intersection(instead, holiday));
  };
  if (hours.closures.length === 0) return byLayers;
  return (epochDay) => {
    const edges = byLayers(epochDay);
    const closure = shut(epochDay);
    return closure === undefined ? edges : difference(edges, closure);
  };
}

/** What closures that count take out, by date. */
function closureEdges(
  bound: PlanCivilHours['bound'],
  closures: readonly PlanClosure[],
): ReadonlyMap<EpochDay, DayEdges> {
  const found = new Map<EpochDay, DayEdges>();
  for (const { from, to, closed, counts } of closures) {
    if (counts.kind !== 'from') continue;
    const first = epochDayOfDate(counts.date);
    const last = epochDayOfDate(to);
    for (let day = Math.max(epochDayOfDate(from), first); day <= last; day += 1) {
      const edges = edgesOf(
        closed.flatMap((stretch) => {
          const begins = day === first ? Math.max(stretch.from, counts.time) : stretch.from;
          const ends = endOnDate(bound, stretch.to);
          return begins < ends ? [{ from: begins, to: ends }] : [];
        }),
      );
      found.set(day, union(found.get(day) ?? [], edges));
    }
  }
  return found;
}

/** What is closed up to midnight is closed of the part after midnight too, where that belongs to its date. */
function endOnDate(bound: PlanCivilHours['bound'], to: DaySeconds): number {
  return bound === 'day of opening' && to === SECONDS_PER_DAY ? FAR : to;
}

/** What is closed on a date; undefined where nothing is, which costs a look at one byte. */
function onDates(closed: ReadonlyMap<EpochDay, DayEdges>): (epochDay: EpochDay) => DayEdges | undefined {
  if (closed.size === 0) return () => undefined;
  const days = [...closed.keys()].sort((a, b) => a - b);
  const [first, last] = [days[0] as EpochDay, days.at(-1) as EpochDay];
  const isClosed = new Uint8Array(last - first + 1);
  for (const day of days) isClosed[day - first] = 1;
  return (epochDay) => (isClosed[epochDay - first] === 1 ? closed.get(epochDay) : undefined);
}

/** Calendars that share a list of holidays share what is read from it. */
const readLists = new WeakMap<
  readonly PlanHoliday[],
  Map<PlanCivilHours['bound'], ReturnType<typeof onDates>>
>();

function closedOn(bound: PlanCivilHours['bound'], holidays: PlanHolidays | null): ReturnType<typeof onDates> {
  if (holidays === null) return onDates(new Map());
  const read = readLists.get(holidays.days) ?? new Map<typeof bound, ReturnType<typeof onDates>>();
  readLists.set(holidays.days, read);
  const found = read.get(bound) ?? onDates(closedEdges(bound, holidays.days));
  read.set(bound, found);
  return found;
}

function closedEdges(
  bound: PlanCivilHours['bound'],
  days: readonly PlanHoliday[],
): ReadonlyMap<EpochDay, DayEdges> {
  const stretches = new Map<EpochDay, DayInterval[]>();
  for (const { date, closed } of days) {
    const day = epochDayOfDate(date);
    const to = endOnDate(bound, closed.to);
    const others = stretches.get(day);
    if (others === undefined) stretches.set(day, [{ from: closed.from, to }]);
    else others.push({ from: closed.from, to });
  }
  return new Map([...stretches].map(([day, closed]) => [day, edgesOf(closed)]));
}

/** Limited hours are shut for those whom no line of them admits, whatever else opens there. */
function weekEdges(week: PlanWeek, limited: readonly PlanLimitedWeek[]): readonly DayEdges[] {
  if (week.length !== 7) throw new Error(`a week has seven days, not ${week.length}`);
  return week.map((day, i) => {
    const of = (admitted: boolean) =>
      limited.filter((line) => line.admitted === admitted).map((line) => edgesOf(line.week[i] ?? []));
    return of(true).reduce(union, of(false).reduce(difference, edgesOf(day)));
  });
}

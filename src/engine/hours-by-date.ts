import type { PlanCivilHours } from '../plan/model.ts';
import { epochDayOfDate } from '../time/civil-date.ts';
import { dateSetTest } from '../time/date-set.ts';
import { difference, edgesOf } from '../time/interval-set.ts';
import type { DayInterval, EpochDay } from '../time/types.ts';

/** Edges of open wall-clock time within one civil date, in seconds after its midnight. */
export type DayEdges = readonly number[];

/**
 * The open hours of each civil date, by the layers: dated over holiday over season over week. A holiday takes its
 * closed stretch out of that date's hours; a dated line replaces them.
 */
export function hoursByDate(hours: PlanCivilHours): (epochDay: EpochDay) => DayEdges {
  const week = weekEdges(hours.week);
  // Later entries win, so the last comes first.
  const seasons = [...hours.seasons]
    .reverse()
    .map((season) => ({ holdsOn: dateSetTest(season.dates), week: weekEdges(season.week) }));
  const dated = [...hours.dated]
    .reverse()
    .map((entry) => ({ holdsOn: dateSetTest(entry.dates), edges: edgesOf(entry.hours) }));
  const closed = new Map<EpochDay, DayInterval[]>();
  for (const holiday of hours.holidays?.days ?? []) {
    const day = epochDayOfDate(holiday.date);
    closed.set(day, [...(closed.get(day) ?? []), holiday.closed]);
  }

  return (epochDay) => {
    const exception = dated.find((entry) => entry.holdsOn(epochDay));
    if (exception !== undefined) return exception.edges;
    const season = seasons.find((entry) => entry.holdsOn(epochDay));
    // Monday is 0 here; 1970-01-01 was a Thursday.
    const weekday = (((epochDay + 3) % 7) + 7) % 7;
    const edges = (season?.week ?? week)[weekday] as DayEdges;
    const holiday = closed.get(epochDay);
    return holiday === undefined ? edges : difference(edges, edgesOf(holiday));
  };
}

function weekEdges(week: readonly (readonly DayInterval[])[]): readonly DayEdges[] {
  if (week.length !== 7) throw new Error(`a week has seven days, not ${week.length}`);
  return week.map((day) => edgesOf(day));
}

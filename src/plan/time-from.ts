import { formatCivilDate } from '../time/civil-date.ts';
import type { InstantMs } from '../time/types.ts';
import { FIRST_YEAR, MS_PER_DAY, MS_PER_SECOND, SECONDS_PER_DAY } from '../time/units.ts';
import type { PlanCalendarBody, PlanOrigin } from './model.ts';

const NOWHERE: PlanOrigin = { file: '', line: 0, column: 0, path: [] };

/** All the time from an instant on, a whole second, as hours of dates in UTC. */
export function timeFrom(instant: InstantMs): PlanCalendarBody {
  const day = Math.floor(instant / MS_PER_DAY);
  const seconds = (instant - day * MS_PER_DAY) / MS_PER_SECOND;
  const whole = [{ from: 0, to: SECONDS_PER_DAY }];
  const line = (from: string, to: string, hours: typeof whole) => ({
    label: '',
    dates: { kind: 'range', from, to } as const,
    hours,
    limited: null,
    origin: NOWHERE,
  });
  const date = formatCivilDate(day);
  return {
    kind: 'civil',
    zone: 'UTC',
    bound: 'each date',
    week: Array.from({ length: 7 }, () => whole),
    weekOrigin: Array.from({ length: 7 }, () => NOWHERE),
    limited: [],
    seasons: [],
    holidays: null,
    customerHolidays: null,
    onHolidays: null,
    // The later line wins.
    dated: [
      line(`${FIRST_YEAR}-01-01`, date, []),
      line(date, date, [{ from: seconds, to: SECONDS_PER_DAY }]),
    ],
    closures: [],
  };
}

import moment from 'moment-timezone';
import 'moment-business-days';
import { datesOf } from '../calendars.mjs';

export function create(calendar) {
  const workingWeekdays = [1, 2, 3, 4, 5, 6, 7]
    .filter((day) => calendar.week[day] !== null)
    .map((day) => day % 7);
  moment.updateLocale('en', { workingWeekdays, holidays: datesOf(calendar), holidayFormat: 'YYYY-MM-DD' });
  return { addDays: (t, days) => moment.tz(t, calendar.zone).businessAdd(days).valueOf() };
}

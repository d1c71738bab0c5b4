import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import businessTime from 'dayjs-business-time';
import { datesOf } from '../calendars.mjs';

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(businessTime.default ?? businessTime);

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MINUTE = 60_000;

/** `inZone` makes a time of an instant: by the plugin for zones, or by the zone that the process runs in. */
export function createWith(calendar, inZone) {
  const hoursOf = (hours) => (hours === null ? null : [{ start: `${hours[0]}:00`, end: `${hours[1]}:00` }]);
  dayjs.setBusinessTime(Object.fromEntries(DAYS.map((day, i) => [day, hoursOf(calendar.week[i + 1])])));
  dayjs.setHolidays(datesOf(calendar));
  return {
    add: (t, ms) =>
      inZone(t)
        .addBusinessMinutes(ms / MINUTE)
        .valueOf(),
    between: (from, to) => inZone(from).businessMinutesDiff(inZone(to)) * MINUTE,
    isOpen: (t) => inZone(t).isBusinessTime(),
    addDays: (t, days) => inZone(t).addBusinessDays(days).valueOf(),
  };
}

export const create = (calendar) => createWith(calendar, (t) => dayjs(t).tz(calendar.zone));

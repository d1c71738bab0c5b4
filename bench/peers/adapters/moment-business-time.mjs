import moment from 'moment-timezone';
import 'moment-business-time';

export function create({ zone, week, holidays }) {
  const hoursOf = (hours) => hours?.map((text) => `${text}:00`) ?? null;
  moment.updateLocale('en', {
    // Sunday is 0.
    workinghours: Object.fromEntries([7, 1, 2, 3, 4, 5, 6].map((day) => [day % 7, hoursOf(week[day])])),
    holidays: holidays.map((date) => `*-${date}`),
  });
  return {
    add: (t, ms) =>
      moment
        .tz(t, zone)
        .addWorkingTime(ms / 3_600_000, 'hours')
        .valueOf(),
    between: (from, to) => moment.tz(to, zone).workingDiff(moment.tz(from, zone), 'milliseconds', true),
    isOpen: (t) => moment.tz(t, zone).isWorkingTime(),
    addDays: (t, days) => moment.tz(t, zone).addWorkingTime(days, 'days').valueOf(),
  };
}

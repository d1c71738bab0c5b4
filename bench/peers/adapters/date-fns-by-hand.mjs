// The naive way, day by day, with date-fns and its zones.
import { tz } from '@date-fns/tz';
import { addDays, format, getISODay, set, startOfDay } from 'date-fns';

export function create({ zone, week, holidays }) {
  const closed = new Set(holidays);
  const where = { in: tz(zone) };

  /** The open time of the date that begins at `day`, in ms; null when there is none. */
  function hoursOf(day) {
    const hours = week[getISODay(day, where)];
    if (hours === null || closed.has(format(day, 'MM-dd', where))) return null;
    return hours.map((text) => {
      const [hour, minute] = text.split(':').map(Number);
      const time = hour === 24 ? next(day) : set(day, { hours: hour, minutes: minute }, where);
      return time.getTime();
    });
  }

  const next = (day) => startOfDay(addDays(day, 1, where), where);

  return {
    add(t, ms) {
      let left = ms;
      for (let day = startOfDay(t, where); ; day = next(day)) {
        const hours = hoursOf(day);
        if (hours === null) continue;
        const from = Math.max(hours[0], t);
        if (hours[1] - from >= left) return from + left;
        left -= Math.max(hours[1] - from, 0);
      }
    },
    between(from, to) {
      let open = 0;
      for (let day = startOfDay(from, where); day.getTime() < to; day = next(day)) {
        const hours = hoursOf(day);
        if (hours !== null) open += Math.max(Math.min(hours[1], to) - Math.max(hours[0], from), 0);
      }
      return open;
    },
    isOpen(t) {
      const hours = hoursOf(startOfDay(t, where));
      return hours !== null && hours[0] <= t && t < hours[1];
    },
  };
}

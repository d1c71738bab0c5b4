// The naive way, day by day, right as far as luxon is: what a careful programmer writes in an hour.
import { DateTime } from 'luxon';

export function create({ zone, week, holidays }) {
  const closed = new Set(holidays);

  /** The open time of the date that begins at `day`, in ms; null when there is none. */
  function hoursOf(day) {
    const hours = week[day.weekday];
    if (hours === null || closed.has(day.toFormat('MM-dd'))) return null;
    return hours.map((text) => {
      const [hour, minute] = text.split(':').map(Number);
      return hour === 24 ? startOf(day.plus({ days: 1 })).toMillis() : day.set({ hour, minute }).toMillis();
    });
  }

  const startOf = (time) => time.startOf('day');
  const dayAt = (t) => startOf(DateTime.fromMillis(t, { zone }));
  const next = (day) => startOf(day.plus({ days: 1 }));

  return {
    add(t, ms) {
      let left = ms;
      for (let day = dayAt(t); ; day = next(day)) {
        const hours = hoursOf(day);
        if (hours === null) continue;
        const from = Math.max(hours[0], t);
        if (hours[1] - from >= left) return from + left;
        left -= Math.max(hours[1] - from, 0);
      }
    },
    between(from, to) {
      let open = 0;
      for (let day = dayAt(from); day.toMillis() < to; day = next(day)) {
        const hours = hoursOf(day);
        if (hours !== null) open += Math.max(Math.min(hours[1], to) - Math.max(hours[0], from), 0);
      }
      return open;
    },
    isOpen(t) {
      const hours = hoursOf(dayAt(t));
      return hours !== null && hours[0] <= t && t < hours[1];
    },
    addDays(t, days) {
      let time = DateTime.fromMillis(t, { zone });
      for (let left = days; left > 0;) {
        time = time.plus({ days: 1 });
        if (hoursOf(startOf(time)) !== null) left -= 1;
      }
      return time.toMillis();
    },
  };
}

// The naive way, day by day, with a polyfill of Temporal.
import { Temporal } from 'temporal-polyfill';

export function create({ zone, week, holidays }) {
  const closed = new Set(holidays);

  /** The open time of a date, in ms; null when there is none. */
  function hoursOf(date) {
    const hours = week[date.dayOfWeek];
    if (hours === null || closed.has(date.toString().slice(5))) return null;
    return hours.map((text) =>
      text === '24:00'
        ? date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
        : date.toZonedDateTime({ timeZone: zone, plainTime: text }).epochMilliseconds,
    );
  }

  const dateAt = (t) => Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO(zone).toPlainDate();
  const next = (date) => date.add({ days: 1 });

  return {
    add(t, ms) {
      let left = ms;
      for (let date = dateAt(t); ; date = next(date)) {
        const hours = hoursOf(date);
        if (hours === null) continue;
        const from = Math.max(hours[0], t);
        if (hours[1] - from >= left) return from + left;
        left -= Math.max(hours[1] - from, 0);
      }
    },
    between(from, to) {
      let open = 0;
      const last = dateAt(to);
      for (let date = dateAt(from); Temporal.PlainDate.compare(date, last) <= 0; date = next(date)) {
        const hours = hoursOf(date);
        if (hours !== null) open += Math.max(Math.min(hours[1], to) - Math.max(hours[0], from), 0);
      }
      return open;
    },
    isOpen(t) {
      const hours = hoursOf(dateAt(t));
      return hours !== null && hours[0] <= t && t < hours[1];
    },
  };
}

// Reads the clock of the process, which runs in the calendar's zone.
import OpeningHours from 'opening_hours';

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function create({ week, holidays }) {
  const open = DAYS.flatMap((day, i) => (week[i + 1] === null ? [] : [`${day} ${week[i + 1].join('-')}`]));
  const shut = holidays.map((date) => `${MONTHS[Number(date.slice(0, 2)) - 1]} ${date.slice(3)} off`);
  const hours = new OpeningHours([...open, ...shut].join('; '), null);
  return {
    /** The library has no addition; its iterator goes from one change to the next. */
    add(t, ms) {
      let left = ms;
      let at = t;
      const changes = hours.getIterator(new Date(t));
      for (;;) {
        const isOpen = changes.getState();
        // Hours that never change have no next change.
        if (!changes.advance()) return isOpen ? at + left : NaN;
        const next = changes.getDate().getTime();
        if (isOpen && next - at >= left) return at + left;
        if (isOpen) left -= next - at;
        at = next;
      }
    },
    between: (from, to) => hours.getOpenDuration(new Date(from), new Date(to))[0],
    isOpen: (t) => hours.getState(new Date(t)),
  };
}

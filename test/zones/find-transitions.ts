/** Every change of a zone's offset, found apart from the sources: by another question to `Intl` and another search. */
export interface Transition {
  /** The first second of the new offset. */
  readonly second: number;
  /** Seconds east of UTC before and from then on. */
  readonly before: number;
  readonly after: number;
}

const DAY = 86_400;

/** Asks for the offset each day and, where it has changed, halves the day down to the second. Years in UTC, both included. */
export function findTransitions(zone: string, fromYear: number, toYear: number): readonly Transition[] {
  const offsetAt = offsetReader(zone);
  const to = Date.UTC(toYear + 1, 0, 1) / 1000;
  const found: Transition[] = [];
  let at = Date.UTC(fromYear, 0, 1) / 1000;
  let before = offsetAt(at);
  while (at < to) {
    const next = Math.min(at + DAY, to);
    if (offsetAt(next) === before) {
      at = next;
      continue;
    }
    let [low, high] = [at, next];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    const after = offsetAt(high);
    if (high < to) found.push({ second: high, before, after });
    at = high;
    before = after;
  }
  return found;
}

/** Offsets by the difference of the wall clock to UTC, read as if it were UTC. */
function offsetReader(zone: string): (second: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (second) => {
    const [month = 0, day, year = 0, ...time] = format
      .format(second * 1000)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, day, ...time) / 1000 - second;
  };
}

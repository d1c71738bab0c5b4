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

/** Offsets as `Intl` writes them: `GMT`, `GMT+05:45`, `GMT-00:44:30`. */
function offsetReader(zone: string): (second: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (second) => {
    const [, sign, hours, minutes, seconds = '0'] =
      /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(second * 1000)) ?? [];
    if (sign === undefined) return 0;
    const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return sign === '-' ? -size : size;
  };
}

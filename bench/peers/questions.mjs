import { randomInstants } from '../office.mjs';
import { FIRST_YEAR, LAST_YEAR } from './calendars.mjs';

export const OPERATIONS = ['add', 'between', 'isOpen', 'addDays'];

const HOUR = 3_600_000;
const SECOND = 1000;
const BUDGET = 16 * HOUR;
const DAYS = 3;

const FROM = Date.UTC(FIRST_YEAR, 0, 2);
const TO = Date.UTC(LAST_YEAR, 10, 1);

/**
 * So many questions of each operation, at whole seconds: one half anywhere in the years, one half in the 36 hours before a
 * change of the zone's clocks, where libraries differ. `transitions` are seconds.
 */
export function questionsFor(calendar, transitions, count) {
  const near = transitions.map((second) => second * SECOND).filter((at) => at > FROM && at < TO);
  const seed = [...calendar.name].reduce((hash, letter) => Math.imul(hash, 31) + letter.charCodeAt(0), 7);
  const anywhere = randomInstants(seed, count, FROM / SECOND, TO / SECOND);
  const before = randomInstants(seed + 1, count, 0, (36 * HOUR) / SECOND);
  const length = randomInstants(seed + 2, count, 0, (30 * 24 * HOUR) / SECOND);
  const starts = Array.from(anywhere, (second, i) =>
    i % 2 === 0 || near.length === 0 ? second * SECOND : near[i % near.length] - before[i] * SECOND,
  );
  return OPERATIONS.flatMap((operation) =>
    starts.map((t, i) => ({ operation, ...argumentsOf(operation, t, length[i] * SECOND) })),
  );
}

function argumentsOf(operation, t, length) {
  switch (operation) {
    case 'add':
      return { t, by: BUDGET };
    case 'between':
      return { t, by: t + length };
    case 'addDays':
      return { t, by: DAYS };
    default:
      return { t, by: null };
  }
}

/** What `of` answers: an instant, ms of open time, or whether it is open. */
export const ask = (of, { operation, t, by }) => of[operation](t, by);

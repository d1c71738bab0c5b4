import type { Outcome } from '../../simulate/outcome.ts';
import { formatCivilDate, parseCivilDate } from '../../time/civil-date.ts';
import { parseInstant } from '../../time/iso-instant.ts';
import type { InstantMs } from '../../time/types.ts';
import type { WallClock } from '../model.ts';
import type { Filter } from './match-text.ts';

/** How dates of a filter are read: by the clock of the zone shown. */
export type DateReader = Pick<WallClock, 'zone' | 'instantOf'>;

/**
 * `opened:2026-06-12` is that date, from its midnight to the next; `opened:2026-06-12..2026-06-14` three dates;
 * either end of the two may be left open, an instant stands with its offset (`2026-06-12T08:30Z`), and a month (`2026-06`) or a year stands for all its dates. Null where
 * the text is no such thing.
 */
export function matchInstant(outcome: Outcome, dates: DateReader, text: string): Filter | null {
  if (!/^opened(?:[:<>]|$)/.test(text)) return null;
  const ends = endsOf(text);
  const from = ends === null ? null : instantFrom(dates, ends.from, -Infinity, 0);
  const to = ends === null ? null : instantFrom(dates, ends.to, Infinity, 1);
  if (from === null || to === null) {
    return {
      kind: 'problem',
      message: `\`${text}\`: write a date of ${dates.zone}, such as opened:2026-06-12 or opened:2026-06-12..2026-06-14`,
    };
  }
  const { opened } = outcome.tickets;
  return {
    kind: 'test',
    passes: (ticket) => {
      const at = opened[ticket] ?? NaN;
      return at >= from && at < to;
    },
  };
}

/** First and last date, as written. */
function endsOf(text: string): { readonly from: string; readonly to: string } | null {
  const within = /^opened:(.*?)(\.\.(.*))?$/.exec(text);
  if (within !== null) {
    const [, first = '', range, last = ''] = within;
    if (first === '' && last === '') return null;
    return { from: first, to: range === undefined ? first : last };
  }
  const bound = /^opened(>=|<=)(.+)$/.exec(text);
  if (bound === null) return null;
  return bound[1] === '>=' ? { from: bound[2] ?? '', to: '' } : { from: '', to: bound[2] ?? '' };
}

/** Where the first date of what is written begins, or (`end` 1) the day after its last; null where there is none. */
function instantFrom(dates: DateReader, written: string, open: number, end: 0 | 1): InstantMs | null {
  if (written === '') return open;
  if (written.includes('t')) {
    // An instant with its offset, to the millisecond; as an end it is in.
    const read = parseInstant(written.toUpperCase());
    return read.ok ? read.instant + end : null;
  }
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written) ?? [];
  if (year === undefined) return null;
  const first = parseCivilDate(`${year}-${month ?? '01'}-${day ?? '01'}`);
  if (first === null) return null;
  if (end === 0) return dates.instantOf(formatCivilDate(first), 0);
  if (day !== undefined) return dates.instantOf(formatCivilDate(first + 1), 0);
  const next =
    month === undefined || month === '12'
      ? `${String(Number(year) + 1).padStart(4, '0')}-01-01`
      : `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`;
  return dates.instantOf(next, 0);
}

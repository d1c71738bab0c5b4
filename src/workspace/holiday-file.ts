import { format } from '../format/format.ts';

/** A day of a holiday set as a data set gives it. */
export interface ListedHoliday {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly name: string;
  /** When the part-day begins, `HH:MM`; null for the whole date. */
  readonly from: string | null;
}

export interface HolidayListing {
  /** Name of the set, such as `US-NY`. */
  readonly name: string;
  readonly source: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly days: readonly ListedHoliday[];
  /** Lines for the reader, without their `#`. */
  readonly remarks: readonly string[];
}

/**
 * A holiday set written in the language, a line a date, in its canonical form, for people to review and to commit: a
 * contract must not change because a data set did. Two names of one date share its line; it closes from the earlier start.
 */
export function renderHolidayFile(listing: HolidayListing): string {
  const result = format(writeDown(listing));
  if (result.kind === 'unreadable')
    throw new Error(`a holiday file cannot be read: ${result.obstacles[0].message}`);
  return result.text;
}

function writeDown(listing: HolidayListing): string {
  const lines = mergeByDate(listing.days).map(({ date, name, from }) =>
    from === null ? `  ${date}  ${quote(name)}` : `  ${date}  from ${from}  ${quote(name)}`,
  );
  return [
    ...listing.remarks.map((remark) => `# ${remark}`),
    `holidays ${listing.name} {`,
    `  source  ${quote(listing.source)}`,
    `  covers  ${listing.fromYear}..${listing.toYear}`,
    ...lines,
    '}',
    '',
  ].join('\n');
}

function mergeByDate(days: readonly ListedHoliday[]): readonly ListedHoliday[] {
  const byDate = new Map<string, ListedHoliday>();
  for (const day of days) {
    const other = byDate.get(day.date);
    byDate.set(day.date, other === undefined ? day : merge(other, day));
  }
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function merge(a: ListedHoliday, b: ListedHoliday): ListedHoliday {
  const names = a.name.split(' / ');
  return {
    date: a.date,
    name: names.includes(b.name) ? a.name : `${a.name} / ${b.name}`,
    from: a.from === null || b.from === null ? null : a.from < b.from ? a.from : b.from,
  };
}

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

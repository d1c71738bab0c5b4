/** Holidays that follow a rule, worked out for the years that a set covers. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { briefly, checkText } from './findings.ts';

/** The days of a set: the date, what it is called, and the time from which it closes where that is not midnight. */
function daysOf(covers: string, rows: string): readonly string[] {
  const { contract } = checkText(`holidays H {\n  covers ${covers}\n${rows}\n}\n`);
  const days = contract.holidaySets[0]?.days ?? [];
  return days.map(({ date, name, closed }) =>
    [date, name, ...(closed.from === 0 ? [] : [`from ${closed.from / 3600}`])].join(' ').trim(),
  );
}

describe('a rule for a holiday', () => {
  test('names a weekday of a month, counted from its start or its end', () => {
    expect(daysOf('2026..2027', '  every last Mon of 05')).toEqual(['2026-05-25', '2027-05-31']);
    expect(daysOf('2026..2027', '  every fourth Thu of 11')).toEqual(['2026-11-26', '2027-11-25']);
    expect(daysOf('2026..2026', '  every first Mon of 06')).toEqual(['2026-06-01']);
    expect(daysOf('2026..2026', '  every last Thu of 12')).toEqual(['2026-12-31']);
  });

  test('names a date, which need not be in every year', () => {
    expect(daysOf('2026..2030', '  every 02-29 "leap day"')).toEqual(['2028-02-29 leap day']);
  });

  test('closes a part of the day', () => {
    expect(daysOf('2026..2026', '  every 12-24 from 14:00 "Christmas Eve"')).toEqual([
      '2026-12-24 Christmas Eve from 14',
    ]);
  });

  test('is kept on the nearest weekday, into the year before where that is nearest', () => {
    const newYear = '  every 01-01 "New Year" observed nearest weekday';
    expect(daysOf('2027..2028', newYear)).toEqual(['2027-01-01 New Year', '2027-12-31 New Year']);
    expect(daysOf('2028..2028', newYear)).toEqual([]);
    expect(daysOf('2023..2023', newYear)).toEqual(['2023-01-02 New Year']);
  });

  test('is kept on the day that is stated for the weekday it falls on', () => {
    const boxing = (year: number) =>
      daysOf(`${year}..${year}`, '  every 12-26 observed Mon if Sat, Tue if Sun or Mon');
    expect(boxing(2026)).toEqual(['2026-12-28']);
    expect(boxing(2021)).toEqual(['2021-12-28']);
    expect(boxing(2022)).toEqual(['2022-12-27']);
    expect(boxing(2025)).toEqual(['2025-12-26']);
  });

  test('gives the weekdays of the holidays of the United States as their data set lists them', () => {
    const rules = `
  every 01-01 observed nearest weekday
  every third Mon of 01
  every third Mon of 02
  every last Mon of 05
  every 06-19 observed nearest weekday
  every 07-04 observed nearest weekday
  every first Mon of 09
  every second Mon of 10
  every 11-11
  every fourth Thu of 11
  every 12-25 observed nearest weekday`;
    const isWeekday = (date: string) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    const listed =
      checkText(readFileSync('contracts/holidays/US.plan', 'utf8')).contract.holidaySets[0]?.days ?? [];
    expect(listed.length).toBeGreaterThan(50);
    expect(daysOf('2024..2032', rules).filter(isWeekday)).toEqual(
      listed.map(({ date }) => date).filter(isWeekday),
    );
  });

  test('that names a day or a month that does not exist is found', () => {
    const found = (row: string) =>
      briefly(checkText(`holidays H {\n  covers 2026..2026\n${row}\n}\n`).findings);
    expect(found('  every 02-30')).toContain('time/impossible-date @ 02-30');
    expect(found('  every last Mon of 13')).toContain('time/impossible-date @ 13');
  });
});

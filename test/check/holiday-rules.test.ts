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

  test('names days from one to another, over the end of the year as well', () => {
    expect(daysOf('2026..2027', '  every 12-02..12-03 "National Day"')).toEqual([
      '2026-12-02 National Day',
      '2026-12-03 National Day',
      '2027-12-02 National Day',
      '2027-12-03 National Day',
    ]);
    // Of the year before and of the one after, what lies in the years that are covered.
    expect(daysOf('2026..2026', '  every 12-30..01-02')).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-12-30',
      '2026-12-31',
    ]);
  });

  test('that begins or ends on a leap day has what there is of it in other years', () => {
    expect(daysOf('2027..2028', '  every 02-28..02-29')).toEqual(['2027-02-28', '2028-02-28', '2028-02-29']);
    expect(daysOf('2027..2028', '  every 02-29..03-01')).toEqual(['2027-03-01', '2028-02-29', '2028-03-01']);
  });

  test('moves each of the days that it names', () => {
    expect(daysOf('2026..2026', '  every 12-25..12-26 observed Mon if Sat')).toEqual([
      '2026-12-25',
      '2026-12-28',
    ]);
  });

  test('that names a day or a month that does not exist is found', () => {
    const found = (row: string) =>
      briefly(checkText(`holidays H {\n  covers 2026..2026\n${row}\n}\n`).findings);
    expect(found('  every 02-30')).toContain('time/impossible-date @ 02-30');
    expect(found('  every last Mon of 13')).toContain('time/impossible-date @ 13');
  });
});

describe('dates of a set from one to another', () => {
  const found = (rows: string) =>
    briefly(checkText(`holidays H {\n  covers 2026..2026\n${rows}\n}\n`).findings);

  test('are each a day of it', () => {
    expect(daysOf('2026..2026', '  2026-02-27 .. 2026-03-01 "Eid"')).toEqual([
      '2026-02-27 Eid',
      '2026-02-28 Eid',
      '2026-03-01 Eid',
    ]);
    expect(daysOf('2026..2026', '  2026-02-27..2026-02-27')).toEqual(['2026-02-27']);
  });

  test('are found where they are the wrong way round, outside the years, or there already', () => {
    expect(found('  2026-03-22..2026-03-20')).toContain('time/range-backwards @ 2026-03-22..2026-03-20');
    expect(found('  2026-12-29..2027-01-02')).toContain(
      'calendar/holiday-outside-years @ 2026-12-29..2027-01-02',
    );
    expect(found('  2026-03-21\n  2026-03-20..2026-03-22')).toContain(
      'calendar/holiday-twice @ 2026-03-20..2026-03-22',
    );
    expect(found('  2026-03-20..2026-03-32')).toContain('time/impossible-date @ 2026-03-32');
  });

  test('have no hour from which they close, which might be meant of the first or of each', () => {
    expect(found('  2026-03-20..2026-03-22 from 14:00')).toContain(
      'syntax/foreign-form @ 2026-03-20..2026-03-22 from 14:00',
    );
  });
});

describe('a day that is closed in part', () => {
  const closedOf = (rows: string, covers = '2026..2026') =>
    (checkText(`holidays H {\n  covers ${covers}\n${rows}\n}\n`).contract.holidaySets[0]?.days ?? []).map(
      ({ date, closed }) => `${date} ${closed.from / 3600}-${closed.to / 3600}`,
    );

  test('is closed up to a time, from one on, or between two', () => {
    expect(closedOf('  2026-02-18 closed until 12:00')).toEqual(['2026-02-18 0-12']);
    expect(closedOf('  2026-12-24 from 12:30')).toEqual(['2026-12-24 12.5-24']);
    expect(closedOf('  2026-05-04 closed 11:00-13:00')).toEqual(['2026-05-04 11-13']);
    expect(closedOf('  every 05-04 closed 11:00-13:00')).toEqual(['2026-05-04 11-13']);
  });

  test('may begin the evening before, and end on its own', () => {
    expect(closedOf('  2026-09-21 from 13:00 the day before "Yom Kippur"')).toEqual([
      '2026-09-20 13-24',
      '2026-09-21 0-24',
    ]);
    expect(closedOf('  2026-09-21 from 16:00 the day before until 20:00')).toEqual([
      '2026-09-20 16-24',
      '2026-09-21 0-20',
    ]);
  });

  test('that begins the evening before begins in the year before, as far as the set covers it', () => {
    expect(closedOf('  2026-01-01 from 12:00 the day before')).toEqual(['2026-01-01 0-24']);
    const newYear = '  every 01-01 from 12:00 the day before';
    expect(closedOf(newYear)).toEqual(['2026-01-01 0-24', '2026-12-31 12-24']);
  });

  test('begins the evening before the day on which it is kept', () => {
    // 4 July 2026 is a Saturday, kept on Friday the 3rd.
    expect(closedOf('  every 07-04 from 15:00 the day before observed nearest weekday')).toEqual([
      '2026-07-02 15-24',
      '2026-07-03 0-24',
    ]);
  });

  test('has a part that is closed', () => {
    for (const part of [
      'closed until 00:00',
      'from 24:00',
      'closed 13:00-13:00',
      'from 12:00 the day before until 00:00',
    ])
      expect(
        briefly(checkText(`holidays H {\n  covers 2026..2026\n  2026-05-04 ${part}\n}\n`).findings),
      ).toEqual([expect.stringContaining('time/empty-window') as string]);
  });

  test('is told what to write where it may be what is open or what is closed', () => {
    const said = (part: string) =>
      checkText(`holidays H {\n  covers 2026..2026\n  2026-05-04 ${part}\n}\n`).findings.map(
        ({ code, help }) => `${code} ${help}`,
      );
    expect(said('until 13:00')).toEqual([
      expect.stringMatching(/foreign-form .*`from 13:00`.*`closed until 13:00`/),
    ]);
    expect(said('09:00-13:00')).toEqual([expect.stringMatching(/foreign-form .*`closed 09:00-13:00`/)]);
    expect(said('open until 13:00')).toEqual([expect.stringMatching(/foreign-form .*`from 13:00`/)]);
    expect(said('half day "Eve"')).toEqual([expect.stringMatching(/foreign-form .*`from 12:00`/)]);
    expect(said('.. 2026-05-05 from 12:00')).toEqual([
      expect.stringMatching(/foreign-form .*a row for each date/),
    ]);
  });
});

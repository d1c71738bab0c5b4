import { describe, expect, test } from 'vitest';
import { Collector } from '../../src/diagnostics/collector.ts';
import { format } from '../../src/format/format.ts';
import { parseFile } from '../../src/syntax/parse.ts';
import { createSourceFile } from '../../src/text/source.ts';
import { type HolidayRequest, listHolidays } from '../../src/workspace/holiday-data.ts';
import { renderHolidayFile } from '../../src/workspace/holiday-file.ts';

async function list(request: Partial<HolidayRequest>) {
  const whole = { country: 'US', state: null, region: null, fromYear: 2026, toYear: 2026, language: null };
  const answer = await listHolidays({ ...whole, ...request });
  if (answer.kind !== 'listing') throw new Error(`no listing: ${JSON.stringify(answer)}`);
  return answer.listing;
}

describe('public holidays of a country', () => {
  test('hold the substitute beside the day it stands for, and nothing but public ones', async () => {
    const { days, name, source } = await list({});
    expect(name).toBe('US');
    expect(source).toMatch(/^date-holidays \d+\.\d+\.\d+: US, public, with substitutes$/);
    expect(days).toContainEqual({
      date: '2026-07-03',
      name: 'Independence Day (substitute day)',
      from: null,
    });
    expect(days).toContainEqual({ date: '2026-07-04', name: 'Independence Day', from: null });
    expect(days.map(({ name: day }) => day)).not.toContain("Valentine's Day");
  });

  test('of a state are more than those of the country', async () => {
    const { days, name } = await list({ state: 'NY' });
    expect(name).toBe('US-NY');
    expect(days.map(({ name: day }) => day)).toContain("Lincoln's Birthday");
  });

  test('that last several days take a line each', async () => {
    const { days } = await list({ country: 'RU' });
    const january = days.map(({ date }) => date).filter((date) => date.startsWith('2026-01-0'));
    expect(january).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((day) => `2026-01-0${day}`));
  });

  test('that begin in the afternoon say when', async () => {
    const { days } = await list({ country: 'IS' });
    expect(days).toContainEqual({ date: '2026-12-24', name: 'Aðfangadagur', from: '13:00' });
  });

  test('that begin at sunset are listed by their date, and the file says so', async () => {
    const { days, remarks } = await list({ country: 'IL', language: 'en' });
    expect(days).toContainEqual({ date: '2026-09-21', name: 'Day of Atonement (Yom Kippur)', from: null });
    expect(remarks.join(' ')).toContain('sunset');
  });

  test('that are 25 hours long, since clocks go back, take one date', async () => {
    const { days } = await list({ country: 'HT' });
    expect(days.filter(({ name }) => name === 'Toussaint').map(({ date }) => date)).toEqual(['2026-11-01']);
  });

  test('stay within the years asked for', async () => {
    const { days } = await list({ country: 'US', fromYear: 2021, toYear: 2022 });
    // New Year's Day of 2022 fell on a Saturday: its substitute is the last day of 2021.
    expect(days[0]?.date).toBe('2021-01-01');
    expect(days.every(({ date }) => date >= '2021' && date < '2023')).toBe(true);
  });

  test.each([
    [{ country: 'UU' }, 'no country `UU`'],
    [{ country: 'US', state: 'ZZ' }, 'no state of US `ZZ`'],
    [{ country: 'DE', state: 'BY', region: 'Q' }, 'no region of DE-BY `Q`'],
  ])('of a place that is not known are an error: %j', async (request, message) => {
    const whole = { state: null, region: null, fromYear: 2026, toYear: 2026, language: null };
    expect(await listHolidays({ ...whole, ...request })).toMatchObject({
      kind: 'unknown place',
      message: expect.stringContaining(message),
    });
  });
});

describe('the file of a holiday set', () => {
  test('is in the language, without a finding, and in its canonical form', async () => {
    for (const country of ['US', 'RU', 'IL', 'JP', 'IS']) {
      const text = renderHolidayFile(await list({ country, fromYear: 2024, toYear: 2027 }));
      const collector = new Collector();
      parseFile(createSourceFile('holidays.plan', text), collector);
      expect(collector.diagnostics).toEqual([]);
      expect(format(text)).toEqual({ kind: 'formatted', text });
    }
  });

  test('has a line a date: names are joined, and the earlier start holds', () => {
    const day = { date: '2026-01-01', name: 'a "b" \\', from: '14:00' };
    const text = renderHolidayFile({
      name: 'X',
      source: 's',
      fromYear: 2026,
      toYear: 2026,
      days: [
        { date: '2026-05-01', name: 'later', from: null },
        day,
        { ...day, name: 'other', from: '12:00' },
        day,
      ],
      remarks: ['why'],
    });
    expect(text).toBe(
      [
        '# why',
        'holidays X {',
        '  source "s"',
        '  covers 2026..2026',
        '  2026-01-01  from 12:00  "a \\"b\\" \\\\ / other"',
        '  2026-05-01              "later"',
        '}',
        '',
      ].join('\n'),
    );
  });
});

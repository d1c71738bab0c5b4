import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CheckedHolidaySet } from '../../src/check/model.ts';
import { format } from '../../src/format/format.ts';
import { epochDayOfDate, formatCivilDate, weekdayOf } from '../../src/time/civil-date.ts';
import { listHolidays } from '../../src/workspace/holiday-data.ts';
import { renderHolidayFile, type HolidayListing } from '../../src/workspace/holiday-file.ts';
import golden from '../golden/golden.json' with { type: 'json' };
import { contractNamed } from './shipped.ts';

function setOf(contract: string, name: string): CheckedHolidaySet {
  const set = contractNamed(contract).contract.holidaySets.find((candidate) => candidate.name === name);
  if (set === undefined) throw new Error(`${contract} has no holidays ${name}`);
  return set;
}

async function listing(country: string, from: number, to: number, language: string | null) {
  const answer = await listHolidays({
    country,
    state: null,
    region: null,
    fromYear: from,
    toYear: to,
    language,
  });
  if (answer.kind !== 'listing') throw new Error(answer.kind);
  return answer.listing;
}

describe('the days off in Russia', () => {
  const set = setOf('express', 'RU');

  test('are those of the golden readings in 2026', () => {
    const dates = set.days.map(({ date }) => date).filter((date) => date.startsWith('2026'));
    expect(dates).toEqual(golden.readings.express_holidays_2026);
  });

  test('follow in every year from the holidays by article 112', async () => {
    const { fromYear, toYear } = set;
    expect(set.days.map(({ date }) => date)).toEqual(
      byArticle112(await listing('RU', fromYear, toYear, 'en')),
    );
  });

  test('close the whole date', () => {
    expect(set.days.map(({ closed }) => closed)).toEqual(set.days.map(() => ({ from: 0, to: 86_400 })));
  });
});

/**
 * Days off on Monday to Friday: the holidays, and the working day after each that falls on a weekend, but for those
 * of 1 to 8 January. The data set has some of these substitutes and not others, so its own are left out first.
 */
function byArticle112({ days }: HolidayListing): readonly string[] {
  const fixed = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'];
  const off = new Set<string>();
  const isWeekend = (day: number) => weekdayOf(day) >= 6;
  for (const { date } of days) {
    const day = epochDayOfDate(date);
    const inJanuary = date.slice(5) <= '01-08';
    if (!inJanuary && !fixed.includes(date.slice(5))) continue;
    if (!isWeekend(day)) off.add(date);
    else if (!inJanuary) {
      let next = day;
      while (isWeekend(next)) next += 1;
      off.add(formatCivilDate(next));
    }
  }
  return [...off].sort();
}

describe.each([
  ['mattermost', 'US', null],
  ['gold', 'DE', 'en'],
])('the holidays of %s', (contract, name, language) => {
  test(`are what \`surety holidays ${name}\` writes`, async () => {
    const { fromYear, toYear } = setOf(contract, name);
    const written = renderHolidayFile(await listing(name, fromYear, toYear, language));
    expect(format(written)).toEqual({
      kind: 'formatted',
      text: readFileSync(`contracts/holidays/${name}.plan`, 'utf8'),
    });
  });
});

test('the fourth of July on a Saturday closes the Friday before in the United States', () => {
  const dates = setOf('mattermost', 'US').days.map(({ date }) => date);
  expect(dates).toContain('2026-07-03');
});

test('Germany as a whole does not keep Corpus Christi', () => {
  const dates = setOf('gold', 'DE').days.map(({ date }) => date);
  expect(dates).toContain('2026-05-14');
  expect(dates).not.toContain('2026-06-04');
});

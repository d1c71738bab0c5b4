/**
 * What the linter takes to be in order by its words alone is never asked of the engine, so the engine is asked here: of
 * promises in many words over calendars of many kinds, each against each.
 */
import { expect, test, vi } from 'vitest';
import { compareLines } from '../../src/analyze/later-than.ts';
import { promiseLines } from '../../src/analyze/promise-lines.ts';
import { dueWhileShut } from '../../src/analyze/shut-while.ts';
import { loadPlan } from '../../src/engine/index.ts';
import { withinOf } from '../../src/lint/calendar-within.ts';
import { plainlyNoLater } from '../../src/lint/plainly-no-later.ts';
import { plainlyOpenBefore } from '../../src/lint/plainly-open-before.ts';
import { shortestDateOf } from '../../src/lint/shortest-date.ts';
import { lower } from '../../src/plan/lower.ts';
import { difference } from '../../src/time/interval-set.ts';
import { wallClockAt } from '../../src/time/zone-arithmetic.ts';
import { checkText } from '../check/findings.ts';
import { randomFrom } from '../laws/random.ts';

const CALENDARS = `
holidays Own {
  covers 2026..2032
  every 12-25 "Christmas Day"
  every 12-24 from 14:00 "Christmas Eve"
  every last Mon of 05 "Memorial Day"
}
holidays Eves { covers 2026..2032; every 12-31 from 11:30 "New Year's Eve"; every 01-01 "New Year's Day" }
calendar Office   { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays Own }
calendar Wide     { zone Europe/Berlin; open Mon..Sat 08:00-20:00; holidays Own }
calendar Half     { zone Europe/Berlin; open Mon..Fri 10:00-12:30, 13:00-16:15; holidays Own, Eves }
calendar Summer   {
  zone Europe/Berlin
  open Mon..Fri 09:00-18:00
  season "summer" every 07-01..08-31 { open Mon..Thu 09:00-13:00 }
  open on 2027-05-14 10:00-11:30 "short day"
  closed every 12-27..12-30 "year's end"
  holidays Own
}
calendar Nights   { zone Europe/Berlin; open Mon..Fri 22:00-06:00; holidays none }
calendar Weekend  { zone Europe/Berlin; open Fri 17:00 .. Mon 09:00; holidays none }
calendar Far      { zone Australia/Lord_Howe; open Mon..Sun 00:00-08:00; holidays none }
calendar Cover    = Office or Weekend
calendar Both     = Office and Wide
calendar Rest     = Wide except Office
calendar Always   = Office or 24x7
`;
const NAMES = [
  'Office',
  'Wide',
  'Half',
  'Summer',
  'Nights',
  'Weekend',
  'Far',
  'Cover',
  'Both',
  'Rest',
  'Always',
] as const;

vi.setConfig({ testTimeout: 60_000 });

const random = randomFrom(20_260_612);
const of = <T>(...values: readonly T[]): T => values[random.below(values.length)] as T;

function cell(): string {
  const calendar = of(...NAMES.filter((name) => name !== 'Always'));
  const end = of('at same time', 'at close', 'at 17:00', 'at 09:30');
  const words = [
    `received outside hours ${of('at next opening', 'as received')}`,
    `day of receipt ${of('counts', 'does not count')}`,
    `ending outside hours ${of('at next opening', 'at previous close', 'stays')}`,
    ...of([], [], ['cut-off 15:00']),
  ].join(', ');
  return of(
    () => `${1 + random.below(40)} h in ${of(...NAMES)}`,
    () => `${1 + random.below(40)} h in ${calendar}`,
    () => `${1 + random.below(72)} h`,
    () => `${1 + random.below(5)} business days in ${calendar} ${end}, ${words}`,
    () => `${1 + random.below(5)} calendar days in ${calendar} ${end}, ${words}`,
    () => `1 month in ${calendar} ${end}, ${words}`,
    () =>
      `${of('later', 'earlier')} of ${1 + random.below(8)} h in ${of(...NAMES)} and ${1 + random.below(24)} h`,
    () => `end of week in ${calendar} at close`,
  )();
}

/** Counts and hours that lie close together, so that an hour too much that is taken for certain is wrong. */
const CLOSE = [
  ...[5, 6, 9, 10, 11].flatMap((hours) => [`${hours} h in Office`, `${hours} h`, `${hours + 14} h`]),
  ...['at close', 'at 09:30', 'at same time'].flatMap((end) =>
    [1, 2].flatMap((days) => [
      `${days} business days in Office ${end}, received outside hours as received, day of receipt does not count, ending outside hours stays`,
      `${days + 1} business days in Office ${end}, received outside hours as received, day of receipt counts, ending outside hours stays`,
      `${days} calendar days in Office ${end}, received outside hours as received, day of receipt does not count, ending outside hours stays`,
    ]),
  ),
];

const cells = [...CLOSE, ...Array.from({ length: 60 }, cell)];
const { contract, findings } = checkText(`contract "Words" { zone Europe/Berlin }
severities {
${cells.map((_, i) => `  S${i}\n`).join('')}}
${CALENDARS}
plan Basic {
  targets {
    respond
${cells.map((words, i) => `    S${i} ${words}\n`).join('')}  }
}
`);
const engine = loadPlan(lower(contract));
const lines = promiseLines(engine);
const SPAN = { from: Date.UTC(2026, 0, 2), to: Date.UTC(2029, 0, 2) };
const promises = cells.map((words, i) => {
  const checked = contract.plans[0]?.targets.find(({ when }) => when.severities?.[0] === `S${i}`);
  const compiled = engine.plan.plans[0]?.targets.find(({ when }) => when.severities?.[0] === i);
  if (checked === undefined || compiled === undefined) throw new Error(`${words} is no cell`);
  return { words, promise: checked.promise, line: lines.line(compiled.promise, SPAN) };
});
const calendarOf = (name: string) =>
  engine.calendar(engine.plan.calendars.findIndex((calendar) => calendar.name === name));

test('the words are those of a contract without errors', () => {
  expect(findings.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([]);
});

test('of promises that are plainly in order the first is never due later', () => {
  const plainly = plainlyNoLater(contract, () => true);
  const plain = promises.flatMap((one) =>
    promises
      .filter((other) => one !== other && plainly(one.promise, other.promise))
      .map((other) => [one, other] as const),
  );
  const wrong = plain.filter(([one, other]) => compareLines(one.line, other.line).later !== null);
  expect(wrong.map(([one, other]) => `${one.words} <= ${other.words}`)).toEqual([]);
  expect(plain.length).toBeGreaterThan(500);
});

test('hours that plainly open before a promise is due never stay shut until then', () => {
  let plain = 0;
  for (const name of NAMES) {
    const calendar = calendarOf(name);
    for (const { words, promise, line } of promises) {
      if (!plainlyOpenBefore(contract, promise, name)) continue;
      plain += 1;
      expect(dueWhileShut(line, calendar, SPAN)?.witness ?? null, `${words} in ${name}`).toBeNull();
    }
  }
  expect(plain).toBeGreaterThan(150);
});

test('a calendar that is plainly within another has no hour outside it', () => {
  const isWithin = withinOf(contract);
  const found = NAMES.flatMap((inner) =>
    [...NAMES, '24x7'].filter((outer) => isWithin(inner, outer)).map((outer) => `${inner} in ${outer}`),
  );
  for (const pair of found) {
    const [inner = '', outer = ''] = pair.split(' in ');
    const [mine, theirs] = [inner, outer].map((name) => calendarOf(name).edgesBetween(SPAN.from, SPAN.to));
    expect(difference(mine ?? [], theirs ?? []), pair).toEqual([]);
  }
  expect(found).toEqual(
    expect.arrayContaining([
      'Office in Wide',
      'Office in Cover',
      'Both in Office',
      'Rest in Wide',
      'Cover in Always',
    ]),
  );
  expect(found).not.toContain('Half in Office');
});

test('no date on which a calendar opens has less open time than is certain of it', () => {
  const shortest = shortestDateOf(contract);
  for (const name of NAMES) {
    const calendar = calendarOf(name);
    const zone = calendar.zone === null ? null : engine.zone(calendar.zone);
    if (zone === null) continue;
    const byDate = new Map<number, number>();
    const edges = calendar.edgesBetween(SPAN.from, SPAN.to);
    for (let i = 0; i < edges.length; i += 2) {
      let at = edges[i] as number;
      const end = edges[i + 1] as number;
      while (at < end) {
        const { epochDay } = wallClockAt(zone, at);
        let next = at;
        while (next < end && wallClockAt(zone, next).epochDay === epochDay) next += 15 * 60_000;
        byDate.set(epochDay, (byDate.get(epochDay) ?? 0) + Math.min(next, end) - at);
        at = next;
      }
    }
    // The first and the last date are cut by the span.
    const whole = [...byDate.values()].slice(1, -1);
    expect(shortest(name) * 1000, name).toBeLessThanOrEqual(Math.min(...whole));
  }
  expect([shortest('Office'), shortest('Wide'), shortest('Half')].map((seconds) => seconds / 3600)).toEqual([
    5, 6, 1.5,
  ]);
});

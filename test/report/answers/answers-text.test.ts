import { describe, expect, test } from 'vitest';
import { REPORT_PARTS } from '../../../src/check/simulation-model.ts';
import { plainPalette } from '../../../src/diagnostics/palette.ts';
import { causeSentence, eatenSentence, hoursWords } from '../../../src/report/answers/cause-words.ts';
import { amountWords } from '../../../src/report/answers/figure-words.ts';
import { weekGrid } from '../../../src/report/answers/week-grid.ts';
import { comparisonJson } from '../../../src/report/comparison-json.ts';
import { comparisonText } from '../../../src/report/comparison-text.ts';
import { answersOf } from '../../../src/simulate/answers/answers-of.ts';
import type { HoursOfWeek } from '../../../src/simulate/answers/answers.ts';
import { simulate } from '../../../src/simulate/run.ts';
import { summarize } from '../../../src/simulate/summarize.ts';
import { load, smallPlan, smallSimulation, stream, TWO_PLANS } from '../../simulate/small-world.ts';

const PLAN = smallPlan(TWO_PLANS);
const ENGINE = load(PLAN);
const OUTCOME = simulate(smallSimulation({ arrivals: [stream({ perWeek: 280 })] }), PLAN, ENGINE);
const SUMMARY = summarize(OUTCOME);
const ANSWERS = answersOf(OUTCOME, ENGINE);
const CONTEXT = { toolVersion: '0.0.0', node: '20.0.0' };

const textWith = (parts: readonly (typeof REPORT_PARTS)[number][], width = 80): string =>
  comparisonText(OUTCOME, SUMMARY, CONTEXT, {
    width,
    palette: plainPalette,
    answers: { of: ANSWERS, parts },
  });

describe('the answers as text', () => {
  test('say in short what the misses have in common, what stands open and how busy the agents are', () => {
    const text = textWith([]);
    expect(text).toContain('respond: what the misses have in common\n');
    expect(text).toMatch(/would have been\s+met but for/);
    expect(text).toMatch(/open at 09:00 in the mean/);
    expect(text).toMatch(/First line \d+\.\d %/);
    expect(text).toContain('`--report all`');
    // What is told at length is not told in short.
    expect(text).not.toContain('took most of');
  });

  test.each(REPORT_PARTS)('tell %s at length when asked to, with how it is reckoned', (part) => {
    const added = new Set(
      textWith([part])
        .split('\n')
        .filter((line) => !textWith([]).includes(line)),
    );
    // The plans of this contract promise no share.
    if (part === 'promised') expect([...added].join(' ')).toContain('A share is kept');
    else expect(added.size).toBeGreaterThan(6);
  });

  test.each([80, 100, 160])('stay within %i columns', (width) => {
    const wide = textWith(REPORT_PARTS, width)
      .split('\n')
      .filter((line) => line.length > width);
    expect(wide).toEqual([]);
  });
});

test('as JSON they have every figure, and instants as others have them', () => {
  const data = JSON.parse(comparisonJson(OUTCOME, SUMMARY, CONTEXT, ANSWERS)) as {
    readonly answers: {
      readonly plans: readonly {
        readonly backlog: { readonly days: readonly { readonly at: string }[] };
        readonly metrics: readonly {
          readonly times: { readonly stop: { readonly elapsed: { readonly p90Ms: number } } };
          readonly breaches: {
            readonly eaten: { readonly parts: readonly { readonly elapsedMs: number }[] };
          };
        }[];
      }[];
    };
  };
  const [basic] = data.answers.plans;
  expect(basic?.backlog.days[0]?.at).toBe('2026-03-09T09:00:00Z');
  expect(basic?.metrics[0]?.times.stop.elapsed.p90Ms).toBe(SUMMARY.plans[0]?.metrics[0]?.overall.wait?.p90);
  expect(basic?.metrics[0]?.breaches.eaten.parts).toHaveLength(4);
});

describe('words', () => {
  const hours = (changes: Partial<HoursOfWeek>): HoursOfWeek => ({
    by: 'hours',
    kind: 'each day',
    days: [1, 2, 3, 4, 5, 6, 7],
    from: 22,
    to: 6,
    zone: 'UTC',
    ...changes,
  });

  test.each([
    [hours({}), 'every day 22:00-06:00'],
    [hours({ days: [1, 2, 3, 4, 5], from: 17, to: 24 }), 'Mon-Fri 17:00-24:00'],
    [hours({ kind: 'stretch', days: [5, 5], from: 17, to: 24 }), 'Fri 17:00-24:00'],
    [hours({ kind: 'stretch', days: [5, 1], from: 17, to: 9 }), 'Fri 17:00 to Mon 09:00'],
    // A stretch of nearly a week, round to the hours before it began.
    [hours({ kind: 'stretch', days: [5, 5], from: 17, to: 9 }), 'Fri 17:00 to Fri 09:00'],
  ])('hours are said as people say them', (of, words) => {
    expect(hoursWords(of)).toBe(words);
  });

  test('a cause is a sentence with its share, that of the tickets, and its lift', () => {
    const cause = { of: { by: 'region', name: 'APAC' } as const, tickets: 31, missed: 83 };
    expect(
      causeSentence(
        { ...cause, shareOfMissed: 0.83, shareOfTickets: 0.31, lift: 0.83 / 0.31, liftInterval: null },
        1234,
      ),
    ).toBe('83.0 % of the 1,234 misses are of region APAC, as 31.0 % of the tickets: 2.7 times their share');
  });

  test('a lift comes with its interval by the weeks, or with the doubt where that holds one', () => {
    const cause = { of: { by: 'region', name: 'APAC' } as const, tickets: 31, missed: 83 };
    const of = { ...cause, shareOfMissed: 0.83, shareOfTickets: 0.31, lift: 0.83 / 0.31 };
    const said = (low: number, high: number) =>
      causeSentence({ ...of, liftInterval: { low, high } }, 1234).split('tickets: ')[1];
    expect(said(2.21, 3.16)).toBe('2.7 times their share (2.2 to 3.2)');
    expect(said(0.9, 4.5)).toBe('2.7 times their share (though one bad week may be all of it)');
  });

  test('nothing is said of what ate the time of no misses', () => {
    expect(eatenSentence({ misses: 0, parts: [] })).toBeNull();
  });

  test('a mean that is more than nothing is never nothing', () => {
    expect([0, 0.001, 0.12, 3.42, 34.4, 3400].map(amountWords)).toEqual([
      '0',
      'under 0.01',
      '0.12',
      '3.4',
      '34',
      '3,400',
    ]);
  });

  test('a week has a cell for two hours, empty where there is nothing to take a share of', () => {
    const whole = Array.from({ length: 168 }, (_, hour) => (hour === 8 || hour === 9 ? 5 : 0));
    const part = whole.map((count, hour) => (hour === 9 ? count : 0));
    const lines = weekGrid(part, whole);
    expect(lines).toHaveLength(8);
    expect(lines[1]).toBe('Mon     .    .    .    .   50    .    .    .    .    .    .    .');
    expect(lines[2]).toBe(`Tue ${'    .'.repeat(12)}`);
  });
});

import { describe, expect, it } from 'vitest';
import { lower } from '../../src/plan/lower.ts';
import { contractWith, HEAD } from './contract-with.ts';
import { checkText, lintText } from './findings.ts';

const PLAN = `plan A { targets { respond; all | 1 h }
  availability 99.9% per month of real time, outage from "a" to "b", counted per started 1 min
`;
const clause = (bands: string): string => `credit of "the fee" by availability per month gives ${bands}`;

function bandsOf(bands: string): readonly string[] {
  const { credits } = lower(contractWith(`${PLAN}${clause(bands)} }`)).plans[0] ?? { credits: [] };
  const gives = credits[0]?.gives;
  if (gives?.kind !== 'shortfall') throw new Error('there are no bands');
  return gives.bands.map(
    ({ percent, from, fromIncluded, to, toIncluded }) =>
      `${percent}% ${fromIncluded ? '[' : '('}${from}, ${to}${toIncluded ? ']' : ')'}`,
  );
}

function codesOf(bands: string): readonly string[] {
  return checkText(`${HEAD}${PLAN}${clause(bands)} }`).findings.map(({ code }) => code);
}

function gapsOf(credit: string): readonly string[] {
  return lintText(`${HEAD}${PLAN}${credit} }`).flatMap(({ code, message }) =>
    code === 'lint/credit-gap' ? [message] : [],
  );
}

describe('the bands of a credit by availability', () => {
  it('reach down to the next one where they say their upper end alone', () => {
    expect(bandsOf('10% below 99.9% | 25% below 99%')).toEqual(['10% [99, 99.9)', '25% [0, 99)']);
    expect(bandsOf('5% below 99.9% | 10% from 90% to 95% | 15% below 90%')).toEqual([
      '5% (95, 99.9)',
      '10% [90, 95]',
      '15% [0, 90)',
    ]);
  });

  it('hold both their ends, or all below the upper one', () => {
    expect(bandsOf('5% from 95.1% to 99.8% | 10% from 90% to below 95% | 15% below 90%')).toEqual([
      '5% [95.1, 99.8]',
      '10% [90, 95)',
      '15% [0, 90)',
    ]);
  });

  it('may not share a figure, not even an end', () => {
    expect(codesOf('5% from 95% to 99.9% | 10% from 90% to 95% | 15% below 90%')).toEqual([
      'money/shortfall-overlap',
    ]);
    expect(codesOf('5% from 95% to 99.9% | 10% below 95.5%')).toEqual(['money/shortfall-overlap']);
    expect(codesOf('5% from 95% to 99.9% | 10% below 95%')).toEqual([]);
  });

  it('are told their holes: between them, under the promise and at the bottom', () => {
    expect(gapsOf(clause('5% from 95.1% to 99.8% | 10% from 90% to 95%'))).toEqual([
      'no band of the credit holds between 99.8% and 99.9%, between 95% and 95.1%, below 90%',
    ]);
    expect(gapsOf(clause('5% from 95% to below 99.9% | 10% below 95%'))).toEqual([]);
  });

  it('by misses have a hole above a last one that ends', () => {
    const by = (last: string): string =>
      `credit of "the fee" by missed respond per month gives 5% for 1 | 9% for ${last}`;
    expect(gapsOf(by('2 to 4'))).toEqual(['no band of the credit holds 5 misses or more']);
    expect(gapsOf(by('2 or more'))).toEqual([]);
  });
});

describe('a credit in service', () => {
  it('is so many hours, with a cap for each ticket and one for each month', () => {
    const text = `${PLAN}credit 3 hours of "free support" per missed respond, at most 3 hours per ticket, at most 10 hours per month }`;
    expect(lower(contractWith(text)).plans[0]?.credits).toMatchObject([
      {
        gives: { kind: 'service', length: { kind: 'time', seconds: 10800 }, upTo: false, of: 'free support' },
        caps: [
          { kind: 'service', length: { seconds: 10800 }, period: null },
          { kind: 'service', length: { seconds: 36000 }, period: { unit: 'month' } },
        ],
      },
    ]);
  });

  it('may run by dates, up to so long', () => {
    const text = `${PLAN}credit up to 1 month of "premium support" per any missed target }`;
    expect(lower(contractWith(text)).plans[0]?.credits).toMatchObject([
      { gives: { kind: 'service', length: { kind: 'dates', unit: 'month', count: 1 }, upTo: true } },
    ]);
  });
});

describe('a credit by the share that was attained', () => {
  const by = 'credit of "the fee" by attained respond per month gives 5% below 95%';
  const codes = (clauses: string): readonly string[] =>
    checkText(`${HEAD}plan A { targets { respond; all | 1 h }\n${clauses} }`).findings.map(
      ({ code }) => code,
    );
  const attain = (share: string, period = 'month', more = '') =>
    `attain ${share} of respond per ${period} of tickets closed, except none, overall${more}`;

  it('needs the one promise that says which tickets count, wherever it stands', () => {
    expect(codes(by)).toEqual(['money/no-one-share']);
    expect(codes(`${by}\n${attain('95%')}`)).toEqual([]);
    expect(codes(`${attain('95%', 'quarter')}\n${by}`)).toEqual(['money/no-one-share']);
    expect(codes(`${attain('at most 2 late')}\n${by}`)).toEqual(['money/no-one-share']);
  });

  it('is of nothing that could be either of two', () => {
    expect(codes(`${attain('95%')}\n${attain('90%', 'month', ' for phone')}\n${by}`)).toEqual([
      'money/no-one-share',
    ]);
  });

  it('may be of a promise that is taken over', () => {
    const parent = `${HEAD}plan A { targets { respond; all | 1 h }\n${attain('95%')} }\nplan B extends A { ${by} }`;
    expect(checkText(parent).findings.map(({ code }) => code)).toEqual([]);
  });

  it('is told its holes as one by availability is', () => {
    const gap = 'credit of "the fee" by attained respond per month gives 5% from 80% to 90%';
    const found = lintText(
      `${HEAD}plan A { targets { respond; all | 1 h }\n${attain('95%')}\n${gap} }`,
    ).filter(({ code }) => code === 'lint/credit-gap');
    expect(found.map(({ message }) => message)).toEqual([
      'no band of the credit holds between 90% and 95%, below 80%',
    ]);
  });
});

import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { priceWork } from '../../../src/engine/money/work-price.ts';
import { overCost, rateFor, workCost } from '../../../src/engine/money/usage-price.ts';
import { KEY, SEVERE, work, worked } from '../entitlement/ledgered.ts';
import { loaded } from './credited.ts';

type Sums = Parameters<typeof priceWork>[3];

/** `EUR 180: band 0 3600 s 60, …`: what pieces of work of a Thursday come to. */
function priced(clause: string, pieces: readonly string[], sums?: Sums, header?: string): string {
  const { engine, plan } = loaded(clause, header);
  const [rate] = plan.rates;
  if (rate === undefined) throw new Error('there is no rate');
  const spans = pieces.map((piece) => work(`06-18 ${piece}`));
  const price = priceWork(engine, rate, spans, sums);
  switch (price.kind) {
    case 'words':
      return `"${price.text}"`;
    case 'money': {
      const lines = price.lines.map(
        ({ band, seconds, amount }) => `band ${band} ${seconds.toFraction()} s ${amount.toFraction()}`,
      );
      return `${price.currency} ${price.amount.toFraction()}: ${lines.join(', ')}`;
    }
  }
}

describe('work by a rate', () => {
  test('of one band costs its time, by the hour or the minute', () => {
    expect(priced('rate EUR 90 per hour', ['10:00-10:20', '11:00-11:20'])).toBe('EUR 60: band 0 2400 s 60');
    expect(priced('rate EUR 2 per minute', ['10:00-10:20'])).toBe('EUR 40: band 0 1200 s 40');
    expect(priced('rate EUR 90 per hour', [])).toBe('EUR 0: ');
  });

  test('of several bands costs on each side what its band does, a multiple being of the first', () => {
    const bands = 'rate EUR 90 per hour in Office | 2x outside, split at edge';
    expect(priced(bands, ['16:00-18:30'])).toBe('EUR 360: band 0 3600 s 90, band 1 5400 s 270');
    expect(priced(bands, ['10:00-11:00'])).toBe('EUR 90: band 0 3600 s 90');
    expect(priced(bands, ['18:00-19:00'])).toBe('EUR 180: band 1 3600 s 180');
  });

  test('that counts whole costs what the dearest band does that it touches, wherever that stands', () => {
    const dearOutside = 'rate EUR 90 per hour in Office | EUR 120 per hour outside, whole';
    expect(priced(dearOutside, ['16:00-17:30'])).toBe('EUR 180: band 1 5400 s 180');
    const cheapOutside = 'rate EUR 90 per hour in Office | EUR 60 per hour outside, whole';
    expect(priced(cheapOutside, ['16:00-17:30'])).toBe('EUR 135: band 0 5400 s 135');
    const outsideFirst = 'rate EUR 120 per hour outside | EUR 90 per hour in Office, whole';
    expect(priced(outsideFirst, ['16:00-17:30'])).toBe('EUR 180: band 0 5400 s 180');
    expect(priced(outsideFirst, ['10:00-11:00'])).toBe('EUR 90: band 1 3600 s 90');
  });

  test('outside every band costs nothing', () => {
    expect(priced('rate EUR 90 per hour in Office', ['16:30-18:00'])).toBe('EUR 45: band 0 1800 s 45');
    expect(priced('rate EUR 90 per hour in Office', ['18:00-19:00'])).toBe('EUR 0: ');
  });

  test('that counts whole costs what a band does that it touches, though most of it lies outside them all', () => {
    const evening =
      'currency EUR }\ncalendar Evening { zone Europe/Berlin; open Mon..Fri 20:00-22:00; holidays none';
    const two = 'rate EUR 90 per hour in Office | EUR 120 per hour in Evening, whole';
    const of = (piece: string) => priced(two, [piece], undefined, evening);
    expect(of('16:30-18:30')).toBe('EUR 180: band 0 7200 s 180');
    expect(of('18:30-20:30')).toBe('EUR 240: band 1 7200 s 240');
    expect(of('16:00-21:00')).toBe('EUR 600: band 1 18000 s 600');
    expect(of('18:00-19:00')).toBe('EUR 0: ');
  });

  test('has no figure where the sum of any of its bands stands elsewhere', () => {
    const words = 'rate EUR 90 per hour in Office | "the night rate" per hour outside, split at edge';
    expect(priced(words, ['10:00-11:00'])).toBe('"the night rate"');
    const sums = new Map([['the night rate', { amount: '150', currency: 'EUR' }]]);
    expect(priced(words, ['16:00-18:00'], sums)).toBe('EUR 240: band 0 3600 s 90, band 1 3600 s 150');
  });

  test('is rounded piece by piece, or as the sum of a period', () => {
    expect(priced('rate EUR 60 per hour, rounded up to 15 min', ['10:00-10:07', '11:00-11:07'])).toBe(
      'EUR 30: band 0 1800 s 30',
    );
    expect(
      priced('rate EUR 60 per hour, rounded up to 15 min per month', ['10:00-10:07', '11:00-11:07']),
    ).toBe('EUR 15: band 0 900 s 15');
  });

  test('in words costs what somebody says for them, or has no figure', () => {
    const words = 'rate "the hourly rate" per hour';
    expect(priced(words, ['10:00-10:30'])).toBe('"the hourly rate"');
    const sums = new Map([['the hourly rate', { amount: '80', currency: 'USD' }]]);
    expect(priced(words, ['10:00-10:30'], sums)).toBe('USD 40: band 0 1800 s 40');
    expect(
      priced(
        'rate "the daily rate" per day',
        ['10:00-10:30'],
        new Map([['the daily rate', { amount: '80', currency: 'USD' }]]),
      ),
    ).toBe('"the daily rate"');
    expect(priced('rate EUR 90 per visit', ['10:00-10:30'])).toBe('"per visit"');
    expect(
      priced('rate "the hourly rate" per hour in Office | 2x outside, split at edge', ['10:00-10:30']),
    ).toBe('"the hourly rate"');
    expect(
      priced('rate "the hourly rate" per hour in Office | 2x outside, split at edge', ['16:30-17:30'], sums),
    ).toBe('USD 120: band 0 1800 s 40, band 1 1800 s 80');
  });
});

describe('the rate for time', () => {
  const named = (clauses: string, key = KEY) => rateFor(loaded(clauses).plan, key)?.clause ?? null;

  test('is the narrowest that speaks of the ticket, wherever it stands', () => {
    const lines = ['rate EUR 90 per hour', 'rate EUR 120 per hour for P1'];
    for (const said of [lines, lines.toReversed()].map((each) => each.join('\n  '))) {
      expect(named(said)).toBe('rate EUR 90 per hour');
      expect(named(said, SEVERE)).toBe('rate EUR 120 per hour for P1');
    }
    expect(named('rate EUR 120 per hour for P1')).toBeNull();
    expect(named('')).toBeNull();
  });

  test('is one by the hour or the minute alone', () => {
    expect(named('rate EUR 90 per visit')).toBeNull();
    expect(named('rate EUR 90 per visit\n  rate EUR 2 per minute')).toBe('rate EUR 2 per minute');
    expect(named('rate "the hourly rate" per hour')).toBe('rate "the hourly rate" per hour');
  });
});

describe('what lies beyond a quota', () => {
  const HOURS = 'hours 4 per month, over billed, used when work ends, not rounded';
  const sums = new Map([['the hourly rate', { currency: 'USD', amount: new Fraction(80) }]]);

  /** What so many of a thing cost beyond the quota, of the work of a Thursday. */
  function over(
    clauses: string,
    pieces: readonly string[],
    amount: string,
    beyond: string,
    thing = 'hours',
    key = KEY,
  ): string {
    const { engine, plan } = loaded(clauses);
    const use = worked(
      'A',
      thing,
      pieces.map((piece) => `06-18 ${piece}`),
      { key },
    );
    const price = overCost(
      engine,
      plan,
      { thing, amount: new Fraction(amount), over: new Fraction(beyond) },
      use,
      sums,
    );
    switch (price.kind) {
      case 'money':
        return `${price.currency} ${price.amount.toFraction()} by ${price.said.clause}`;
      case 'no figure':
        return `"${price.words}" by ${price.said?.clause ?? 'nothing'}`;
    }
  }

  test('is hours by the rate, as many as they count, whatever it rounds', () => {
    const clauses = `${HOURS}\n  rate EUR 60 per hour, at least 2 h, rounded up to 1 h`;
    const clause = 'rate EUR 60 per hour, at least 2 h, rounded up to 1 h';
    expect(over(clauses, ['10:00-15:30'], '11/2', '3/2')).toBe(`EUR 90 by ${clause}`);
    expect(over(clauses, ['10:00-10:10'], '1/6', '1/6')).toBe(`EUR 10 by ${clause}`);
    const free = `${HOURS}\n  rate EUR 60 per hour, free below 2 h`;
    expect(over(free, ['10:00-10:10'], '1/6', '1/6')).toBe('EUR 10 by rate EUR 60 per hour, free below 2 h');
  });

  test('has no figure without a rate, or by one in words', () => {
    expect(over(HOURS, ['10:00-11:00'], '1', '1')).toBe('"" by nothing');
    expect(over(`${HOURS}\n  rate "the other rate" per hour`, ['10:00-11:00'], '1', '1')).toBe(
      '"the other rate" by rate "the other rate" per hour',
    );
    expect(over(`${HOURS}\n  rate "the hourly rate" per hour`, ['10:00-11:00'], '1', '1/2')).toBe(
      'USD 40 by rate "the hourly rate" per hour',
    );
  });

  test('is the last part of the work by the hours in which it was done, where the rate has several bands', () => {
    const rate = 'rate EUR 90 per hour in Office | EUR 180 per hour outside, split at edge';
    const clauses = `${HOURS}\n  ${rate}`;
    // Five hours, of which one and a half are beyond: 17:30 to 19:00.
    expect(over(clauses, ['14:00-19:00'], '5', '3/2')).toBe(`EUR 270 by ${rate}`);
    // Three hours beyond: 16:00 to 17:00 inside, and two outside.
    expect(over(clauses, ['14:00-19:00'], '5', '3')).toBe(`EUR 450 by ${rate}`);
    // The first of two pieces is not beyond, the second is as a whole.
    expect(over(clauses, ['10:00-12:00', '16:00-18:00'], '4', '2')).toBe(`EUR 270 by ${rate}`);
    expect(over(clauses, ['10:00-12:00', '16:00-18:00'], '4', '3')).toBe(`EUR 360 by ${rate}`);
    expect(over(clauses, ['10:00-12:00'], '2', '2')).toBe(`EUR 180 by ${rate}`);
    // Of three hours the last half is beyond: nothing of the first piece, half of the second.
    expect(over(clauses, ['10:00-12:00', '16:30-17:30'], '3', '1/2')).toBe(`EUR 90 by ${rate}`);
  });

  test('that is taken back has no figure where its work decided what it cost', () => {
    const rate = 'rate EUR 90 per hour in Office | EUR 180 per hour outside, split at edge';
    expect(over(`${HOURS}\n  ${rate}`, ['10:00-12:00'], '2', '-1')).toBe(`"taken back" by ${rate}`);
    expect(over(`${HOURS}\n  rate EUR 60 per hour`, ['10:00-12:00'], '2', '-1')).toBe(
      'EUR -60 by rate EUR 60 per hour',
    );
  });

  test('has no figure where there was no work and its hours would decide', () => {
    const rate = 'rate EUR 90 per hour in Office | EUR 180 per hour outside, split at edge';
    expect(over(`${HOURS}\n  ${rate}`, [], '3', '2')).toBe(`"" by ${rate}`);
    expect(over(`${HOURS}\n  rate EUR 60 per hour`, [], '3', '2')).toBe('EUR 120 by rate EUR 60 per hour');
  });

  test('is measured in the hours of the quota, which may count more outside', () => {
    const rate = 'rate EUR 90 per hour in Office | EUR 180 per hour outside, split at edge';
    const clauses = `hours 4 per month, outside Office at 2x split at edge, over billed, used when work ends, not rounded\n  ${rate}`;
    // 16:00 to 18:00 is one hour and one that counts twice; of those three the last is 17:30 to 18:00.
    expect(over(clauses, ['16:00-18:00'], '3', '1')).toBe(`EUR 90 by ${rate}`);
    const start = clauses.replace('at 2x split at edge', 'at 2x by start');
    expect(over(start, ['16:00-18:00'], '2', '1')).toBe(`EUR 180 by ${rate}`);
  });

  test('is anything else by a rate that is for one of it, and speaks of the ticket', () => {
    const clauses = `incidents 1 per month, over billed, used when opened, one incident per ticket
  rate EUR 90 per visit
  rate EUR 50 per incident for P1
  rate EUR 40 per incident`;
    expect(over(clauses, [], '1', '1', 'incidents')).toBe('EUR 40 by rate EUR 40 per incident');
    expect(over(clauses, [], '1', '3', 'incidents', SEVERE)).toBe(
      'EUR 150 by rate EUR 50 per incident for P1',
    );
    expect(over(clauses, [], '1', '2', 'visits')).toBe('EUR 180 by rate EUR 90 per visit');
    expect(over(clauses, [], '1', '2', 'licences')).toBe('"" by nothing');
    expect(over('rate "a price" per incident', [], '1', '2', 'incidents')).toBe('"" by nothing');
    // Nothing says at which hours it counts.
    const bands = 'rate EUR 40 per incident in Office | EUR 80 per incident outside, split at edge';
    expect(over(bands, [], '1', '2', 'incidents')).toBe('"" by nothing');
  });

  test('is anything else by the narrowest of several rates for it, wherever that stands', () => {
    const lines = ['rate EUR 40 per incident', 'rate EUR 50 per incident for P1'];
    for (const said of [lines, lines.toReversed()].map((each) => each.join('\n  '))) {
      expect(over(said, [], '1', '1', 'incidents', SEVERE)).toBe('EUR 50 by rate EUR 50 per incident for P1');
      expect(over(said, [], '1', '1', 'incidents')).toBe('EUR 40 by rate EUR 40 per incident');
    }
  });

  test('is measured in the hours of the narrowest quota that speaks of the ticket, wherever that stands', () => {
    const rate = 'rate EUR 90 per hour in Office | EUR 180 per hour outside, split at edge';
    const plain = 'hours 4 per month, over billed, used when work ends, not rounded';
    const severe =
      'hours 2 per month, outside Office at 2x split at edge, over billed, used when work ends, not rounded for P1';
    // 16:00 to 18:00 is one hour and one that counts twice for P1, two hours for others.
    for (const quotas of [
      [plain, severe],
      [severe, plain],
    ]) {
      const clauses = [...quotas, rate].join('\n  ');
      expect(over(clauses, ['16:00-18:00'], '3', '1', 'hours', SEVERE)).toBe(`EUR 90 by ${rate}`);
      expect(over(clauses, ['16:00-18:00'], '2', '1/2')).toBe(`EUR 90 by ${rate}`);
    }
    // Quotas of other things have no hours.
    const incidents = 'incidents 1 per month, over billed, used when opened, one incident per ticket for P2';
    const weighted = severe.replace(' for P1', '');
    const other = [incidents, weighted, rate].join('\n  ');
    expect(over(other, ['16:00-18:00'], '3', '1')).toBe(`EUR 90 by ${rate}`);
  });
});

test('what work costs is told with the clause by which', () => {
  const { engine, plan } = loaded('rate EUR 90 per hour');
  const [rate] = plan.rates;
  if (rate === undefined) throw new Error('there is no rate');
  expect(workCost(engine, rate, [work('06-18 10:00-11:00')], new Map())).toEqual({
    kind: 'money',
    currency: 'EUR',
    amount: new Fraction(90),
    said: rate,
  });
});

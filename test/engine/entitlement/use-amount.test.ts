import { describe, expect, test } from 'vitest';
import type { Use } from '../../../src/engine/entitlement/ledger-model.ts';
import { measureOfCharge, measureOfHours, WorkMeter } from '../../../src/engine/entitlement/use-amount.ts';
import { loaded } from '../money/credited.ts';
import { worked } from './ledgered.ts';

const UNROUNDED = 'over billed, used when work ends, not rounded';

/** What each use adds by the charge of the plan, or without one by its hours. */
function amounts(clauses: string, uses: readonly Use[], isInState = false): readonly string[] {
  const { engine, plan, ground } = loaded(clauses);
  const [charge] = plan.charges;
  const [quota] = plan.quotas;
  if (charge === undefined && quota === undefined) throw new Error('there is no measure');
  const measure =
    charge !== undefined
      ? measureOfCharge(charge, quota ?? null)
      : measureOfHours(quota as NonNullable<typeof quota>);
  let meter = new WorkMeter(engine);
  return uses.map((use) => {
    if (isInState) {
      const { state } = meter;
      meter = new WorkMeter(engine);
      meter.restore(JSON.parse(JSON.stringify(state)) as typeof state);
    }
    return meter.amountOf(measure, 'work', use, () => ground).toFraction();
  });
}

const piece = (ticket: string, ...pieces: readonly string[]) => worked(ticket, 'work', pieces);

describe('the hours of a use', () => {
  const hours = (terms: string, ...pieces: readonly string[]) =>
    amounts(`hours 10 per month, ${terms}`, [piece('A', ...pieces)])[0];

  test('are the length of its pieces together', () => {
    expect(hours(UNROUNDED, '06-18 10:00-10:30', '06-18 11:00-11:40')).toBe('7/6');
  });

  test('count more outside the hours that the quota names, by its parts', () => {
    expect(hours(`outside Office at 2x split at edge, ${UNROUNDED}`, '06-18 16:00-18:00')).toBe('3');
    expect(hours(`outside Office at 2x by start, ${UNROUNDED}`, '06-18 16:00-18:00')).toBe('2');
    expect(hours(`outside Office at 2x whole, ${UNROUNDED}`, '06-18 16:00-18:00')).toBe('4');
  });

  test('are rounded piece by piece', () => {
    const rounded = 'over billed, used when work ends, rounded up to 15 min';
    expect(hours(rounded, '06-18 10:00-10:01', '06-18 11:00-11:01')).toBe('1/2');
  });
});

describe('what a charge takes', () => {
  test('is by its own off-hours, or those of the quota that it draws on', () => {
    const quota = `hours 10 per month, outside Office at 2x split at edge, ${UNROUNDED}`;
    const evening = [piece('A', '06-18 17:00-18:00')];
    expect(amounts(`${quota}\n  charge work 1 hour per 1 h, on closed`, evening)).toEqual(['2']);
    expect(
      amounts(`${quota}\n  charge work 1 hour per 1 h, outside Office at 3x whole, on closed`, evening),
    ).toEqual(['3']);
    expect(amounts('charge work EUR 60 per 1 h, on closed', evening)).toEqual(['60']);
    const byStart = 'charge work EUR 60 per 1 h, outside Office at 3x by start, on closed';
    expect(amounts(byStart, [piece('A', '06-18 16:30-18:00')])).toEqual(['90']);
  });

  test('is by its own least and what is free below it', () => {
    const clauses = 'charge work EUR 60 per 1 h, free below 10 min, at least 30 min, on closed';
    expect(
      amounts(clauses, [
        piece('A', '06-18 10:00-10:09'),
        piece('A', '06-18 10:00-10:10'),
        piece('A', '06-18 10:00-10:40'),
      ]),
    ).toEqual(['0', '30', '40']);
  });

  test('is by its stages for each piece', () => {
    const clauses = 'charge work EUR 60 first 1 h, then EUR 20 per started 30 min, on closed';
    expect(amounts(clauses, [piece('A', '06-18 10:00-11:10', '06-18 12:00-12:10')])).toEqual(['140']);
  });

  test('for work as a whole is taken without any work', () => {
    expect(amounts('charge work EUR 60, on closed', [piece('A')])).toEqual(['60']);
    expect(amounts('charge work EUR 60 per 1 h, on closed', [piece('A')])).toEqual(['0']);
  });
});

describe('work that is added up', () => {
  const uses = [
    piece('A', '06-18 10:00-10:07'), // 7 minutes
    piece('B', '06-19 10:00-10:07'), // 14
    piece('A', '06-20 10:00-10:02', '06-20 11:00-11:02'), // 18
    piece('A', '07-01 10:00-10:01'), // of July
  ];
  const per = (whose: string) => `charge work EUR 4 per 1 min, rounded up to 15 min ${whose}, on closed`;

  test('of a month is rounded once, and each use adds what the sum grows by', () => {
    expect(amounts(per('per month'), uses)).toEqual(['60', '0', '60', '60']);
  });

  test('of a ticket and a month leaves the others alone', () => {
    // A has 7 and then 11 minutes, B 7 of its own.
    expect(amounts(per('per ticket per month'), uses)).toEqual(['60', '60', '0', '60']);
    // 7, then 7 of B, then 11 of A, and 16.
    expect(
      amounts(per('per ticket per month'), [...uses.slice(0, 3), piece('A', '06-21 10:00-10:05')]),
    ).toEqual(['60', '60', '0', '60']);
  });

  test('goes on from where it was kept', () => {
    for (const whose of ['per month', 'per ticket per month'])
      expect(amounts(per(whose), uses, true)).toEqual(amounts(per(whose), uses));
  });

  test('forgets what it had when it goes on from elsewhere', () => {
    const { engine, plan, ground } = loaded(per('per month'));
    const [charge] = plan.charges;
    if (charge === undefined) throw new Error('there is no charge');
    const measure = measureOfCharge(charge, null);
    const [fresh, other] = [new WorkMeter(engine), new WorkMeter(engine)];
    const add = () =>
      other.amountOf(measure, 'work', piece('A', '06-18 10:00-10:07'), () => ground).toFraction();
    expect([add(), add()]).toEqual(['60', '0']);
    other.restore(fresh.state);
    expect(add()).toBe('60');
  });

  test('is added up by each charge and account for itself', () => {
    const { engine, plan, ground } = loaded(per('per month'));
    const [charge] = plan.charges;
    if (charge === undefined) throw new Error('there is no charge');
    const meter = new WorkMeter(engine);
    const add = (of: string | number) =>
      meter
        .amountOf(measureOfCharge(charge, null), of, piece('A', '06-18 10:00-10:07'), () => ground)
        .toFraction();
    expect([add('a'), add('b'), add(0), add('0'), add('a')]).toEqual(['60', '60', '60', '60', '0']);
  });

  test('counts more outside hours, side by side', () => {
    const clauses =
      'charge work EUR 4 per 1 min, rounded up to 15 min per month, outside Office at 2x split at edge, on closed';
    // 1 and 2 minutes are 15 and twice 15; then 15 and 16, which is twice 30.
    expect(amounts(clauses, [piece('A', '06-18 16:59-17:02'), piece('A', '06-19 16:46-17:14')])).toEqual([
      '180',
      '120',
    ]);
    expect(
      amounts(clauses, [piece('A', '06-18 16:59-17:02'), piece('A', '06-19 16:46-17:14')], true),
    ).toEqual(['180', '120']);
  });

  test('never gives anything back', () => {
    // The least of an hour counts on the first side, which is the dearer: the sum is worth less once all lies outside.
    const clauses =
      'charge work EUR 1 per 1 min, at least 1 h, rounded up to 1 min per month, outside Office at 0.5x split at edge, on closed';
    expect(amounts(clauses, [piece('A', '06-18 17:00-17:10'), piece('A', '06-18 18:00-18:50')])).toEqual([
      '55',
      '0',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  HorizonError,
  inRow,
  intersectHorizons,
  WIDEST_HORIZON,
  type Horizon,
} from '../../src/engine/horizon.ts';

const horizon = (from: number, to: number, reason: string): Horizon => ({
  from,
  to,
  firstDate: `from ${from}`,
  lastDate: `to ${to}`,
  reason,
});

describe('what two horizons have in common', () => {
  it('lies from the later start to the earlier end, by the dates of each', () => {
    const [early, late] = [horizon(10, 50, 'early'), horizon(30, 90, 'late')];
    const both = { from: 30, to: 50, firstDate: 'from 30', lastDate: 'to 50' };
    expect(intersectHorizons(early, late)).toEqual({ ...both, reason: 'late' });
    expect(intersectHorizons(late, early)).toEqual({ ...both, reason: 'late' });
  });

  it('is the narrower one where that lies within the other, for its reason', () => {
    const [wide, narrow] = [horizon(10, 90, 'wide'), horizon(30, 50, 'narrow')];
    expect(intersectHorizons(wide, narrow)).toEqual(narrow);
    expect(intersectHorizons(narrow, wide)).toEqual(narrow);
  });

  it('ends for the reason of what ends it where only the engine bounds its start', () => {
    const short = horizon(WIDEST_HORIZON.from, 50, 'short');
    expect(intersectHorizons(WIDEST_HORIZON, short).reason).toBe('short');
    expect(intersectHorizons(short, WIDEST_HORIZON).reason).toBe('short');
    const before = horizon(WIDEST_HORIZON.from - 1, 50, 'begins before');
    expect(intersectHorizons(before, WIDEST_HORIZON).reason).toBe('begins before');
  });

  it('is of no length, and never ends before it starts, where they have none', () => {
    const found = intersectHorizons(horizon(10, 20, 'a'), horizon(30, 40, 'b'));
    expect([found.from, found.to]).toEqual([30, 30]);
  });
});

describe('an answer beyond the horizon', () => {
  it('is an error that names the calendar, what it covers, and why', () => {
    const error = new HorizonError('Office', horizon(10, 20, 'its holidays are listed for 2026'));
    expect(error.message).toBe(
      'the answer lies outside what calendar `Office` covers: from 10 to to 20 (its holidays are listed for 2026)',
    );
    expect([error.name, error.calendar, error.from, error.to]).toEqual([
      'HorizonError',
      'Office',
      'from 10',
      'to 20',
    ]);
  });

  it('names the first row of a column that asked for it, and no row where none did', () => {
    const error = new HorizonError('Office', horizon(10, 20, 'why'));
    expect(error.row).toBeNull();
    expect(error.message).not.toMatch('row');
    const inColumn = inRow(error, 7) as HorizonError;
    expect(inColumn).toBeInstanceOf(HorizonError);
    expect([inColumn.row, inColumn.calendar, inColumn.from]).toEqual([7, 'Office', 'from 10']);
    expect(inColumn.message).toBe(`${error.message}; it was asked for in row 7`);
  });

  it('names the row of the whole table, where the column that asked was a part of it', () => {
    const error = new HorizonError('Office', horizon(10, 20, 'why'));
    const ofTable = error.inRow(7).inRow(9);
    expect(ofTable.row).toBe(9);
    expect(ofTable.message).toBe(`${error.message}; it was asked for in row 9`);
  });

  it('is no other error, which stays as it is', () => {
    const other = new RangeError('a budget');
    expect(inRow(other, 3)).toBe(other);
  });
});

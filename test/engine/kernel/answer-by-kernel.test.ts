import { describe, expect, it } from 'vitest';
import { shiftable } from '../../../src/engine/column-loops.ts';
import {
  asksOverColumns,
  type AsksOverColumns,
  type ColumnQuestion,
} from '../../../src/engine/column-question.ts';
import { type Calendar, type HorizonError, loadPlan } from '../../../src/engine/index.ts';
import { answerByKernel, callOf } from '../../../src/engine/kernel/answer-by-kernel.ts';
import { columnSpace } from '../../../src/engine/kernel/column-space.ts';
import { BLOCK } from '../../../src/engine/kernel/kernel-memory.ts';
import { at, calendars } from '../../plan/calendar-of-text.ts';

const HOUR = 3_600_000;

/** Breaks make stretches that share a slot on some days, so that records are searched, which the kernel leaves. */
const { plan } = calendars(`
calendar Office {
  zone America/New_York
  open Mon..Thu 09:00-17:00
  open Fri 09:00-12:00, 12:20-12:40, 13:00-17:00
  holidays Few
}
holidays Few { source "a list"; covers 2000..2059; 2026-07-03 "Friday" }
`);

function fresh(): Calendar & AsksOverColumns {
  const calendar = loadPlan(plan).calendar(plan.calendars.findIndex(({ name }) => name === 'Office'));
  if (!asksOverColumns(calendar)) throw new Error('office hours have a table');
  return calendar;
}

/** A calendar whose table is made, for some years about the middle of those that it covers. */
function office(): Calendar & AsksOverColumns {
  const calendar = fresh();
  calendar.isOpen(FROM);
  return calendar;
}

const FROM = at('2026-06-01T00:00-04:00');
/** A row more than a block, and no whole number of fours. */
const ROWS = BLOCK + 3;

interface Columns {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly out: Float64Array;
  readonly bytes: Uint8Array;
}

const elsewhere = (): Columns => ({
  first: new Float64Array(ROWS),
  second: new Float64Array(ROWS),
  out: new Float64Array(ROWS),
  bytes: new Uint8Array(ROWS),
});
const space = columnSpace();
const inSpace = (): Columns => ({
  first: space.float64(ROWS),
  second: space.float64(ROWS),
  out: space.float64(ROWS),
  bytes: space.uint8(ROWS),
});

/** Instants of some months, some of them none, and now and then one of years of which the table knows nothing yet. */
function fill({ first, second }: Columns): void {
  for (let row = 0; row < ROWS; row += 1) {
    first[row] = row % 97 === 13 ? NaN : FROM + ((row * 7_919_777) % (90 * 24 * HOUR));
    second[row] = row % 89 === 7 ? NaN : FROM + ((row * 104_729_000) % (90 * 24 * HOUR));
  }
  first[1001] = at('2041-06-03T10:00-04:00');
  second[500] = at('2012-06-04T10:00-04:00');
}

type Ask = (calendar: AsksOverColumns, columns: Columns) => ColumnQuestion;

const ASKED: Readonly<Record<string, Ask>> = {
  'shifted on': (calendar, { first, out }) => calendar.shiftQuestion(first, 16 * HOUR, out),
  'shifted on by a ms': (calendar, { first, out }) => calendar.shiftQuestion(first, 1, out),
  'shifted back': (calendar, { first, out }) => calendar.shiftQuestion(first, -40 * HOUR, out),
  'of the next opening': (calendar, { first, out }) => calendar.shiftQuestion(first, 0, out),
  'between two': (calendar, { first, second, out }) => calendar.betweenQuestion(first, second, out),
  'that are open': (calendar, { first, bytes }) => calendar.openQuestion(first, bytes),
};

describe.each([
  ['that lie elsewhere', elsewhere],
  ['that lie in the space of the kernel', inSpace],
])('columns %s', (_, columnsOf) => {
  const columns = columnsOf();

  describe.each(Object.entries(ASKED))('of instants %s', (name, ask) => {
    /** What plain JavaScript answers to all rows, on a calendar of its own. */
    const expected = (): readonly number[] => {
      const plain = elsewhere();
      fill(plain);
      const question = ask(office(), plain);
      question.plain(0, ROWS);
      return [...question.out];
    };

    it.each([
      ['a whole block', 0, BLOCK],
      ['rows of its middle', 4, 1004],
      ['a few rows, which are no whole fours', 1000, 1007],
      ['the last rows', BLOCK, ROWS],
      ['a row', 30, 31],
    ])('are answered as by plain JavaScript, and no others: %s', (_, from, to) => {
      fill(columns);
      const question = ask(office(), columns);
      question.out.fill(7);
      expect(answerByKernel(question, from, to)).toBe(true);
      const answers = [...question.out];
      expect(answers.slice(from, to)).toEqual(expected().slice(from, to));
      expect(new Set([...answers.slice(0, from), ...answers.slice(to)])).toEqual(new Set([7]));
    });

    it.skipIf(name === 'that are open')('may be written over', () => {
      fill(columns);
      const question = ask(office(), { ...columns, out: columns.first });
      answerByKernel(question, 0, BLOCK);
      answerByKernel(question, BLOCK, ROWS);
      expect([...columns.first]).toEqual(expected());
    });

    it.each([
      ['among the fours', 1302],
      ['behind them', ROWS - 1],
    ])('throw with the row that is not known: %s', (_, row) => {
      fill(columns);
      columns.first[row] = at('2061-01-01T00:00Z');
      const question = ask(office(), columns);
      const answer = () => {
        answerByKernel(question, row < BLOCK ? 1200 : BLOCK, row < BLOCK ? 1400 : ROWS);
      };
      expect(answer).toThrow(expect.objectContaining({ name: 'HorizonError', row }) as HorizonError);
    });
  });

  it('of hours that the kernel knows are not answered by hand', () => {
    fill(columns);
    const asked: number[] = [];
    for (const ask of Object.values(ASKED)) {
      const calendar = office();
      // A Monday to Wednesday, of which no slot has two openings.
      columns.first.forEach((_, row) => {
        columns.first[row] = FROM + row * 60_000;
        columns.second[row] = FROM + 2 * row * 60_000 - 1;
      });
      const question = ask(calendar, columns);
      const byHand: ColumnQuestion['byHand'] = (a, b) => {
        asked.push(a);
        return question.byHand(a, b);
      };
      answerByKernel({ ...question, byHand }, 0, 2000);
    }
    expect(asked).toEqual([]);
  });
});

describe('what the kernel cannot answer', () => {
  const columns = elsewhere();
  const shift = (ms: number) => office().shiftQuestion(columns.first, ms, columns.out);

  it('is left, and nothing is written', () => {
    columns.out.fill(7);
    expect(answerByKernel(fresh().shiftQuestion(columns.first, HOUR, columns.out), 0, 4)).toBe(false);
    const { total } = office().shiftQuestion(columns.first, 1, columns.out).table();
    for (const ms of [0.5, total + 1, -total - 1, NaN, Infinity]) {
      expect(answerByKernel(shift(ms), 0, 4)).toBe(false);
    }
    expect(new Set(columns.out)).toEqual(new Set([7]));
  });

  it('is what is asked of a table that is too large for its memory', () => {
    const question = shift(HOUR);
    const table = { ...question.table(), rows: 2 ** 24 };
    expect(answerByKernel({ ...question, table: () => table }, 0, 4)).toBe(false);
  });

  it('is not a shift by as much as the table has', () => {
    const { total } = shift(1).table();
    expect(callOf(shift(total), shift(1).table())).not.toBeNull();
    expect(callOf(shift(-total), shift(1).table())).not.toBeNull();
  });
});

describe('the call of the kernel', () => {
  it('has addresses that grow with the rows by the bytes of their columns, and a ms less and again for what is added', () => {
    const columns = elsewhere();
    const addresses = { first: 100, second: 200, out: 300 };
    const call = (ask: string) => {
      const question = (ASKED[ask] as Ask)(office(), columns);
      return callOf(question, question.table())?.(5000, addresses);
    };
    const values = [5000, 0, 100, 300];
    const shifted = (ms: number, rest: number, early: number) => {
      const { low, high } = shiftable(office().shiftQuestion(columns.first, ms, columns.out).table(), ms)!;
      return {
        call: 'shift',
        values: [...values, low, high, rest, early],
        strides: [0, 0, 8, 8, 0, 0, 0, 0],
      };
    };
    expect(call('shifted on')).toEqual(shifted(16 * HOUR, 16 * HOUR - 1, 1));
    expect(call('shifted back')).toEqual(shifted(-40 * HOUR, -40 * HOUR, 0));
    expect(call('of the next opening')).toEqual(shifted(0, 0, 0));
    expect(call('between two')).toEqual({
      call: 'between',
      values: [5000, 0, 100, 200, 300],
      strides: [0, 0, 8, 8, 8],
    });
    expect(call('that are open')).toEqual({ call: 'isOpen', values, strides: [0, 0, 8, 1] });
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerColumn, type ColumnKernel } from '../../../src/engine/kernel/fast-columns.ts';
import type { ColumnQuestion } from '../../../src/engine/column-question.ts';
import { FasterWay } from '../../../src/engine/kernel/faster-way.ts';
import { columnSpace } from '../../../src/engine/kernel/column-space.ts';
import { BLOCK, PLACED_BLOCK } from '../../../src/engine/kernel/kernel-memory.ts';
import { isOpenAt } from '../../../src/engine/open-table.ts';
import { DAY, tableOf } from '../drawn-table.ts';

const HOUR = 3_600_000;

const office = tableOf({ edges: [9 * 3600, 17 * 3600], from: 0, to: DAY });

/** A question that notes which rows plain JavaScript answers; the others are the kernel's. */
function questionOf(rows: number): { readonly question: ColumnQuestion; readonly plain: number[] } {
  const first = Float64Array.from({ length: rows }, (_, i) => (i * 977) % (DAY * 1000));
  const out = new Uint8Array(rows).fill(7);
  const plain: number[] = [];
  const byHand = (t: number) => (isOpenAt(office, t) ? 1 : 0);
  return {
    plain,
    question: {
      asked: {},
      kind: 'is open',
      rows,
      first,
      second: first,
      out,
      ms: 0,
      table: () => office,
      plain: (from, to) => {
        plain.push(to - from);
        for (let row = from; row < to; row += 1) out[row] = byHand(first[row] as number);
      },
      byHand,
    },
  };
}

function ask(rows: number, kernel: ColumnKernel, faster: FasterWay): readonly number[] {
  const { question, plain } = questionOf(rows);
  answerColumn(question, kernel, faster);
  expect(question.first.findIndex((t, row) => question.out[row] !== question.byHand(t, t))).toBe(-1);
  return plain;
}

/** A clock by which a block takes the kernel so long, which has the first turn, and plain JavaScript so long. */
function clockOf(kernelMs: number, plainMs: number): void {
  let [now, reads] = [0, 0];
  vi.spyOn(performance, 'now').mockImplementation(() => {
    reads += 1;
    if (reads % 4 === 2) now += kernelMs;
    if (reads % 4 === 0) now += plainMs;
    return now;
  });
}

afterEach(() => vi.restoreAllMocks());

const LONG = 200 * BLOCK;

describe('what answers a column', () => {
  it('is plain JavaScript where the column is short, and nothing is measured', () => {
    const now = vi.spyOn(performance, 'now');
    expect(ask(4 * BLOCK - 1, 'measured', new FasterWay('short'))).toEqual([4 * BLOCK - 1]);
    expect(now).not.toHaveBeenCalled();
  });

  it('is what was asked for', () => {
    expect(ask(100, 'javascript', new FasterWay('asked'))).toEqual([100]);
    expect(ask(LONG, 'javascript', new FasterWay('asked'))).toEqual([LONG]);
    expect(ask(5, 'webassembly', new FasterWay('asked'))).toEqual([]);
    expect(ask(2 * BLOCK + 1, 'webassembly', new FasterWay('asked'))).toEqual([]);
  });

  it('is the kernel where that was faster on blocks of the column', () => {
    clockOf(1, 2);
    const faster = new FasterWay('kernel faster');
    const plain = ask(LONG, 'measured', faster);
    expect(faster.known).toBe('kernel');
    // Blocks in turns, and none behind them.
    expect(new Set(plain)).toEqual(new Set([BLOCK]));
    expect(plain.length).toBeLessThan(100);
    expect(ask(LONG, 'measured', faster)).toEqual([]);
  });

  it('is plain JavaScript where that was faster, or neither', () => {
    for (const kernelMs of [3, 2]) {
      clockOf(kernelMs, 2);
      const faster = new FasterWay(`plain faster ${kernelMs}`);
      const plain = ask(LONG, 'measured', faster);
      expect(faster.known).toBe('plain');
      // The rest of the column at once.
      expect(plain.at(-1)).toBeGreaterThan(40 * BLOCK);
      expect(ask(LONG, 'measured', faster)).toEqual([LONG]);
    }
  });

  it('does not count the first blocks of a kind in a program, and those of the next calendar at once', () => {
    clockOf(1, 2);
    const [first, next] = [new FasterWay('warming'), new FasterWay('warming')];
    ask(100 * BLOCK, 'measured', first);
    expect(first.known).toBeNull();
    ask(100 * BLOCK, 'measured', first);
    expect(first.known).toBe('kernel');
    ask(30 * BLOCK, 'measured', next);
    expect(next.known).toBe('kernel');
  });

  it('is the kernel for columns in its space, of more rows than one call takes, and rows that it leaves are answered by hand', () => {
    const rows = 2 * PLACED_BLOCK + 5;
    const space = columnSpace();
    const { question, plain } = questionOf(rows);
    const first = space.float64(rows);
    first.set(question.first);
    const odd = [0, PLACED_BLOCK - 1, PLACED_BLOCK, 2 * PLACED_BLOCK + 1];
    for (const row of odd) first[row] = 10 * HOUR + 0.5;
    const placed = { ...question, first, second: first, out: space.uint8(rows) };
    placed.out.fill(7);
    answerColumn(placed, 'webassembly', new FasterWay('placed'));
    expect(plain).toEqual([]);
    expect(first.findIndex((t, row) => placed.out[row] !== question.byHand(t, t))).toBe(-1);
    expect(odd.map((row) => placed.out[row])).toEqual([1, 1, 1, 1]);
  });
});

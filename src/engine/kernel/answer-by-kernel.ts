import { shiftable } from '../column-loops.ts';
import { inRow } from '../horizon.ts';
import type { OpenTable } from '../open-table.ts';

import type { ColumnQuestion } from '../column-question.ts';
import { homeOf } from './space-memory.ts';
import {
  BLOCK,
  kernelAlone,
  notesOf,
  PLACED_BLOCK,
  type Kernel,
  type KernelMemory,
} from './kernel-memory.ts';

/** Rows that the kernel takes together. */
const FOUR = 4;

/** Where columns begin. */
interface Addresses {
  readonly first: number;
  readonly second: number;
  readonly out: number;
}

/** A call of the kernel: its arguments but for the notes, of which the second is how many rows, and how each grows with a row. */
export interface KernelCall {
  readonly call: keyof Kernel;
  readonly values: readonly number[];
  readonly strides: readonly number[];
}

/** How many rows of a question are answered by one call at most. */
export function rowsAtOnce({ first, second, out }: ColumnQuestion): number {
  return homeOf([first, second, out]) === null ? BLOCK : PLACED_BLOCK;
}

/**
 * Answers rows `from` to `to`, as many as one call takes or less, by the kernel, and those that it leaves by hand. False, and nothing is done,
 * where it can answer none of them.
 * @throws {HorizonError} as `byHand` does, with the row.
 */
export function answerByKernel(question: ColumnQuestion, from: number, to: number): boolean {
  const { first, second, out } = question;
  const table = question.table();
  const callAt = callOf(question, table);
  if (callAt === null) return false;
  const home = homeOf([first, second, out]);
  const memory = home ?? kernelAlone();
  const place = memory?.place(table) ?? null;
  if (memory === null || place === null) return false;
  const run: Run = (addresses, rows) => {
    const { call, values } = callAt(place, addresses);
    const [given = 0, , ...rest] = values;
    return memory.kernel[call](given, rows, ...rest, notesOf(0));
  };
  if (home === null) answerStaged(question, memory, from, to, run);
  else answerInPlace(question, memory, from, to, run);
  return true;
}

/** The call for a question, of rows at addresses; null where no row of it can be answered by the table. */
export function callOf(
  { kind, ms }: ColumnQuestion,
  table: OpenTable,
): ((place: number, addresses: Addresses) => KernelCall) | null {
  if (table.from === table.to) return null;
  switch (kind) {
    case 'shift': {
      if (!Number.isInteger(ms)) return null;
      const window = shiftable(table, ms);
      if (window === null) return null;
      // A ms less and added again, so that the end of a stretch is not yet past it.
      const early = ms > 0 ? 1 : 0;
      return (place, { first, out }) => ({
        call: 'shift',
        values: [place, 0, first, out, window.low, window.high, ms - early, early],
        strides: [0, 0, 8, 8, 0, 0, 0, 0],
      });
    }
    case 'between':
      return (place, { first, second, out }) => ({
        call: 'between',
        values: [place, 0, first, second, out],
        strides: [0, 0, 8, 8, 8],
      });
    case 'is open':
      return (place, { first, out }) => ({
        call: 'isOpen',
        values: [place, 0, first, out],
        strides: [0, 0, 8, 1],
      });
  }
}

/** Asks the kernel about so many rows; the result is how many fours it left. */
type Run = (addresses: Addresses, rows: number) => number;

function answerInPlace(
  question: ColumnQuestion,
  memory: KernelMemory,
  from: number,
  to: number,
  run: Run,
): void {
  const { first, second, out } = question;
  const fours = (to - from) & -FOUR;
  const addresses = {
    first: first.byteOffset + from * first.BYTES_PER_ELEMENT,
    second: second.byteOffset + from * second.BYTES_PER_ELEMENT,
    out: out.byteOffset + from * out.BYTES_PER_ELEMENT,
  };
  const left = run(addresses, fours);
  const byHand = (row: number) => {
    out[row] = answerRow(question, first[row] as number, second[row] as number, row);
  };
  for (let i = 0; i < left; i += 1) {
    const row = from + (memory.left[i] as number);
    for (let k = 0; k < FOUR; k += 1) byHand(row + k);
  }
  for (let row = from + fours; row < to; row += 1) byHand(row);
}

/** The rows are copied to the kernel's memory and the answers back; those by hand are among them, since `out` may be a column. */
function answerStaged(
  question: ColumnQuestion,
  memory: KernelMemory,
  from: number,
  to: number,
  run: Run,
): void {
  const { first, second, out, kind } = question;
  const rows = to - from;
  const [a, b] = memory.staged;
  const answers = kind === 'is open' ? memory.stagedBytes : memory.staged[2];
  a.set(first.subarray(from, to));
  const other = second === first ? a : b;
  if (second !== first) b.set(second.subarray(from, to));
  // What stands behind the last row is answered too, and not looked at.
  const left = run(
    { first: a.byteOffset, second: other.byteOffset, out: answers.byteOffset },
    Math.ceil(rows / FOUR) * FOUR,
  );
  for (let i = 0; i < left; i += 1) {
    const start = memory.left[i] as number;
    for (let row = start; row < Math.min(start + FOUR, rows); row += 1) {
      answers[row] = answerRow(question, a[row] as number, other[row] as number, from + row);
    }
  }
  out.set(rows === BLOCK ? answers : answers.subarray(0, rows), from);
}

/** The answer by hand; what it throws names the row. */
export function answerRow(question: ColumnQuestion, first: number, second: number, row: number): number {
  try {
    return question.byHand(first, second);
  } catch (error) {
    throw inRow(error, row);
  }
}

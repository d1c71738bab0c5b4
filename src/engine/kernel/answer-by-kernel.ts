import { inRow } from '../horizon.ts';
import type { OpenTable } from '../open-table.ts';
import { homeOf } from './column-space.ts';
import type { ColumnQuestion } from '../column-question.ts';
import { BLOCK, kernelAlone, notesOf, type Kernel, type KernelMemory } from './kernel-memory.ts';

/** Rows that the kernel takes together. */
const FOUR = 4;

/** Where the columns of a block begin. */
interface Addresses {
  readonly first: number;
  readonly second: number;
  readonly out: number;
}

/** Calls the kernel for rows that lie in its memory; a thread has notes of its own. The result is how many fours it left. */
type Call = (kernel: Kernel, table: number, rows: number, addresses: Addresses) => number;

/**
 * Answers rows `from` to `to`, a block or less, by the kernel, and those that it leaves by hand. False, and nothing is done,
 * where it can answer none of them.
 * @throws {HorizonError} as `byHand` does, with the row.
 */
export function answerByKernel(question: ColumnQuestion, from: number, to: number): boolean {
  const { first, second, out } = question;
  const table = question.table();
  const call = callOf(question, table);
  if (call === null) return false;
  const home = homeOf([first, second, out]);
  const memory = home ?? kernelAlone();
  const place = memory?.place(table) ?? null;
  if (memory === null || place === null) return false;
  if (home === null)
    answerStaged(question, memory, from, to, (addresses, rows) =>
      call(memory.kernel, place, rows, addresses),
    );
  else
    answerInPlace(question, memory, from, to, (addresses, rows) =>
      call(memory.kernel, place, rows, addresses),
    );
  return true;
}

/** The call for a question; null where no row of it can be answered by the table. */
function callOf({ kind, ms }: ColumnQuestion, table: OpenTable): Call | null {
  if (table.from === table.to) return null;
  const notes = notesOf(0);
  switch (kind) {
    case 'shift': {
      if (!Number.isInteger(ms) || Math.abs(ms) > table.total) return null;
      // A ms less and added again, so that the end of a stretch is not yet past it.
      const early = ms > 0 ? 1 : 0;
      return (kernel, place, rows, { first, out }) =>
        kernel.shift(place, rows, first, out, ms - early, early, notes);
    }
    case 'between':
      return (kernel, place, rows, { first, second, out }) =>
        kernel.between(place, rows, first, second, out, notes);
    case 'is open':
      return (kernel, place, rows, { first, out }) => kernel.isOpen(place, rows, first, out, notes);
  }
}

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

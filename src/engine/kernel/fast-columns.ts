import type { ColumnAnswerer } from '../column-answerer.ts';
import type { ColumnQuestion } from '../column-question.ts';
import { answerByKernel, rowsAtOnce } from './answer-by-kernel.ts';
import { FasterWay } from './faster-way.ts';
import { BLOCK } from './kernel-memory.ts';

/**
 * What answers columns. `measured`: plain JavaScript, or for long columns WebAssembly, where both were tried on blocks of such
 * columns and it was the faster. The others are for tests and measurements; `webassembly` is plain JavaScript where the runtime
 * has no WebAssembly with SIMD.
 */
export type ColumnKernel = 'measured' | 'javascript' | 'webassembly';

/** A column of fewer rows is answered before a choice would pay. */
const LEAST_ROWS = 4 * BLOCK;

/**
 * Columns of hours answered as fast as the machine can, for `loadPlan`: four rows at a time by WebAssembly, where that is found
 * to be faster on the columns themselves. The answers, and the errors, are those of plain JavaScript.
 */
export function fastColumns(kernel: ColumnKernel = 'measured'): ColumnAnswerer {
  const known = new WeakMap<object, Map<string, FasterWay>>();
  return {
    answer: (question) => {
      const { asked, kind } = question;
      const ways = known.get(asked) ?? new Map<string, FasterWay>();
      known.set(asked, ways);
      const faster = ways.get(kind) ?? new FasterWay(kind);
      ways.set(kind, faster);
      answerColumn(question, kernel, faster);
    },
  };
}

/** Answers a whole question, by blocks where the kernel has a part in it. */
export function answerColumn(question: ColumnQuestion, kernel: ColumnKernel, faster: FasterWay): void {
  const { rows } = question;
  if (kernel === 'javascript' || (kernel === 'measured' && rows < LEAST_ROWS)) {
    question.plain(0, rows);
    return;
  }
  for (let [from, to] = [0, 0]; from < rows; from = to) {
    const way = kernel === 'webassembly' ? 'kernel' : faster.known;
    to = Math.min(from + (way === 'kernel' ? rowsAtOnce(question) : BLOCK), rows);
    if (way === 'plain') {
      question.plain(from, rows);
      return;
    }
    if (way === 'kernel') {
      if (!answerByKernel(question, from, to)) question.plain(from, to);
    } else if (faster.next === 'plain' || !faster.time('kernel', () => answerByKernel(question, from, to))) {
      faster.time('plain', () => {
        question.plain(from, to);
        return true;
      });
    }
  }
}

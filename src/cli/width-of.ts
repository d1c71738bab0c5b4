import type { Output } from './io.ts';

/** In how many columns an answer is laid out: those of the terminal; a pipe takes lines as long as they are. */
export function widthOf({ isTerminal, columns }: Output): number {
  return isTerminal ? Math.max(40, columns) : Number.POSITIVE_INFINITY;
}

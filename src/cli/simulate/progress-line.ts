import type { Output } from '../io.ts';

/** A line that counts up where a person watches, and is gone in the end. */
export interface ProgressLine {
  readonly show: (done: number) => void;
  readonly clear: () => void;
}

/** @param of how many there are in all */
export function progressLine(err: Output, of: number, noun: string): ProgressLine {
  if (!err.isTerminal || of < 2) return { show: () => undefined, clear: () => undefined };
  let shown = '';
  return {
    show(done) {
      shown = `${done} of ${of} ${noun}`;
      err.write(`\r${shown}`);
    },
    clear() {
      if (shown !== '') err.write(`\r${' '.repeat(shown.length)}\r`);
    },
  };
}

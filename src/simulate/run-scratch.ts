import { StepTable } from './desk/step-table.ts';

/**
 * What a run needs only while it is worked, kept for the next run and the next plan: memory of that size that is new each time
 * has to be cleared each time, and collected.
 */
export class RunScratch {
  #durations: Float64Array<ArrayBuffer> = new Float64Array(0);
  #table: StepTable | null = null;

  /** Whatever is in it; of the length that is asked for, or longer. */
  durations(length: number): Float64Array<ArrayBuffer> {
    if (this.#durations.length < length) this.#durations = new Float64Array(length);
    return this.#durations;
  }

  /** Nothing has happened in it. What an earlier call gave must not be looked at any more. */
  table(tickets: number, steps: number): StepTable {
    const known = this.#table;
    if (known?.steps !== steps || known.began.length < tickets * steps)
      return (this.#table = new StepTable(tickets, steps));
    known.clear(tickets);
    return known;
  }
}

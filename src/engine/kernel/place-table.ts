import { MIDDLE, RECORD, type OpenTable } from '../open-table.ts';

/** Bytes before the first slot. */
const HEAD = 64;

/**
 * What a sum has too little, so that a number of 32 bits is added to it by what it is written as: the bits of 2^52 with that
 * number in their lower half are 2^52 and that number.
 */
const LESS = 2 ** 52;

/** A jump of more than so many ms does not fit 32 bits with what lies within a step. */
const FARTHEST = 2 ** 31;

/** Bytes that a table takes as the kernel reads it: its slots and steps, without rows. */
export function placedBytes(table: OpenTable): number {
  return HEAD + table.rows * Int32Array.BYTES_PER_ELEMENT;
}

/**
 * Writes a table at an address that is a multiple of eight, as `kernel/columns.ts` says. Records that have to be searched are
 * negative in their last number but one (steps) or their last (slots), as they are in the table itself.
 */
export function placeTable(table: OpenTable, buffer: ArrayBufferLike, address: number): void {
  const { data, steps, rows, stepMs } = table;
  const length = placedBytes(table);
  const floats = new Float64Array(buffer, address, length / Float64Array.BYTES_PER_ELEMENT);
  const ints = new Int32Array(buffer, address, length / Int32Array.BYTES_PER_ELEMENT);
  floats.set([
    table.from,
    table.to,
    // Half a slot before the first: the nearest whole number is then one more than the slot, without a comparison.
    table.slotOrigin - table.slotMs / 2,
    table.slotMs,
    table.slotScale,
    stepMs,
    table.stepScale,
  ]);
  ints[14] = address + HEAD + steps * Int32Array.BYTES_PER_ELEMENT;

  const [firstFloat, firstInt] = [HEAD / 8, HEAD / 4];
  for (let at = 0; at < steps; at += RECORD) {
    const work = (((data[at] as number) - steps) / RECORD) * stepMs + (data[at + 1] as number);
    floats[firstFloat + at / 2] = work - LESS;
    ints[firstInt + at + 2] = data[at + 2] as number;
    ints[firstInt + at + 3] = data[at + 3] as number;
  }
  for (let at = steps; at < rows; at += RECORD) {
    const low = data[at + 1] as number;
    const jump = ((data[at + 2] as number) - low) * 1000;
    floats[firstFloat + at / 2] = (low + MIDDLE) * 1000 - LESS;
    ints[firstInt + at + 2] = jump < FARTHEST ? (data[at] as number) : -1;
    ints[firstInt + at + 3] = jump;
  }
}

import { KernelMemory } from './kernel-memory.ts';
import { settle } from './space-memory.ts';

/** Memory in which columns lie where kernels and threads read and write them in place. */
export interface ColumnSpace {
  /**
   * A column of so many instants or durations, all zero. It lies in the space for as long as that is held: a column that is
   * needed no more is best used again.
   */
  float64(rows: number): Float64Array;
  /** A column of so many bytes, all zero, such as `isOpenEach` writes. */
  uint8(rows: number): Uint8Array;
}

/**
 * A space for columns. What lies in it is answered without being copied, and by several threads at once (`columnWorkers`). Up
 * to 4 GB; behind that a column throws a `RangeError`, as any that the machine has no memory for. Where the runtime has no
 * WebAssembly or no shared memory, columns are as good as any other typed arrays, and are answered as those are.
 */
export function columnSpace(): ColumnSpace {
  const memory = memoryOrNone();
  const place = (bytes: number): readonly [ArrayBufferLike, number] => {
    if (memory === null) return [new ArrayBuffer(bytes), 0];
    const address = memory.allocate(bytes);
    // The space is where its columns are: a memory that has grown has another buffer.
    settle(space, memory);
    return [memory.memory.buffer, address];
  };
  const space: ColumnSpace = {
    float64: (rows) => new Float64Array(...place(rows * 8), rows),
    uint8: (rows) => new Uint8Array(...place(rows), rows),
  };
  if (memory !== null) settle(space, memory);
  return space;
}

function memoryOrNone(): KernelMemory | null {
  try {
    return new KernelMemory('shared');
  } catch {
    return null;
  }
}

import { KernelMemory } from './kernel-memory.ts';

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

const memories = new WeakMap<ColumnSpace, KernelMemory>();
const homes = new WeakMap<ArrayBufferLike, KernelMemory>();

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
    const { buffer } = memory.memory;
    homes.set(buffer, memory);
    return [buffer, address];
  };
  const space: ColumnSpace = {
    float64: (rows) => new Float64Array(...place(rows * 8), rows),
    uint8: (rows) => new Uint8Array(...place(rows), rows),
  };
  if (memory !== null) memories.set(space, memory);
  return space;
}

function memoryOrNone(): KernelMemory | null {
  try {
    return new KernelMemory('shared');
  } catch {
    return null;
  }
}

/** The kernel that reads a space; null where there is none. */
export function memoryOf(space: ColumnSpace): KernelMemory | null {
  return memories.get(space) ?? null;
}

/** The kernel in whose memory all of these columns lie, if there is one. */
export function homeOf(columns: readonly (Float64Array | Uint8Array)[]): KernelMemory | null {
  const [first] = columns;
  const home = first === undefined ? undefined : homes.get(first.buffer);
  if (home === undefined) return null;
  return columns.every(({ buffer }) => homes.get(buffer) === home) ? home : null;
}

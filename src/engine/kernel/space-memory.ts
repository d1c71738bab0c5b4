import type { KernelMemory } from './kernel-memory.ts';

const memories = new WeakMap<object, KernelMemory>();
const homes = new WeakMap<ArrayBufferLike, KernelMemory>();

/** Notes that columns of a space lie in the memory of a kernel, as large as that is now. */
export function settle(space: object, memory: KernelMemory): void {
  memories.set(space, memory);
  homes.set(memory.memory.buffer, memory);
}

/** The kernel that reads a space; null where there is none. */
export function memoryOf(space: object): KernelMemory | null {
  return memories.get(space) ?? null;
}

/** The kernel in whose memory all of these columns lie, if there is one. */
export function homeOf(columns: readonly (Float64Array | Uint8Array)[]): KernelMemory | null {
  const [first] = columns;
  const home = first === undefined ? undefined : homes.get(first.buffer);
  if (home === undefined) return null;
  return columns.every(({ buffer }) => homes.get(buffer) === home) ? home : null;
}

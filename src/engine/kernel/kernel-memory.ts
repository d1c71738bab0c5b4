import type { OpenTable } from '../open-table.ts';
import { KERNEL_MODULES } from './kernel-modules.ts';
import { placedBytes, placeTable } from './place-table.ts';

/**
 * What `kernel/columns.ts` exports. The first argument is the address of a table, the second how many rows, the last where the
 * notes are; between them are addresses of columns, and numbers. Each returns how many fours of rows it left.
 */
export type Kernel = Readonly<
  Record<'shift' | 'between' | 'isOpen', (...given: readonly number[]) => number>
>;

/** Rows that are answered by one call: of columns that lie elsewhere, and of such as lie in the memory. */
export const BLOCK = 2048;
export const PLACED_BLOCK = 16_384;

const PAGE = 65_536;

/** Where the list of what a thread left begins in its notes: see `kernel/columns.ts`. */
export const LEFT = 2240;

/** Threads that may work at once, and what each needs for its notes: the last of them is a number for each four rows. */
export const MOST_THREADS = 16;
const NOTES = LEFT + PLACED_BLOCK;

/**
 * Two columns in and one out, for a block of rows that lie elsewhere. They are as far apart as no power of two is, so that what
 * is written does not seem to the processor to be what is read next.
 */
const STAGED = MOST_THREADS * NOTES;
const STAGE = BLOCK * 8 + 640;

/** Where tables begin, and what they may take; memory that nobody has written to is not taken from the machine. */
const TABLES = Math.ceil((STAGED + 3 * STAGE) / PAGE) * PAGE;
const TABLES_END = TABLES + 32 * 1024 * 1024;

const MOST_PAGES = 65_536;

/** Where the notes of a thread are; the list of what it left is behind the addresses. */
export function notesOf(thread: number): number {
  return thread * NOTES;
}

/** A kernel and its memory: notes, a block of rows, tables, and, where threads share it, columns. */
export class KernelMemory {
  readonly kernel: Kernel;
  /** Columns for a block: what is asked of, twice, and the answers. */
  readonly staged: readonly [Float64Array, Float64Array, Float64Array];
  readonly stagedBytes: Uint8Array;
  /** The fours that the first thread left, by their first rows. */
  readonly left: Int32Array;
  readonly memory: WebAssembly.Memory;
  readonly module: WebAssembly.Module;
  readonly #places = new WeakMap<OpenTable, { readonly address: number; readonly round: number }>();
  #tablesEnd = TABLES;
  #round = 0;
  #columnsEnd = TABLES_END;
  /** While threads read the tables, none is written over. */
  #readers = 0;

  /** @throws where the runtime has no WebAssembly, no SIMD in it, or no such memory. */
  constructor(kind: 'alone' | 'shared') {
    const initial = TABLES_END / PAGE;
    this.memory = new WebAssembly.Memory({ initial, maximum: MOST_PAGES, shared: kind === 'shared' });
    this.module = new WebAssembly.Module(bytesOf(KERNEL_MODULES[kind]));
    const { exports } = new WebAssembly.Instance(this.module, { env: { memory: this.memory } });
    this.kernel = exports as unknown as Kernel;
    const column = (i: number) => new Float64Array(this.memory.buffer, STAGED + i * STAGE, BLOCK);
    this.staged = [column(0), column(1), column(2)];
    this.stagedBytes = new Uint8Array(this.memory.buffer, STAGED + 2 * STAGE, BLOCK);
    this.left = new Int32Array(this.memory.buffer, notesOf(0) + LEFT, PLACED_BLOCK / 4);
  }

  /** The address of a table, which is written where it is not there yet; null for one that finds no room. */
  place(table: OpenTable): number | null {
    const known = this.#places.get(table);
    if (known !== undefined && known.round === this.#round) return known.address;
    const bytes = placedBytes(table);
    if (bytes > TABLES_END - TABLES) return null;
    if (this.#tablesEnd + bytes > TABLES_END) {
      if (this.#readers > 0) return null;
      this.#tablesEnd = TABLES;
      this.#round += 1;
    }
    const address = this.#tablesEnd;
    placeTable(table, this.memory.buffer, address);
    this.#tablesEnd += bytes;
    this.#places.set(table, { address, round: this.#round });
    return address;
  }

  /** No table is written over until this is called again with one less. */
  read(more: 1 | -1): void {
    this.#readers += more;
  }

  /** The address of so many bytes more, which stay; only of a memory that is shared, since others move as they grow. */
  allocate(bytes: number): number {
    const address = this.#columnsEnd;
    const end = address + Math.ceil(bytes / 64) * 64;
    const missing = end - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
    this.#columnsEnd = end;
    return address;
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

let alone: KernelMemory | null | undefined;

/** The kernel for columns that lie anywhere; null where the runtime cannot have it. */
export function kernelAlone(): KernelMemory | null {
  if (alone === undefined) {
    try {
      alone = new KernelMemory('alone');
    } catch {
      // No WebAssembly, no SIMD, or a page that forbids it: columns are answered without.
      alone = null;
    }
  }
  return alone;
}

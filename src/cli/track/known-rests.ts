import type { TicketEvent } from '../../engine/ticket/index.ts';

/** What a line says behind its ticket and its time: what happened, and what the ticket is from then on. */
export interface Rest extends Omit<TicketEvent, 'at'> {
  readonly closes: boolean;
}

const NEWLINE = 10;
/** A history says few things many times; one that does not is read line by line. */
const MOST = 4096;
const SLOTS = 4 * MOST;

/**
 * What the ends of lines say, known by their bytes, since a history of millions of lines has some dozens of them:
 * `"event":"reply"}` and the like.
 */
export class KnownRests {
  /** Where the line ends that was looked at last, at its `\n`. */
  end = 0;
  #hash = 0;
  #count = 0;
  readonly #bytes: (Uint8Array | undefined)[] = Array.from({ length: SLOTS }, () => undefined);
  readonly #rests: (Rest | undefined)[] = Array.from({ length: SLOTS }, () => undefined);

  /** What the rest of a line says that begins at a place; undefined where it has not been seen. The bytes hold a `\n`. */
  find(bytes: Uint8Array, from: number): Rest | undefined {
    let hash = 0;
    let at = from;
    for (let byte = bytes[at] as number; byte !== NEWLINE; byte = bytes[at] as number) {
      hash = (Math.imul(hash, 31) + byte) | 0;
      at += 1;
    }
    this.end = at;
    this.#hash = hash;
    const slot = this.#slotOf(bytes, from);
    return slot === -1 ? undefined : this.#rests[slot];
  }

  /** Takes in what the rest says that was looked for last. */
  add(bytes: Uint8Array, from: number, rest: Rest): void {
    if (this.#count === MOST) return;
    this.#count += 1;
    let slot = this.#hash & (SLOTS - 1);
    while (this.#bytes[slot] !== undefined) slot = (slot + 1) & (SLOTS - 1);
    this.#bytes[slot] = bytes.slice(from, this.end);
    this.#rests[slot] = rest;
  }

  #slotOf(bytes: Uint8Array, from: number): number {
    const length = this.end - from;
    for (let slot = this.#hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
      const known = this.#bytes[slot];
      if (known === undefined) return -1;
      if (known.length !== length) continue;
      let i = 0;
      while (i < length && known[i] === bytes[from + i]) i += 1;
      if (i === length) return slot;
    }
  }
}

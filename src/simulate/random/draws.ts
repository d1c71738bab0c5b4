/**
 * Random numbers by address. A draw is a function of the seed, the replication, the ticket, the purpose and an
 * index; nothing else moves it. So every plan sees the same tickets (common random numbers), a new purpose, stream
 * or plan changes no other draw, and a replication can be run alone.
 */
import { compiledDraws, MOST_RISING, type CounterDraws } from './compiled-draws.ts';
import { philox4x32 } from './philox.ts';

/** What a draw is for, as a word of 32 bits. Made once by `purposeOf`, never per draw. */
export type Purpose = number;

export interface Draws {
  /**
   * A number strictly between 0 and 1, on the grid of odd multiples of 2^-53.
   * @param stream the source of the ticket, by `purposeOf` its name
   * @param ticket number of the ticket within its stream, from 0
   * @param index of the draw where a ticket needs several for one purpose, from 0, below 65,536
   */
  uniform(stream: Purpose, ticket: number, purpose: Purpose, index: number): number;
  /** The same numbers of one stream, purpose and index, sooner where most tickets of the stream need theirs, in order. */
  rising(stream: Purpose, purpose: Purpose, index: number): RisingDraws;
}

/**
 * The draws of one replication.
 * @param seed a whole number from 0 to 2^53 - 1
 * @param replication from 0, below 65,536
 * @param numbers themselves, of which there is one way faster than the other where the runtime has it
 */
export function createDraws(
  seed: number,
  replication: number,
  numbers: CounterDraws = compiledDraws() ?? PLAIN_DRAWS,
): Draws {
  const key0 = (seed % 0x100000000) | 0;
  const key1 = Math.floor(seed / 0x100000000) | 0;
  const { uniform } = numbers;
  return {
    uniform: (stream, ticket, purpose, index) =>
      uniform(ticket, stream, purpose, (index << 16) | replication, key0, key1),
    rising: (stream, purpose, index) =>
      new RisingDraws((out, ticket) =>
        numbers.rising(out, ticket, stream, purpose, (index << 16) | replication, key0, key1),
      ),
  };
}

/** The numbers of tickets that are asked for in rising order, some drawn ahead of them. */
export class RisingDraws {
  readonly #fill: (out: Float64Array, ticket: number) => void;
  readonly #drawn = new Float64Array(MOST_RISING);
  #from = -MOST_RISING;

  constructor(fill: (out: Float64Array, ticket: number) => void) {
    this.#fill = fill;
  }

  of(ticket: number): number {
    const place = ticket - this.#from;
    if (place >= 0 && place < MOST_RISING) return this.#drawn[place] as number;
    this.#fill(this.#drawn, ticket);
    this.#from = ticket;
    return this.#drawn[0] as number;
  }
}

const block = new Uint32Array(4);

/** What `compiledDraws` gives, in plain JavaScript. */
export const PLAIN_DRAWS: CounterDraws = {
  uniform: plainUniform,
  rising: (out, c0, ...words) => {
    for (let i = 0; i < out.length; i += 1) out[i] = plainUniform(c0 + i, ...words);
  },
};

function plainUniform(c0: number, c1: number, c2: number, c3: number, k0: number, k1: number): number {
  philox4x32(c0, c1, c2, c3, k0, k1, block);
  return openUnit(block[0] as number, block[1] as number);
}

/** 52 bits in the middle of their cell: 0 and 1 cannot occur, and no rounding does. */
function openUnit(high: number, low: number): number {
  return ((high >>> 6) * 0x4000000 + (low >>> 6) + 0.5) / 0x10000000000000;
}

/**
 * A word for a name, by FNV-1a (32 bits) over its UTF-16 units. It depends on the name alone, not on its place in a
 * list, so that a line inserted above it changes nothing.
 */
export function purposeOf(name: string): Purpose {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) {
    const unit = name.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash | 0;
}

/**
 * Words for names that must differ from each other, in their order. A repeated name (or two that hash alike) moves
 * on to the next free word; the first keeps its own.
 */
export function distinctPurposes(names: readonly string[]): readonly Purpose[] {
  const taken = new Set<Purpose>();
  return names.map((name) => {
    let word = purposeOf(name);
    while (taken.has(word)) word = (word + 1) | 0;
    taken.add(word);
    return word;
  });
}

type Way = 'plain' | 'kernel';

/** So many blocks of a kind of work are not counted each way, in the whole program: code is compiled while it runs. */
const WARMING = 64;

/** So many each way are counted. */
const COUNTED = 12;

/** Blocks of each kind of work that were not counted. */
const warmed = new Map<string, Record<Way, number>>();

/**
 * Finds out which of two ways to the same answers is the faster: both take turns at blocks of the work, and the medians of what
 * they take decide. What comes out hangs on nothing that is measured here, since both ways answer alike.
 */
export class FasterWay {
  #known: Way | null = null;
  readonly #took: Readonly<Record<Way, number[]>> = { plain: [], kernel: [] };
  readonly #warmed: Record<Way, number>;

  constructor(kind: string) {
    const known = warmed.get(kind) ?? { plain: 0, kernel: 0 };
    warmed.set(kind, known);
    this.#warmed = known;
  }

  /** Null as long as it is not. */
  get known(): Way | null {
    return this.#known;
  }

  /** Whose turn it is. */
  get next(): Way {
    const isAhead =
      this.#warmed.kernel > this.#warmed.plain || this.#took.kernel.length > this.#took.plain.length;
    return isAhead ? 'plain' : 'kernel';
  }

  /** Measures a block of work, which says whether it was done; a way that cannot do it is not counted. */
  time(way: Way, work: () => boolean): boolean {
    const start = performance.now();
    if (!work()) return false;
    const ms = performance.now() - start;
    if (this.#warmed[way] < WARMING) this.#warmed[way] += 1;
    else this.#took[way].push(ms);
    const { plain, kernel } = this.#took;
    if (plain.length >= COUNTED && kernel.length >= COUNTED) {
      this.#known = medianOf(kernel) < medianOf(plain) ? 'kernel' : 'plain';
    }
    return true;
  }
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}

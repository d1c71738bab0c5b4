import { type FileReading, keyOf, moved, type ReadEntry } from './file-reading.ts';
import { type PartToRead, partToRead } from './part-to-read.ts';

/**
 * One file as it was read last. A clause is read by itself, so a declaration that reads as before is what it was,
 * wherever it now stands. What a reading does not find again is forgotten after it.
 */
export class DeclarationMemory {
  #last: FileReading | null = null;

  /** What of a text has to be read. */
  partToRead(text: string): PartToRead {
    return partToRead(this.#last, text);
  }

  /** Finds entries that were read last by how they read. */
  recaller(entries: readonly ReadEntry[]): (key: string, start: number) => ReadEntry | null {
    const { text } = this.#last ?? { text: '' };
    const clean = entries.filter(({ node }) => node !== null);
    const known = new Map(clean.map((entry) => [keyOf(text, entry), entry]));
    return (key, start) => {
      const entry = known.get(key);
      return entry === undefined ? null : moved(entry, start - entry.start);
    };
  }

  remember(reading: FileReading): void {
    this.#last = reading;
  }
}

import { closeSync, openSync, writeSync } from 'node:fs';
import { asUnreadable } from './unreadable.ts';

/** As much is gathered before it is written. */
const PIECE = 64 * 1024;

/**
 * A file that is written line by line, a piece at a time, so that it may be longer than memory holds.
 * @throws {Unreadable} when it cannot be written.
 */
export class LineFile {
  readonly #path: string;
  readonly #file: number;
  #gathered = '';

  constructor(path: string) {
    this.#path = path;
    this.#file = this.#try(() => openSync(path, 'w'));
  }

  write(line: string): void {
    this.#gathered += `${line}\n`;
    if (this.#gathered.length >= PIECE) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#gathered);
    this.#gathered = '';
    for (let at = 0; at < bytes.length;) at += this.#try(() => writeSync(this.#file, bytes, at));
  }

  #try<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw asUnreadable(this.#path, error);
    }
  }
}

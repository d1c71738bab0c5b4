import { Writable } from 'node:stream';
import type { Size } from './frame-diff.ts';

/**
 * The stream that Ink takes for a terminal. With `debug: true` Ink writes every frame whole and without cursor
 * movements; that is what the painter wants. What else Ink writes (cursor on and off, nothing at all when it ends)
 * is not a frame and is dropped. Ink 6.8.0's own renderers wipe the scrollback or draw a line too low.
 */
export function createInkStream(size: () => Size, show: (frame: string) => void): NodeJS.WriteStream {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      if (chunk !== '' && !chunk.startsWith('\x1b[?')) show(chunk);
      done();
    },
  });
  Object.defineProperties(stream, {
    isTTY: { value: true },
    columns: { get: () => size().columns },
    rows: { get: () => size().rows },
  });
  // Ink reads no more of a tty.WriteStream than the three properties above and the Writable itself.
  return stream as unknown as NodeJS.WriteStream;
}

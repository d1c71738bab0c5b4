import { once } from 'node:events';
import { fstatSync, readSync } from 'node:fs';
import type { WriteStream } from 'node:tty';
import type { Input, Io, Output } from './io.ts';

/** The streams, the environment and the clock of this process. */
export function processIo(): Io {
  return {
    out: outputOf(process.stdout),
    err: outputOf(process.stderr),
    stdin: inputOf(process.stdin),
    env: process.env,
    versions: process.versions,
    now: () => Date.now(),
  };
}

function outputOf(stream: WriteStream & { readonly fd: 1 | 2 }): Output {
  return {
    write: (text) => {
      stream.write(text);
    },
    writeBytes: (bytes) => {
      stream.write(bytes);
    },
    drained: async () => {
      if (stream.writableNeedDrain) await once(stream, 'drain');
    },
    isTerminal: isTerminal(stream),
    columns: stream.isTTY ? stream.columns : 80,
  };
}

function inputOf(stream: typeof process.stdin): Input {
  return {
    isTerminal: isTerminal(stream),
    [Symbol.asyncIterator]: () =>
      isFile(0) ? piecesOf(0) : (stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>),
  };
}

/** Bytes that are read at a time. */
const PIECE = 1 << 18;

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false;
  }
}

/** The bytes of a file, each piece as it is asked for: a file has them at once, and a stream of it takes longer for each. */
async function* piecesOf(fd: number): AsyncGenerator<Buffer> {
  for (;;) {
    const piece = Buffer.allocUnsafe(PIECE);
    const length = readSync(fd, piece);
    if (length === 0) return;
    yield piece.subarray(0, length);
    // Signals and what was written have their turn.
    await new Promise(setImmediate);
  }
}

/** Node's types promise a boolean; a pipe has none. */
function isTerminal({ isTTY }: { readonly isTTY?: boolean | undefined }): boolean {
  return isTTY === true;
}

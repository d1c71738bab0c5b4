import { once } from 'node:events';
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
    [Symbol.asyncIterator]: () => stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>,
  };
}

/** Node's types promise a boolean; a pipe has none. */
function isTerminal({ isTTY }: { readonly isTTY?: boolean | undefined }): boolean {
  return isTTY === true;
}

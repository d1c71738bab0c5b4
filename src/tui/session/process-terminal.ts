import { Console } from 'node:console';
import { readFile, writeFile } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { runEditor } from './run-editor.ts';
import type { TuiTerminal } from './terminal.ts';

/** The terminal of this process; null where standard input or output is none, or none that can draw. */
export function processTerminal(): TuiTerminal | null {
  const { stdin, stdout } = process;
  if (!stdin.isTTY || !stdout.isTTY || process.env['TERM'] === 'dumb') return null;
  return {
    input: {
      setRawMode: (raw) => {
        stdin.setRawMode(raw);
      },
      listen: (typed, ended) => {
        stdin.setEncoding('utf8').on('data', typed).on('end', ended).resume();
        return () => {
          stdin.off('data', typed).off('end', ended).pause().unref();
        };
      },
    },
    output: {
      size: () => ({ columns: stdout.columns, rows: stdout.rows }),
      write: (bytes) => stdout.write(bytes),
      whenDrained: (callback) => {
        stdout.once('drain', callback);
      },
      onResize: (resized) => {
        stdout.on('resize', resized);
        return () => {
          stdout.off('resize', resized);
        };
      },
    },
    process: {
      onSignal: (signal, callback) => {
        process.on(signal, callback);
        return () => {
          process.off(signal, callback);
        };
      },
      onUncaught: (callback) => {
        process.on('uncaughtException', callback).on('unhandledRejection', callback);
        return () => {
          process.off('uncaughtException', callback).off('unhandledRejection', callback);
        };
      },
      suspend: () => {
        process.kill(0, 'SIGTSTP');
      },
      holdConsole,
    },
    world: {
      readFile: (path) => readFile(path, 'utf8'),
      writeFile: (path, content) => writeFile(path, content),
      edit: runEditor,
    },
  };
}

/** Printed lines would tear the screen apart: they wait, and come out on standard error when it is gone. */
function holdConsole(): () => void {
  const held: string[] = [];
  const sink = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      held.push(chunk);
      done();
    },
  });
  const before = globalThis.console;
  globalThis.console = new Console(sink, sink);
  return () => {
    globalThis.console = before;
    process.stderr.write(held.join(''));
  };
}

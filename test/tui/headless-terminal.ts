import xterm from '@xterm/headless';
import type { TerminalSignal, TerminalWorld, TuiTerminal } from '../../src/tui/session/terminal.ts';

/** A terminal without a screen that a session can run on, and that tells what a person would see. */
export interface HeadlessTerminal extends TuiTerminal {
  readonly type: (text: string) => void;
  readonly endInput: () => void;
  readonly resize: (columns: number, rows: number) => void;
  readonly signal: (name: TerminalSignal) => void;
  /** The rows shown, without trailing spaces, once everything written has been taken in. */
  readonly rows: () => Promise<readonly string[]>;
  readonly text: () => Promise<string>;
  /** Whether the keys come raw, and which screen is shown. */
  readonly isRaw: () => boolean;
  readonly screenKind: () => Promise<'normal' | 'alternate'>;
  /** Every byte written since the start. */
  readonly written: () => string;
  /** What was done to the process, in order. */
  readonly suspensions: () => number;
  readonly listeners: () => number;
}

export function headlessTerminal(
  columns: number,
  rows: number,
  world: Partial<TerminalWorld> = {},
): HeadlessTerminal {
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  const inputs = new Set<(text: string) => void>();
  const ends = new Set<() => void>();
  const resizes = new Set<() => void>();
  const signals = new Map<TerminalSignal, Set<() => void>>();
  let raw = false;
  let bytes = '';
  let suspended = 0;
  let uncaught = 0;

  const settled = (): Promise<void> =>
    new Promise((resolve) => {
      screen.write('', resolve);
    });
  const readRows = async (): Promise<readonly string[]> => {
    await settled();
    const { active } = screen.buffer;
    return Array.from({ length: screen.rows }, (_, row) =>
      (active.getLine(active.viewportY + row)?.translateToString(false, 0, screen.cols) ?? '').trimEnd(),
    );
  };
  const subscribe = <T>(set: Set<T>, one: T): (() => void) => {
    set.add(one);
    return () => {
      set.delete(one);
    };
  };

  return {
    input: {
      setRawMode: (on) => {
        raw = on;
      },
      listen: (typed, ended) => {
        const stops = [subscribe(inputs, typed), subscribe(ends, ended)];
        return () => {
          for (const stop of stops) stop();
        };
      },
    },
    output: {
      size: () => ({ columns: screen.cols, rows: screen.rows }),
      write: (text) => {
        bytes += text;
        screen.write(text);
        return true;
      },
      whenDrained: (callback) => {
        setImmediate(callback);
      },
      onResize: (resized) => subscribe(resizes, resized),
    },
    process: {
      onSignal: (name, callback) => {
        const set = signals.get(name) ?? new Set();
        signals.set(name, set);
        return subscribe(set, callback);
      },
      onUncaught: () => {
        uncaught++;
        return () => {
          uncaught--;
        };
      },
      suspend: () => {
        suspended++;
      },
      holdConsole: () => () => undefined,
    },
    world: {
      readFile: () => Promise.resolve(''),
      writeFile: () => Promise.resolve(),
      edit: () => Promise.resolve(),
      ...world,
    },
    type: (text) => {
      for (const typed of [...inputs]) typed(text);
    },
    endInput: () => {
      for (const ended of [...ends]) ended();
    },
    resize: (newColumns, newRows) => {
      screen.resize(newColumns, newRows);
      for (const resized of [...resizes]) resized();
    },
    signal: (name) => {
      for (const callback of [...(signals.get(name) ?? [])]) callback();
    },
    rows: readRows,
    text: async () => (await readRows()).join('\n'),
    isRaw: () => raw,
    screenKind: async () => {
      await settled();
      return screen.buffer.active.type;
    },
    written: () => bytes,
    suspensions: () => suspended,
    listeners: () =>
      uncaught +
      inputs.size +
      ends.size +
      resizes.size +
      [...signals.values()].reduce((sum, set) => sum + set.size, 0),
  };
}

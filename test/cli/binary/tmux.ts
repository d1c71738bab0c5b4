import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether there is a terminal to try things in; `.ci/run` sees to it, and counts it a failure where there is none. */
export function hasTmux(): boolean {
  const there = spawnSync('tmux', ['-V']).status === 0;
  if (!there && process.env['SURETY_NEEDS_TMUX'] === '1') throw new Error('tmux is not installed');
  return there;
}

/** A shell in a terminal of its own. */
export interface Tmux {
  /** Types keys, by the names that tmux has for them (`Enter`, `C-c`), or a text. */
  readonly keys: (...keys: readonly string[]) => void;
  readonly type: (text: string) => void;
  /** The rows of the screen without the blanks at their ends. */
  readonly rows: () => readonly string[];
  /** Waits until the screen says so, however slow the machine is. */
  readonly shows: (wanted: RegExp) => Promise<string>;
  /** Waits until the screen is another than that. */
  readonly changes: (before: string) => Promise<string>;
  readonly screen: () => string;
  readonly resize: (columns: number, rows: number) => void;
  readonly end: () => void;
}

const PATIENCE_MS = 60_000;
let terminals = 0;

export function startTmux(columns: number, rows: number): Tmux {
  const socket = `surety-${process.pid}-${++terminals}`;
  const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, TMUX: ____, ...rest } = process.env;
  const env = { ...rest, PS1: '$ ', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  const tmux = (...words: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync('tmux', ['-L', socket, '-f', '/dev/null', ...words], {
      encoding: 'utf8',
      env,
    });
    if (status !== 0) throw new Error(`tmux ${words.join(' ')}: ${stderr}`);
    return stdout;
  };
  tmux('new-session', '-d', '-x', `${columns}`, '-y', `${rows}`, 'bash', '--norc', '--noprofile');
  const screen = (): string => tmux('capture-pane', '-p');
  const until = async (wanted: (shown: string) => boolean, complaint: string): Promise<string> => {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const shown = screen();
      if (wanted(shown)) return shown;
      if (performance.now() > end) throw new Error(`the screen ${complaint}:\n${shown}`);
      await sleep(50);
    }
  };
  return {
    keys: (...keys) => void tmux('send-keys', ...keys),
    type: (text) => void tmux('send-keys', '-l', text),
    rows: () =>
      screen()
        .split('\n')
        .map((row) => row.trimEnd()),
    screen,
    shows: (wanted) => until((shown) => wanted.test(shown), `never showed ${String(wanted)}`),
    changes: (before) => until((shown) => shown !== before, 'stayed as it was'),
    resize: (newColumns, newRows) => void tmux('resize-window', '-x', `${newColumns}`, '-y', `${newRows}`),
    end: () => void spawnSync('tmux', ['-L', socket, 'kill-server']),
  };
}

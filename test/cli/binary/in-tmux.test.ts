import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hasTmux, startTmux, type Tmux } from './tmux.ts';

const EXPRESS = 'node dist/surety.js simulate simulations/express.sim';
const installed = hasTmux();
if (!installed) process.stderr.write('skipped, since tmux is not installed: the terminal UI in a terminal\n');

describe.skipIf(!installed)('the terminal UI in a terminal', { timeout: 240_000 }, () => {
  let folder = '';
  let terminal: Tmux;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'surety-tmux-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(() => {
    terminal = startTmux(120, 40);
  });
  afterEach(() => terminal.end());

  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  /** All that `stty` knows but for the size, which tests change. */
  const settings = (name: string): string => read(name).replace(/rows \d+; columns \d+; /, '');
  /** Runs a command with a line before it and its exit code after it, and the settings of the terminal before and after. */
  const run = (command: string): void => {
    const script = `echo 'the line before'; stty -a >${folder}/before; ${command}; echo "ended with $?"; stty -a >${folder}/after; echo done`;
    // Not typed: what is typed is on the screen too.
    writeFileSync(join(folder, 'run.sh'), script);
    terminal.type(`clear; . ${folder}/run.sh`);
    terminal.keys('Enter');
  };
  const ended = async (code: number): Promise<void> => {
    const shown = await terminal.shows(new RegExp(`^ended with ${code}\\ndone`, 'm'));
    // The screen is that of before, and nothing of the UI is left on it.
    expect(shown).toMatch(/^the line before\nended with/m);
    expect(settings('after')).toBe(settings('before'));
  };
  /** By name: keys may change. */
  const palette = (text: string): void => {
    terminal.type(`:${text}`);
    terminal.keys('Enter');
  };

  test('is started, plays, leads to a why, filters, changes its size and ends with the terminal as it was', async () => {
    run(EXPRESS);
    await terminal.shows(/ overview .*\n[^]*q quit/);

    palette('stream');
    await terminal.shows(/ overview > stream/);
    palette('play');
    await terminal.shows(/playing/);
    await terminal.shows(/ [1-9][\d,]* of [\d,]+ tickets arrived/);

    palette('tickets');
    await terminal.shows(/ overview > tickets/);
    palette('filter P3');
    await terminal.shows(/filter P3\n[^]*\d +P3 /);
    terminal.keys('Enter');
    // The accounting of a deadline: the promise and the clause that makes it.
    const why = await terminal.shows(/ overview > tickets > \S+[^]*\.plan:\d+/);
    expect(why).toMatch(/counts/);

    terminal.resize(80, 24);
    await terminal.shows(/^(?:.*\n){23}.*q quit/);
    expect(Math.max(...terminal.rows().map((row) => row.length))).toBeLessThanOrEqual(80);
    terminal.resize(50, 12);
    await terminal.shows(/too small/);
    terminal.resize(160, 50);
    const wide = await terminal.shows(/^(?:.*\n){49}.*q quit/);
    expect(wide).not.toContain('too small');

    // Escape lets go of one thing at a time, of the filter too, and comes home.
    for (let shown = wide; !/^ overview(?! >)/m.test(shown);) {
      terminal.keys('Escape');
      shown = await terminal.changes(shown);
    }
    terminal.keys('q');
    await ended(0);
  });

  test.each([
    ['Ctrl-C', (at: Tmux) => at.keys('C-c'), 130],
    ['q while it is still at work', (at: Tmux) => at.keys('q'), 0],
  ] as const)('ends on %s', async (_, press, code) => {
    run(`${EXPRESS} --runs 20000`);
    await terminal.shows(/^ comparing|the first [\d,]+ of [\d,]+ runs/m);
    press(terminal);
    await ended(code);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 143],
  ] as const)('ends on %s with %i', async (signal, code) => {
    run(`sh -c 'echo $$ >${folder}/pid; exec ${EXPRESS}'`);
    await terminal.shows(/q quit/);
    process.kill(Number(read('pid')), signal);
    await ended(code);
  });

  test('is suspended by Ctrl-Z and comes back whole', async () => {
    run(EXPRESS);
    await terminal.shows(/q quit/);
    terminal.keys('C-z');
    await terminal.shows(/the line before[^]*Stopped/);
    terminal.type('fg');
    terminal.keys('Enter');
    await terminal.shows(/ overview [^]*q quit/);
    terminal.keys('q');
    await terminal.shows(/the line before/);
  });
});

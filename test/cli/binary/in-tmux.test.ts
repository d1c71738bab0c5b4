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

  test('is suspended by Ctrl-Z and comes back whole, with the terminal as it was in between and after it', async () => {
    run(EXPRESS);
    const before = await terminal.shows(/ overview [^]*q quit/);
    for (const _ of ['once', 'and again']) {
      terminal.keys('C-z');
      await terminal.shows(/the line before[^]*Stopped/);
      terminal.type(`clear; echo 'the line before'; stty -a >${folder}/stopped; fg`);
      terminal.keys('Enter');
      await terminal.shows(/ overview [^]*q quit/);
      expect(terminal.screen()).toBe(before);
      expect(settings('stopped')).toBe(settings('before'));
    }
    terminal.keys('q');
    await terminal.shows(/^the line before/m);
    terminal.type(`stty -a >${folder}/after; echo all is $((1 + 1))`);
    terminal.keys('Enter');
    await terminal.shows(/all is 2/);
    expect(settings('after')).toBe(settings('before'));
  });

  /**
   * The same program, in which something of ours breaks on a sign, a file that is put there, and goes on breaking. It is broken
   * from without, by what Node loads before it, since nothing in the program is known to break.
   */
  const broken = (where: 'main' | 'thread', command: string): string => {
    rmSync(join(folder, 'break'), { force: true });
    writeFileSync(
      join(folder, 'break.mjs'),
      `import { existsSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread === ${String(where === 'main')}) {
  let times = 0;
  setInterval(() => {
    if (!existsSync('${folder}/break')) return;
    times += 1;
    throw new Error(times === 1 ? 'broken on purpose' : 'broken again');
  }, 20);
}
`,
    );
    return `NODE_OPTIONS='--import ${folder}/break.mjs' ${command}`;
  };
  const breakNow = (): void => writeFileSync(join(folder, 'break'), '');
  /** What to report, on the screen of before, and 3. */
  const crashed = async (): Promise<void> => {
    const shown = await terminal.shows(/^ended with 3\ndone/m);
    expect(shown).toMatch(
      /^the line before\nsurety: this is a bug in Surety, not in your contract or your command\nError: broken on purpose\n[^]*^Please report the lines above[^]*^ {2}surety .*called with: "simulate"/m,
    );
    // It breaks again and again from then on, of which nothing is to be seen.
    expect(shown).not.toContain('broken again');
    expect(settings('after')).toBe(settings('before'));
  };

  test('ends with 3, what to report and the terminal as it was when it crashes', async () => {
    run(broken('main', EXPRESS));
    await terminal.shows(/ overview [^]*q quit/);
    palette('stream');
    await terminal.shows(/ overview > stream/);
    breakNow();
    await crashed();
  });

  test('ends the same way when the thread breaks that makes the figures', async () => {
    run(broken('thread', `${EXPRESS} --runs 20000`));
    await terminal.shows(/^ comparing|the first [\d,]+ of [\d,]+ runs/m);
    breakNow();
    // Once there is something to look at it stays, and a panel says what became of the rest.
    const shown = await terminal.shows(/^ended with 3|Could not bring the rest of the figures/m);
    if (!shown.includes('ended with 3')) terminal.keys('q');
    if (shown.includes('ended with 3')) await crashed();
    else await ended(0);
  });

  test('leaves no ghosts while it plays and its window is made tiny and large again', async () => {
    run(EXPRESS);
    await terminal.shows(/ overview [^]*q quit/);
    palette('stream');
    await terminal.shows(/ overview > stream/);
    palette('play');
    await terminal.shows(/playing/);
    for (const [columns, rows] of [
      [20, 5],
      [160, 50],
      [61, 19],
      [3, 2],
      [100, 30],
      [59, 40],
      [120, 40],
    ] as const)
      terminal.resize(columns, rows);
    await terminal.shows(/^(?:.*\n){39}.*q quit/);
    terminal.type(' ');
    await terminal.shows(/paused/);
    const shown = terminal.screen();
    // Drawn anew it is the same.
    terminal.keys('C-l');
    palette('keys');
    await terminal.shows(/Keys of this screen: stream/);
    terminal.keys('Escape');
    await terminal.shows(/paused/);
    expect(terminal.screen()).toBe(shown);
    terminal.keys('q');
    await ended(0);
  });

  test('shows how far the longest waits are behind the hours, and then the waits', async () => {
    run('node dist/surety.js simulate simulations/service-desk.sim --runs 1');
    await terminal.shows(/ overview [^]*q quit/);
    terminal.keys('4');
    await terminal.shows(/the longest wait that the contract allows[^]*(?:working them out|opened )/);
    await terminal.shows(/›S1 in Americas +Standard .*opened just after/);
    terminal.keys('Enter');
    await terminal.shows(/it may wait[^]*mst\.plan:\d+/);
    terminal.keys('q');
    await ended(0);
  });
});

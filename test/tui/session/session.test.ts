import { describe, expect, test, vi } from 'vitest';
import { runTui } from '../../../src/tui/index.ts';
import type { TuiModel } from '../../../src/tui/model.ts';
import { fixtureModel } from '../fixture.ts';
import { headlessTerminal } from '../headless-terminal.ts';
import type { HeadlessTerminal } from '../headless-terminal.ts';

const plain = { colour: false, ascii: false };

async function shows(terminal: HeadlessTerminal, text: string | RegExp): Promise<void> {
  await vi.waitFor(async () => {
    expect(await terminal.text()).toMatch(text);
  }, 3000);
}

/** The terminal as it was before: cooked, on its own screen, cursor and wrapping on, nobody listening. */
async function expectRestored(terminal: HeadlessTerminal): Promise<void> {
  expect(terminal.isRaw()).toBe(false);
  expect(await terminal.screenKind()).toBe('normal');
  expect(terminal.listeners()).toBe(0);
  for (const [on, off] of [
    ['\x1b[?1049h', '\x1b[?1049l'],
    ['\x1b[?7l', '\x1b[?7h'],
    ['\x1b[?25l', '\x1b[?25h'],
  ] as const) {
    expect(terminal.written().lastIndexOf(off)).toBeGreaterThan(terminal.written().lastIndexOf(on));
  }
}

describe('a session', () => {
  test('shows the overview, and q leaves with 0 and the terminal as it was', async () => {
    const terminal = headlessTerminal(80, 24);
    const ended = runTui(fixtureModel(), terminal, plain);
    await shows(terminal, 'Premium');
    expect(await terminal.screenKind()).toBe('alternate');
    expect(terminal.isRaw()).toBe(true);
    terminal.type('q');
    expect(await ended).toBe(0);
    await expectRestored(terminal);
  });

  test('ends with 130 after Ctrl-C, also in the middle of a prompt', async () => {
    const terminal = headlessTerminal(80, 24);
    const ended = runTui(fixtureModel(), terminal, plain);
    terminal.type('3/abc\x03');
    expect(await ended).toBe(130);
    await expectRestored(terminal);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 143],
  ] as const)('ends on %s with %i', async (signal, code) => {
    const terminal = headlessTerminal(80, 24);
    const ended = runTui(fixtureModel(), terminal, plain);
    await shows(terminal, 'Premium');
    terminal.signal(signal);
    expect(await ended).toBe(code);
    await expectRestored(terminal);
  });

  test('ends when its input does: the window was closed', async () => {
    const terminal = headlessTerminal(80, 24);
    const ended = runTui(fixtureModel(), terminal, plain);
    terminal.endInput();
    expect(await ended).toBe(143);
    await expectRestored(terminal);
  });

  test('rejects with what a screen threw, after the terminal is as it was', async () => {
    const terminal = headlessTerminal(80, 24);
    const broken = {
      ...fixtureModel(),
      explain: () => {
        throw new Error('no such clause');
      },
    };
    const ended = runTui(broken, terminal, plain);
    await shows(terminal, 'Premium');
    terminal.type('3');
    await shows(terminal, 'by opened');
    terminal.type('\r');
    await expect(ended).rejects.toThrow('no such clause');
    await expectRestored(terminal);
  });

  test('shows progress until the outcome comes, and rejects with what its making threw', async () => {
    const terminal = headlessTerminal(80, 24);
    let fail: (error: Error) => void = () => undefined;
    const failed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    async function* models(): AsyncGenerator<TuiModel> {
      yield { kind: 'loading', title: 'Service desk', plans: ['Standard'], progress: 0.42 };
      await failed;
    }
    const loading: TuiModel = { kind: 'loading', title: 'Service desk', plans: ['Standard'], progress: null };
    const ended = runTui(loading, terminal, plain, { later: models() });
    await shows(terminal, '42%');
    fail(new Error('the log ended in the middle'));
    await expect(ended).rejects.toThrow('the log ended in the middle');
    await expectRestored(terminal);
  });

  test('keeps what is shown when the rest fails to come, and says so in a panel that Escape closes', async () => {
    const terminal = headlessTerminal(80, 24);
    async function* models(): AsyncGenerator<TuiModel> {
      yield { ...fixtureModel(), arriving: { done: 1, of: 5 } };
      await shows(terminal, 'the first 1 of 5 runs');
      throw new Error('the thread has ended');
    }
    const loading: TuiModel = { kind: 'loading', title: 'Service desk', plans: ['Standard'], progress: null };
    const ended = runTui(loading, terminal, plain, { later: models() });
    await shows(terminal, /Could not bring the rest of the figures\n +the thread has ended/);
    terminal.type('\x1b');
    await shows(terminal, /Premium/);
    terminal.type('q');
    expect(await ended).toBe(0);
    await expectRestored(terminal);
  });

  test('shows how far the longest waits are, goes on answering keys, and shows them once they are there', async () => {
    const terminal = headlessTerminal(80, 24);
    const model = fixtureModel();
    const known = model.coverage.worst('respond');
    let worst: typeof known = { kind: 'pending', progress: 0.25 };
    let news = (): void => undefined;
    const pending = { ...model, coverage: { ...model.coverage, worst: () => worst } };
    const ended = runTui(pending, terminal, plain, {
      onNews: (listener) => {
        news = listener;
        return () => {
          news = () => undefined;
        };
      },
    });
    terminal.type('4');
    await shows(terminal, /working them out.* 25%/);
    terminal.type(']\r');
    await shows(terminal, /2016-03-14[^]* 25%[^]*still being worked out/);
    worst = { kind: 'pending', progress: 0.5 };
    news();
    await shows(terminal, / 50%/);
    worst = known;
    news();
    await shows(terminal, /›S1 +Standard/);
    terminal.type('\r');
    await shows(terminal, /it may wait/);
    terminal.type('q');
    expect(await ended).toBe(0);
    news();
    await expectRestored(terminal);
  });

  test('gives up by Escape while nothing is there to go back to', async () => {
    const terminal = headlessTerminal(80, 24);
    const loading: TuiModel = { kind: 'loading', title: 'Service desk', plans: ['Standard'], progress: 0.1 };
    const ended = runTui(loading, terminal, plain, { later: never() });
    await shows(terminal, '10%');
    terminal.type('\x1b');
    expect(await ended).toBe(0);
    await expectRestored(terminal);
  });
});

async function* never(): AsyncGenerator<TuiModel> {
  await new Promise(() => undefined);
  yield fixtureModel();
}

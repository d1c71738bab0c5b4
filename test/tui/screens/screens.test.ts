import { describe, expect, test, vi } from 'vitest';
import { attainmentWords } from '../../../src/report/share-words.ts';
import { runTui } from '../../../src/tui/index.ts';
import { countText } from '../../../src/tui/text/figures.ts';
import { fixtureModel } from '../fixture.ts';
import { headlessTerminal } from '../headless-terminal.ts';
import type { HeadlessTerminal } from '../headless-terminal.ts';

const model = fixtureModel();

interface Shown {
  readonly terminal: HeadlessTerminal;
  /** Types keys one by one and waits until the screen says so. */
  readonly press: (keys: readonly string[], until: string | RegExp) => Promise<readonly string[]>;
  readonly leave: () => Promise<void>;
}

async function show(
  columns: number,
  rows: number,
  options = { colour: false, ascii: false },
): Promise<Shown> {
  const terminal = headlessTerminal(columns, rows);
  const ended = runTui(model, terminal, options);
  const press: Shown['press'] = async (keys, until) => {
    for (const key of keys) terminal.type(key);
    await vi.waitFor(async () => {
      expect(await terminal.text()).toMatch(until);
    }, 3000);
    return terminal.rows();
  };
  await press([], /q quit|too small/);
  return {
    terminal,
    press,
    leave: async () => {
      terminal.type('q');
      expect(await ended).toBe(0);
    },
  };
}

const sizes = [
  [60, 18],
  [80, 24],
  [120, 40],
  [160, 50],
] as const;

describe.each(sizes)('at %i x %i', (columns, rows) => {
  test('the overview shows the share and the misses of every plan in sight as the summary has them', async () => {
    const { terminal, press, leave } = await show(columns, rows);
    const shown = await press([], 'Standard');
    // The smallest screen has room for the first metric alone; the rest is a scroll away.
    for (const metric of rows < 24 ? ['respond'] : ['respond', 'resolve']) {
      const at = shown.findIndex((text) => text.slice(1).startsWith(metric));
      for (const [place, plan] of model.summary.plans.entries()) {
        const figures = plan.metrics.find((one) => one.metric === metric)?.overall;
        if (figures === undefined || figures.attainment === null) throw new Error('the fixture is judged');
        // A narrow screen has the plans below each other.
        const row = shown[columns < 80 ? at + place : at] ?? '';
        expect(row).toContain(attainmentWords(figures.attainment).replace(' %', ''));
        expect(row).toContain(countText(figures.missed));
      }
    }
    for (const text of shown) expect(text.length).toBeLessThanOrEqual(columns);
    expect(terminal.written()).not.toMatch(/\[[0-3]?J/);
    await leave();
  });

  test('a figure leads to its tickets, a ticket to its accounting, and Escape back home', async () => {
    const { press, leave } = await show(columns, rows);
    await press(['\r'], /respond, by opened[^]*filter missed:Standard/);
    const ticket = await press(['\r'], /8 h in Office|16 h in Office/);
    expect(ticket.join('\n')).toMatch(/Standard.*missed/);
    expect(ticket.join('\n')).toContain('inside the hours of Office');
    expect(ticket.join('\n')).toContain('fixture.plan:12');
    await press(['\x1b'], / overview > tickets/);
    await press(['\x1b'], / overview {3}/);
    await leave();
  });

  test('the stream counts up to the figures of the overview', async () => {
    const { press, leave } = await show(columns, rows);
    await press(['2'], /0 missed/);
    const end = await press(['g', ...Array.from('2017-12-31'), '\r'], /200 of 200 tickets arrived/);
    for (const plan of model.summary.plans) {
      const overall = plan.metrics[0]?.overall;
      const row = end.find((text) => text.slice(1).startsWith(plan.name) && text.includes(' met')) ?? '';
      expect(row).toContain(`${String(overall?.met)} met`);
      expect(row).toContain(`${String(overall?.missed)} missed`);
    }
    await leave();
  });

  test('the keys of the screen lie behind the question mark', async () => {
    const { press, leave } = await show(columns, rows);
    const keys = await press(['3', '?'], /Keys of this screen: tickets/);
    expect(keys.join('\n')).toContain('search with the words of a filter');
    await press(['?'], /by opened/);
    await leave();
  });
});

describe('the screen', () => {
  test('says that it is too small, and comes back whole when it is not', async () => {
    const { terminal, press, leave } = await show(80, 24);
    terminal.resize(50, 12);
    await press([], /too small/);
    terminal.resize(100, 30);
    const back = await press([], 'Premium');
    expect(back.join('\n')).not.toContain('too small');
    await leave();
  });

  test('has no ghosts after a resize: it equals a screen that began at that size', async () => {
    const resized = await show(160, 50);
    await resized.press(['3'], 'by opened');
    resized.terminal.resize(80, 24);
    const fresh = await show(80, 24);
    const wanted = await fresh.press(['3'], 'by opened');
    await vi.waitFor(async () => {
      expect(await resized.terminal.rows()).toEqual(wanted);
    });
    await resized.leave();
    await fresh.leave();
  });

  test('narrows the list with every letter of a filter, and shows all again when it is given up', async () => {
    const { press, leave } = await show(80, 24);
    await press(['3', 'f', 'S', '2'], /filter S2/);
    const none = await press(['x'], /0 of 200 tickets/);
    expect(none.join('\n')).not.toContain('INC0');
    await press(['\x1b'], /all 200 tickets/);
    await leave();
  });

  test('stops itself on Ctrl-Z and paints anew when it goes on', async () => {
    const { terminal, press, leave } = await show(80, 24);
    terminal.type('\x1a');
    expect(terminal.suspensions()).toBe(1);
    expect(terminal.isRaw()).toBe(false);
    expect(await terminal.screenKind()).toBe('normal');
    terminal.signal('SIGCONT');
    expect(terminal.isRaw()).toBe(true);
    expect(await terminal.screenKind()).toBe('alternate');
    await press([], 'Premium');
    await leave();
  });

  test('sends no colours when it is told not to, and nothing but ASCII in ASCII mode', async () => {
    const { terminal, press, leave } = await show(80, 24, { colour: false, ascii: true });
    await press(['\r', '\r'], 'Office');
    await press(['2'], 'arrivals');
    expect(terminal.written()).not.toMatch(/\[(?:\d+;)?3\dm/);
    expect(terminal.written()).toMatch(/^[\x1b\x20-\x7e]*$/);
    await leave();
  });

  test('plays: more tickets arrive while nobody touches a key', async () => {
    const { press, leave } = await show(80, 24);
    await press(['2', '+', '+', '+', '+', ' '], 'playing');
    await press([], / (?:[2-9]\d|1\d\d) of 200 tickets arrived/);
    await press([' '], 'paused');
    await leave();
  });
});

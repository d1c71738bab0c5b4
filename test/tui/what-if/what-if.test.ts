import { beforeAll, describe, expect, test, vi } from 'vitest';
import { runTui } from '../../../src/tui/index.ts';
import type { ReadyModel } from '../../../src/tui/model.ts';
import { startState, update } from '../../../src/tui/state/update.ts';
import type { TuiState } from '../../../src/tui/state/state.ts';
import { headlessTerminal } from '../headless-terminal.ts';
import { runAgainHere, shippedModel } from '../shipped.ts';

let model: ReadyModel;
beforeAll(async () => {
  model = await shippedModel('simulations/express.sim', 2);
});

function after(keys: readonly string[], from = startState(model, { columns: 120, rows: 40 })): TuiState {
  return keys.reduce((state, key) => update(state, { kind: 'key', key }), from);
}

describe('what if', () => {
  test('turns what the cursor is on, and a knob turned back is no change', () => {
    expect(after(['w', '+', '+'])['what-if']?.changes).toEqual([
      { kind: 'arrivals', stream: null, factor: 1.2 },
    ]);
    expect(after(['w', '+', '-'])['what-if']?.changes).toEqual([]);
  });

  test('runs nothing until it is asked to, then the changes as they stand', () => {
    expect(after(['w', '+']).effects).toEqual([]);
    const changes = [{ kind: 'arrivals', stream: null, factor: 1.1 }];
    expect(after(['w', '+', 'enter']).effects).toEqual([{ kind: 'rerun', changes }]);
  });

  test('undoes and redoes, and runs what then stands', () => {
    const undone = after(['w', '+', '+', 'u']);
    expect(undone['what-if']?.changes).toEqual([{ kind: 'arrivals', stream: null, factor: 1.1 }]);
    expect(after(['u'], undone).effects.at(-1)).toEqual({ kind: 'stop rerun' });
    expect(after(['u', 'U', 'U'], undone)['what-if']?.changes).toEqual([
      { kind: 'arrivals', stream: null, factor: 1.2 },
    ]);
    expect(after(['u', 'u'], undone).notice).toBe('nothing to undo');
  });

  test('turns a promise to the next time that people promise, and back', () => {
    const last = ['w', 'end'];
    expect(after([...last, '-'])['what-if']?.changes).toEqual([
      {
        kind: 'promise',
        plan: 'Premium',
        severity: 'P4',
        metric: 'resolve',
        to: { amount: 32 * 3600, unit: 'seconds', counted: 'as now' },
      },
    ]);
    expect(after([...last, '-', '+'])['what-if']?.changes).toEqual([]);
  });

  test.each([
    [0, '1.3', { kind: 'arrivals', stream: null, factor: 1.3 }],
    [0, '+30%', { kind: 'arrivals', stream: null, factor: 1.3 }],
    [3, '2', { kind: 'share', of: 'severity', name: 'P1', factor: 2 }],
    [8, '5', { kind: 'agents', team: 'Moscow line', change: 'set', agents: 5 }],
    [10, '24x7', { kind: 'shift', team: 'Moscow line', calendar: '24x7' }],
  ])('takes a value for line %i without its syntax: %s', (line, value, change) => {
    const keys = ['w', ...Array.from({ length: line }, () => 'down'), 'v', ...Array.from(value), 'enter'];
    const typed = after(keys);
    expect(typed['what-if']?.changes).toEqual([change]);
    expect(typed.effects.at(-1)).toEqual({ kind: 'rerun', changes: [change] });
  });

  test('puts what is typed again in the place of what was there', () => {
    const twice = ['w', '+', 'v', ...Array.from('1.5'), 'enter', 'c', ...Array.from('arrivals x2'), 'enter'];
    expect(after(twice)['what-if']?.changes).toEqual([{ kind: 'arrivals', stream: null, factor: 2 }]);
  });

  test('says of a change that cannot be made why, and keeps what was there', () => {
    const wrong = after(['w', '+', 'c', ...Array.from('team "Nobody" +1'), 'enter']);
    expect(wrong.notice).toContain('Nobody');
    expect(wrong['what-if']?.changes).toHaveLength(1);
    // A team cannot be left without anybody.
    const team = ['w', ...Array.from({ length: 8 }, () => 'down')];
    expect(after([...team, '-', '-', '-', '-'])['what-if']?.changes).toEqual([
      { kind: 'agents', team: 'Moscow line', change: 'add', agents: -2 },
    ]);
  });

  test('shows before and after of what the command line says for the same change', async () => {
    const terminal = headlessTerminal(160, 50);
    const ended = runTui(model, terminal, { colour: false, ascii: false }, { rerun: runAgainHere });
    for (const key of ['w', 'c', ...Array.from('team "Moscow line" +1'), '\r']) terminal.type(key);
    await vi.waitFor(async () => {
      expect(await terminal.text()).toContain('before and after, in the same 2 runs');
    }, 10_000);
    const text = await terminal.text();
    expect(text).toContain('team `Moscow line` has 4 agents instead of 3');
    expect(text).toContain(
      `surety simulate simulations/express.sim --seed 85 --runs 2 --what-if 'team "Moscow line" +1'`,
    );
    terminal.type('q');
    expect(await ended).toBe(0);
  });
});

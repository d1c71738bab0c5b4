import { expect, test, vi } from 'vitest';
import { perform } from '../../../src/tui/session/perform.ts';
import { placeFor } from '../../../src/tui/session/run-editor.ts';
import { runsAgain } from '../../../src/tui/session/run-again.ts';
import type { Rerunning, TuiModel } from '../../../src/tui/model.ts';
import type { Effect } from '../../../src/tui/state/effect.ts';
import { createStore } from '../../../src/tui/state/store.ts';
import { startState } from '../../../src/tui/state/update.ts';
import { fixtureModel } from '../fixture.ts';
import { headlessTerminal } from '../headless-terminal.ts';

const size = { columns: 80, rows: 24 };

function performed(effect: Effect, terminal = headlessTerminal(80, 24)) {
  const store = createStore(startState(fixtureModel(), size));
  const lent: string[] = [];
  perform([effect], store, terminal, runsAgain(null, store.dispatch), async (to) => {
    lent.push('lent');
    await to().finally(() => lent.push('back'));
  });
  return { store, terminal, lent };
}

test('a view that was written is a notice, and one that could not be a problem in words', async () => {
  const written = performed({ kind: 'write', path: 'view.csv', content: 'id\n' });
  await vi.waitFor(() => expect(written.store.state().notice).toBe('written to view.csv'));

  const full = headlessTerminal(80, 24, {
    writeFile: () => Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })),
  });
  const { store } = performed({ kind: 'write', path: 'view.csv', content: '' }, full);
  await vi.waitFor(() => expect(store.state().overlay?.kind).toBe('problems'));
  expect(store.state().problems).toEqual([
    { doing: 'write view.csv', message: 'view.csv: no space left on the device', help: null },
  ]);
});

test('what is copied goes to the clipboard of the terminal, byte by byte', () => {
  const { terminal } = performed({ kind: 'copy', text: 'surety why "x" – §', what: 'the command' });
  const [, base64 = ''] = /\x1b\]52;c;([^\x07]*)\x07/.exec(terminal.written()) ?? [];
  expect(Buffer.from(base64, 'base64').toString()).toBe('surety why "x" – §');
});

test('an editor has the terminal for as long as it runs, and gives it back when it fails', async () => {
  const opened: unknown[] = [];
  const terminal = headlessTerminal(80, 24, {
    edit: (...place) => {
      opened.push(place);
      return Promise.reject(new Error('`nosuch` could not be started'));
    },
  });
  const { store, lent } = performed({ kind: 'edit', file: 'mst.plan', line: 41 }, terminal);
  await vi.waitFor(() => expect(store.state().problems).toHaveLength(1));
  expect(opened).toEqual([['mst.plan', 41]]);
  expect(lent).toEqual(['lent', 'back']);
});

test.each([
  ['vi', ['+7', 'a.plan']],
  ['/usr/bin/nano', ['+7', 'a.plan']],
  ['code', ['--goto', 'a.plan:7']],
  ['subl', ['a.plan:7']],
])('%s is told the line', (program, words) => {
  expect(placeFor(program, 'a.plan', 7)).toEqual(words);
});

test('a simulation under changes is beside the one shown; another takes its place and ends it', async () => {
  const store = createStore(startState(fixtureModel(), size));
  const shown = store.state().model;
  if (shown.kind !== 'ready') throw new Error('the fixture is ready');
  const stopped: number[] = [];
  let started = 0;
  const again = runsAgain((): Rerunning => {
    const number = ++started;
    async function* models(): AsyncGenerator<TuiModel> {
      yield { kind: 'loading', title: '', plans: [], progress: 0.5 };
      if (number === 1) await new Promise(() => undefined);
      yield fixtureModel({ tickets: 10 });
    }
    return {
      models: models(),
      stop: () => {
        stopped.push(number);
        return Promise.resolve();
      },
    };
  }, store.dispatch);
  const changes = [{ kind: 'arrivals', stream: null, factor: 2 }] as const;
  again.start(shown, changes);
  await vi.waitFor(() => expect(store.state().rerun?.model).toMatchObject({ progress: 0.5 }));
  expect(store.state().rerun?.status).toBe('running');
  again.start(shown, changes);
  expect(stopped).toEqual([1]);
  await vi.waitFor(() => expect(store.state().rerun?.status).toBe('done'));
  expect(store.state().rerun).toMatchObject({ changes, model: { kind: 'ready' } });
  expect(store.state().model).toBe(shown);
  again.stop();
  expect(stopped).toEqual([1, 2]);
  expect(store.state().rerun).toBeNull();
});

test('changes that cannot be made are a problem, with the way out', async () => {
  const store = createStore(startState(fixtureModel(), size));
  const { model } = store.state();
  if (model.kind !== 'ready') throw new Error('the fixture is ready');
  async function* wrong(): AsyncGenerator<TuiModel> {
    await Promise.resolve();
    throw Object.assign(new Error('there is no team `Night`'), { help: 'the teams are First line' });
    yield model;
  }
  runsAgain(() => ({ models: wrong(), stop: () => Promise.resolve() }), store.dispatch).start(model, []);
  await vi.waitFor(() => expect(store.state().problems).toHaveLength(1));
  expect(store.state().problems[0]).toMatchObject({
    message: 'there is no team `Night`',
    help: 'the teams are First line',
  });
  expect(store.state().rerun?.status).toBe('failed');
});

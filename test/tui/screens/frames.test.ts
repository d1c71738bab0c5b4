import { describe, expect, test, vi } from 'vitest';
import { runTui } from '../../../src/tui/index.ts';
import { fixtureModel } from '../fixture.ts';
import { headlessTerminal } from '../headless-terminal.ts';

const model = fixtureModel();

interface Look {
  readonly colour: boolean;
  readonly ascii: boolean;
}

/** What a person sees after some keys, and every byte that was sent for it. */
async function frame(
  [columns, rows]: readonly [number, number],
  keys: readonly string[],
  until: string | RegExp,
  look: Look = { colour: false, ascii: false },
): Promise<{ readonly rows: readonly string[]; readonly written: string }> {
  const terminal = headlessTerminal(columns, rows);
  const ended = runTui(model, terminal, look);
  await vi.waitFor(async () => {
    expect(await terminal.text()).toContain('q quit');
  }, 3000);
  for (const key of keys) terminal.type(key);
  await vi.waitFor(async () => {
    expect(await terminal.text()).toMatch(until);
  }, 3000);
  const shown = await terminal.rows();
  const written = terminal.written();
  terminal.type('q');
  expect(await ended).toBe(0);
  return { rows: shown, written };
}

const sizes = [
  [80, 24],
  [120, 40],
  [160, 50],
] as const;

const views = [
  ['tickets', ['3', 'F', 's', 's', 's', 's'], /longest wait first/],
  ['coverage', ['4', 'n'], /2016-03-28/],
  ['coverage-account', ['4', '\r'], /it may wait/],
  ['distributions', ['5', 'm', '\x1b[B'], /opening to stop/],
  ['distributions-late', ['5', 't', 'v'], /deadline to stop/],
] as const;

describe.each(views)('%s', (name, keys, until) => {
  test('looks as it did at 80 x 24', async () => {
    const { rows } = await frame([80, 24], keys, until);
    await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot(`frames/${name}.txt`);
  });

  test.each(sizes)('is whole at %i x %i, and the same text in colour', async (columns, rows) => {
    const plain = await frame([columns, rows], keys, until);
    for (const row of plain.rows) expect(row.length).toBeLessThanOrEqual(columns);
    // No word of the foot or the legend is cut, and nothing is written below the foot.
    expect(plain.rows.at(-1)).toMatch(/q quit$/);
    expect(plain.written).not.toMatch(/\[(?:\d+;)?3\dm/);
    const coloured = await frame([columns, rows], keys, until, { colour: true, ascii: false });
    expect(coloured.rows).toEqual(plain.rows);
    expect(coloured.written).toMatch(/\[(?:\d+;)*3\dm/);
  });

  test('is made of ASCII alone where that is asked for', async () => {
    const { written } = await frame([80, 24], keys, until, { colour: false, ascii: true });
    expect(written).toMatch(/^[\x1b\x20-\x7e]*$/);
  });
});

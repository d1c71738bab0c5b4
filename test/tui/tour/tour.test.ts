import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { runTui } from '../../../src/tui/index.ts';
import { headlessTerminal } from '../headless-terminal.ts';
import { runAgainHere, shippedModel } from '../shipped.ts';
import { steps } from './tour-steps.ts';
import type { TourStep } from './tour-steps.ts';

const COLUMNS = 80;
const ROWS = 24;
const RUNS = 4;

interface Frame {
  readonly step: TourStep;
  readonly rows: readonly string[];
}

/** Plays the keys of the tour on the program, and keeps what is on the screen after each step. */
async function play(): Promise<readonly Frame[]> {
  const terminal = headlessTerminal(COLUMNS, ROWS);
  const model = await shippedModel('simulations/express.sim', RUNS);
  const ended = runTui(model, terminal, { colour: false, ascii: false }, { rerun: runAgainHere });
  const frames: Frame[] = [];
  for (const step of steps) {
    for (const key of step.keys) terminal.type(key);
    await vi.waitFor(async () => {
      expect(await terminal.text()).toMatch(step.until);
    }, 20_000);
    frames.push({ step, rows: await terminal.rows() });
  }
  terminal.type('q');
  expect(await ended).toBe(0);
  return frames;
}

describe('the tour', () => {
  let frames: readonly Frame[] = [];
  beforeAll(async () => {
    frames = await play();
  }, 60_000);

  test('is what the program shows for its keys', async () => {
    const page = [
      '# A tour of the terminal UI',
      `What \`surety simulate simulations/express.sim --runs ${String(RUNS)}\` shows in a terminal of ${String(COLUMNS)} columns and ${String(ROWS)} rows. The frames are those of the program: \`npm run tour\` plays the keys again and writes this page.`,
      ...frames.flatMap(({ step, rows }) => [
        `## ${step.title}`,
        `${step.says}${step.pressed === '' ? '' : ` Keys: ${step.pressed}.`}`,
        fenced(rows),
      ]),
    ];
    await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot('../../../docs/tour.md');
  });

  test('has its frames in the README as they are', () => {
    let readme = readFileSync('README.md', 'utf8');
    for (const { step, rows } of frames) {
      if (step.readme === null) continue;
      const marked = new RegExp(`<!-- frame ${step.readme} -->\\n\\n[^]*?\\n\\n<!-- end of frame -->`);
      const block = `<!-- frame ${step.readme} -->\n\n${fenced(rows)}\n\n<!-- end of frame -->`;
      expect(readme).toMatch(marked);
      if (process.env['BLESS'] === '1') readme = readme.replace(marked, () => block);
      else expect(readme).toContain(block);
    }
    if (process.env['BLESS'] === '1') writeFileSync('README.md', readme);
  });
});

function fenced(rows: readonly string[]): string {
  return ['```text', ...rows, '```'].join('\n');
}

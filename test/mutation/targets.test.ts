import { transformSync } from 'esbuild';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TARGETS, UNTRIED } from './targets.mjs';

/** Whether there is something to change in a source: types and constants come to no function. */
function hasLogic(file: string): boolean {
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts' });
  return /=>|\bfunction\b|\bclass\b/.test(code);
}

test('whatever of time and the engine does something is changed, or it is said why not', () => {
  const files = ['src/time', 'src/engine'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  const without = files
    .filter((file) => /(?<!\.d)\.ts$/.test(file) && hasLogic(file))
    .filter((file) => !(file in TARGETS) && !Object.keys(UNTRIED).some((place) => file.startsWith(place)));
  expect(files.length).toBeGreaterThan(50);
  expect(without.sort()).toEqual([]);
});

test('what is changed, what is to notice, and what is left out are there', () => {
  const named = [...Object.entries(TARGETS).flat(2), ...Object.keys(UNTRIED)];
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
  expect(Object.values(TARGETS).filter((tests) => tests.length === 0)).toEqual([]);
});

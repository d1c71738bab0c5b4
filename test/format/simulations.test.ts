import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatted } from './formatted.ts';

const folder = new URL('../../simulations/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.sim'));

test('simulations are found', () => {
  expect(files).toContain('service-desk.sim');
});

test.each(files)('%s is laid out in the canonical form', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  expect(formatted(text)).toBe(text);
});

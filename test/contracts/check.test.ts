import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { format } from '../../src/format/format.ts';
import { ALL, contractNamed } from './shipped.ts';

const files = readdirSync('contracts', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.plan'))
  .sort();

test('every contract of the folder is one that these tests know', () => {
  expect(files.filter((file) => !file.includes('holidays'))).toEqual(
    ALL.map((name) => `${name}.plan`).sort(),
  );
});

describe.each(ALL)('%s.plan', (name) => {
  const { diagnostics } = contractNamed(name).loaded;

  test('has no error and no warning', () => {
    expect(diagnostics.filter(({ level }) => level !== 'assumption').map(({ code }) => code)).toEqual([]);
  });
});

test('what they leave open is this, and nothing else', async () => {
  const lines = ALL.flatMap((name) =>
    contractNamed(name).contract.assumptions.map(({ code, message }) => `${name}.plan ${code}: ${message}\n`),
  );
  await expect(lines.join('')).toMatchFileSnapshot('assumptions.txt');
});

test.each(files)('%s is laid out in the canonical form', (file) => {
  const text = readFileSync(`contracts/${file}`, 'utf8');
  expect(format(text)).toEqual({ kind: 'formatted', text });
});

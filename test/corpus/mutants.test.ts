/**
 * One slip of the hand is one mistake, so it gets about one message, whatever it is. `MUTANTS=20000` slips more often,
 * `MUTANTS_SEED=7` elsewhere, and `MUTANTS_SHOW=20` shows the slips with the most to say about them.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkText } from '../check/findings.ts';
import { contractFiles, corpusFiles, written } from './load-corpus.ts';
import { drawer, mutate } from './mutate.ts';

const COUNT = Number(process.env['MUTANTS'] ?? 500);
const SEED = Number(process.env['MUTANTS_SEED'] ?? 1);
const SHOW = Number(process.env['MUTANTS_SHOW'] ?? 0);

const sources = [...corpusFiles('good'), ...contractFiles()]
  .filter((path) => path.endsWith('.plan'))
  .map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8'), sets: holidaySetsBeside(path) }));

function holidaySetsBeside(path: string): Readonly<Record<string, string>> {
  const named = /holidays\s+([A-Z]{2}(?:-[A-Z]+)?)\b/g;
  const sets: Record<string, string> = {};
  for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(named)) {
    const file = join(path, '..', 'holidays', `${name}.plan`);
    try {
      sets[`holidays/${name}.plan`] = readFileSync(file, 'utf8');
    } catch {
      // Declared in the file itself, or not a set at all.
    }
  }
  return sets;
}

interface Judged {
  readonly name: string;
  readonly slip: string;
  readonly findings: readonly Diagnostic[];
  readonly errors: number;
  readonly ms: number;
}

function judge(count: number): readonly Judged[] {
  const draw = drawer(SEED);
  return Array.from({ length: count }, (_, i) => {
    const source = sources[i % sources.length];
    if (source === undefined) throw new Error('there are no contracts to slip in');
    const { slip, text } = mutate(source.text, draw);
    const began = performance.now();
    const { findings } = checkText(text, source.name, source.sets);
    const ms = performance.now() - began;
    const errors = findings.filter(({ level }) => level === 'error').length;
    return { name: source.name, slip, findings, errors, ms };
  });
}

describe('one slip of the hand', () => {
  const judged = judge(COUNT);

  it('is told about once, on average', () => {
    const errors = judged.reduce((sum, mutant) => sum + mutant.errors, 0);
    const caught = judged.filter((mutant) => mutant.errors > 0).length;
    if (SHOW > 0) {
      const worst = [...judged].sort((a, b) => b.errors - a.errors).slice(0, SHOW);
      const shown = worst.map(({ name, slip, findings }) => `${name}: ${slip}\n${written(findings)}`);
      process.stdout.write(`${errors} errors in ${caught} of ${judged.length} mutants\n${shown.join('')}`);
    }
    expect(errors / judged.length).toBeLessThan(1.25);
    expect(errors / caught).toBeLessThan(1.5);
  });

  it('is told about in less than a second', () => {
    expect(Math.max(...judged.map(({ ms }) => ms))).toBeLessThan(1000);
  });

  it('is told about in reading order, at places inside the file, each with a way out', () => {
    for (const { name, slip, findings } of judged) {
      for (const { place, help, level, code } of findings) {
        const { span, source } = place;
        expect(span.start, `${name}: ${slip}: ${code}`).toBeGreaterThanOrEqual(0);
        expect(span.end, `${name}: ${slip}: ${code}`).toBeGreaterThanOrEqual(span.start);
        expect(span.end, `${name}: ${slip}: ${code}`).toBeLessThanOrEqual(source.text.length);
        if (level === 'error') expect(help ?? '', `${name}: ${slip}: ${code}`).not.toBe('');
      }
      const starts = findings.filter(({ place }) => place.source.name === name).map(({ place }) => place.span.start);
      expect(starts, `${name}: ${slip}`).toEqual([...starts].sort((a, b) => a - b));
    }
  });

  it('is told about in the same words each time', () => {
    const again = judge(Math.min(COUNT, 200));
    const before = judged.slice(0, again.length);
    expect(again.map(({ findings }) => written(findings))).toEqual(
      before.map(({ findings }) => written(findings)),
    );
  });
});

import { expect, test } from 'vitest';
import { narrowestOf, narrownessOf } from '../../../src/engine/entitlement/narrowness.ts';
import type { PlanSelector } from '../../../src/plan/model.ts';

const ANY: PlanSelector = {
  severities: null,
  regions: null,
  channels: null,
  types: null,
  facts: [],
  opened: [],
};

test('a selector is narrower by each kind in which it narrows, and by each fact', () => {
  const of = (narrowed: Partial<PlanSelector>) => narrownessOf({ ...ANY, ...narrowed });
  expect(of({})).toBe(0);
  expect(of({ severities: [0] })).toBe(1);
  expect(of({ regions: [0, 1, 2] })).toBe(1);
  expect(of({ channels: [0] })).toBe(1);
  expect(of({ types: [] })).toBe(1);
  expect(of({ severities: [0], regions: [0], channels: [0], types: [0] })).toBe(4);
  const fact = { fact: 0, words: [0] };
  expect(of({ facts: [fact, fact] })).toBe(2);
  const band = { side: 'in', calendar: 0 } as const;
  expect(of({ opened: [band] })).toBe(1);
  expect(of({ opened: [band, band], facts: [fact], types: [1] })).toBe(3);
});

test('of several lines the narrowest holds, of several alike the first, and none of none', () => {
  const line = (name: string, narrowed: Partial<PlanSelector>) => ({ name, when: { ...ANY, ...narrowed } });
  const lines = [line('any', {}), line('a', { severities: [0] }), line('b', { regions: [0] })];
  const both = line('both', { severities: [0], regions: [0] });
  expect(narrowestOf(lines)?.name).toBe('a');
  expect(narrowestOf(lines.toReversed())?.name).toBe('b');
  expect(narrowestOf([...lines, both])?.name).toBe('both');
  expect(narrowestOf([both, ...lines])?.name).toBe('both');
  expect(narrowestOf([])).toBeNull();
  expect(lines.map(({ name }) => name)).toEqual(['any', 'a', 'b']);
});

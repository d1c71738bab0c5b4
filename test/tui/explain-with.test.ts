import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import type { CompiledPlan } from '../../src/plan/model.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import { explainWith } from '../../src/tui/explain-with.ts';
import { fixtureModel, hour } from './fixture.ts';

const { outcome } = fixtureModel({ tickets: 40 });
const day = [{ from: 9 * 3600, to: 17 * 3600 }];
const origin = { file: 'fixture.plan', line: 12, column: 1, path: [] };
const base = outcome.plan;
const plan: CompiledPlan = {
  ...base,
  zones: { 'Europe/London': lookUpZone('Europe/London', 2015, 2018) },
  calendars: [
    {
      name: 'Office',
      zone: 'Europe/London',
      origin,
      body: {
        kind: 'civil',
        zone: 'Europe/London',
        week: [day, day, day, day, day, [], []],
        weekOrigin: [origin],
        seasons: [],
        holidays: null,
        dated: [],
      },
    },
  ],
  plans: base.plans.map((one, place) => ({
    ...one,
    targets: one.targets.map((target) => ({
      ...target,
      words: '40 h in Office',
      promise:
        place === 0
          ? { kind: 'hours', seconds: 40 * 3600, calendar: 0 }
          : { kind: 'word', word: 'best effort' },
    })),
  })),
};

describe('the accounting of a ticket', () => {
  const explain = explainWith({ ...outcome, plan }, loadPlan(plan));

  test('tiles the time from the opening and ends at what was promised, in hours and not in days', () => {
    for (let ticket = 0; ticket < 40; ticket++) {
      const found = explain(0, 'resolve', ticket);
      if (found.kind !== 'accounted') throw new Error(found.reason);
      const { stretches } = found;
      expect(stretches[0]?.from).toBe(outcome.tickets.opened[ticket]);
      stretches.slice(1).forEach((stretch, place) => {
        expect(stretch.from).toBe(stretches[place]?.to);
      });
      expect(stretches.at(-1)?.sum).toBe('40 h');
      const counted = stretches.filter((one) => one.counted).reduce((sum, one) => sum + one.to - one.from, 0);
      expect(counted).toBe(40 * hour);
    }
  });

  test('names the clause of the promise and of the hours', () => {
    const found = explain(0, 'resolve', 0);
    if (found.kind !== 'accounted') throw new Error(found.reason);
    expect(found.place).toMatch(/^fixture\.plan:4\d$/);
    expect(found.stretches.some((one) => one.counted && one.place === 'fixture.plan:12')).toBe(true);
  });

  test('says why there is nothing to account for', () => {
    expect(explain(1, 'resolve', 0)).toMatchObject({
      kind: 'unaccounted',
      reason: expect.stringContaining('best effort') as string,
    });
    expect(explain(0, 'acknowledge', 0)).toMatchObject({ kind: 'unaccounted' });
    expect(explain(0, 'resolve', 4000)).toMatchObject({ kind: 'unaccounted' });
  });
});

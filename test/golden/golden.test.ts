import { describe, expect, it } from 'vitest';
import type { CheckedLimit } from '../../src/check/model.ts';
import type { PlanLimit } from '../../src/plan/model.ts';
import { deadline } from '../../src/reference/index.ts';
import { formatInstantUtc, parseInstant } from '../../src/time/iso-instant.ts';
import { engineOf, NO_FACTS } from '../engine/lower-calendar.ts';
import golden from './golden.json' with { type: 'json' };
import { SEEDS, type SeedContract } from './seed-contracts.ts';

function instant(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`);
  return parsed.instant;
}

function seedOf(contract: string): SeedContract {
  const seed = SEEDS[contract];
  if (seed === undefined) throw new Error(`no seed ${contract}`);
  return seed;
}

/** The promise with its calendar by index, as the engine takes it. */
function lower(seed: SeedContract, limit: CheckedLimit): PlanLimit {
  if (limit.kind === 'elapsed') return limit;
  if (limit.kind === 'days' || limit.kind === 'pick') throw new Error('every golden row counts hours');
  return { ...limit, calendar: seed.contract.calendars.findIndex(({ name }) => name === limit.calendar) };
}

describe('the golden deadlines of three seed contracts', () => {
  it('are all there', () => {
    expect(golden.rows).toHaveLength(56);
  });

  for (const row of golden.rows) {
    const { contract, plan, region, severity, target, opened, due } = row;
    it(`${[contract, plan, region, severity].join(' ')} opened ${opened} is to ${target} by ${due}`, () => {
      const seed = seedOf(contract);
      const promise = seed.promises[plan]?.[`${severity} ${target}`];
      if (promise === undefined) throw new Error('no promise');
      const facts = { ...NO_FACTS, severity, region };
      const start = instant(opened);

      const reference = deadline(seed.contract, promise, facts, start);
      const engine = engineOf(seed.contract, facts).deadline(lower(seed, promise), start);

      expect(instant(due)).toBe(instant(row.dueUtc));
      expect(reference).toEqual({ kind: 'due', due: instant(due), soft: null });
      expect(engine).toEqual(reference);
      expect(engine.kind === 'due' && formatInstantUtc(engine.due)).toBe(row.dueUtc);
    });
  }
});

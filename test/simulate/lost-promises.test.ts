/** Beyond a quota a simulated ticket has what the quota leaves it: on Gold's own contract, counted by hand month by month. */
import { fileURLToPath } from 'node:url';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { STATUSES, type Outcome } from '../../src/simulate/outcome.ts';
import { simulate } from '../../src/simulate/run.ts';
import { loadSimulation } from '../../src/workspace/load.ts';

const CUSTOMER = {
  sizes: [],
  sums: [],
  facts: [],
  region: null,
  options: [],
  packs: [],
};

async function gold(customer: typeof CUSTOMER | null): Promise<Outcome> {
  const path = fileURLToPath(new URL('../../simulations/gold.sim', import.meta.url));
  const { simulation, plan } = await loadSimulation(path);
  if (simulation === null) throw new Error('gold.sim is a simulation');
  const compiled = plan();
  const origin = simulation.desk.teams[0]?.origin;
  if (origin === undefined) throw new Error('the desk has a team');
  // Twice as many tickets as the company has, so that every plan has months beyond its quota.
  const arrivals = simulation.arrivals.map((stream) => ({ ...stream, perWeek: 2 * stream.perWeek }));
  const whose = customer === null ? null : { ...customer, origin };
  return simulate({ ...simulation, arrivals, customer: whose, runs: 3 }, compiled, loadPlan(compiled));
}

/** By run and month of Berlin, what became of the answer to each ticket, in the order of their openings. */
function months({ tickets, plans }: Outcome, place: number): ReadonlyMap<string, readonly string[]> {
  const respond = plans[place]?.metrics.find(({ metric }) => metric === 'respond');
  if (respond === undefined) throw new Error('the plan answers');
  const found = new Map<string, string[]>();
  for (let i = 0; i < tickets.count; i += 1) {
    const opened = DateTime.fromMillis(tickets.opened[i] as number, { zone: 'Europe/Berlin' });
    const key = `${String(tickets.run[i])} ${opened.toFormat('yyyy-MM')}`;
    found.set(key, [...(found.get(key) ?? []), STATUSES[respond.status[i] as number] ?? '']);
  }
  return found;
}

describe('of a customer with so many incidents a month', () => {
  test('the first tickets of each month are promised an answer, and every other has best effort', async () => {
    const outcome = await gold(CUSTOMER);
    // Professional offers nothing but for S4, so Enterprise and Gold are looked at.
    for (const [place, quota] of [
      [1, 2],
      [2, 4],
    ] as const) {
      let beyond = 0;
      for (const [month, became] of months(outcome, place)) {
        expect(became.slice(0, quota), month).not.toContain('best effort');
        const rest = became.slice(quota);
        expect(new Set(rest), month).toEqual(new Set(rest.length === 0 ? [] : ['best effort']));
        beyond += rest.length;
      }
      expect(beyond).toBeGreaterThan(20);
    }
  });

  test('all are promised one where nothing says whose tickets they are', async () => {
    const outcome = await gold(null);
    for (const became of months(outcome, 2).values()) expect(became).not.toContain('best effort');
  });
});

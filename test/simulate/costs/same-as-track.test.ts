import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadPlan, type Engine } from '../../../src/engine/index.ts';
import { prepareSimulation } from '../../../src/simulate/prepare.ts';
import { outcomeOfRuns, simulateRun } from '../../../src/simulate/run.ts';
import type { RunColumns } from '../../../src/simulate/run-columns.ts';
import { summarizeCosts, type CostSummary } from '../../../src/simulate/costs/summarize-costs.ts';
import type { Outcome } from '../../../src/simulate/outcome.ts';
import { formatInstantUtc } from '../../../src/time/iso-instant.ts';
import { loadSimulation } from '../../../src/workspace/load.ts';
import { RUNTIME_ZONES } from '../../../src/workspace/runtime-zones.ts';
import { call } from '../../cli/call.ts';

/** A corpus simulation: Light and Full have a price, quotas that are billed beyond, and credits; Bespoke is on request. */
const CONTRACT = 'test/corpus/good/paid.plan';
const SIMULATION = 'test/corpus/good/paid.sim';

let engine: Engine;
let runs: readonly RunColumns[];
let outcome: Outcome;
let costs: CostSummary;

beforeAll(async () => {
  const loaded = await loadSimulation(resolve(SIMULATION));
  if (loaded.simulation === null) throw new Error('it has mistakes');
  engine = loadPlan(loaded.plan(), RUNTIME_ZONES);
  const prepared = prepareSimulation(loaded.simulation, engine.plan, engine);
  runs = [0, 1, 2].map((run) => simulateRun(prepared, run));
  outcome = outcomeOfRuns(prepared, runs);
  costs = summarizeCosts(outcome.costs as NonNullable<Outcome['costs']>, engine.plan);
}, 60_000);

interface Line {
  readonly period: string;
  readonly [name: string]: unknown;
}

/** The tickets of one run under one plan, as a log that `track` reads: each is opened, answered and closed, and claims at once. */
function logOf(run: number, place: number, plan: string): string {
  const { tickets, plans } = outcome;
  const respond = plans[place]?.metrics.find(({ metric }) => metric === 'respond');
  const lines: object[] = [
    { customer: 'Acme', at: '2026-03-02T00:00+01:00', event: 'starts', plan, users: 40, clustered: true },
    { customer: 'Acme', at: '2026-03-02T00:00+01:00', event: 'bought', pack: 'ten more', count: 2 },
  ];
  for (let row = 0; row < tickets.count; row += 1) {
    if (tickets.run[row] !== run) continue;
    const ticket = tickets.id(row).padStart(12, '0');
    const at = (instant: number) => formatInstantUtc(instant);
    const [opened, stopped, due] = [tickets.opened, respond?.stopped, respond?.due].map(
      (column) => column?.[row] ?? NaN,
    ) as [number, number, number];
    const severity = engine.plan.severities[tickets.severity[row] ?? 0]?.name;
    lines.push({ customer: 'Acme', ticket, at: at(opened), event: 'opened', plan, severity });
    lines.push({ ticket, at: at(stopped), event: 'reply' });
    if (stopped > due) lines.push({ ticket, at: at(stopped), event: 'claimed' });
    lines.push({ ticket, at: at(stopped), event: 'closed' });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

async function tracked(run: number, place: number, plan: string): Promise<readonly Line[]> {
  const last = Math.max(...(outcome.plans[place]?.metrics.flatMap(({ stopped }) => [...stopped]) ?? []));
  const now = formatInstantUtc(Math.max(last, Date.parse('2026-04-01T00:00+02:00')));
  const { code, out, err } = await call(['track', CONTRACT, '--periods', '--at', now], {
    stdin: logOf(run, place, plan),
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
}

const sum = (amounts: readonly string[]) =>
  amounts.reduce((total, amount) => total + Math.round(Number(amount) * 100), 0);

describe('what a simulation costs', () => {
  test.each([
    [0, 'Light'],
    [1, 'Full'],
  ])('of the tickets of plan %i is what `track` says of the same tickets', async (place, plan) => {
    for (const run of [0, 1, 2]) {
      const lines = await tracked(run, place, plan);
      const own = runs[run]?.plans[place]?.costs.customer;
      const ofInvoices = lines
        .filter(({ period }) => period === 'invoice')
        .flatMap(({ lines: own }) => own as readonly { kind: string; amount: string }[]);
      const charged = ofInvoices.filter(({ kind }) => ['charge', 'over quota', 'work'].includes(kind));
      const credited = ofInvoices.filter(({ kind }) => kind === 'credit');
      const coins = (money: readonly { amount: string }[] | undefined) =>
        sum(money?.map(({ amount }) => amount) ?? []);
      expect(charged.length).toBeGreaterThan(10);
      expect(coins(own?.charged)).toBe(coins(charged));
      expect(coins(own?.credited)).toBe(0 - coins(credited));
      const quotas = lines.filter(({ period, from }) => period === 'quota' && String(from) < '2026-03-31T22');
      expect(own?.quotas.flatMap(({ periods }) => periods.map(({ used, over }) => ({ used, over })))).toEqual(
        quotas.map(({ used, over }) => ({ used, over })),
      );
    }
  });

  test('credits something, and no more than the cap of the month, so that the test above says something of them', () => {
    const credited = runs.map((run) => Number(run.plans[1]?.costs.customer?.credited[0]?.amount ?? 0));
    expect(Math.max(...credited)).toBe(500);
    expect(credited.every((amount) => amount % 50 === 0)).toBe(true);
  });

  test('is the price that `quote` says for the size, the options, the packs and the days', async () => {
    const { out, code } = await call([
      'quote',
      CONTRACT,
      '--users',
      '40',
      '--fact',
      'clustered=yes',
      '--option',
      'Technical account manager',
      '--pack',
      'ten more=2',
      '--from',
      '2026-03-02',
      '--term',
      '30 days',
      '--json',
    ]);
    expect(code).toBe(0);
    const quoted = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { plan: string; totals: object[] });
    const own = costs.plans.map(({ name, customer }) => ({
      plan: name,
      totals:
        customer?.quote.kind === 'quote'
          ? customer.quote.totals.map(({ currency, amount }) => ({ currency, amount: amount.toString() }))
          : [],
    }));
    expect(own).toEqual(quoted.map(({ plan, totals }) => ({ plan, totals })));
    expect(own[0]?.totals).toEqual([{ currency: 'EUR', amount: '1380.65' }]);
    expect(costs.plans[2]?.customer?.quote.kind).toBe('on request');
    expect(costs.plans[2]?.customer?.total).toBeNull();
  });

  test('in all is price and charges less credits, run by run', () => {
    const full = costs.plans[1]?.customer;
    const cents = (digits: { readonly valueOf: () => number } | undefined) =>
      Math.round((digits?.valueOf() ?? 0) * 300);
    const price = full?.quote.kind === 'quote' ? full.quote.totals[0]?.amount : undefined;
    expect(cents(full?.total?.[0]?.mean)).toBe(
      cents(price) + cents(full?.charged[0]?.mean) - cents(full?.credited[0]?.mean),
    );
  });

  test('has of every run the figures that it has of that run alone: nothing hangs on the others', () => {
    const alone = runs.slice(1, 2);
    expect(alone[0]?.plans.map((plan) => plan.costs)).toEqual(
      outcome.costs?.plans.map((plan) => plan.runs[1]),
    );
  });
});

describe('what a desk costs', () => {
  test('is the hours of its shifts: 22 days of eight hours for two, and thirty days round the clock less the hour of spring', () => {
    const [first, second] = costs.plans[0]?.desk?.teams ?? [];
    expect(first?.hours).toBe(2 * 22 * 8);
    expect(second?.hours).toBe(30 * 24 - 1);
    expect(second?.cost?.mean.toString()).toBe(String(719 * 20.5));
  });

  test('and the time behind the end of a shift, at its own rate', () => {
    const [first] = costs.plans[0]?.desk?.teams ?? [];
    const overtime = runs.map((run) => run.plans[0]?.costs.overtimeMs[0] ?? NaN);
    const own = overtime.map((ms) => 352 * 55 + (ms / 3_600_000) * 80);
    expect(Math.min(...overtime)).toBeGreaterThan(0);
    expect(first?.cost?.mean.valueOf()).toBeCloseTo(own.reduce((total, each) => total + each, 0) / 3, 6);
    // Nobody of the team that has no such rule stays.
    expect(runs.every((run) => run.plans[0]?.costs.overtimeMs[1] === 0)).toBe(true);
  });
});

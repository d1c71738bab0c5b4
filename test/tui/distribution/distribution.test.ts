import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binEdges } from '../../../src/tui/distribution/bin-edges.ts';
import { binOf, distributionOf, rangeOf } from '../../../src/tui/distribution/distribution.ts';
import type { Measure } from '../../../src/tui/distribution/distribution.ts';
import { chartsOf } from '../../../src/tui/screens/distributions/charts.ts';
import { isReady } from '../../../src/tui/state/state.ts';
import type { ReadyState } from '../../../src/tui/state/state.ts';
import { startState, update } from '../../../src/tui/state/update.ts';
import { fixtureModel, hour } from '../fixture.ts';
import { shippedModel } from '../shipped.ts';
import { told } from '../told.ts';

const model = fixtureModel({ tickets: 400 });

function after(keys: readonly string[], given = model): ReadyState {
  const state = keys.reduce(
    (next, key) => update(next, { kind: 'key', key }),
    startState(given, { columns: 120, rows: 40 }),
  );
  if (!isReady(state)) throw new Error('the outcome is there');
  return state;
}

describe('bins', () => {
  const ms = fc.integer({ min: -4 * 365 * 24, max: 4 * 365 * 24 }).map((hours) => hours * hour + 1234);

  test('hold every value between the least and the largest, each in one of them', () => {
    fc.assert(
      fc.property(
        fc.array(ms, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 60 }),
        (values, wanted) => {
          const edges = binEdges(Math.min(...values), Math.max(...values), wanted);
          expect([...edges].sort((a, b) => a - b)).toEqual(edges);
          expect(new Set(edges).size).toBe(edges.length);
          for (const value of values) {
            const bin = binOf(edges, value);
            expect(edges[bin]).toBeLessThanOrEqual(value);
            expect(edges[bin + 1]).toBeGreaterThan(value);
          }
        },
      ),
    );
  });

  test('part what is early from what is late at the deadline itself', () => {
    expect(binEdges(-3 * hour, 3 * hour, 60)).toContain(0);
  });

  test('are none where there is nothing to hold', () => {
    expect(binEdges(Infinity, -Infinity, 10)).toEqual([]);
  });
});

describe('a distribution', () => {
  test.each(['wait', 'late'] as const)('counts every ticket once, by its %s', (measure: Measure) => {
    for (const plan of [0, 1, 2]) {
      const population = { metric: 'resolve', measure, plan, severity: null };
      const range = rangeOf(model.outcome, [population]);
      if (range === null) throw new Error('something has stopped');
      const found = distributionOf(model.outcome, population, binEdges(range.least, range.largest, 20));
      const sum = [...found.met, ...found.missed, ...found.others].reduce((total, count) => total + count, 0);
      expect(sum).toBe(found.counted);
      expect(found.counted + found.without).toBe(400);
    }
  });

  test('has the percentiles of the summary', () => {
    const population = { metric: 'respond', measure: 'wait', plan: 1, severity: null } as const;
    const { percentiles } = distributionOf(model.outcome, population, [0, Infinity]);
    const wait = model.summary.plans[1]?.metrics[0]?.overall.wait;
    expect(percentiles?.p50).toBe(wait?.median);
    expect(percentiles?.p90).toBe(wait?.p90);
    expect(percentiles?.p99).toBe(wait?.p99);
  });

  test('is of nothing where no clock has stopped', () => {
    const none = distributionOf(
      fixtureModel({ tickets: 0 }).outcome,
      { metric: 'resolve', measure: 'wait', plan: 0, severity: null },
      [],
    );
    expect(none.percentiles).toBeNull();
    expect(none.promised).toBeNull();
  });
});

describe('Enter on a bar', () => {
  const sets: readonly (readonly string[])[] = [
    ['5'],
    ['5', 'm', 't'],
    ['5', 'right', 'x', 'x'],
    ['5', 'v', 'right', 'm'],
    ['5', 'v', 't', 'x'],
  ];
  test.each(sets.map((keys) => [keys.join(' '), keys] as const))(
    'lists exactly the tickets that it counts: %s',
    (_, keys) => {
      const start = after(keys);
      const shown = start.distributions;
      if (shown === null) throw new Error('the screen is open');
      const { charts, at, rows, edges } = chartsOf(start, shown);
      const chart = charts[at]?.distribution;
      let listed = 0;
      for (let bin = 0; bin < rows; bin++) {
        const opened = after([...keys, ...new Array<string>(bin).fill('down'), 'enter']);
        const counted =
          bin < edges.length - 1
            ? (chart?.met[bin] ?? 0) + (chart?.missed[bin] ?? 0) + (chart?.others[bin] ?? 0)
            : chart?.without;
        expect(opened.path.at(-1)).toBe('tickets');
        expect(opened.tickets?.rows.length).toBe(counted);
        listed += opened.tickets?.rows.length ?? 0;
      }
      expect(listed).toBe((chart?.counted ?? 0) + (chart?.without ?? 0));
      expect(listed).toBeGreaterThan(0);
    },
  );

  test('comes back to the bar by Escape', () => {
    const state = after(['5', 'down', 'down', 'enter', 'escape']);
    expect(state.path).toEqual(['overview', 'distributions']);
    expect(state.distributions?.list.at).toBe(2);
  });
});

describe('the time in line', () => {
  test('is of every ticket that was worked on, and each bar opens those it counts', async () => {
    const shipped = await shippedModel('simulations/express.sim', 1);
    const start = after(['5', 't', 't'], shipped);
    const { distributions } = start;
    if (distributions === null) throw new Error('the histograms are there');
    expect(distributions.measure).toBe('line');
    const { edges, charts } = chartsOf(start, distributions);
    const first = shipped.outcome.plans[0]?.firstWork ?? new Float64Array(0);
    const worked = first.filter((at) => !Number.isNaN(at)).length;
    expect(worked).toBeGreaterThan(100);
    expect(charts[0]?.distribution.counted).toBe(worked);
    let listed = 0;
    for (let bin = 0; bin < edges.length - 1; bin += 1) {
      const keys = ['5', 't', 't', ...Array.from({ length: bin }, () => 'down'), 'enter'];
      listed += after(keys, shipped).tickets?.rows.length ?? 0;
    }
    expect(listed).toBe(worked);
  });

  test('is passed over where nobody knows of a desk', () => {
    expect(after(['5', 't', 't']).distributions?.measure).toBe('wait');
  });
});

describe('the time that tickets wait for the customer', () => {
  test('is that between a wait and what follows it at the desk, and each bar opens the tickets that it counts', async () => {
    const shipped = await shippedModel('simulations/express.sim', 1);
    const waited = shipped.outcome.plans[1]?.waited ?? new Float64Array(0);
    let some = 0;
    for (let ticket = 0; ticket < shipped.outcome.tickets.count; ticket += 1) {
      const happened = told(shipped.happenings(1, ticket)).filter(({ kind }) => kind !== 'event');
      const waits = happened.flatMap(({ at, kind }, place) =>
        kind === 'waiting' ? [(happened[place + 1]?.at ?? NaN) - at] : [],
      );
      const sum = waits.length === 0 ? NaN : waits.reduce((all, one) => all + one, 0);
      expect(waited[ticket]).toBe(sum);
      if (waits.length > 0) some += 1;
    }
    expect(some).toBeGreaterThan(100);
    const start = after(['5', 't', 't', 't', 'tab'], shipped);
    const { distributions } = start;
    if (distributions === null) throw new Error('the histograms are there');
    expect(distributions.measure).toBe('held');
    const { edges, charts, rows } = chartsOf(start, distributions);
    expect(charts[1]?.distribution.counted).toBe(some);
    let listed = 0;
    for (let bin = 0; bin < rows; bin += 1) {
      const keys = ['5', 't', 't', 't', 'tab', ...Array.from({ length: bin }, () => 'down'), 'enter'];
      const opened = after(keys, shipped).tickets?.rows.length ?? 0;
      if (bin === edges.length - 1) expect(opened).toBe(shipped.outcome.tickets.count - some);
      else listed += opened;
    }
    expect(listed).toBe(some);
  });
});

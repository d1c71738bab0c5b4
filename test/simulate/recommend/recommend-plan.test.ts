import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import type { Need } from '../../../src/check/simulation-model.ts';
import type { CostSummary } from '../../../src/simulate/costs/summarize-costs.ts';
import { STATUSES, type Outcome, type Status } from '../../../src/simulate/outcome.ts';
import { recommendPlan } from '../../../src/simulate/recommend/recommend-plan.ts';
import { lowerBound } from '../../../src/simulate/statistics/lower-bound.ts';
import { planSentences } from '../../../src/report/recommendation-text.ts';
import { planOf, smallPlan } from '../small-world.ts';

const HOUR = 3_600_000;

interface Row {
  readonly run: number;
  readonly severity?: number;
  /** Hours after the opening; null for none. */
  readonly stopped: number | null;
  /** By plan. */
  readonly due: readonly (number | null)[];
  readonly status?: readonly Status[];
}

/** Tickets that open at the hour 0, under the plans Basic and Best. */
function outcomeOf(rows: readonly Row[]): Outcome {
  const ms = (time: number | null | undefined) => (time === null || time === undefined ? NaN : time * HOUR);
  return {
    title: 'Small',
    plan: smallPlan([planOf('Basic', []), planOf('Best', [])]),
    source: { kind: 'simulation', file: 'small.sim', seed: 1, runs: 2 },
    tickets: {
      count: rows.length,
      id: (i) => String(i),
      run: Uint16Array.from(rows, ({ run }) => run),
      opened: new Float64Array(rows.length),
      severity: Uint8Array.from(rows, ({ severity }) => severity ?? 0),
      region: new Int8Array(rows.length),
      channel: new Int8Array(rows.length),
      type: new Int8Array(rows.length),
      facts: [],
    },
    plans: [0, 1].map((plan) => ({
      plan,
      metrics: [
        {
          metric: 'respond',
          due: Float64Array.from(rows, ({ due }) => ms(due[plan])),
          stopped: Float64Array.from(rows, ({ stopped }) => ms(stopped)),
          status: Uint8Array.from(rows, ({ status, stopped, due }) =>
            STATUSES.indexOf(
              status?.[plan] ?? ((stopped ?? Infinity) <= (due[plan] ?? -1) ? 'met' : 'missed'),
            ),
          ),
        },
      ],
    })),
    notes: [],
  };
}

function need(changes: Partial<Need> = {}): Need {
  const origin = { file: 'small.sim', line: 1, column: 1, path: [] };
  return {
    metric: 'respond',
    share: 0.9,
    seconds: 3600,
    severities: null,
    words: 'respond 90%',
    origin,
    ...changes,
  };
}

function costsOf(...amounts: readonly (number | null)[]): CostSummary {
  return {
    days: { first: '2026-01-01', count: 30 },
    plans: amounts.map((amount, plan) => ({
      plan,
      name: '',
      desk: null,
      customer: {
        quote: { kind: 'no price' },
        charged: [],
        credited: [],
        total:
          amount === null
            ? null
            : [{ currency: 'EUR', mean: new Fraction(amount), low: null, high: null, runs: 2 }],
        unpriced: [],
        quotas: [],
        attained: [],
      },
    })),
  };
}

const rows = (count: number, row: Omit<Row, 'run'>): readonly Row[] =>
  Array.from({ length: count }, (_, i) => ({ run: i % 2, ...row }));

describe('the plan for a customer', () => {
  test('is the cheapest that promises what is needed and keeps it, not the cheapest that would have kept it', () => {
    const outcome = outcomeOf(rows(200, { stopped: 0.5, due: [8, 1] }));
    const { candidates, best, by } = recommendPlan(outcome, costsOf(100, 300), [need()]);
    expect(by).toBe('needs');
    expect(candidates.map(({ wanted }) => wanted[0]?.verdict)).toEqual(['not promised', 'kept']);
    expect(best).toBe(1);
  });

  test('is the cheaper of two that do, whichever comes first', () => {
    const outcome = outcomeOf(rows(200, { stopped: 0.5, due: [1, 1] }));
    expect(recommendPlan(outcome, costsOf(100, 300), [need()]).best).toBe(0);
    expect(recommendPlan(outcome, costsOf(300, 100), [need()]).best).toBe(1);
    expect(recommendPlan(outcome, costsOf(null, 100), [need()]).best).toBe(1);
    expect(recommendPlan(outcome, null, [need()]).best).toBe(0);
  });

  test('is none where what is promised is not kept surely enough', () => {
    const outcome = outcomeOf([
      ...rows(184, { stopped: 1, due: [1, 1] }),
      ...rows(16, { stopped: 2, due: [1, 1] }),
    ]);
    // 92 % were, and 90 % are needed: surely 89 % at 95 % confidence, and 90.9 % at 70 %.
    expect(recommendPlan(outcome, null, [need()], 0.95).best).toBeNull();
    expect(recommendPlan(outcome, null, [need()], 0.7).best).toBe(0);
  });

  test('counts an answer at the very limit, a promise at the very limit, and no other severity', () => {
    const outcome = outcomeOf([
      ...rows(100, { severity: 0, stopped: 1, due: [1, 2] }),
      ...rows(100, { severity: 1, stopped: 9, due: [1, 1] }),
    ]);
    const { candidates } = recommendPlan(outcome, null, [need({ severities: ['S1'] })]);
    expect(candidates.map(({ wanted }) => wanted[0])).toMatchObject([
      { tickets: 100, promised: 1, kept: 1, verdict: 'kept' },
      { tickets: 100, promised: 0, kept: 1, verdict: 'not promised' },
    ]);
  });

  test('takes of a need without a time what is promised: a word is no promise, and what runs says nothing', () => {
    const outcome = outcomeOf([
      ...rows(100, { stopped: 1, due: [2, 2] }),
      ...rows(100, { stopped: 1, due: [null, 2], status: ['best effort', 'met'] }),
      ...rows(100, { stopped: null, due: [2, 2], status: ['running', 'running'] }),
    ]);
    const { candidates } = recommendPlan(outcome, null, [need({ seconds: null })]);
    expect(candidates.map(({ wanted }) => wanted[0])).toMatchObject([
      { tickets: 200, promised: 0.5, verdict: 'not promised' },
      { tickets: 200, promised: 1, kept: 1, verdict: 'kept' },
    ]);
  });

  test('cannot be said of no tickets, nor where nothing is needed and nothing promised', () => {
    const none = recommendPlan(outcomeOf([]), null, [need()]);
    expect(none.best).toBeNull();
    expect(none.candidates.map(({ wanted }) => wanted[0]?.verdict)).toEqual(['unknown', 'unknown']);
    const one = outcomeOf(rows(10, { stopped: 1, due: [1, 1] }));
    const nothing = recommendPlan(one, null, []);
    expect(nothing.best).toBeNull();
    expect(planSentences(one, nothing).join()).toContain(
      'add `needs respond 95%`, or `needs respond 95% within 4 h for S1`, to the simulation',
    );
  });

  test('comes with what it costs, what is closest to falling short, and what the next plan lacks', () => {
    const outcome = outcomeOf(rows(200, { stopped: 0.5, due: [8, 1] }));
    expect(planSentences(outcome, recommendPlan(outcome, costsOf(100, 300), [need()]))).toEqual([
      'Best is the only plan that keeps what the customer needs with 95 % confidence.',
      'It costs EUR 300.00 in all.',
      'Closest to falling short: `respond 90%`: 100.0 % kept, surely 98.7 %.',
      'Basic costs EUR 200.00 less and does not do: `respond 90%`: promised to 0.0 % of the tickets.',
    ]);
  });
});

describe('the share that is surely kept', () => {
  test('lies below the mean of the runs by their spread: 0.8 and 1, whose t at 95 % is 6.3138', () => {
    const runs = [
      { met: 8, judged: 10 },
      { met: 100, judged: 100 },
    ];
    expect(lowerBound(runs, 0.95)).toBeCloseTo(0.9 - 6.313752 * 0.1, 6);
    expect(lowerBound(runs, 0.75)).toBeCloseTo(0.9 - 0.1, 6);
  });

  test('is by the tickets where the runs are alike or there is one: all of a hundred are surely 97.4 %', () => {
    const z = 1.6448536;
    const bound = 100 / (100 + z * z);
    expect(lowerBound([{ met: 100, judged: 100 }], 0.95)).toBeCloseTo(bound, 6);
    expect(
      lowerBound(
        [
          { met: 50, judged: 50 },
          { met: 50, judged: 50 },
          { met: 0, judged: 0 },
        ],
        0.95,
      ),
    ).toBeCloseTo(bound, 6);
  });

  test('is not known of nothing, and never below none', () => {
    expect(lowerBound([], 0.95)).toBeNaN();
    expect(lowerBound([{ met: 0, judged: 0 }], 0.95)).toBeNaN();
    expect(
      lowerBound(
        [
          { met: 0, judged: 5 },
          { met: 5, judged: 5 },
        ],
        0.95,
      ),
    ).toBe(0);
  });
});

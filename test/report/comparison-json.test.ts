import { beforeAll, describe, expect, it } from 'vitest';
import { comparisonData, comparisonJson } from '../../src/report/comparison-json.ts';
import type { Outcome } from '../../src/simulate/outcome.ts';
import { summarize } from '../../src/simulate/summarize.ts';
import { smallComparison } from './small-comparison.ts';

const CONTEXT = { toolVersion: '0.1.0', node: '20.20.2' };

let outcome: Outcome;
beforeAll(async () => {
  outcome = await smallComparison();
});

const data = (): object => comparisonData(outcome, summarize(outcome), CONTEXT);

describe('a comparison in JSON', () => {
  it('says its version and what made it', () => {
    expect(data()).toMatchObject({
      schemaVersion: 1,
      surety: '0.1.0',
      node: '20.20.2',
      tzdata: 'test',
      contract: { title: 'MST product support', version: '1' },
      source: { kind: 'replay', log: 'small.csv', read: 8, used: 7, unused: 1, rows: { read: 9 } },
      opened: { first: '2016-02-01T09:00:00Z', last: '2016-02-10T08:59:00Z' },
    });
  });

  it('has exact counts that add up, and the promise in the contract’s words', () => {
    expect(data()).toMatchObject({
      plans: [
        {
          name: 'Standard',
          price: { kind: 'amount', amount: '1499.00', currency: 'EUR' },
          attainmentPromised: [{ metric: 'respond', share: { numerator: 9, denominator: 10 } }],
          metrics: [
            {
              metric: 'respond',
              overall: { tickets: 7, met: 3, missed: 2, running: 2, unmeasured: 0, words: {} },
              bySeverity: [
                { severity: 'S1', promise: '16 h in Standard', met: 1, missed: 1, running: 1 },
                { severity: 'S2', promise: '40 h in Standard' },
                { severity: 'S3', promise: '80 h in Standard' },
                { severity: 'S4', promise: '130 h in Standard', tickets: 0, attainment: null, wait: null },
              ],
            },
          ],
        },
        { name: 'Enhanced' },
        { name: 'Premium', metrics: [{ overall: { words: { 'best effort': 2 } } }] },
      ],
    });
  });

  it('lists the worst misses under every plan, with instants in UTC', () => {
    expect(data()).toMatchObject({
      worstMisses: [
        { ticket: 'D', severity: 'S2', plans: [{ status: 'missed', stopped: null, lateMs: null }, {}, {}] },
        {
          ticket: 'F',
          plans: [{ status: 'met' }, { status: 'missed' }, { status: 'best effort', due: null }],
        },
        {
          ticket: 'B',
          opened: '2016-02-01T09:00:00Z',
          plans: [
            {
              plan: 'Standard',
              status: 'missed',
              due: '2016-02-02T16:00:00Z',
              stopped: '2016-02-04T09:00:00Z',
              lateMs: 147_600_000,
            },
            { plan: 'Enhanced' },
            { plan: 'Premium' },
          ],
        },
      ],
    });
  });

  it('is JSON without a number that is none, the same bytes each time', () => {
    const text = comparisonJson(outcome, summarize(outcome), CONTEXT);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data())));
    expect(text).toBe(comparisonJson(outcome, summarize(outcome), CONTEXT));
    expect(text.endsWith('}\n')).toBe(true);
  });
});

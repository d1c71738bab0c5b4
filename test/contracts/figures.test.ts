/** Every figure of the five pages, as the compiled contracts have it. */
import { describe, expect, test } from 'vitest';
import type { PlanLimit, PlanPromise } from '../../src/plan/model.ts';
import { contractNamed, keyOf, planIndex, type ContractName, type Shipped } from './shipped.ts';

/** Rows of the pages' own tables: a severity, then a cell a plan. */
type Figures = Readonly<Record<string, readonly string[]>>;

const figures: readonly [ContractName, string, readonly string[], Figures][] = [
  [
    'mst',
    'respond',
    ['Standard', 'Enhanced', 'Premium'],
    {
      S1: ['16 h StandardHours', '8 h EnhancedHours', '2 h'],
      S2: ['40 h StandardHours', '16 h EnhancedHours', '4 h'],
      S3: ['80 h StandardHours', '40 h EnhancedHours', '16 h'],
      S4: ['130 h StandardHours', '80 h EnhancedHours', '40 h'],
    },
  ],
  [
    'helpdesk',
    'respond',
    ['Help Desk'],
    { Down: ['1 to 2 h BusinessHours'], Request: ['1 to 2 h BusinessHours'] },
  ],
  [
    'helpdesk',
    'appointment',
    ['Help Desk'],
    {
      Down: ['1 to 2 business day BusinessHours'],
      Request: ['1 to 2 business day BusinessHours'],
    },
  ],
  [
    'gold',
    'respond',
    ['Professional', 'Enterprise', 'Gold'],
    {
      S1: ['not offered', '8 h BusinessHours', '8 h BusinessHours'],
      S2: ['not offered', '16 h BusinessHours', '8 h BusinessHours'],
      S3: ['not offered', '24 h BusinessHours', '8 h BusinessHours'],
      S4: ['24 h BusinessHours', '24 h BusinessHours', '24 h BusinessHours'],
    },
  ],
  [
    'gold',
    'resolve',
    ['Professional', 'Enterprise', 'Gold'],
    {
      S1: ['not offered', '32 h BusinessHours', '16 h BusinessHours'],
      S2: ['not offered', '7 business day BusinessHours', '3 business day BusinessHours'],
      S3: ['not offered', '14 business day BusinessHours', '7 business day BusinessHours'],
      S4: ['best effort', 'best effort', 'best effort'],
    },
  ],
  [
    'mattermost',
    'respond',
    ['Professional', 'Enterprise', 'Premier'],
    {
      L1: ['best effort', '4 h Weekdays', '1 h CriticalCover'],
      L2: ['best effort', '8 h Weekdays', '2 h CriticalCover'],
      L3: ['best effort', '16 h Weekdays', '8 h Weekdays'],
      L4: ['best effort', '1 business day BusinessDay', '24 h Weekdays'],
    },
  ],
  [
    'express',
    'respond',
    ['8/5', '24/7', 'Premium'],
    {
      P1: ['1 h WorkingHours', '1 h', '0.25 h'],
      P2: ['1 h WorkingHours', '1 h', '0.25 h'],
      P3: ['1 h WorkingHours', '1 h', '0.25 h'],
      P4: ['1 h WorkingHours', '1 h', '0.25 h'],
    },
  ],
  [
    'express',
    'resolve',
    ['8/5', '24/7', 'Premium'],
    {
      P1: ['5 h WorkingHours', '5 h', '4 h'],
      P2: ['8 h WorkingHours', '8 h', '6 h'],
      P3: ['16 h WorkingHours', '16 h', '16 h'],
      P4: ['40 h WorkingHours', '40 h WorkingHours', '40 h WorkingHours'],
    },
  ],
];

describe.each(figures)('%s: to %s', (name, metric, plans, rows) => {
  const shipped = contractNamed(name);
  const regions = shipped.plan.regions.length === 0 ? [null] : shipped.plan.regions.map(({ name }) => name);

  test('names every severity and plan', () => {
    expect(Object.keys(rows)).toEqual(shipped.plan.severities.map((severity) => severity.name));
    expect(plans).toEqual(shipped.plan.plans.map((plan) => plan.name));
  });

  test.each(Object.entries(rows))('%s', (severity, cells) => {
    for (const region of regions) {
      const key = keyOf(shipped, {
        severity,
        region,
        channel: null,
        type: null,
        facts: new Map(),
        zone: null,
        holidays: null,
      });
      const promised = plans.map((plan) => {
        const target = shipped.engine.selectTarget(planIndex(shipped, plan), metric, key, 0);
        return target === null ? 'nothing said' : inWords(shipped, target.promise);
      });
      expect(promised).toEqual(cells);
    }
  });
});

function inWords(shipped: Shipped, promise: PlanPromise): string {
  switch (promise.kind) {
    case 'word':
      return promise.word;
    case 'range':
      return `${amountOf(promise.soft)} to ${limitInWords(shipped, promise.hard)}`;
    case 'cadence':
    case 'relative':
    case 'awaited':
      return `${promise.kind} ${limitInWords(shipped, promise.hard)}`;
    default:
      return limitInWords(shipped, promise);
  }
}

function limitInWords(shipped: Shipped, limit: PlanLimit): string {
  if (limit.kind === 'pick')
    return limit.of.map((each) => limitInWords(shipped, each)).join(` or ${limit.pick} `);
  const { plan } = shipped;
  const unit = limit.kind === 'days' ? limit.unit : 'h';
  // A calendar that differs by region is there once a region, its name first.
  const calendar = limit.kind === 'elapsed' ? '' : ` ${plan.calendars[limit.calendar]?.name.split(' ')[0]}`;
  return `${amountOf(limit)} ${unit}${calendar}`;
}

function amountOf(limit: PlanLimit): number {
  if (limit.kind === 'pick') return NaN;
  return limit.kind === 'days' ? limit.count : limit.seconds / 3600;
}

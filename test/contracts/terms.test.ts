/** What the contracts promise besides deadlines, read from the compiled plan. */
import { describe, expect, test } from 'vitest';
import type { PlanPlan } from '../../src/plan/model.ts';
import { selects } from '../../src/engine/select-target.ts';
import { contractNamed, keyOf, planIndex, type Shipped } from './shipped.ts';

function planOf(shipped: Shipped, name: string): PlanPlan {
  return shipped.plan.plans[planIndex(shipped, name)] as PlanPlan;
}

/** The calendar in which a plan does something for a severity: the narrowest line that speaks of it. */
function hours(contract: string, plan: string, activity: string, severity: string, region?: string): string {
  const shipped = contractNamed(contract);
  const key = keyOf(shipped, {
    severity,
    region: region ?? null,
    channel: null,
    type: null,
    facts: new Map(),
    zone: null,
    holidays: null,
  });
  const lines = planOf(shipped, plan).coverage.filter(
    (line) => line.activity === activity && selects(line.when, key),
  );
  const width = ({ when }: (typeof lines)[number]) =>
    Object.values(when).filter((names) => names !== null).length;
  const [narrowest] = [...lines].sort((a, b) => width(b) - width(a));
  if (narrowest === undefined) return 'never';
  const { hours } = narrowest;
  return hours.kind === 'word' ? hours.word : (shipped.plan.calendars[hours.calendar]?.name ?? '');
}

function channels(contract: string, plan: string): readonly string[] {
  return planOf(contractNamed(contract), plan).channels.map(({ channel }) => channel);
}

function features(contract: string, plan: string): Readonly<Record<string, string>> {
  const entries = planOf(contractNamed(contract), plan).features.map(({ name, value, says }) => [
    name,
    value === 'text' ? says : value,
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

test.each([
  ['mst', ['Standard', 'Enhanced', 'Premium']],
  ['helpdesk', ['Help Desk']],
  ['gold', ['Professional', 'Enterprise', 'Gold']],
  ['mattermost', ['Professional', 'Enterprise', 'Premier']],
  ['express', ['8/5', '24/7', 'Premium']],
])('%s has its plans in order of level', (name, plans) => {
  expect(contractNamed(name).plan.plans.map((plan) => plan.name)).toEqual(plans);
});

describe('coverage', () => {
  test.each([
    ['8/5', 'resolve', 'P1', 'WorkingHours'],
    ['24/7', 'receive', 'P4', '24x7'],
    ['24/7', 'resolve', 'P2', '24x7'],
    ['24/7', 'resolve', 'P3', 'WorkingHours'],
    ['24/7', 'consult', 'P1', 'WorkingHours'],
    ['Premium', 'administer', 'P4', '24x7'],
    ['Premium', 'consult', 'P1', 'WorkingHours'],
  ])('of express, %s: to %s a %s', (plan, activity, severity, calendar) => {
    expect(hours('express', plan, activity, severity)).toBe(calendar);
  });

  test.each([
    ['Professional', 'L1', 'BusinessDay'],
    ['Enterprise', 'L1', 'Weekdays'],
    ['Premier', 'L2', 'CriticalCover'],
    ['Premier', 'L3', 'Weekdays'],
  ])('of mattermost, %s, reaches the weekend for critical tickets alone: %s', (plan, severity, calendar) => {
    expect(hours('mattermost', plan, 'resolve', severity)).toBe(calendar);
  });

  test('of mattermost includes administration under no plan', () => {
    expect(hours('mattermost', 'Premier', 'administer', 'L1')).toBe('not offered');
  });
});

describe('channels', () => {
  test.each([
    ['mst', 'Standard', ['web']],
    ['mst', 'Enhanced', ['web', 'email']],
    ['mst', 'Premium', ['web', 'email', 'phone']],
    ['gold', 'Gold', ['email', 'chat', 'phone', 'video']],
    ['mattermost', 'Professional', ['web']],
    ['mattermost', 'Premier', ['email', 'web']],
    ['express', '8/5', ['chat', 'web', 'email', 'phone']],
  ])('of %s, %s', (contract, plan, names) => {
    expect(channels(contract, plan)).toEqual(names);
  });
});

test('the telephone and video of gold have to be asked for, email and chat do not', () => {
  const [professional] = contractNamed('gold').plan.plans;
  const onRequest = professional?.channels.filter((channel) => channel.onRequest);
  expect(onRequest?.map(({ channel }) => channel)).toEqual(['phone', 'video']);
});

test('gold counts one, two and four incidents a calendar month in Berlin', () => {
  const quotas = contractNamed('gold').plan.plans.map((plan) => plan.quotas);
  const monthly = { thing: 'incidents', over: 'best effort', zone: 'Europe/Berlin' };
  const period = { unit: 'month', anchor: 'calendar' };
  expect(quotas).toMatchObject([1, 2, 4].map((amount) => [{ ...monthly, amount, period }]));
});

test('Gold costs 1499.00 euros a month, billed by the year, and the plans below come with the subscription', () => {
  expect(contractNamed('gold').plan.plans.map(({ price }) => price)).toMatchObject([
    { kind: 'included', with: 'the product subscription' },
    { kind: 'included', with: 'the product subscription' },
    { kind: 'amount', amount: '1499.00', currency: 'EUR', per: 'month', billed: 'year' },
  ]);
});

test('a tick mark that is lost is unknown, which is not no', () => {
  expect(features('gold', 'Enterprise')).toMatchObject({
    'Remote assistance by phone and video call, on request': 'unknown',
  });
});

test('express promises nine tenths of its solutions under every plan', () => {
  for (const { attainment } of contractNamed('express').plan.plans) {
    expect(attainment).toMatchObject([
      { metric: 'resolve', period: { unit: 'month', anchor: 'calendar' }, population: 'closed' },
    ]);
    expect(attainment.map(({ aim }) => aim)).toEqual([
      { kind: 'share', share: { numerator: 90, denominator: 100 }, within: null },
    ]);
  }
});

test('120 hours of administration and a visit a quarter come with Premium alone', () => {
  const { plans } = contractNamed('express').plan;
  const said = plans.map(({ quotas }) =>
    quotas.map(({ thing, amount, period }) => `${amount} ${thing} a ${period?.unit ?? ''}`),
  );
  expect(said).toEqual([[], [], ['120 hours a year', '1 visits a quarter']]);
  expect(features('express', '24/7')).toMatchObject({ 'Dedicated engineer': 'optional' });
  expect(features('express', 'Premium')).toMatchObject({ 'Dedicated engineer': 'yes' });
});

test('names that the page uses for the plans of mattermost lead to them', () => {
  expect(contractNamed('mattermost').plan.plans.map(({ aliases }) => aliases[0])).toEqual([
    'E10',
    'E20',
    'Premier Support',
  ]);
});

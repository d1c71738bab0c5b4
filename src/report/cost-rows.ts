/** What a simulation cost, for people: a block of rows, a column a plan. */
import type { QuoteAnswer } from '../engine/money/index.ts';
import { decimalsOf } from '../engine/money/index.ts';
import type {
  CostSummary,
  CustomerCostSummary,
  PlanCostSummary,
  QuotaSummary,
} from '../simulate/costs/summarize-costs.ts';
import type { Estimate, MoneyEstimate } from '../simulate/costs/estimate.ts';
import { assertNever } from '../text/assert-never.ts';
import { grouped, moneyWords } from './money-words.ts';
import { percentDigits } from './share-words.ts';
import type { TableRow } from './text-table.ts';

const NONE = '-';

/** Empty where the simulation says neither who the customer is nor what an agent costs. */
export function costRows({ plans }: CostSummary): readonly TableRow[] {
  const customer = plans.some((each) => each.customer !== null) ? customerRows(plans) : [];
  return [...customer, ...deskRows(plans)];
}

/** `cost over 176 days from 2026-02-09 on`. */
export function costHeading({ days: { first, count } }: CostSummary): string {
  return `cost over ${count === 1 ? 'a day' : `${count} days`} from ${first} on`;
}

function customerRows(plans: readonly PlanCostSummary[]): readonly TableRow[] {
  const row = (label: string, cellOf: (each: CustomerCostSummary) => string): Omit<TableRow, 'group'> => ({
    label,
    cells: plans.map(({ customer }) => (customer === null ? NONE : cellOf(customer))),
  });
  const things = [
    ...new Map(
      plans.flatMap(({ customer }) => customer?.quotas ?? []).map((each) => [quotaName(each), each] as const),
    ).keys(),
  ];
  const ofThing = (thing: string, words: (quota: QuotaSummary) => string) => (each: CustomerCostSummary) => {
    const quotas = each.quotas.filter((quota) => quotaName(quota) === thing);
    return quotas.length === 0 ? NONE : quotas.map(words).join('; ');
  };
  const rows = [
    row('price', ({ quote }) => quoteWords(quote)),
    row('charged for tickets', ({ charged, unpriced }) =>
      [
        ...charged.map(estimateWords),
        ...unpriced.map(({ words, times }) => `${numberWords(times.mean)} times ${words}`),
      ].join('; '),
    ),
    row('credited', ({ credited }) => credited.map(estimateWords).join('; ')),
    row('in all', ({ total }) => {
      if (total === null) return 'no figure';
      return total.length === 0 ? 'nothing' : total.map(estimateWords).join('; ');
    }),
    ...things.flatMap((thing) => [
      row(`${thing} used`, ofThing(thing, usedWords)),
      row(`${thing} left`, ofThing(thing, leftWords)),
      row(`${thing} over`, ofThing(thing, overWords)),
    ]),
    ...attainedRows(plans),
  ];
  return inGroup('customer', rows.filter(saysSomething));
}

function attainedRows(plans: readonly PlanCostSummary[]): readonly Omit<TableRow, 'group'>[] {
  const metrics = [
    ...new Set(plans.flatMap(({ customer }) => customer?.attained.map(({ line }) => line.metric) ?? [])),
  ];
  return metrics.map((metric) => ({
    label: `${metric} share kept`,
    cells: plans.map(({ customer }) => {
      const lines = (customer?.attained ?? []).filter(({ line }) => line.metric === metric);
      const words = lines.flatMap(({ line, kept, broken }) =>
        kept + broken === 0 ? [] : [`${kept} of ${kept + broken} ${line.period.unit}s`],
      );
      return words.length === 0 ? NONE : words.join('; ');
    }),
  }));
}

function deskRows(plans: readonly PlanCostSummary[]): readonly TableRow[] {
  const teams = plans.find(({ desk }) => desk !== null)?.desk?.teams ?? [];
  if (teams.length === 0) return [];
  const rows = teams.flatMap(({ name, agents, hours }, index) => {
    const cells = (words: (team: (typeof teams)[number]) => string) =>
      plans.map(({ desk }) => {
        const team = desk?.teams[index];
        return team === undefined ? NONE : words(team);
      });
    const shift = `${agents} x ${numberWords(hours / agents)} h`;
    return [
      { label: name, cells: cells(({ cost }) => (cost === null ? 'not paid' : estimateWords(cost))) },
      {
        label: '  hours',
        cells: cells(({ overtimeHours }) =>
          overtimeHours.mean === 0
            ? shift
            : `${shift} and ${numberWords(overtimeHours.mean)}${spread(overtimeHours)} h more`,
        ),
      },
    ];
  });
  const total = {
    label: 'in all',
    cells: plans.map(({ desk }) => desk?.total.map(estimateWords).join('; ') ?? NONE),
  };
  return inGroup('desk', [...rows, total]);
}

function inGroup(group: string, rows: readonly Omit<TableRow, 'group'>[]): readonly TableRow[] {
  return rows.map((row, i) => ({ ...row, group: i === 0 ? group : '' }));
}

function saysSomething({ cells }: Omit<TableRow, 'group'>): boolean {
  return cells.some((cell) => cell !== '' && cell !== NONE);
}

function quotaName({ quota: { thing, text } }: QuotaSummary): string {
  return text === '' ? thing : text;
}

/** `14.2 ± 0.6 of 20 a month`. */
function usedWords({ quota: { period }, used, granted }: QuotaSummary): string {
  const per = period === null ? '' : ` a ${period.unit}`;
  return `${numberWords(used.mean)}${spread(used)} of ${numberWords(granted.mean)}${per}`;
}

/** `5.8 ± 0.6 of 20 a month`: what is left when a period ends. */
function leftWords({ quota: { period }, left, granted }: QuotaSummary): string {
  if (granted.mean === 0) return NONE;
  const per = period === null ? '' : ` a ${period.unit}`;
  const words = `${numberWords(left.mean)}${spread(left)}`;
  // What was carried over into a period is not of what it grants.
  return left.mean <= granted.mean ? `${words} of ${numberWords(granted.mean)}${per}` : `${words}${per}`;
}

/** `3.1 ± 0.4 a month, in 40.0 % of them`. */
function overWords({ quota: { period }, over, exceeded }: QuotaSummary): string {
  if (exceeded === 0) return 'none';
  const per = period === null ? '' : ` a ${period.unit}`;
  return `${numberWords(over.mean)}${spread(over)}${per}, in ${percentDigits(exceeded)} % of them`;
}

/** What the price comes to, or why there is no figure. */
export function quoteWords(answer: QuoteAnswer): string {
  switch (answer.kind) {
    case 'quote':
      return answer.totals.length === 0 ? 'nothing' : answer.totals.map(moneyWords).join(' and ');
    case 'no price':
      return 'not stated';
    case 'on request':
      return answer.of.text === '' ? 'on request' : `on request: "${answer.of.text}"`;
    case 'not offered':
      return `has no ${answer.of} "${answer.text}"`;
    case 'missing':
      return missingWords(answer);
    default:
      return assertNever(answer);
  }
}

function missingWords({ needs }: Extract<QuoteAnswer, { kind: 'missing' }>): string {
  switch (needs.kind) {
    case 'size':
      return `the customer does not say how many ${needs.unit}s`;
    case 'sum':
      return `the customer does not say what "${needs.of}" come to`;
    case 'fact':
      return `the customer does not say whether it is ${needs.fact}`;
    case 'dates':
      return 'hangs on the dates';
    default:
      return assertNever(needs);
  }
}

/** `EUR 1,234.50 ± 34.40`: the mean, and how far its 95 % interval goes to either side. */
export function estimateWords({ currency, mean, low, high }: MoneyEstimate): string {
  const words = moneyWords({ currency, amount: mean });
  if (low === null || high === null || low === high) return words;
  return `${words} ± ${grouped(((high - low) / 2).toFixed(decimalsOf(currency)))}`;
}

/** Nothing where it is too little to be told. */
function spread({ low, high }: Estimate): string {
  const half = low === null || high === null ? '0' : numberWords((high - low) / 2);
  return half === '0' ? '' : ` ± ${half}`;
}

/** Up to two digits behind the point, grouped. */
function numberWords(value: number): string {
  return grouped(String(Number(value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2))));
}

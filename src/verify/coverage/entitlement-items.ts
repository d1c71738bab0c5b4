import type {
  PlanCharge,
  PlanChargeRate,
  PlanEntitlements,
  PlanOffHours,
  PlanQuantity,
  PlanQuota,
  PlanRollover,
} from '../../plan/entitlement-model.ts';
import type { CompiledPlan, PlanOrigin, PlanSaid, PlanSelector } from '../../plan/model.ts';
import type { Alteration, CoverageItem } from './coverage-model.ts';

type Lines = 'quotas' | 'rollovers' | 'charges' | 'packs' | 'eligibility' | 'provisions';

/** Quotas, charges, packs, and what tickets are refused for; what a plan takes over from another is one thing. */
export function entitlementItems({ plans }: CompiledPlan): readonly CoverageItem[] {
  const items = new Map<string, CoverageItem>();
  for (const plan of plans) {
    for (const item of [
      ...plan.quotas.flatMap(quotaItems),
      ...plan.rollovers.flatMap(rolloverItems),
      ...plan.charges.flatMap(chargeItems),
      ...plan.packs.map((pack) =>
        itemOf('packs', pack, pack.clause, [
          'one more',
          (each) => ({ ...each, gives: { ...each.gives, amount: more(each.gives.amount) } }),
        ]),
      ),
      ...plan.eligibility.map((line) => itemOf('eligibility', line, `refused: ${line.refusal}`, [GONE, null])),
      ...plan.provisions.flatMap((line) =>
        line.says === 'exclude' && (line.condition !== null || narrows(line.when))
          ? [itemOf('provisions', line, `excluded: ${line.text}`, [GONE, null])]
          : [],
      ),
    ]) {
      const { file, line, column } = item.origin;
      items.set(`${file} ${line} ${column} ${item.words}`, item);
    }
  }
  return [...items.values()];
}

const GONE = 'not at all';

type LineOf<K extends Lines> = PlanEntitlements[K][number];
type Change<T> = readonly [what: string, change: ((line: T) => T) | null];

function itemOf<K extends Lines>(
  list: K,
  { origin }: LineOf<K>,
  words: string,
  ...alterations: readonly Change<LineOf<K>>[]
): CoverageItem {
  return {
    kind: 'entitlement',
    words,
    origin,
    plans: null,
    alterations: alterations.map(([what, change]): Alteration => ({
      what,
      alter: (plan) => withLine(plan, list, origin, change),
    })),
    unreachable: null,
  };
}

/** In every plan that has the line. */
function withLine<K extends Lines>(
  plan: CompiledPlan,
  list: K,
  { file, line, column }: PlanOrigin,
  change: ((line: LineOf<K>) => LineOf<K>) | null,
): CompiledPlan {
  const isIt = ({ origin }: LineOf<K>) =>
    origin.file === file && origin.line === line && origin.column === column;
  return {
    ...plan,
    plans: plan.plans.map((each) => {
      const lines = each[list] as readonly LineOf<K>[];
      const other = lines.flatMap((old) => (!isIt(old) ? [old] : change === null ? [] : [change(old)]));
      return { ...each, [list]: other };
    }),
  };
}

function narrows({ severities, regions, channels, types, facts }: PlanSelector): boolean {
  return facts.length > 0 || [severities, regions, channels, types].some((names) => names !== null);
}

/** A quota that no period renews and no use draws on is a limit to what the customer has, not to a ticket. */
function quotaItems(quota: PlanQuota): readonly CoverageItem[] {
  const { amount, over, outside, period, usedWhen, rounding } = quota;
  const item = (words: string, ...alterations: readonly Change<PlanQuota>[]) =>
    itemOf('quotas', quota, `${short(quota)}${words}`, ...alterations);
  if (usedWhen === null && period === null && amount !== null) {
    return [{ ...item(''), unreachable: 'a standing limit, on which no ticket draws' }];
  }
  const most: readonly Change<PlanQuota>[] =
    amount === null
      ? [['a million of them', (each) => ({ ...each, amount: 1_000_000 })]]
      : [
          ['one more', (each) => ({ ...each, amount: amount + 1 })],
          ['one less', (each) => ({ ...each, amount: Math.max(amount - 1, 0) })],
        ];
  const instead = over === 'bill' ? 'refuse' : 'bill';
  return [
    item('', ...most),
    ...(over === null ? [] : [item(`: over ${over}`, [instead, (each) => ({ ...each, over: instead })])]),
    ...(outside === null ? [] : offHoursItems(outside, item)),
    ...(rounding === null ? [] : [item(': rounded', ['not rounded', (each) => ({ ...each, rounding: null })])]),
  ];
}

function offHoursItems<T extends { readonly outside: PlanOffHours | null }>(
  { factor, parts }: PlanOffHours,
  item: (words: string, ...alterations: readonly Change<T>[]) => CoverageItem,
): readonly CoverageItem[] {
  const put = (other: Partial<PlanOffHours>) => (each: T) => ({
    ...each,
    outside: each.outside === null ? null : { ...each.outside, ...other },
  });
  const { numerator, denominator } = factor;
  return [
    item(': outside hours', ['once as much', put({ factor: { numerator: numerator + denominator, denominator } })]),
    item(`: over an edge ${parts}`, [
      'the other way',
      put({ parts: parts === 'by start' ? 'split at edge' : 'by start' }),
    ]),
  ];
}

/** The clause without what stands in quotation marks, which may be long. */
function short({ clause }: PlanSaid): string {
  return clause.replace(/ "[^"]*"/g, '');
}

function rolloverItems(rollover: PlanRollover): readonly CoverageItem[] {
  const { upTo, carried, clause } = rollover;
  const item = (words: string, ...alterations: readonly Change<PlanRollover>[]) =>
    itemOf('rollovers', rollover, `${clause}${words}`, ...alterations);
  const again = carried === 'once' ? 'again' : 'once';
  return [
    item('', [GONE, null]),
    ...(upTo === null ? [] : [item(': the most', ['one more', (each) => ({ ...each, upTo: upTo + 1 })])]),
    item(`: carried ${carried}`, [again, (each) => ({ ...each, carried: again })]),
  ];
}

function chargeItems(charge: PlanCharge): readonly CoverageItem[] {
  const { rate, then, freeWhen, outside, rounding, leastSeconds, freeBelowSeconds, clause } = charge;
  const item = (words: string, ...alterations: readonly Change<PlanCharge>[]) =>
    itemOf('charges', charge, `${clause}${words}`, ...alterations);
  return [
    item('', [GONE, null], ['one more', (each) => ({ ...each, rate: dearer(each.rate) })]),
    ...blockItems(rate, '', (other) => (each) => ({ ...each, rate: other }), item),
    ...then.flatMap((next, k) => {
      const put = (other: PlanChargeRate) => (each: PlanCharge) => ({
        ...each,
        then: each.then.map((old, i) => (i === k ? other : old)),
      });
      const words = then.length === 1 ? ': then' : `: then, ${k + 1}`;
      return [item(words, ['one more', put(dearer(next))]), ...blockItems(next, words, put, item)];
    }),
    ...(freeWhen === null ? [] : [item(': free', [GONE, (each) => ({ ...each, freeWhen: null })])]),
    ...(leastSeconds === 0 ? [] : [item(': at least', [GONE, (each) => ({ ...each, leastSeconds: 0 })])]),
    ...(freeBelowSeconds === 0
      ? []
      : [item(': free below', [GONE, (each) => ({ ...each, freeBelowSeconds: 0 })])]),
    ...(outside === null ? [] : offHoursItems(outside, item)),
    ...(rounding === null ? [] : [item(': rounded', ['not rounded', (each) => ({ ...each, rounding: null })])]),
  ];
}

/** A length of work by which is charged: a minute more or less of it. */
function blockItems(
  rate: PlanChargeRate,
  words: string,
  put: (rate: PlanChargeRate) => (charge: PlanCharge) => PlanCharge,
  item: (words: string, ...alterations: readonly Change<PlanCharge>[]) => CoverageItem,
): readonly CoverageItem[] {
  const { of } = rate;
  if (of.kind === 'work' || of.kind === 'per') return [];
  return [
    item(
      `${words}: its length`,
      ['a minute more', put({ ...rate, of: { ...of, seconds: of.seconds + 60 } })],
      ['a minute less', put({ ...rate, of: { ...of, seconds: Math.max(of.seconds - 60, 1) } })],
    ),
  ];
}

function dearer(rate: PlanChargeRate): PlanChargeRate {
  const quantity: PlanQuantity = { ...rate.quantity, amount: more(rate.quantity.amount) };
  return { ...rate, quantity };
}

/** One more of an amount whose digits are as written. */
function more(amount: string): string {
  const [whole, ...rest] = amount.split('.');
  return [String(BigInt(whole ?? '0') + 1n), ...rest].join('.');
}

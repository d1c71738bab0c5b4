/** What a plan's credits come to for misses and outages, in few words. */
import Fraction from 'fraction.js';
import { loadPlan } from '../../../src/engine/index.ts';
import { availabilityOf, type StatedShare } from '../../../src/engine/money/availability.ts';
import type {
  Credit,
  CreditBasis,
  CreditGift,
  Credits,
  Miss,
} from '../../../src/engine/money/credit-model.ts';
import { creditsOf } from '../../../src/engine/money/credits.ts';
import { digitsOf } from '../../../src/engine/money/currency.ts';
import { feeOf, priceFor } from '../../../src/engine/money/fee.ts';
import { downTime, type Outage, spansOf } from '../../../src/engine/money/outages.ts';
import { periodAt } from '../../../src/engine/entitlement/period.ts';
import { lower } from '../../../src/plan/lower.ts';
import { epochDayOfDate } from '../../../src/time/civil-date.ts';
import { parseInstant } from '../../../src/time/iso-instant.ts';
import { checkText } from '../../check/findings.ts';
import { contractOf } from './quoted.ts';

export function instant(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`);
  return parsed.instant;
}

export interface Told {
  /** Misses of `respond`, by when they happened: a ticket each, unless it is named before a colon. */
  readonly misses?: readonly (string | Partial<Miss>)[];
  readonly outages?: readonly (Partial<Omit<Outage, 'from' | 'to'>> & {
    readonly from: string;
    readonly to: string;
    readonly claimed?: string;
  })[];
  readonly stated?: readonly { readonly at: string; readonly percent: string }[];
  /** What of `respond` was in time in the month of an instant; from 95 % on it was as promised. */
  readonly attained?: readonly { readonly at: string; readonly percent: string }[];
  /** When promises of `respond` fell due, kept or not. */
  readonly due?: readonly string[];
  readonly facts?: Readonly<Record<string, boolean>>;
  /** In euros, or such as `USD 100`. */
  readonly sums?: Readonly<Record<string, string>>;
  /** What the contract says of it; nothing where it has several. */
  readonly currency?: '' | 'currency EUR';
  readonly claimed?: string;
  readonly from?: string;
  readonly now?: string;
}

const NO_KEY = { severity: 0, region: -1, channel: -1, type: -1, facts: [] };

/** The plan's clauses, compiled; the price, where there is one, is EUR 90 a month. */
export function loaded(clauses: string, currency = 'currency EUR') {
  const { contract, findings } = checkText(
    contractOf(clauses, currency).replace('Europe/Berlin; binds', 'Europe/Berlin; zone Europe/Berlin; binds'),
  );
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  const engine = loadPlan(lower(contract));
  const [plan] = engine.plan.plans;
  if (plan === undefined) throw new Error('there is no plan');
  const ground = { zone: engine.zone('Europe/Berlin'), start: epochDayOfDate('2026-01-31') };
  return { engine, plan, ground };
}

export function outagesOf({ outages = [] }: Told): readonly Outage[] {
  return outages.map(({ service = 'the API', reason = null, announced = null, from, to }) => {
    return { service, reason, announced, from: instant(from), to: instant(to) };
  });
}

export function credited(clauses: string, told: Told): Credits {
  const { plan, basis } = basisOf(clauses, told);
  return creditsOf(plan, basis);
}

/** What credits and rights follow from. */
export function basisOf(clauses: string, told: Told) {
  const { engine, plan, ground } = loaded(clauses, told.currency);
  const { facts = {}, sums = {}, now = '2027-01-01T00:00+01:00', from = '2026-01-31T00:00+01:00' } = told;
  const stated = (told.stated ?? []).map(({ at, percent }): StatedShare => {
    return { service: 'the API', at: instant(at), share: new Fraction(percent).div(100) };
  });
  const claimed = told.claimed === undefined ? null : instant(told.claimed);
  const price = plan.price?.kind === 'amount' ? plan.price : null;
  const perPeriod =
    price === null ? null : { per: price.per, currency: price.currency, amount: new Fraction(price.amount) };
  const said = new Map(
    Object.entries(sums).map(([words, sum]) => {
      const [amount = '', currency = 'EUR'] = sum.split(' ').reverse();
      return [words, { currency, amount: new Fraction(amount) }];
    }),
  );
  const [line] = plan.availability;
  const outages = outagesOf(told);
  const basis: CreditBasis = {
    engine,
    points: plan.points,
    promises: (told.due ?? []).map((at) => ({ metric: 'respond', key: NO_KEY, due: instant(at) })),
    misses: (told.misses ?? []).map((miss, i): Miss => {
      const of = typeof miss === 'string' ? { at: instant(miss) } : miss;
      return {
        ticket: `T${i + 1}`,
        metric: 'respond',
        at: NaN,
        keptAt: null,
        key: NO_KEY,
        promise: plan.targets[0]?.promise ?? null,
        factOf: (name) => facts[name],
        claimed,
        ...of,
      };
    }),
    outages:
      line === undefined
        ? outages.map(({ from: begin, to }) => ({ from: begin, to, claimed }))
        : spansOf(downTime(engine, line, outages, ground).counted).map((span) => ({ ...span, claimed })),
    availability: (service, period) =>
      line === undefined || line.service !== service
        ? []
        : availabilityOf(
            engine,
            { ...line, over: { kind: 'period', period, zone: 'Europe/Berlin' } },
            outages,
            stated,
            ground,
            instant(from),
            instant(now),
          ).filter(({ to }) => to <= instant(now)),
    attained: (metric, { unit }) =>
      (told.attained ?? []).flatMap(({ at, percent }) => {
        if (metric !== 'respond' || unit !== 'month') return [];
        const { from: begin, to } = periodAt({ unit, anchor: 'calendar' }, ground, instant(at));
        return [
          {
            from: begin,
            to,
            severity: null,
            share: new Fraction(percent).div(100),
            kept: Number(percent) >= 95,
          },
        ];
      }),
    claimedFor: () => claimed,
    claimedForMisses: () => claimed,
    feeOf: (words) => feeOf(words, perPeriod, said),
    priceOf: (unit) => (perPeriod === null ? null : priceFor(unit, perPeriod)),
    factOf: (name) => facts[name],
    ground,
    now: instant(now),
  };
  return { plan, basis };
}

/** `EUR 4.50`, `2 x 2 h of support`, each with what it was before a cap. */
export function brief({ gives, due, cappedBy, status }: Credit): string {
  const words = giftWords(gives);
  const capped = cappedBy === null ? '' : ` of ${giftWords(due)}`;
  return `${words}${capped}${status === 'given' ? '' : ` ${status}`}`;
}

function giftWords(gift: CreditGift): string {
  switch (gift.kind) {
    case 'money':
      return `${gift.currency} ${digitsOf(gift.amount, gift.currency)}`;
    case 'share':
      return `${gift.percent.toString()}% of ${gift.of}`;
    case 'service': {
      const { length } = gift;
      const each = length.kind === 'time' ? `${length.seconds / 3600} h` : `${length.count} ${length.unit}`;
      return `${gift.upTo ? 'up to ' : ''}${gift.times.toString()} x ${each}`;
    }
    case 'remedy':
      return gift.text;
  }
}

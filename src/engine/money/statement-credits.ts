import type { PlanAttainment, PlanPeriod, PlanPlan, PlanSelector } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { Engine } from '../engine.ts';
import { attained } from '../entitlement/attainment.ts';
import type { PeriodGround } from '../entitlement/period.ts';
import { availabilityOf } from './availability.ts';
import type { Credit, CreditBasis, Credits } from './credit-model.ts';
import { type Arisen, isOfPeriod, pointsIn } from './credit-grounds.ts';
import { creditsOf } from './credits.ts';
import { toCoins } from './currency.ts';
import { type Right, rightsOf } from './rights.ts';
import { feeOf, priceFor, type PeriodPrice } from './fee.ts';
import { downTime, spansOf } from './outages.ts';
import type { MoneyAmount } from './price.ts';
import { groundIn } from './statement-ground.ts';
import type { CustomerHistory, StatementLine } from './statement-model.ts';

/** What a customer is credited; `price` is what the plan costs it, as far as that is known. */
export function creditsIn(
  engine: Engine,
  of: PlanPlan,
  history: CustomerHistory,
  ground: PeriodGround,
  price: PeriodPrice | null,
  sums: ReadonlyMap<string, MoneyAmount>,
): Credits & { readonly rights: readonly Right[]; readonly points: readonly Arisen[] } {
  const { outages, stated, tickets, claims, now, start, end, factOf } = history;
  const claimedAfter = (from: InstantMs): InstantMs | null =>
    claims
      .filter((at) => at >= from)
      .reduce<InstantMs | null>((first, at) => Math.min(first ?? at, at), null);
  const counted =
    of.availability.length === 0
      ? outages
      : of.availability.flatMap((line) =>
          spansOf(downTime(engine, line, outages, groundIn(engine, line.over, ground)).counted),
        );
  const basis: CreditBasis = {
    engine,
    points: of.points,
    promises: tickets.flatMap(({ promises }) => promises),
    misses: tickets.flatMap(({ misses }) => misses),
    outages: counted.map(({ from, to }) => ({ from, to, claimed: claimedAfter(to) })),
    availability: (service, period) => {
      const line = of.availability.find((each) => each.service === service);
      if (line === undefined) return [];
      const zoned = groundIn(engine, line.over, ground);
      const over = { kind: 'period', period, zone: zoned.zone.zone } as const;
      return availabilityOf(engine, { ...line, over }, outages, stated, zoned, start, end ?? now).filter(
        ({ to }) => to <= now,
      );
    },
    attained: (metric, period, when) =>
      sharesFor(of.attainment, metric, period, when)
        .flatMap((line) =>
          attained(engine, line, promisesOf(tickets, line.metric), periodsOf(engine, line, ground), now),
        )
        .flatMap(({ from, to, severity, share, kept }) =>
          // Of too few tickets nothing was promised, and a period that goes on is not judged yet.
          share === null || kept === null || to > now || !isSpokenOf(when, severity)
            ? []
            : [{ from, to, severity: engine.plan.severities[severity ?? -1]?.name ?? null, share, kept }],
        ),
    claimedFor: (_, { to }) => claimedAfter(to),
    claimedForMisses: (_, to) => claimedAfter(to),
    feeOf: (words) => feeOf(words, price, sums),
    priceOf: (unit) => (price === null ? null : priceFor(unit, price)),
    factOf,
    ground,
    now,
  };
  const credits = creditsOf(of, basis);
  return {
    ...credits,
    points: pointsIn(basis),
    rights: rightsOf(of.rights, basis, credits.credits, { start, end: end ?? now }),
  };
}

/**
 * The shares that are promised of a metric in periods of a kind: for some tickets the promise for the same ones, or, where
 * there is none, the one for all.
 */
function sharesFor(
  lines: readonly PlanAttainment[],
  metric: string,
  { unit, anchor }: PlanPeriod,
  when: PlanSelector,
): readonly PlanAttainment[] {
  const all = lines.filter(
    ({ aim, metric: each, period }) =>
      aim.kind === 'share' && each === metric && period.unit === unit && period.anchor === anchor,
  );
  const same = all.filter((line) => JSON.stringify(line.when) === JSON.stringify(when));
  return same.length > 0 ? same : all;
}

/** Whether a credit that is for some severities goes by what was counted of one. */
function isSpokenOf({ severities }: PlanSelector, severity: number | null): boolean {
  return severity === null || severities === null || severities.includes(severity);
}

/** The promises of a metric, of all tickets. */
export function promisesOf(tickets: CustomerHistory['tickets'], metric: string) {
  return tickets.flatMap(({ promises }) => promises.filter((promise) => promise.metric === metric));
}

/** Where the periods of a share begin. */
export function periodsOf(engine: Engine, { zone }: PlanAttainment, { start }: PeriodGround): PeriodGround {
  return { zone: engine.zone(zone), start };
}

/**
 * A credit in money that is given; a period's is on the invoice of the period. One that is earned back is asked for again with
 * the last of the periods that did it.
 */
export function creditLine({
  by,
  for: ground,
  at,
  gives,
  earnedBack,
  status,
}: Credit): readonly StatementLine[] {
  if (status !== 'given' || gives.kind !== 'money') return [];
  const { currency, amount } = gives;
  const { clause, origin } = by;
  const ticket = 'ticket' in ground ? ground.ticket : null;
  const coins = toCoins(amount, currency);
  const said = { ticket, count: null, currency, clause, origin, words: '' };
  const given: StatementLine = {
    ...said,
    kind: 'credit',
    at: isOfPeriod(ground) ? at - 1 : at,
    amount: coins.neg(),
  };
  if (earnedBack === null) return [given];
  return [given, { ...said, kind: 'earned back', at: earnedBack - 1, amount: coins }];
}

import { digitsOf } from '../engine/money/index.ts';
import type { Credit, CreditGift, CreditGround, Right, Statement } from '../engine/money/index.ts';
import { formatInstantUtc } from '../time/iso-instant.ts';
import { exactDigits } from './exact-digits.ts';
import { ROUNDING } from './rounding-words.ts';
import { statementLeftOut } from './statement-left-out.ts';

/**
 * A statement as the lines of `track --periods`: an object a period of each promise, quota and availability, one a credit,
 * one a right that arose, and one an invoice; the last says what was left out, where anything was. Instants are UTC; money and shares are digits, so that nobody rounds them.
 */
export function statementToJson(
  customer: string | null,
  statement: Statement,
  severityOf: (index: number) => string | null,
): readonly object[] {
  const { plan, quotas, attainment, availability, credits, points, rights, invoices } = statement;
  const said = { customer, plan: plan.name };
  const leftOut = statementLeftOut(statement);
  return [
    ...attainment.flatMap(({ line, periods }) =>
      periods.map(({ from, to, severity, group, tickets, late, share, kept }) => ({
        period: 'attainment',
        ...said,
        target: line.metric,
        severity: severity === null ? null : severityOf(severity),
        ...(group === null ? {} : { each: { [group.by]: group.value } }),
        ...span(from, to),
        tickets,
        late,
        share: share === null ? null : share.toFraction(),
        kept,
        by: line.origin,
      })),
    ),
    ...quotas.flatMap(({ quota, periods }) =>
      periods.map(({ from, to, ...amounts }) => ({
        period: 'quota',
        ...said,
        thing: quota.thing,
        ...span(from, to),
        ...Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, exactDigits(amount)])),
        by: clauseOf(quota),
      })),
    ),
    ...availability.flatMap(({ line, periods }) =>
      periods.map(({ from, to, wholeMs, downMs, excludedMs, share, kept }) => ({
        period: 'availability',
        ...said,
        service: line.service,
        ...span(from, to),
        wholeSeconds: seconds(wholeMs),
        downSeconds: seconds(downMs),
        excludedSeconds: seconds(excludedMs),
        percent: exactDigits(share.mul(100)),
        kept,
        by: clauseOf(line),
      })),
    ),
    ...credits.credits.map((credit) => ({ period: 'credit', ...said, ...creditToJson(credit) })),
    ...credits.open.map(({ by, for: ground, at, missing }) => ({
      period: 'credit',
      ...said,
      at: formatInstantUtc(at),
      for: groundToJson(ground),
      status: 'open',
      missing,
      by: clauseOf(by),
    })),
    ...points.map(({ at, for: ground, measure }) => ({
      period: 'points',
      ...said,
      at: formatInstantUtc(at),
      for: groundToJson(ground),
      points: exactDigits(measure),
    })),
    ...rights.map((right) => ({ period: 'right', ...said, ...rightToJson(right) })),
    ...invoices.map(({ from, to, lines, sum }) => ({
      period: 'invoice',
      ...said,
      ...span(from, to),
      lines: lines.map(({ kind, at, ticket, count, currency, amount, words, ...by }) => ({
        kind,
        at: formatInstantUtc(at),
        ticket,
        count: count === null ? null : { amount: exactDigits(count.amount), of: count.of },
        currency: amount === null ? null : currency,
        amount: amount === null ? null : digitsOf(amount, currency),
        words: words === '' ? null : words,
        by: clauseOf(by),
      })),
      currency: sum.currency === '' ? null : sum.currency,
      sum: digitsOf(sum.amount, sum.currency),
      rounding: ROUNDING,
    })),
    ...(leftOut.length === 0 ? [] : [{ period: 'not applied', ...said, sentences: leftOut }]),
  ];
}

/** A right as other programs read it: `effectFrom` is when it takes effect if it is used at once. */
function rightToJson({ by, for: { of, tally }, at, periods, useBefore, effectFrom }: Right) {
  return {
    right: by.text,
    at: formatInstantUtc(at),
    for: { measure: of, tally },
    periods: periods.map(({ from, to }) => span(from, to)),
    useBefore: useBefore === null ? null : formatInstantUtc(useBefore),
    effectFrom: effectFrom === null ? null : formatInstantUtc(effectFrom),
    by: clauseOf(by),
  };
}

/** A credit as other programs read it. */
export function creditToJson({
  by,
  for: ground,
  at,
  due,
  gives,
  cappedBy,
  earnedBack,
  claimBefore,
  status,
}: Credit) {
  return {
    at: formatInstantUtc(at),
    for: groundToJson(ground),
    gives: giftToJson(gives),
    due: giftToJson(due),
    cappedBy: cappedBy === null || !('origin' in cappedBy) ? cappedBy : clauseOf(cappedBy),
    earnedBack: earnedBack === null ? null : formatInstantUtc(earnedBack),
    claimBefore: claimBefore === null ? null : formatInstantUtc(claimBefore),
    status,
    by: clauseOf(by),
  };
}

function groundToJson(ground: CreditGround) {
  switch (ground.kind) {
    case 'miss':
      return ground;
    case 'points':
      return { ...ground, points: exactDigits(ground.points), ...span(ground.from, ground.to) };
    case 'misses':
    case 'delay':
    case 'outage':
      return { ...ground, ...span(ground.from, ground.to) };
    case 'attained':
    case 'availability':
      return {
        ...ground,
        share: undefined,
        percent: exactDigits(ground.share.mul(100)),
        ...span(ground.from, ground.to),
      };
  }
}

function giftToJson(gift: CreditGift) {
  switch (gift.kind) {
    case 'money':
      return {
        kind: gift.kind,
        currency: gift.currency,
        amount: digitsOf(gift.amount, gift.currency),
        percent: gift.of === null ? null : exactDigits(gift.of.percent),
        of: gift.of?.words ?? null,
      };
    case 'share':
      return { kind: gift.kind, percent: exactDigits(gift.percent), of: gift.of };
    case 'service':
      return { ...gift, times: exactDigits(gift.times) };
    case 'remedy':
      return gift;
  }
}

function clauseOf({ clause, origin }: Pick<Credit['by'], 'clause' | 'origin'>) {
  return { clause, ...origin };
}

function span(from: number, to: number | null) {
  return { from: formatInstantUtc(from), to: to === null ? null : formatInstantUtc(to) };
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : ms / 1000;
}

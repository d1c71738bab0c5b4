import { digitsOf, type Credit, type StatementLine } from '../../../engine/money/index.ts';
import type { ChargeAccount } from '../../../explain/history/charge-account.ts';
import type { HistoryAccount } from '../../../explain/history/history-account.ts';
import type { ClockVerdict } from '../../../engine/ticket/index.ts';
import { changeWords, effectWords } from '../../../explain/history/basis-words.ts';
import { formatInstantIn, formatInstantUtc } from '../../../time/iso-instant.ts';
import type { InstantMs, ZoneTable } from '../../../time/types.ts';
import { creditToJson } from '../../../report/statement-json.ts';
import { chargeToJson } from '../../../report/charge-json.ts';
import { exactDigits } from '../../../report/exact-digits.ts';
import type { HistoryAnswer, OtherPlan, TicketMoney } from './history-answer.ts';

/** Everything that can be said of a ticket, a line an object; each says `about` what it is. */
export function historyToJson(
  { ticket, compiled, clocks, severity, rules, money, others }: HistoryAnswer,
  zoneOf: (account: HistoryAccount) => ZoneTable,
  zone: ZoneTable,
  metric: string | null,
): readonly object[] {
  const { contractVersion, tzdata } = compiled;
  const said = { ticket, contractVersion, tzdata };
  const own = clocks.filter(({ story }) => metric === null || story.metric === metric);
  const plans = others.map((other) => ({ about: 'other plan', ...said, ...otherToJson(other, metric) }));
  const about = own.map((account) => ({ about: 'clock', ...said, ...clockToJson(account, zoneOf(account)) }));
  if (metric !== null) return [...about, ...plans];
  return [
    ...about,
    ...severity.steps.map(({ at, ...step }) => ({
      about: 'severity',
      ...said,
      at: formatInstantUtc(at),
      ...step,
    })),
    ...severity.others.map((other) => ({ about: 'severity not given', ...said, ...other })),
    ...rules.map(({ rule, fired, looks, never, origin }) => ({
      about: 'rule',
      ...said,
      rule,
      fired,
      looks: looks.map(({ at, ...look }) => ({ at: formatInstantUtc(at), ...look })),
      never,
      by: origin,
    })),
    ...moneyToJson(money, zone).map((each) => ({ ...said, ...each })),
    ...plans,
  ];
}

function clockToJson(account: HistoryAccount, zone: ZoneTable) {
  const at = (instant: InstantMs) => ({
    utc: formatInstantUtc(instant),
    local: formatInstantIn(zone, instant),
  });
  const { story } = account;
  const { verdict, changes } = story;
  const head = {
    ...verdictToJson(verdict),
    by: { words: verdict.target.words, ...verdict.target.origin },
    zone: zone.zone,
    changes: changes.map((change) => ({
      at: at(change.at),
      what: changeWords(change),
      effect: effectWords(change),
      by: change.line.origin,
    })),
  };
  if (account.kind === 'uncounted') return { ...head, reason: account.reason };
  const { unit, promised, from, to, stretches, decides } = account;
  const amount = (value: number) => (unit === 'ms' ? value / 1000 : value);
  return {
    ...head,
    unit: unit === 'ms' ? 'seconds' : 'dates',
    promised: amount(promised),
    from: at(from),
    to: at(to),
    decides,
    stretches: stretches.map((stretch) => ({
      from: at(stretch.from),
      to: at(stretch.to),
      counted: stretch.counted,
      amount: amount(stretch.amount),
      sum: amount(stretch.sum),
      reason: stretch.reason,
      origin: stretch.origin,
    })),
  };
}

function verdictToJson({
  target,
  occurrence,
  started,
  due,
  stopped,
  status,
  breached,
  used,
  remaining,
}: ClockVerdict) {
  const time = (instant: InstantMs | null) => (instant === null ? null : formatInstantUtc(instant));
  const seconds = (ms: number | null) => (ms === null ? null : ms / 1000);
  return {
    target: target.metric,
    occurrence,
    status: status === 'word' && target.promise.kind === 'word' ? target.promise.word : status,
    started: time(started),
    due: time(due),
    stopped: time(stopped),
    breached: time(breached),
    used: seconds(used),
    remaining: seconds(remaining),
  };
}

function moneyToJson({ charges, lines, credits }: TicketMoney, zone: ZoneTable): readonly object[] {
  return [
    ...charges.map((charge) => ({ about: 'charge', ...chargeAccountToJson(charge, zone) })),
    ...lines.map((line) => ({ about: 'invoice line', ...lineToJson(line) })),
    ...credits.map((credit: Credit) => ({ about: 'credit', ...creditToJson(credit) })),
  ];
}

function chargeAccountToJson({ entry, quota, steps }: ChargeAccount, zone: ZoneTable) {
  return {
    ...chargeToJson(entry),
    quota: quota === null ? null : { clause: quota.clause, ...quota.origin },
    steps: steps.map((words) =>
      words.map((part) => (typeof part === 'string' ? part : formatInstantIn(zone, part))).join(''),
    ),
  };
}

function lineToJson({ kind, at, count, currency, amount, words, clause, origin }: StatementLine) {
  return {
    kind,
    at: formatInstantUtc(at),
    count: count === null ? null : { amount: exactDigits(count.amount), of: count.of },
    currency: amount === null ? null : currency,
    amount: amount === null ? null : digitsOf(amount, currency),
    words: words === '' ? null : words,
    by: { clause, ...origin },
  };
}

function otherToJson(other: OtherPlan, metric: string | null) {
  const plan = other.plan.name;
  if (other.kind === 'unknown') return { plan, reason: other.reason };
  const { verdict, money } = other;
  return {
    plan,
    refused: verdict.refused,
    clocks: verdict.clocks
      .filter(({ target }) => metric === null || target.metric === metric)
      .map((clock) => ({
        ...verdictToJson(clock),
        by: { words: clock.target.words, ...clock.target.origin },
      })),
    charges: money.charges.map(({ entry }) => chargeToJson(entry)),
    lines: money.lines.map(lineToJson),
    credits: money.credits.map(creditToJson),
  };
}

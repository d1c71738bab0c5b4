import type { Account } from '../../explain/account.ts';
import { formatInstantIn, formatInstantUtc } from '../../time/iso-instant.ts';
import type { InstantMs, ZoneTable } from '../../time/types.ts';

/** The accounting as other programs read it: instants in UTC and by the wall clock, amounts in seconds or dates. */
export function accountToJson(account: Account, zone: ZoneTable) {
  const { target } = account;
  const by = { words: target.words, ...target.origin };
  if (account.kind === 'word') return { target: target.metric, status: account.word, by };
  if (account.kind === 'unaccounted') return { target: target.metric, status: account.reason, by };
  const amount = (value: number) => (account.unit === 'ms' ? value / 1000 : value);
  const at = (instant: InstantMs) => ({
    utc: formatInstantUtc(instant),
    local: formatInstantIn(zone, instant),
  });
  return {
    target: target.metric,
    status: 'due',
    by,
    zone: zone.zone,
    unit: account.unit === 'ms' ? 'seconds' : 'dates',
    promised: amount(account.promised),
    start: at(account.start),
    due: at(account.due),
    stretches: account.stretches.map((stretch) => ({
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

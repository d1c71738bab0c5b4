import type { LedgerEntry } from '../engine/entitlement/ledger-model.ts';
import { formatInstantUtc } from '../time/iso-instant.ts';
import { exactDigits } from './exact-digits.ts';

/** A movement of a ledger as other programs read it: amounts are digits, so that nobody rounds them. */
export function chargeToJson(entry: LedgerEntry) {
  const { at, kind, thing, amount, account, balance, name, effect, why, origin } = entry;
  return {
    at: formatInstantUtc(at),
    kind,
    thing,
    amount: exactDigits(amount),
    name,
    /** What is left of the quota afterwards; null where none is touched. */
    balance: account === null ? null : exactDigits(balance),
    effect,
    why: why === '' ? null : why,
    by: origin,
  };
}

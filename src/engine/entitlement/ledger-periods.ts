import Fraction from 'fraction.js';
import type { InstantMs } from '../../time/types.ts';
import type { LedgerEntry, LedgerPeriod } from './ledger-model.ts';

const ZERO = new Fraction(0);

/**
 * The entries of one account by its periods, each of which ends where units were carried, lapsed or granted at `turns`:
 * opening + granted - used - expired = closing, and what one closes with the next one opens with.
 */
export function ledgerPeriods(
  account: number,
  entries: readonly LedgerEntry[],
  turns: readonly InstantMs[],
): readonly LedgerPeriod[] {
  const periods: LedgerPeriod[] = [];
  let opening = ZERO;
  let rest = entries.filter((entry) => entry.account === account);
  for (let i = 0; i < turns.length; i++) {
    const [from, to] = [turns[i] as InstantMs, turns[i + 1] ?? null];
    // What lapses as a period ends is of the period that ends; what goes over is of the one that begins.
    const ends = rest.findIndex(
      (entry) => to !== null && (entry.at > to || (entry.at === to && !isOfEnd(entry))),
    );
    const own = ends === -1 ? rest : rest.slice(0, ends);
    rest = ends === -1 ? [] : rest.slice(ends);
    const sum = (...kinds: readonly LedgerEntry['kind'][]) =>
      own.filter(({ kind }) => kinds.includes(kind)).reduce((total, { amount }) => total.add(amount), ZERO);
    const granted = sum('granted', 'bought');
    const used = sum('used', 'drawn').sub(sum('given back'));
    const expired = sum('expired');
    const closing = opening.add(granted).sub(used).sub(expired);
    const over = sum('over');
    periods.push({ from, to, opening, carried: sum('carried'), granted, used, over, expired, closing });
    opening = closing;
  }
  return periods;
}

function isOfEnd({ kind }: LedgerEntry): boolean {
  return kind === 'expired' || kind === 'drawn';
}

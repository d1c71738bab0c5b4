import Fraction from 'fraction.js';
import type { LedgerEntry } from './ledger-model.ts';

/** A movement of a ledger as plain data, amounts as fractions in words. */
export type EntryState = Omit<LedgerEntry, 'amount' | 'balance'> & {
  readonly amount: string;
  readonly balance: string;
};

export function entryState(entry: LedgerEntry): EntryState {
  return { ...entry, amount: entry.amount.toFraction(), balance: entry.balance.toFraction() };
}

export function entryOf(state: EntryState): LedgerEntry {
  return { ...state, amount: new Fraction(state.amount), balance: new Fraction(state.balance) };
}

/** What a plan costs a customer of a size with what they book, and the bills that follow from it. */
import type Fraction from 'fraction.js';
import type { PlanCharged } from '../../plan/money-model.ts';
import type { PlanSaid } from '../../plan/model.ts';
import type { FactOf } from '../grade-ticket.ts';
import type { TicketKey } from '../select-target.ts';
import type { Bill, Term } from './billing.ts';
import type { MoneyAmount, PriceLine } from './price.ts';

export interface QuoteRequest {
  /** How many there are of what is paid for, by the contract's word for one. */
  readonly sizes: ReadonlyMap<string, Fraction>;
  /** Sums that stand elsewhere, by the contract's words. */
  readonly sums: ReadonlyMap<string, MoneyAmount>;
  readonly factOf: FactOf;
  /** Its region and facts, for what is narrowed to some customers. */
  readonly key: TicketKey;
  /** Options, by their text. */
  readonly options: readonly string[];
  /** How many of which pack, by its text. */
  readonly packs: ReadonlyMap<string, number>;
  readonly term: Term;
}

export type QuoteAnswer =
  | Quote
  /** The contract has no figure. */
  | { readonly kind: 'no price' }
  | { readonly kind: 'on request'; readonly of: QuotedThing; readonly said: PlanSaid }
  /** The plan has no option or pack of the name. */
  | { readonly kind: 'not offered'; readonly of: 'option' | 'pack'; readonly text: string }
  /** Something has to be known first, for the sake of a clause. */
  | {
      readonly kind: 'missing';
      readonly needs: QuoteNeed;
      readonly of: QuotedThing;
      readonly said: PlanSaid;
    };

export type QuoteNeed =
  | { readonly kind: 'size'; readonly unit: string }
  | { readonly kind: 'sum'; readonly of: string }
  | { readonly kind: 'fact'; readonly fact: string; readonly factor: Fraction }
  | { readonly kind: 'dates' };

/** What is paid for: the plan, or what is booked beside it by its text. */
export interface QuotedThing {
  readonly kind: 'price' | 'option' | 'pack' | 'surcharge';
  /** Empty for the price of the plan. */
  readonly text: string;
}

export interface Quote {
  readonly kind: 'quote';
  readonly items: readonly QuoteItem[];
  readonly invoices: readonly Invoice[];
  /** What the term comes to, a currency each; none where nothing is paid. */
  readonly totals: readonly MoneyAmount[];
  /** Sizes that were said and that nothing is paid for, by the contract's word for one. */
  readonly idle: readonly string[];
  /** What is not in it and may come to more. */
  readonly beside: readonly BesideLine[];
}

/** A clause by which something is paid, and what it comes to. */
export type QuoteItem = QuotedThing & PlanSaid & (QuotedPeriods | QuotedOnce | QuotedNothing);

/** Each period of the price costs as much. */
export interface QuotedPeriods {
  readonly pays: 'each period';
  readonly charged: Pick<PlanCharged, 'unit' | 'per' | 'billed' | 'anchor' | 'prorated' | 'tax'>;
  /** Of one period. */
  readonly price: MoneyAmount;
  readonly lines: readonly PriceLine[];
  readonly bills: readonly Bill[];
  /** Whether the term begins or ends within a period of the price. */
  readonly cutsPeriod: boolean;
}

export interface QuotedOnce {
  readonly pays: 'once';
  readonly count: Fraction;
  /** What each is; null for the thing itself. */
  readonly unit: string | null;
  readonly each: Fraction;
  readonly price: MoneyAmount;
}

/** It comes with something else. */
export interface QuotedNothing {
  readonly pays: 'nothing';
  readonly with: string;
}

/** What is asked for one billing period, or once; the lines come to the sum. */
export interface Invoice {
  /** In which periods it is billed; null for what is paid once. */
  readonly billed: PlanCharged['billed'] | null;
  /** From 1, among those billed alike. */
  readonly number: number;
  readonly bill: Pick<Bill, 'for' | 'there'>;
  readonly lines: readonly InvoiceLine[];
  readonly sum: MoneyAmount;
}

export interface InvoiceLine {
  /** Which of the items. */
  readonly item: number;
  /** How many periods of its price, or how many at once. */
  readonly periods: Fraction;
  /** In whole coins. */
  readonly amount: Fraction;
}

/** A clause by which more may have to be paid, by use or on demand. */
export interface BesideLine extends PlanSaid {
  readonly kind: 'option' | 'pack' | 'surcharge' | 'rate' | 'charge';
}

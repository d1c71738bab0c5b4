/** What plans cost: prices, bills and quotes, exactly. */
export type { Bill, Term } from './billing.ts';
export { decimalsOf, digitsOf } from './currency.ts';
export { exactNumber } from './exact-number.ts';
export type { MoneyAmount, PriceLine } from './price.ts';
export { quoteOf } from './quote.ts';
export type {
  BesideLine,
  Invoice,
  Quote,
  QuoteAnswer,
  QuotedThing,
  QuoteItem,
  QuoteNeed,
  QuoteRequest,
} from './quote-model.ts';

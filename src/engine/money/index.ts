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
export type { StatedShare } from './availability.ts';
export type { Credit, CreditGift, CreditGround, Miss } from './credit-model.ts';
export type { Outage } from './outages.ts';
export { statementOf } from './statement.ts';
export type {
  CustomerHistory,
  Statement,
  StatementInvoice,
  StatementLine,
  TicketStory,
} from './statement-model.ts';
export { ticketStory } from './ticket-story.ts';
export type { Right } from './rights.ts';

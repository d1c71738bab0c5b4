/**
 * The reference: a slow interpreter of the checked contract that is right because it is plain. It shares nothing
 * with the engine but the models, and tests hold the two together.
 */
export { isOpen, readCalendar } from './read-calendar.ts';
export { WalkLimitError, type OpenTime } from './open-time.ts';
export { deadline, deadlineBy, targetOf, type ReferenceDeadline } from './deadline.ts';
export { followTokens, type TokenEvent, type TokenRow } from './unit-tokens.ts';
export { creditCoins, type MissedPromise } from './credit-coins.ts';
export { downMinutes, type RecordedOutage } from './down-minutes.ts';
export { paidByDays, priceByUnits, type PaidPeriod, type WholeFraction } from './price-of-units.ts';
export { chargedByMinutes, workedMinutes, type MinuteTerms } from './worked-minutes.ts';
export type { TicketFacts } from './facts.ts';
export { judgeTicket } from './ticket.ts';
export type { ReferenceClock, ReferenceEvent, ReferenceVerdict } from './ticket-model.ts';

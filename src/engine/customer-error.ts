import type { PlanTicketTerm } from '../plan/model.ts';

/**
 * What is promised hangs on where the customer is, or on which holidays the customer has, and the ticket does not say
 * it, or says what nobody knows. Nothing is guessed: not the contract's zone, and not that there are no holidays.
 */
export class CustomerError extends Error {
  override readonly name = 'CustomerError';
  readonly term: PlanTicketTerm;
  /** What may be said, where that can be told. */
  readonly known: readonly string[];

  constructor(message: string, term: PlanTicketTerm, known: readonly string[] = []) {
    super(message);
    this.term = term;
    this.known = known;
  }
}

/** The ticket says nothing of it. */
export function notSaid(calendar: string, term: PlanTicketTerm, known: readonly string[]): CustomerError {
  const what = term === 'zone' ? "the customer's zone" : "the customer's holidays";
  return new CustomerError(
    `the hours of \`${calendar}\` hang on ${what}, which the ticket does not say`,
    term,
    known,
  );
}

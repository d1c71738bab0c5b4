import { HorizonError, MissingFactError } from '../../engine/index.ts';
import { RuleLoopError, UnknownTicketError } from '../../engine/ticket/index.ts';

/** Whether what is wrong is wrong with one ticket, and not with us. */
export function isOfTicket(error: unknown): error is Error {
  return (
    error instanceof HorizonError ||
    error instanceof MissingFactError ||
    error instanceof UnknownTicketError ||
    error instanceof RuleLoopError
  );
}

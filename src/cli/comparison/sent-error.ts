import { UsageError } from '../usage-error.ts';
import type { SentError } from './worker-message.ts';

export function sendError(error: unknown): SentError {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), stack: undefined, fields: {} };
  const { name, message, stack } = error;
  const fields = Object.fromEntries(Object.entries(error).filter(([, value]) => typeof value !== 'function'));
  return { name, message, stack, fields };
}

/** An error that the command line takes for what it was. */
export function receiveError({ name, message, stack, fields }: SentError): Error {
  if (name === 'Unreadable' || name === 'UsageError') {
    const { help } = fields;
    return new UsageError(message, typeof help === 'string' ? help : null);
  }
  const error = new Error(message);
  return Object.assign(error, fields, { name }, stack === undefined ? {} : { stack });
}

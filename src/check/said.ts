import type { Span } from '../text/source.ts';
import { type CheckContext, originOf } from './context.ts';
import type { Origin } from './model.ts';

/** A clause as the contract has it, for whoever shows an amount together with what it follows from. */
export interface Said {
  /** On one line, without its comments: `price EUR 2 per user per month, billed yearly`. */
  readonly clause: string;
  readonly origin: Origin;
}

export function saidAt(context: CheckContext, span: Span): Said {
  const text = context.source.text.slice(span.start, span.end);
  // What stands in quotes is no comment, whatever signs are in it.
  const clause = text.replace(/("[^"\n]*")|#[^\n]*/g, (_, quoted: string | undefined) => quoted ?? '');
  return { clause: clause.replace(/\s+/g, ' ').trim(), origin: originOf(context, span) };
}

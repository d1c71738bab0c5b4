import type { NameNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';

/** A whole number of agents, runs or tickets; null, and a finding, for another. */
export function count(
  context: CheckContext,
  value: NameNode,
  what: string,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number | null {
  const number = Number(value.text);
  if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
  report(context, 'simulation/not-a-count', value.span, { what, value: value.text });
  return null;
}

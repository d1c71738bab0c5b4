import type { CstNode } from '../../grammar/concrete-tree.ts';
import { buildTimeRange, timeOfToken } from './build-parts.ts';
import { hasWord, node, optionalNode, token, tokens } from './cst.ts';
import type { PartOfDayNode } from './tree.ts';

/** What is closed of a day of a holiday set; null where all of it is. */
export function buildPartOfDay(row: CstNode): PartOfDayNode | null {
  const part = optionalNode(row, 'partOfDay');
  if (part === null) return null;
  const [first, second] = tokens(part, 'Time').map(timeOfToken);
  if (first === undefined) return { kind: 'hours', hours: buildTimeRange(node(part, 'timeRange')) };
  if (hasWord(part, 'before')) return { kind: 'from the day before', from: first, until: second ?? null };
  const time = timeOfToken(token(part, 'Time'));
  return hasWord(part, 'until') ? { kind: 'until', until: time } : { kind: 'from', from: time };
}

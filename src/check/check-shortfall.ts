import type { ShortfallBandNode } from '../syntax/money-tree.ts';
import { checkShare } from './check-attain.ts';
import { type CheckContext, report } from './context.ts';
import type { ShortfallBand } from './money-model.ts';

/**
 * Bands by the availability reached, each below the one before and worth more. A band that names its upper end alone
 * reaches down to the next one:
 *
 *     10% below 99.9% | 25% below 99%              0 [ 25 )99[ 10 )99.9
 *     5% from 95.1% to 99.8% | 10% below 95%       0 [ 10 )95   95.1[ 5 ]99.8
 */
export function checkShortfalls(
  context: CheckContext,
  nodes: readonly ShortfallBandNode[],
): readonly ShortfallBand[] | null {
  for (const [i, node] of nodes.entries()) {
    const ends = node.from === null ? [node.to] : [node.from, node.to];
    if (ends.some((end) => checkShare(context, end) === null)) return null;
    if (node.from !== null && Number(node.from.text) >= Number(node.to.text)) {
      report(context, 'money/band-upside-down', node.span, { from: node.from.text, to: node.to.text });
      return null;
    }
    const earlier = nodes[i - 1];
    if (earlier === undefined) continue;
    const falls = Number(node.to.text) < Number(earlier.to.text);
    if (!falls || Number(node.percent.text) <= Number(earlier.percent.text)) {
      report(context, 'money/shortfall-bands', node.span, {
        below: earlier.to.text,
        percent: earlier.percent.text,
      });
      return null;
    }
    if (reachesInto(node, earlier)) {
      report(context, 'money/shortfall-overlap', node.span, { figure: earlier.from?.text ?? '' });
      return null;
    }
  }
  return nodes.map((node, i) => {
    const next = nodes[i + 1];
    const upper = { percent: node.percent.text, to: node.to.text, toIncluded: node.toIncluded };
    if (node.from !== null) return { ...upper, from: node.from.text, fromIncluded: true };
    if (next === undefined) return { ...upper, from: '0', fromIncluded: true };
    return { ...upper, from: next.to.text, fromIncluded: !next.toIncluded };
  });
}

/** Whether a band shares a figure with the one above it, whose lower end lies in that. */
function reachesInto({ to, toIncluded }: ShortfallBandNode, above: ShortfallBandNode): boolean {
  if (above.from === null) return false;
  const [end, from] = [Number(to.text), Number(above.from.text)];
  return end > from || (end === from && toIncluded);
}

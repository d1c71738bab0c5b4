import type { ClockNode } from '../syntax/tree.ts';
import type { ClockGround } from './clock-ground.ts';
import { checkStretch } from './check-stretch.ts';
import { type ClockTerms, PLAIN_TERMS } from './clock-model.ts';
import { type CheckContext, report } from './context.ts';

/** Events after which a ticket may come back; whatever resolves it is one as well. */
const ENDS: ReadonlySet<string> = new Set(['resolved', 'closed']);

/** What becomes of a clock whose ticket is reopened; where that may happen and nothing is said, the ticket is a new one. */
export function checkReopen(
  context: CheckContext,
  { scope, own }: ClockGround,
  node: ClockNode,
): ClockTerms<string>['reopen'] {
  const said = node.reopens[0];
  if (said === undefined) {
    const last = node.stops.find(({ text }) => node.name.text === 'resolve' || ENDS.has(text));
    if (last !== undefined && !node.broken) {
      report(context, 'assume/reopen', last.span, { metric: node.name.text });
    }
    return PLAIN_TERMS.reopen;
  }
  const within = said.within === null ? null : checkStretch(context, scope, own, said.within);
  if (said.does === 'never') return PLAIN_TERMS.reopen;
  const assumed = said.does === 'starts afresh' ? 'stands' : 'is withdrawn';
  if (said.met === null) {
    report(context, 'assume/met-after-reopening', said.span, { metric: node.name.text, met: assumed });
  }
  return { within, does: said.does, met: said.met ?? assumed };
}

import type { ClockNode } from '../syntax/tree.ts';
import { checkCalendarName } from './check-calendar-name.ts';
import { checkStretch } from './check-stretch.ts';
import { checkGuard, type ClockGround, known } from './clock-ground.ts';
import type { ClockPause } from './clock-model.ts';
import { type CheckContext, originOf } from './context.ts';

/** What pauses a clock; null, and a finding, where it cannot be made out. */
export function checkPause(
  context: CheckContext,
  ground: ClockGround,
  node: ClockNode['pauses'][number],
): ClockPause<string> | null {
  const during = node.during === null ? null : checkCalendarName(context, ground.scope, node.during);
  const by = node.cap === null ? null : checkStretch(context, ground.scope, ground.own, node.cap.stretch);
  const when = checkGuard(context, ground, node.guard);
  const lost = (node.during !== null && during === null) || (node.cap !== null && by === null);
  if (lost || when === 'lost') return null;
  return {
    states: known(context, ground, 'state', node.states),
    during,
    cap: node.cap === null || by === null ? null : { by, of: node.cap.of },
    when,
    origin: originOf(context, node.span),
  };
}

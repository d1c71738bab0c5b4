import type { ClosesNode, ReminderNode } from '../syntax/clock-tree.ts';
import { measuredAs } from './check-stages.ts';
import { checkStretch } from './check-stretch.ts';
import type { ClockGround } from './clock-ground.ts';
import type { ClockTerms, ClosingReminder } from './clock-model.ts';
import type { Stretch } from './conduct-model.ts';
import { type CheckContext, report } from './context.ts';
import { textOf } from './check-time.ts';

/** After how long in which state a ticket closes by itself, and what the customer is told before. */
export function checkCloses(
  context: CheckContext,
  ground: ClockGround,
  node: ClosesNode | undefined,
): ClockTerms<string>['closes'] {
  if (node === undefined) return null;
  const after = checkStretch(context, ground.scope, ground.own, node.after);
  const state = ground.scope.resolve(context, 'state', node.state);
  if (after === null || state === null) return null;
  const reminders = node.reminders.flatMap((each) => checkReminder(context, ground, node, each, after) ?? []);
  return { after, state, reminders };
}

function checkReminder(
  context: CheckContext,
  { scope, own }: ClockGround,
  closes: ClosesNode,
  node: ReminderNode,
  after: Stretch<string>,
): ClosingReminder<string> | null {
  const by = checkStretch(context, scope, own, measuredAs(closes.after, node.by));
  if (by === null) return null;
  const [length, whole] = [lengthOf(by), lengthOf(after)];
  if (length.unit === whole.unit && length.amount >= whole.amount) {
    report(context, 'clock/reminder-too-late', node.span, {
      reminder: textOf(context, node.by.span),
      side: node.side,
      closes: textOf(context, closes.after.span),
    });
    return null;
  }
  return { by, side: node.side };
}

/** How long a stretch is in its own unit; lengths of different units cannot be told apart without a date. */
function lengthOf(stretch: Stretch<string>): { readonly amount: number; readonly unit: string } {
  if (stretch.kind === 'days') {
    return { amount: stretch.count, unit: JSON.stringify([stretch.unit, stretch.calendar]) };
  }
  const calendar = stretch.kind === 'hours' ? stretch.calendar : null;
  return { amount: stretch.seconds, unit: JSON.stringify([stretch.kind, calendar]) };
}

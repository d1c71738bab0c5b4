import type { EntitlementNode } from '../syntax/entitlement-tree.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedCharge, CheckedQuota } from './entitlement-model.ts';

/** Hours that are drawn by the length of the work, since no charge says how much: whether that is rounded is asked. */
export function checkHoursRounded(
  context: CheckContext,
  clauses: readonly EntitlementNode[],
  own: readonly CheckedQuota[],
  charges: readonly CheckedCharge[],
): void {
  const isCharged = charges.some(
    ({ rate: { quantity } }) => quantity.kind === 'units' && quantity.thing === 'hours',
  );
  if (isCharged || !own.some(({ thing }) => thing === 'hours')) return;
  for (const clause of clauses) {
    if (clause.kind !== 'quota' || clause.thing.text !== 'hours') continue;
    if (clause.terms.some(({ kind }) => kind === 'rounded' || kind === 'not rounded')) continue;
    report(context, 'assume/hours-rounding', clause.thing.span, {});
  }
}

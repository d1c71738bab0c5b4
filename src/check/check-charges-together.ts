import type { ChargeNode } from '../syntax/entitlement-tree.ts';
import { overlap } from './check-selector.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedCharge } from './entitlement-model.ts';

/**
 * What one ticket is charged for twice: each charge that another may stand beside, of the same units or money, says
 * `besides` or `instead of` it, or that one does. `all` holds what the plan takes over as well.
 */
export function checkChargesTogether(
  context: CheckContext,
  nodes: readonly ChargeNode[],
  own: readonly CheckedCharge[],
  all: readonly CheckedCharge[],
): void {
  for (const node of nodes) {
    const others = new Set(nodes.map(({ name }) => name.text).concat(all.map(({ name }) => name)));
    others.delete(node.name.text);
    for (const term of node.terms) {
      if (term.kind !== 'besides' && term.kind !== 'instead of') continue;
      for (const { text, span } of term.names)
        if (!others.has(text))
          report(context, 'entitlement/unknown-charge', span, { charge: text, known: [...others] });
        else if (term.kind === 'instead of' && isOfSum(all, text))
          report(context, 'entitlement/sum-taken-back', span, { charge: text });
    }
    const charge = own.find(({ name }) => name === node.name.text);
    if (charge === undefined) continue;
    const before = all.slice(0, all.indexOf(charge)).concat(all.slice(own.length));
    const open = before.filter((other) => mayStandTogether(charge, other) && !isSaid(charge, other));
    const [first] = open;
    if (first === undefined) continue;
    report(context, 'assume/charges-together', beforeSelector(context, node), {
      charge: charge.name,
      others: open.map(({ name }) => name),
    });
  }
}

/** Whether the work of a charge is rounded as the sum of a period, so that no ticket has a share of its own in it. */
function isOfSum(all: readonly CheckedCharge[], name: string): boolean {
  return all.some(
    (charge) => charge.name === name && charge.rounding !== null && charge.rounding.period !== null,
  );
}

function mayStandTogether(a: CheckedCharge, b: CheckedCharge): boolean {
  return accountOf(a) === accountOf(b) && overlap(a.when, b.when);
}

function accountOf({ rate: { quantity } }: CheckedCharge): string {
  return quantity.kind === 'money' ? 'money' : quantity.thing;
}

function isSaid(a: CheckedCharge, b: CheckedCharge): boolean {
  const names = (one: CheckedCharge, other: CheckedCharge) =>
    one.besides.includes(other.name) || one.insteadOf.includes(other.name);
  return names(a, b) || names(b, a);
}

/** The clause without the tickets to which it is narrowed, which stand last. */
function beforeSelector({ source }: CheckContext, { span, for: tickets }: ChargeNode): ChargeNode['span'] {
  if (tickets === null) return span;
  return { start: span.start, end: source.text.slice(0, tickets.span.start).trimEnd().length };
}

import type { PlanCalendar } from './model.ts';

/** A calendar as the contract calls it, and for which tickets it is: `Support (P1, phone)`, whatever clocks it is for. */
export function calendarWords({ name, of, tickets }: PlanCalendar): string {
  if (of === null) return name;
  const words = tickets.map((kind) => {
    if (kind.by !== 'fact' || (kind.name !== 'yes' && kind.name !== 'no')) return kind.name;
    return kind.name === 'yes' ? kind.fact : `not ${kind.fact}`;
  });
  return words.length === 0 ? of : `${of} (${words.join(', ')})`;
}

import type { PlanSurcharge } from '../../plan/money-model.ts';

/** Whether a surcharge comes with some tickets alone, by what they are or when they are opened, and not with the plan. */
export function isOfTickets({ when: { severities, channels, types, opened } }: PlanSurcharge): boolean {
  return opened.length > 0 || [severities, channels, types].some((names) => names !== null);
}

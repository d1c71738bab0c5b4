import type { DeskStep } from './desk-model.ts';

/**
 * Whether a step of a ticket stops its clock for good: of the steps that stop one clock the last that the ticket has does.
 * What is done again once a ticket is reopened stops its clock again.
 * @param durations as in `DeskWork` @param reopens the wait after which a ticket is reopened; -1 for none
 */
export function isLastStop(
  steps: readonly DeskStep[],
  durations: Float64Array,
  reopens: number,
  ticket: number,
  step: number,
): boolean {
  const { clock } = steps[step] as DeskStep;
  const end = step < reopens ? reopens : steps.length;
  for (let later = step + 1; later < end; later += 1) {
    if (steps[later]?.clock === clock && !Number.isNaN(durations[ticket * steps.length + later]))
      return false;
  }
  return true;
}

import type { PlanStretch } from '../../plan/conduct-model.ts';

/** A length of time that is one unit longer. */
export function longerStretch(stretch: PlanStretch): PlanStretch {
  return stretch.kind === 'days'
    ? { ...stretch, count: stretch.count + 1 }
    : { ...stretch, seconds: stretch.seconds + 1 };
}

/** What the unit is called. */
export function unitOfStretch(stretch: PlanStretch): string {
  return stretch.kind === 'days' ? `one ${stretch.unit}` : 'a second';
}

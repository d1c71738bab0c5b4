/** Which plans have room beside each other, and how wide each may be. */
export interface PlanWindow {
  readonly plans: readonly number[];
  readonly width: number;
}

/**
 * As many plans as fit with at least so many cells each, never fewer than one; where not all fit, a window of them
 * that holds the chosen one.
 */
export function planWindow(count: number, chosen: number, width: number, least: number): PlanWindow {
  const fitting = Math.max(1, Math.min(count, Math.floor(width / least)));
  const first = Math.max(0, Math.min(chosen - fitting + 1, count - fitting));
  const plans = Array.from({ length: Math.min(fitting, count) }, (_, place) => first + place);
  return { plans, width: Math.max(1, Math.floor(width / fitting)) };
}

/** `plans 1-5 of 40, Tab shows the next `, or with less room `plans 1-5 of 40, Tab `; nothing where all are in sight. */
export function plansWords(inSight: readonly number[], count: number, length: 'long' | 'short'): string {
  if (inSight.length >= count) return '';
  const [first = 0] = inSight;
  const last = inSight.at(-1) ?? 0;
  const which =
    first === last ? `plan ${String(first + 1)}` : `plans ${String(first + 1)}-${String(last + 1)}`;
  return `${which} of ${String(count)}, Tab ${length === 'long' ? 'shows the next ' : ''}`;
}

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

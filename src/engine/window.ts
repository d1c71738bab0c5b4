/** A span that grows on demand inside a fixed limit, half-open. The unit is the caller's. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * A window that holds `at` and, if there was one, `window`; null when `at` lies outside `limit`. It at least
 * doubles, so that a walk to the limit rebuilds a table a logarithmic number of times.
 */
export function growWindow(window: Window | null, at: number, limit: Window, atLeast: number): Window | null {
  if (!(at >= limit.from && at < limit.to)) return null;
  const margin = Math.max(window === null ? 0 : window.to - window.from, atLeast);
  const from = window !== null && window.from <= at ? window.from : at - margin;
  const to = window !== null && at < window.to ? window.to : at + margin;
  return { from: Math.max(from, limit.from), to: Math.min(to, limit.to) };
}

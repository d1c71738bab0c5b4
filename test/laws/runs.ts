/** How often random cases are drawn. */
export const FACTOR = Number(process.env['SURETY_LAW_RUNS'] ?? 1);

/** How many random cases a law takes, times `SURETY_LAW_RUNS` where that is set. A failure prints its seed. */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: Math.ceil(count * FACTOR) };
}

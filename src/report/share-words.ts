import type { Attainment, ShareInterval } from '../simulate/summary.ts';

/**
 * A share as a percentage with one decimal, without its sign. Only all is `100.0` and only nothing is `0.0`: one
 * miss in ten thousand is `99.9`.
 */
export function percentDigits(share: number): string {
  const tenths = Math.round(share * 1000);
  const honest = share < 1 ? Math.min(tenths, 999) : tenths;
  return ((share > 0 ? Math.max(honest, 1) : honest) / 10).toFixed(1);
}

/** `89.6 %`: what was attained. */
export function attainmentWords({ met, judged }: Attainment): string {
  return `${percentDigits(met / judged)} %`;
}

/** `85.4 to 92.8 %`: the interval for the share behind it. */
export function intervalWords({ low, high }: ShareInterval): string {
  return `${percentDigits(low)} to ${percentDigits(high)} %`;
}

/** 95 % intervals for shares and for differences of shares. */
import type { ShareInterval } from '../summary.ts';
import { normalQuantile } from './normal.ts';
import { studentQuantile } from './student.ts';

const LEVEL = 0.95;
const Z = normalQuantile((1 + LEVEL) / 2);

/**
 * Wilson's score interval for a share of independent tickets, at least one.
 * Source: E. B. Wilson, JASA 22 (1927), 209-212.
 */
export function wilsonInterval(met: number, judged: number): ShareInterval {
  const share = met / judged;
  const weight = 1 + (Z * Z) / judged;
  const middle = (share + (Z * Z) / (2 * judged)) / weight;
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / judged + (Z * Z) / (4 * judged * judged));
  return {
    kind: 'wilson',
    centre: share,
    // At the ends the bound is the end itself, which rounding would miss by an ulp.
    low: met === 0 ? 0 : middle - half,
    high: met === judged ? 1 : middle + half,
    of: judged,
  };
}

/**
 * Student's interval for the mean of the runs' shares (or differences), at least two runs. Runs are independent;
 * the tickets of a run are not, since they wait for each other.
 * @param least and @param most the range that a share can have; the interval is cut there
 */
export function intervalOverRuns(values: readonly number[], least: number, most: number): ShareInterval {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = studentQuantile(LEVEL, n - 1) * Math.sqrt(variance / n);
  return {
    kind: 't over runs',
    centre: mean,
    low: Math.max(mean - half, least),
    high: Math.min(mean + half, most),
    of: n,
  };
}

/**
 * Interval for the difference of two shares over the same tickets, at least one, from the tickets on which they
 * differ: Wald's interval after half a ticket is added to each of the four cells.
 * Source: A. Agresti, Y. Min, Statistics in Medicine 24 (2005), 729-740.
 */
export function pairedInterval(onlyFirst: number, onlySecond: number, judged: number): ShareInterval {
  const n = judged + 2;
  const difference = (onlySecond - onlyFirst) / n;
  const discordant = (onlyFirst + onlySecond + 1) / n;
  const half = Z * Math.sqrt((discordant - difference * difference) / n);
  return {
    kind: 'paired tickets',
    centre: (onlySecond - onlyFirst) / judged,
    low: Math.max(difference - half, -1),
    high: Math.min(difference + half, 1),
    of: judged,
  };
}

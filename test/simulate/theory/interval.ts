/** Means of replications, with their intervals. */
import { studentQuantile } from '../../../src/simulate/statistics/student.ts';

export interface Interval {
  readonly mean: number;
  readonly halfWidth: number;
}

/** Student's interval of a mean over replications. */
export function intervalOf(values: readonly number[], level: number): Interval {
  const n = values.length;
  const mean = meanOf(values);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, halfWidth: studentQuantile(level, n - 1) * Math.sqrt(variance / n) };
}

/**
 * The same with controls: beside each value some others whose expectations are known. Where the controls lie off these, the
 * values are moved along the plane that fits all of them best.
 *
 * Source: S. S. Lavenberg, P. D. Welch, "A perspective on the use of control variables to increase the efficiency of Monte
 * Carlo simulations", Management Science 27 (1981).
 * @param controls a row a replication
 */
export function controlledInterval(
  values: readonly number[],
  controls: readonly (readonly number[])[],
  expected: readonly number[],
  level: number,
): Interval {
  const n = values.length;
  const k = expected.length;
  // By least squares on a constant and the controls as they lie off their expectations: the constant is the estimate.
  const rows = controls.map((row) => [1, ...row.map((x, c) => x - (expected[c] as number))]);
  const normal = Array.from({ length: k + 1 }, (_, a) =>
    Array.from({ length: k + 1 }, (__, b) =>
      rows.reduce((sum, row) => sum + (row[a] as number) * (row[b] as number), 0),
    ),
  );
  const right = normal.map((_, a) =>
    rows.reduce((sum, row, i) => sum + (row[a] as number) * (values[i] as number), 0),
  );
  const fit = solve(normal, right);
  const unit = solve(
    normal,
    right.map((_, a) => (a === 0 ? 1 : 0)),
  );
  const residual = rows.reduce(
    (sum, row, i) =>
      sum + ((values[i] as number) - row.reduce((at, x, a) => at + x * (fit[a] as number), 0)) ** 2,
    0,
  );
  const degrees = n - k - 1;
  const variance = (residual / degrees) * (unit[0] as number);
  return { mean: fit[0] as number, halfWidth: studentQuantile(level, degrees) * Math.sqrt(variance) };
}

/** The solution of a system of linear equations, by elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = rows.reduce(
      (best, row, i) =>
        i >= column && Math.abs(row[column] as number) > Math.abs(rows[best]?.[column] as number) ? i : best,
      column,
    );
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const top = rows[column] as number[];
    for (const [i, row] of rows.entries()) {
      if (i === column) continue;
      const factor = (row[column] as number) / (top[column] as number);
      for (let c = column; c <= size; c += 1) row[c] = (row[c] as number) - factor * (top[c] as number);
    }
  }
  return rows.map((row, i) => (row[size] as number) / (row[i] as number));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

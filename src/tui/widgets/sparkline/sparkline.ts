import type { Glyphs } from '../../text/glyphs.ts';

/** One cell a value, its height against the largest of them; a value above nothing is never drawn as nothing. */
export function sparkline(
  values: readonly number[],
  glyphs: Glyphs,
  largest = Math.max(1, ...values),
): string {
  const top = glyphs.spark.length - 1;
  return values
    .map((value) => {
      if (value <= 0) return glyphs.spark[0] ?? ' ';
      const level = Math.max(1, Math.min(top, Math.round((value / largest) * top)));
      return glyphs.spark[level] ?? '#';
    })
    .join('');
}

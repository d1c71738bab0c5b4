import type { Size } from '../painter/frame-diff.ts';

/** How much a screen can show side by side. Below `narrow` it shows a message alone. */
export type LayoutKind = 'wide' | 'medium' | 'narrow' | 'too small';

export const smallest: Size = { columns: 60, rows: 18 };

export function layoutOf(size: Size): LayoutKind {
  if (size.columns < smallest.columns || size.rows < smallest.rows) return 'too small';
  if (size.columns >= 120) return 'wide';
  return size.columns >= 80 ? 'medium' : 'narrow';
}

/** Rows left between the two of the head and the one of the foot. */
export function bodyHeight(size: Size): number {
  return Math.max(1, size.rows - 3);
}

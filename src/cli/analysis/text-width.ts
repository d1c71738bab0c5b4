/** How wide an answer is laid out: lines longer than this are no longer read from end to end. */
export function textWidth(columns: number): number {
  return Math.max(80, Math.min(columns, 160));
}

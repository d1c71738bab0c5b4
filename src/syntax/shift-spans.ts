import type { Span } from '../text/source.ts';

/** The same tree with every span moved by an offset: what stands elsewhere and reads the same need not be read again. */
export function shiftSpans<T>(tree: T, by: number): T {
  return by === 0 ? tree : (shifted(tree, by) as T);
}

function shifted(value: unknown, by: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => shifted(item, by));
  if (isSpan(value)) return { start: value.start + by, end: value.end + by };
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = shifted((value as Record<string, unknown>)[key], by);
  return copy;
}

/** INVARIANT: nothing in a tree but a span has a start and an end that are numbers. */
function isSpan(value: object): value is Span {
  return (
    'start' in value && typeof value.start === 'number' && 'end' in value && typeof value.end === 'number'
  );
}

import { type OutlineEntry, readOutline } from '../../grammar/outline.ts';

/** An outline as a test writes it down: a clause is its words, a block is a list behind its head. */
export type Shape = readonly (string | { readonly [head: string]: Shape })[];

export function shapeOf(text: string): Shape {
  return shapeOfEntries(readOutline(text).entries);
}

function shapeOfEntries(entries: readonly OutlineEntry[]): Shape {
  return entries.map((entry) => {
    const head = entry.head.map((token) => token.image).join(' ');
    return entry.block === null ? head : { [head]: shapeOfEntries(entry.block.entries) };
  });
}

/** Every comment of an outline with the place that holds it, in reading order. */
export function commentsOf(text: string): string[] {
  const outline = readOutline(text);
  return [...commentsIn(outline.entries), ...outline.dangling.map((c) => `dangling ${c.image.trimEnd()}`)];
}

function commentsIn(entries: readonly OutlineEntry[]): string[] {
  return entries.flatMap((entry) => {
    const inBlock =
      entry.block === null
        ? []
        : [
            ...entry.block.opening.map((c) => `opening ${c.image.trimEnd()}`),
            ...commentsIn(entry.block.entries),
            ...entry.block.dangling.map((c) => `block ${c.image.trimEnd()}`),
          ];
    return [
      ...entry.leading.map((c) => `leading ${c.image.trimEnd()}`),
      ...inBlock,
      ...entry.trailing.map((c) => `trailing ${c.image.trimEnd()}`),
    ];
  });
}

/** The problems of an outline in a line each. */
export function problemsOf(text: string): string[] {
  return readOutline(text).problems.map((problem) => {
    switch (problem.kind) {
      case 'unknown characters':
        return `unknown characters ${problem.text} at ${String(problem.offset)}`;
      case 'unclosed block':
        return `unclosed block of ${problem.head.map((t) => t.image).join(' ')} before ${problem.before?.image ?? 'the end'}`;
      case 'unopened block':
        return `unopened block of ${problem.head.map((t) => t.image).join(' ')}`;
      case 'stray close':
        return `stray close at ${String(problem.close.startOffset)}`;
      case 'block without head':
        return `block without head at ${String(problem.open.startOffset)}`;
    }
  });
}

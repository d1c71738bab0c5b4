import type { Place } from './diagnostic.ts';

/**
 * The whole clause of which a place is a part, by how clauses are written: one a line, or parted by `;`, and carried
 * on in the next line after a `,` or a `|`. Braces are not looked into: a clause with a block is its head.
 */
export function clauseAround({ source, span }: Place): Place {
  const { text } = source;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const before = withoutTexts(text.slice(lineStart, span.start));
  const parted = Math.max(before.lastIndexOf(';'), before.lastIndexOf('{'));
  const open = lineStart + parted + 1;
  const start = open + (/^\s*/.exec(text.slice(open, span.start))?.[0].length ?? 0);
  let end = span.end;
  for (;;) {
    const lineBreak = text.indexOf('\n', end);
    const rest = withoutTexts(text.slice(end, lineBreak === -1 ? text.length : lineBreak));
    const stop = rest.search(/[;{}#]/);
    const written = (stop === -1 ? rest : rest.slice(0, stop)).trimEnd();
    end += written.length;
    if (stop !== -1 || lineBreak === -1 || !/[,|]$/.test(text.slice(start, end))) break;
    end = lineBreak + 1;
  }
  return { source, span: { start, end } };
}

/** Texts in quotes blanked, so that a sign in them is not taken for one of the language. */
function withoutTexts(line: string): string {
  return line.replace(/"[^"]*"/g, (text) => '"'.repeat(text.length));
}

import { format } from '../../src/format/format.ts';

/** The canonical form of a text that has one. */
export function formatted(text: string): string {
  const result = format(text);
  if (result.kind === 'unreadable') throw new Error(result.obstacles.map((o) => o.message).join('; '));
  return result.text;
}

/** A text of lines, with a line end behind each. */
export function file(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

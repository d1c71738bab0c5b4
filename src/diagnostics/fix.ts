import { clauseAround } from './clause-around.ts';
import type { Diagnostic, Place } from './diagnostic.ts';

/**
 * `safe`: it says what the author plainly meant, so a machine may write it unasked. `suggested`: it decides something,
 * or guesses, so a person chooses it.
 */
export type Applicability = 'safe' | 'suggested';

/** Something to write instead, all of its edits or none. */
export interface Fix {
  /** What it does, as an order: `write \`calendar\``. */
  readonly title: string;
  readonly applicability: Applicability;
  readonly edits: readonly FixEdit[];
}

export interface FixEdit {
  readonly place: Place;
  /** What is to stand at the place instead. */
  readonly text: string;
}

/** Another text at the place of the finding. */
export function writeInstead(place: Place, text: string, applicability: Applicability = 'suggested'): Fix {
  return { title: `write \`${text}\``, applicability, edits: [{ place, text }] };
}

/** A text put in at an offset of the place's file. */
export function insertAt(place: Place, offset: number, text: string, title = `add \`${text.trim()}\``): Fix {
  const at = { source: place.source, span: { start: offset, end: offset } };
  return { title, applicability: 'suggested', edits: [{ place: at, text }] };
}

/** A text put in behind the place. */
export function addBehind(place: Place, text: string): Fix {
  return insertAt(place, place.span.end, text);
}

/** A text put in at the end of the clause of which the place is a part. */
export function addToClause(place: Place, text: string): Fix {
  return addBehind(clauseAround(place), text);
}

/** A declaration put in at the end of the place's file. */
export function addAtEnd(place: Place, declaration: string, title = `add \`${declaration}\``): Fix {
  const { text } = place.source;
  const gap = text.endsWith('\n') ? '' : '\n';
  return insertAt(place, text.length, `${gap}\n${declaration}\n`, title);
}

/** A clause put in as the first of the block whose head is the place. */
export function addFirstClause(place: Place, clause: string): readonly Fix[] {
  const { text } = place.source;
  const brace = /^\s*\{/.exec(text.slice(place.span.end));
  if (brace === null) return [];
  const inside = place.span.end + brace[0].length;
  const stays = /^[ \t]*(?:#.*)?$/m.exec(text.slice(inside));
  // A block on one line stays on one line.
  const added = stays?.index === 0 ? `\n  ${clause}` : ` ${clause};`;
  return [insertAt(place, inside, added, `add \`${clause}\``)];
}

/**
 * A clause put in behind the one that begins with a word, in the block whose head is the place; as the first of the block
 * where there is none of that word on a line of its own.
 */
export function addClauseBehind(place: Place, word: string, clause: string): readonly Fix[] {
  const { source, span } = place;
  const block = /^\s*\{[^}]*/.exec(source.text.slice(span.end))?.[0] ?? '';
  const at = block.search(RegExp(`^[ \\t]*${word}\\b`, 'm'));
  if (at === -1 || !block.slice(0, at).endsWith('\n')) return addFirstClause(place, clause);
  const start = span.end + at + (/^[ \t]*/.exec(block.slice(at))?.[0].length ?? 0);
  const { end } = clauseAround({ source, span: { start, end: start + word.length } }).span;
  const lineEnd = source.text.indexOf('\n', end);
  if (lineEnd === -1) return addFirstClause(place, clause);
  return [insertAt(place, lineEnd, `\n  ${clause}`, `add \`${clause}\``)];
}

/** The clause at the place taken out, with its line where nothing else stands on it. */
export function takeOut(place: Place, applicability: Applicability = 'suggested'): Fix {
  const { source } = place;
  const { text } = source;
  let { start, end } = place.span;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineBreak = text.indexOf('\n', end);
  const lineEnd = lineBreak === -1 ? text.length : lineBreak;
  const before = text.slice(lineStart, start);
  const behind = text.slice(end, lineEnd);
  if (before.trim() === '' && behind.trim() === '') {
    start = lineStart;
    end = lineBreak === -1 ? text.length : lineBreak + 1;
  } else if (/^\s*;/.test(behind)) {
    end += behind.indexOf(';') + 1 + (/^\s*;[ \t]/.test(behind) ? 1 : 0);
  } else if (/[;,][ \t]*$/.test(before)) {
    start = lineStart + Math.max(before.lastIndexOf(';'), before.lastIndexOf(','));
  } else if (before.trim() !== '') {
    start -= before.length - before.trimEnd().length;
  }
  const words = text.slice(place.span.start, place.span.end).replace(/\s+/g, ' ');
  const shown = words.length > 40 ? `${words.slice(0, 39)}…` : words;
  return {
    title: `take out \`${shown}\``,
    applicability,
    edits: [{ place: { source, span: { start, end } }, text: '' }],
  };
}

/** A clause that was said before: to say it again in the same words adds nothing, in other words it may be the newer. */
export function takeOutRepeated(place: Place, related: Diagnostic['related']): Fix {
  const clause = clauseAround(place);
  const first = related[0] === undefined ? null : clauseAround(related[0].place);
  const words = ({ source, span }: Place): string =>
    source.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  return takeOut(clause, first !== null && words(first) === words(clause) ? 'safe' : 'suggested');
}

/**
 * The word that was probably meant. It is safe where only a slip of letters separates the two: digits tell severities
 * and levels apart, and two or three letters are too few to know a word by.
 */
export function spellAs(place: Place, nearest: string | null): readonly Fix[] {
  if (nearest === null) return [];
  const { source, span } = place;
  const written = source.text.slice(span.start, span.end);
  const digits = (text: string): string => text.replace(/\D/g, '');
  const isSafe = Math.min(written.length, nearest.length) >= 4 && digits(written) === digits(nearest);
  const quoted = written.startsWith('"') || !/^[\p{L}\p{N}_/+-]+$/u.test(nearest);
  return [writeInstead(place, quoted ? `"${nearest}"` : nearest, isSafe ? 'safe' : 'suggested')];
}

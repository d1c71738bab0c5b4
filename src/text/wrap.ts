import { clipToWidth, displayWidth } from './display-width.ts';

/** Stands for a space at which no line is broken that holds what it joins; lines have a space in its place. */
export const NO_BREAK = '\u00a0';

/**
 * Breaks a text at spaces into lines that take at most `width` columns; a longer word is cut. There is always a line.
 * Spaces inside `backticks` are kept together where they fit a line, and broken at like others where they do not.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(WORDS) ?? []) {
    let rest = word;
    const joined = line === '' ? rest : `${line} ${rest}`;
    if (displayWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    while (displayWidth(rest) > width) {
      const fits = clipToWidth(rest, width).length;
      const space = Math.max(rest.lastIndexOf(' ', fits), rest.lastIndexOf(NO_BREAK, fits));
      const end = space > 0 ? space : fits;
      lines.push(rest.slice(0, end));
      rest = rest.slice(end).trimStart();
    }
    line = rest;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines.map((each) => each.replaceAll(NO_BREAK, ' '));
}

/** Words, those with spaces in backticks whole. */
const WORDS = /(?:(?!`)[\S\u00a0])*`[^`]*`[\S\u00a0]*|[\S\u00a0]+/g;

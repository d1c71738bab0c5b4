/**
 * Cuts the objects of a list out of a JSON document as it comes in pieces, without holding more of it than one object.
 * The document is the list itself, or an object that has it under some key: `{ "issues": [ {…}, {…} ] }`. Several
 * documents may follow each other, as pages of an answer do.
 */
import type { LogFailure } from './log-rows.ts';

const [QUOTE, BACKSLASH, NEWLINE, COLON] = [34, 92, 10, 58];
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [91, 93, 123, 125];
/** Of keys at the top only so much is kept. */
const LONGEST_KEY = 200;

/** @param name the key of the list; null for the first that holds an object */
export function createJsonList(
  name: string | null,
  longest: number,
  take: (text: string, line: number) => void,
): { write(text: string): LogFailure | null; end(): LogFailure | null } {
  let rest = '';
  let at = 0;
  let line = 1;
  let depth = 0;
  let inText = false;
  /** Depth of the objects of the list that is being read; -1 outside. */
  let within = -1;
  let found: string | null = null;
  let start = -1;
  let startLine = 1;
  let key = '';
  let listKey = '';
  let textStart = -1;
  let keyed = false;
  let begun = false;

  function read(text: string): void {
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE) line += 1;
      if (inText) {
        if (code === BACKSLASH) {
          // The next character may be in the next piece.
          if (at + 1 >= text.length) return;
          at += 1;
        } else if (code === QUOTE) {
          inText = false;
          if (start === -1) key = textStart === -1 ? '' : text.slice(textStart, at).slice(0, LONGEST_KEY);
        }
        continue;
      }
      switch (code) {
        case QUOTE:
          inText = true;
          if (start === -1) textStart = at + 1;
          break;
        case COLON:
          keyed = true;
          break;
        case OPEN_LIST:
          // The list itself, or one under a key of the top.
          if (depth === 0) within = 1;
          else if (depth === 1 && keyed && (name ?? found ?? key) === key) [within, listKey] = [2, key];
          depth += 1;
          keyed = false;
          break;
        case CLOSE_LIST:
          if (depth === within) within = -1;
          depth -= 1;
          break;
        case OPEN:
          if (depth === within && start === -1) {
            start = at;
            startLine = line;
            found ??= within === 2 ? listKey : null;
          }
          depth += 1;
          keyed = false;
          break;
        case CLOSE:
          depth -= 1;
          if (start !== -1 && depth === within) {
            take(text.slice(start, at + 1), startLine);
            start = -1;
          }
          break;
      }
    }
  }

  return {
    write(text) {
      const piece = begun ? text : text.replace(/^\uFEFF/, '');
      begun = true;
      const whole = rest + piece;
      read(whole);
      // Only an object, or a key, that is not at its end yet is kept.
      const from = start !== -1 ? start : inText && textStart !== -1 ? textStart : at;
      rest = whole.slice(from);
      at -= from;
      if (start !== -1) start = 0;
      if (textStart !== -1) textStart -= from;
      if (rest.length <= longest) return null;
      return {
        message: `line ${String(startLine)} of the log begins an object of more than sixteen million characters`,
        help: 'is this a list of tickets?',
      };
    },
    end() {
      if (depth === 0 && !inText) return null;
      return { message: `the log breaks off in line ${String(line)}, in the midst of its JSON`, help: null };
    },
  };
}

/**
 * Columns that a text takes in an editor or a terminal: marks that combine take none, wide East Asian characters and
 * emoji two, also a sign that is one by its selector. An emoji joined to the one before it, or one that gives it a skin, takes none of its own.
 */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  let isJoined = false;
  let before = '';
  for (const character of text) {
    if (isJoined || NONE.test(character)) {
      if (character === AS_EMOJI && TEXT_EMOJI.test(before)) width += 1;
      isJoined = character === JOINER;
      before = '';
      continue;
    }
    width += WIDE.test(character) ? 2 : 1;
    before = character;
  }
  return width;
}

/** The text, filled with spaces up to so many columns. */
export function padToWidth(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** The longest beginning that takes at most so many columns, but one character at the least. */
export function clipToWidth(text: string, width: number): string {
  if (text.length <= width && displayWidth(text) <= width) return text;
  let clipped = '';
  for (const character of text) {
    if (clipped !== '' && displayWidth(clipped + character) > width) break;
    clipped += character;
  }
  return clipped;
}

const AS_EMOJI = '\ufe0f';

/** Signs that are text unless a selector makes them emoji. */
const TEXT_EMOJI = /^(?!\p{Emoji_Presentation})\p{Emoji}$/u;

const JOINER = '\u200d';

/** Marks, joiners, selectors and skins. */
const NONE = /^[\p{Mn}\p{Me}\p{Cf}\u{1F3FB}-\u{1F3FF}]$/u;

/** Two letters of a flag are one sign of two columns. */
const WIDE =
  /^(?![\u{1F1E6}-\u{1F1FF}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6]$/u;

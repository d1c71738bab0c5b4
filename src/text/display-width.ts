/**
 * Columns that a text takes in an editor or a terminal: marks that combine take none, wide East Asian characters and
 * emoji two. An emoji joined to the one before it, or one that gives it a skin, takes none of its own.
 */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  let isJoined = false;
  for (const character of text) {
    if (isJoined || NONE.test(character)) {
      isJoined = character === JOINER;
      continue;
    }
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

const JOINER = '\u200d';

/** Marks, joiners, selectors and skins. */
const NONE = /^[\p{Mn}\p{Me}\p{Cf}\u{1F3FB}-\u{1F3FF}]$/u;

/** Two letters of a flag are one sign of two columns. */
const WIDE =
  /^(?![\u{1F1E6}-\u{1F1FF}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6]$/u;

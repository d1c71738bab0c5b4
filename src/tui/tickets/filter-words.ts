/** The words of a filter: separated by spaces, those with spaces of their own in double quotes. */
export interface FilterWord {
  /** Without its quotes and its `!`. */
  readonly text: string;
  /** Asks for what does not match. */
  readonly inverse: boolean;
  /** Written wholly in quotes: a text to look for, whatever it looks like. */
  readonly quoted: boolean;
}

const word = /(!?)((?:"[^"]*"?|[^\s"])+)/g;

/** Case does not count, so the words come in small letters. */
export function filterWords(text: string): readonly FilterWord[] {
  return [...text.toLowerCase().matchAll(word)]
    .map(([, mark, written = '']) => ({
      text: written.replaceAll('"', ''),
      inverse: mark === '!',
      quoted: written.startsWith('"'),
    }))
    .filter((one) => one.text !== '' && one.text !== '!');
}

/** A name as it stands in a filter: in quotes where it would fall apart without. */
export function quoted(name: string): string {
  const bare = name.replaceAll('"', '');
  return bare === '' || /[\s<>=!]/.test(bare) ? `"${bare}"` : bare;
}

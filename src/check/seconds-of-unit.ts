const SECONDS: Readonly<Record<string, number>> = {
  ...spelt(['s', 'sec', 'second', 'seconds'], 1),
  ...spelt(['min', 'mins', 'minute', 'minutes'], 60),
  ...spelt(['h', 'hour', 'hours'], 3600),
};

function spelt(words: readonly string[], seconds: number): Record<string, number> {
  return Object.fromEntries(words.map((word) => [word, seconds]));
}

/** The seconds of a unit in which the numbers of a column may be; null for any other word. */
export function secondsOfUnit(word: string): number | null {
  return Object.hasOwn(SECONDS, word) ? (SECONDS[word] as number) : null;
}

/** The seconds of a number of a column; null where it is none, or below 0. */
export function secondsOfField(text: string, unit: number): number | null {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * unit : null;
}

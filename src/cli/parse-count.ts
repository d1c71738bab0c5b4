import { UsageError } from './usage-error.ts';

/** Reads the value of a flag that takes a whole number from `least` up to `most`. */
export function parseCount(
  flag: string,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (text.trim() === '' || !Number.isSafeInteger(count) || count < least || count > most) {
      const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} on` : `from ${least} to ${most}`;
      throw new UsageError(`${flag} \`${text}\` is not a whole number ${range}`);
    }
    return count;
  };
}

import { UsageError } from './usage-error.ts';

/** Reads the value of a flag that takes a whole number from `least` on. */
export function parseCount(flag: string, least: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (text.trim() === '' || !Number.isSafeInteger(count) || count < least) {
      throw new UsageError(`${flag} \`${text}\` is not a whole number from ${least} on`);
    }
    return count;
  };
}

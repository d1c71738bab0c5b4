import { groupDigits } from './group-digits.ts';

/** How many of something: `1 ticket`, `24,918 tickets`. */
export function counted(count: number, one: string): string {
  return `${groupDigits(count)} ${one}${count === 1 ? '' : 's'}`;
}

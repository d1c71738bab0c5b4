import { anyCase, DASH, type ForeignForm } from './form.ts';

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  'twenty-four': 24,
  thirty: 30,
  'forty-five': 45,
  'forty-eight': 48,
  sixty: 60,
  'seventy-two': 72,
  ninety: 90,
};
const WORD = Object.keys(WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const UNIT =
  '(?:s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|business|working|calendar|days?|weeks?|months?|years?)';

const FRACTIONS: Readonly<Record<string, string>> = { '½': '5', '¼': '25', '¾': '75' };

/** Numbers in words, with a decimal comma, as fractions, and marked with a footnote. */
export const NUMBERS: readonly ForeignForm[] = [
  // Behind a number, a dash makes a range.
  {
    form: anyCase`(?<!\b\d+(?:\.\d+)?\s*)(?<!\S)${DASH}(?<amount>\d+(?:\.\d+)?\s*${UNIT})\b`,
    within: /^targetRow$/,
    problem: 'is a negative length',
    help: ({ amount }) => `write how long it is, \`${amount}\`, or \`at once\` where no time may pass`,
  },
  // Lawyers write each number twice.
  {
    form: anyCase`\b(?:${WORD})\s*\(\s*(?<number>\d+(?:\.\d+)?)\s*\)`,
    write: ({ number }) => number ?? null,
    applicability: 'safe',
  },
  {
    form: anyCase`\b(?<word>${WORD})\b(?=\s+${UNIT}\b)`,
    write: ({ word = '' }) => String(WORDS[word.toLowerCase()]),
    applicability: 'safe',
  },
  {
    form: anyCase`\b(?:an?)\b(?=\s+(?:hour|minute|week|month|year)\b)`,
    within: /^targetRow$/,
    write: () => '1',
    applicability: 'safe',
  },
  {
    form: /(?<whole>\d+),(?<part>\d+)\s*%/u,
    write: ({ whole, part }) => `${whole}.${part}%`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?<share>\d+(?:\.\d+)?)\s*(?:per\s?cent|pct)\b`,
    write: ({ share }) => `${share}%`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?<whole>\d+),(?<part>\d{1,2})(?=\s*${UNIT}\b)`,
    within: /^targetRow$/,
    write: ({ whole, part }) => `${whole}.${part}`,
    applicability: 'safe',
  },
  {
    form: /(?<whole>\d*)(?<part>[½¼¾])/u,
    write: ({ whole, part = '' }) => `${whole === '' ? '0' : whole}.${FRACTIONS[part]}`,
    applicability: 'safe',
  },
  {
    form: /(?<word>[\p{L}\p{N}%]+)(?:[*†‡§¹²³⁴]+|\[\d{1,2}\])(?!\S)/u,
    write: ({ word }) => word ?? null,
    applicability: 'suggested',
  },
];

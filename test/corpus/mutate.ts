/** Files with one slip of the hand each: a token dropped, doubled, swapped with its neighbour or misspelt. */
import type { Token } from '../../grammar/token.ts';
import { tokenize } from '../../grammar/outline.ts';
import { Comment, NewLine } from '../../grammar/tokens.ts';

export interface Mutant {
  /** What was done, for a failing test to say. */
  readonly slip: string;
  readonly text: string;
}

const SLIPS = ['drop', 'double', 'swap', 'misspell'] as const;

/** Whole numbers below a bound, the same for the same seed. */
export function drawer(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    // Mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

export function mutate(text: string, draw: (bound: number) => number): Mutant {
  const tokens = tokenize(text).tokens.filter(
    ({ tokenType }) => tokenType !== Comment && tokenType !== NewLine,
  );
  const at = draw(tokens.length);
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  const slip = SLIPS[draw(SLIPS.length)] ?? 'drop';
  const { image, startOffset: start } = token;
  const end = start + image.length;
  const before = text.slice(0, start);
  const after = text.slice(end);
  const line = before.split('\n').length;
  const said = `${slip} ${image} in line ${line}`;
  switch (slip) {
    case 'drop':
      return { slip: said, text: before + after };
    case 'double':
      return { slip: said, text: `${before}${image} ${image}${after}` };
    case 'swap': {
      if (next === undefined) return { slip: `drop ${image} at the end`, text: before };
      const between = text.slice(end, next.startOffset);
      const behind = text.slice(next.startOffset + next.image.length);
      return { slip: `${said} with ${next.image}`, text: before + next.image + between + image + behind };
    }
    case 'misspell': {
      const i = draw(image.length);
      const letter = 'aeiou0{"|'[draw(9)] ?? 'x';
      const misspelt = image.slice(0, i) + letter + image.slice(i + 1);
      return { slip: `${said} as ${misspelt}`, text: before + misspelt + after };
    }
  }
}

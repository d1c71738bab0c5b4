import type { Key } from '../../input/decode-keys.ts';

/** A line being typed at the foot of the screen. */
export interface PromptState {
  readonly kind: 'filter' | 'jump';
  readonly text: string;
}

export type PromptStep =
  | { readonly kind: 'typing'; readonly text: string }
  | { readonly kind: 'entered'; readonly text: string }
  | { readonly kind: 'given up' };

const longest = 200;

export function typeKey(prompt: PromptState, key: Key): PromptStep {
  if (key === 'enter') return { kind: 'entered', text: prompt.text };
  if (key === 'escape') return { kind: 'given up' };
  if (key === 'ctrl-u') return { kind: 'typing', text: '' };
  if (key === 'backspace' || key === 'delete') {
    return prompt.text === ''
      ? { kind: 'given up' }
      : { kind: 'typing', text: [...prompt.text].slice(0, -1).join('') };
  }
  // Names of keys have several letters; a character typed is one code point.
  const typed = [...key].length === 1 && prompt.text.length < longest ? key : '';
  return { kind: 'typing', text: prompt.text + typed };
}

import type { Key } from '../../input/decode-keys.ts';

/** A line being typed at the foot of the screen. */
export interface PromptState {
  /** Name of the prompt, by which its screen knows what to do with it. */
  readonly kind: string;
  readonly text: string;
  /** How far back it has gone in what was typed before; 0 for what is new. */
  readonly back: number;
  /** What Tab goes through, and the place in it; null while Tab was not pressed. */
  readonly completing: { readonly lines: readonly string[]; readonly at: number } | null;
}

export function promptStart(kind: string, text = ''): PromptState {
  return { kind, text, back: 0, completing: null };
}

export type PromptStep =
  | { readonly kind: 'typing'; readonly prompt: PromptState }
  | { readonly kind: 'entered'; readonly text: string }
  | { readonly kind: 'given up' };

const longest = 200;

/**
 * @param before what was entered before, the latest last: Up and Down go through it
 * @param complete the lines that Tab makes of what is typed
 */
export function typeKey(
  prompt: PromptState,
  key: Key,
  before: readonly string[] = [],
  complete: (text: string) => readonly string[] = () => [],
): PromptStep {
  const typing = (text: string): PromptStep => ({
    kind: 'typing',
    prompt: { ...prompt, text, back: 0, completing: null },
  });
  switch (key) {
    case 'enter':
      return { kind: 'entered', text: prompt.text };
    case 'escape':
      return { kind: 'given up' };
    case 'ctrl-u':
      return typing('');
    case 'ctrl-w':
      return typing(prompt.text.replace(/\S*\s*$/, ''));
    case 'backspace':
    case 'delete':
      return prompt.text === '' ? { kind: 'given up' } : typing([...prompt.text].slice(0, -1).join(''));
    case 'up':
    case 'down': {
      const back = Math.max(0, Math.min(before.length, prompt.back + (key === 'up' ? 1 : -1)));
      const text = back === 0 ? '' : (before[before.length - back] ?? '');
      return back === prompt.back
        ? { kind: 'typing', prompt }
        : { kind: 'typing', prompt: { ...prompt, text, back, completing: null } };
    }
    case 'tab':
    case 'shift-tab': {
      const lines = prompt.completing?.lines ?? complete(prompt.text);
      if (lines.length === 0) return { kind: 'typing', prompt };
      const from = prompt.completing?.at ?? (key === 'tab' ? -1 : 0);
      const at = (from + (key === 'tab' ? 1 : -1) + lines.length) % lines.length;
      return {
        kind: 'typing',
        prompt: { ...prompt, text: lines[at] ?? '', back: 0, completing: { lines, at } },
      };
    }
    default: {
      // Names of keys have several letters; a character typed is one code point.
      const typed = [...key].length === 1 && prompt.text.length < longest ? key : '';
      return typed === '' ? { kind: 'typing', prompt } : typing(prompt.text + typed);
    }
  }
}

const remembered = 50;

/** What was entered, remembered as the latest, and once alone. */
export function remember(before: readonly string[], text: string): readonly string[] {
  if (text.trim() === '') return before;
  return [...before.filter((one) => one !== text), text].slice(-remembered);
}

import { mouseKey } from './mouse.ts';

/**
 * A key as the keymap names it: the character itself (`q`, `?`, ` `), or a name of several letters (`up`, `enter`,
 * `ctrl-c`). Held keys and pastes arrive in one chunk and sequences may be cut in two, so decoding carries what is
 * unfinished from chunk to chunk.
 */
export type Key = string;

export interface Decoded {
  readonly keys: readonly Key[];
  /** The beginning of a sequence whose end has not come yet. */
  readonly pending: string;
}

const sequences: { readonly [tail: string]: Key } = {
  '[A': 'up',
  '[B': 'down',
  '[C': 'right',
  '[D': 'left',
  '[H': 'home',
  '[F': 'end',
  '[Z': 'shift-tab',
  '[1~': 'home',
  '[4~': 'end',
  '[7~': 'home',
  '[8~': 'end',
  '[3~': 'delete',
  '[5~': 'page-up',
  '[6~': 'page-down',
  OA: 'up',
  OB: 'down',
  OC: 'right',
  OD: 'left',
  OH: 'home',
  OF: 'end',
  OM: 'enter',
};

// CSI: parameters 0x30-0x3f, intermediates 0x20-0x2f, one final byte 0x40-0x7e (ECMA-48, 5.4). SS3: one byte.
const complete = /^(?:\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|O[\x20-\x7e])/;
const unfinished = /^(?:\[[\x30-\x3f]*[\x20-\x2f]*|O)?$/;

/** Decodes a chunk after what was pending. Sequences that mean nothing here (focus, paste marks) vanish. */
export function decodeKeys(pending: string, chunk: string): Decoded {
  const keys: Key[] = [];
  let rest = pending + chunk;
  while (rest !== '') {
    if (rest.startsWith('\x1b')) {
      const tail = rest.slice(1);
      const sequence = complete.exec(tail)?.[0];
      if (sequence !== undefined) {
        const key = sequences[sequence] ?? mouseKey(sequence);
        if (key !== null) keys.push(key);
        rest = tail.slice(sequence.length);
        continue;
      }
      if (unfinished.test(tail)) return { keys, pending: rest };
      // No key here is bound with Alt: Escape and the next key pressed quickly are two keys.
      keys.push('escape');
      rest = tail;
      continue;
    }
    const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    rest = rest.slice(character.length);
    const key = characterKey(character);
    if (key !== null) keys.push(key);
  }
  return { keys, pending: '' };
}

/** What a pending beginning was after all, once nothing follows it: the Escape key, and characters. */
export function flushKeys(pending: string): readonly Key[] {
  if (pending === '') return [];
  return ['escape', ...decodeKeys('', pending.slice(1)).keys];
}

function characterKey(character: string): Key | null {
  const code = character.codePointAt(0) ?? 0;
  if (character === '\r' || character === '\n') return 'enter';
  if (character === '\t') return 'tab';
  if (code === 0x7f || code === 0x08) return 'backspace';
  if (code >= 1 && code <= 26) return `ctrl-${String.fromCharCode(code + 96)}`;
  return code < 0x20 || (code >= 0x80 && code < 0xa0) ? null : character;
}

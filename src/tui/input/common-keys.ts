import { bind } from './binding.ts';
import type { Binding } from './binding.ts';

/** Keys of every screen, after its own. */
export const commonKeys: readonly Binding[] = [
  bind(['i'], 'i', 'what the figures rest on, and what was not applied', 'notes', {
    kind: 'overlay',
    overlay: 'notes',
  }),
  bind([':'], ':', 'every action and every screen by name', 'palette', { kind: 'palette' }),
  bind(['z'], 'z', 'times in the next zone: of the contract, of customers, UTC, of this computer', 'zone', {
    kind: 'zone',
  }),
  bind(['Z'], 'Z', 'times in a zone that is typed', null, { kind: 'prompt', prompt: 'zone' }),
  bind(['e'], 'e', 'export what is shown to a file: text, CSV or JSON', 'export', {
    kind: 'prompt',
    prompt: 'export',
  }),
  bind(['y'], 'y', 'copy the command that prints the same', 'copy command', { kind: 'copy command' }),
  bind(['o'], 'o', 'open the clause behind the line in $VISUAL or $EDITOR', 'open clause', {
    kind: 'clause',
  }),
  bind(['up', 'k'], '↑ k', 'up', null, { kind: 'move', move: 'up' }),
  bind(['down', 'j'], '↓ j', 'down', null, { kind: 'move', move: 'down' }),
  bind(['page-up', 'ctrl-u', 'ctrl-b'], 'PgUp', 'a page up', null, { kind: 'move', move: 'page-up' }),
  bind(['page-down', 'ctrl-d', 'ctrl-f'], 'PgDn', 'a page down', null, { kind: 'move', move: 'page-down' }),
  bind(['home'], 'Home', 'to the first', null, { kind: 'move', move: 'home' }),
  bind(['end', 'G'], 'End G', 'to the last', null, { kind: 'move', move: 'end' }),
  bind(['escape', 'backspace'], 'Esc', 'one step back', null, { kind: 'back' }),
];

/** Keys of every screen that answers `/` by finding a row. */
export const findKeys: readonly Binding[] = [
  bind(['/'], '/', 'find a row by a text in it', 'find', { kind: 'prompt', prompt: 'find' }),
  bind(['n'], 'n', 'find the next one', null, { kind: 'find', by: 1 }),
  bind(['N'], 'N', 'find the one before', null, { kind: 'find', by: -1 }),
];

/** Keys whose place at the foot is always there, at its end. */
export const alwaysShown: readonly Binding[] = [
  bind(['?'], '?', 'these keys', 'keys', { kind: 'overlay', overlay: 'keys' }),
  bind(['q'], 'q', 'quit', 'quit', { kind: 'quit' }),
];

/** What the session does itself, whatever is on the screen; listed for the reader alone. */
export const sessionKeys: readonly Pick<Binding, 'shown' | 'does'>[] = [
  { shown: 'Ctrl-L', does: 'draw the screen anew' },
  { shown: 'mouse', does: 'with --mouse: the wheel scrolls, a click chooses, one more opens' },
  { shown: 'Ctrl-Z', does: 'suspend; `fg` comes back' },
  { shown: 'Ctrl-C', does: 'stop (exit code 130)' },
];

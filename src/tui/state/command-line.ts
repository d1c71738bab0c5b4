import { isPending } from '../is-pending.ts';
import type { Soon } from '../model.ts';
import { ask } from './effect.ts';
import type { ReadyState, TuiState } from './state.ts';

/** Shows a command line in a panel, and puts it on the clipboard. */
export function showCommand(state: ReadyState, command: string | null): TuiState {
  if (command === null) return { ...state, notice: 'no command of surety prints what this screen shows' };
  const asked = ask(state, { kind: 'copy', text: command, what: 'the command' });
  return { ...asked, overlay: { kind: 'command', top: 0, text: command } };
}

/** Opens a clause, `contracts/mst.plan:41`, in the editor. */
export function openClause(state: ReadyState, place: Soon<string | null>): TuiState {
  if (isPending(place)) return { ...state, notice: 'the clause is being worked out: press the key again' };
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(place ?? '') ?? [];
  if (file === undefined || line === undefined) {
    return { ...state, notice: 'no clause of the contract stands behind this line' };
  }
  return ask(state, { kind: 'edit', file, line: Number(line) });
}

/** A word as a shell takes it. */
export function shellWord(word: string): string {
  return /^[\w./:=+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

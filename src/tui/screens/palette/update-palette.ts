import type { Key } from '../../input/decode-keys.ts';
import type { Command } from '../../state/command.ts';
import type { ReadyState, TuiState } from '../../state/state.ts';
import { promptStart, remember, typeKey } from '../../widgets/prompt/prompt.ts';
import { matching, paletteEntries, withArgument } from './palette-entries.ts';
import type { PaletteState } from './palette-state.ts';

/** What a key in the palette comes to: another state of it, or a command, perhaps with the line it asks for. */
export type PaletteStep =
  | { readonly kind: 'state'; readonly state: TuiState }
  | {
      readonly kind: 'command';
      readonly state: ReadyState;
      readonly command: Command;
      readonly argument: string | null;
    };

/** Up and Down choose, Tab completes the name, Enter does it, Escape leaves. */
export function typeInPalette(state: ReadyState, palette: PaletteState, key: Key): PaletteStep {
  const entries = paletteEntries(state);
  const lately = state.typed['palette'] ?? [];
  const found = matching(entries, palette.text, lately);
  const chosen = found[palette.at] ?? null;
  const stay = (changes: Partial<PaletteState>): PaletteStep => ({
    kind: 'state',
    state: { ...state, palette: { ...palette, ...changes } },
  });
  if (key === 'up' || key === 'down' || key === 'ctrl-p' || key === 'ctrl-n') {
    const by = key === 'down' || key === 'ctrl-n' ? 1 : -1;
    return stay({ at: (palette.at + by + found.length) % Math.max(1, found.length) });
  }
  if (key === 'tab') return chosen === null ? stay({}) : stay({ text: chosen.name, at: 0 });
  const step = typeKey(promptStart('palette', palette.text), key);
  if (step.kind === 'typing') return stay({ text: step.prompt.text, at: 0 });
  const closed: ReadyState = { ...state, palette: null };
  if (step.kind === 'given up') return { kind: 'state', state: closed };
  const asked = withArgument(entries, step.text);
  const entry = asked?.entry ?? chosen;
  if (entry === null) return stay({});
  return {
    kind: 'command',
    state: { ...closed, typed: { ...state.typed, palette: remember(lately, entry.name) } },
    command: entry.command,
    argument: asked?.argument ?? null,
  };
}

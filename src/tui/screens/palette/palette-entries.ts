import { bindingsOf } from '../../input/keymap.ts';
import type { Command } from '../../state/command.ts';
import { currentScreen } from '../../state/state.ts';
import type { ReadyState } from '../../state/state.ts';
import { screens } from '../registry.ts';

/** Something that the palette can do. */
export interface PaletteEntry {
  readonly name: string;
  readonly does: string;
  /** The key that does the same; empty where none does. */
  readonly shown: string;
  readonly command: Command;
}

/** Everything that can be done from the screen shown, and every screen that can be gone to, each once. */
export function paletteEntries(state: ReadyState): readonly PaletteEntry[] {
  const bindings = bindingsOf(currentScreen(state)).filter(
    ({ command }) => command.kind !== 'palette' && command.kind !== 'move',
  );
  const reached = new Set(bindings.flatMap(({ command }) => (command.kind === 'go' ? [command.screen] : [])));
  return [
    ...bindings.map(({ short, does, shown, command }) => ({
      name: command.kind === 'go' ? command.screen : (short ?? does),
      does,
      shown: shown.trim(),
      command,
    })),
    ...screens
      .filter(({ name, open }) => open !== null && !reached.has(name))
      .map(({ name, about }): PaletteEntry => ({
        name,
        does: about,
        shown: '',
        command: { kind: 'go', screen: name },
      })),
  ];
}

/**
 * Those that hold every word typed, names that begin with it first. While nothing is typed, what was chosen lately
 * comes first.
 */
export function matching(
  entries: readonly PaletteEntry[],
  typed: string,
  lately: readonly string[],
): readonly PaletteEntry[] {
  const text = typed.trim().toLowerCase();
  const words = text.split(/\s+/);
  const rank = ({ name }: PaletteEntry): number => {
    if (text === '') return -lately.lastIndexOf(name);
    return name.toLowerCase() === text ? 0 : name.toLowerCase().startsWith(text) ? 1 : 2;
  };
  return entries
    .filter(({ name, does }) => words.every((word) => `${name} ${does}`.toLowerCase().includes(word)))
    .map((entry, place) => ({ entry, place, rank: rank(entry) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ entry }) => entry);
}

/** `go to 2016-04-01`: an entry that asks for a line, and the line; null where what is typed is no such thing. */
export function withArgument(
  entries: readonly PaletteEntry[],
  typed: string,
): { readonly entry: PaletteEntry; readonly argument: string } | null {
  const entry = entries.find(
    ({ name, command }) =>
      command.kind === 'prompt' && typed.toLowerCase().startsWith(`${name.toLowerCase()} `),
  );
  const argument = typed.slice((entry?.name.length ?? 0) + 1).trim();
  return entry === undefined || argument === '' ? null : { entry, argument };
}

import type { Command } from '../state/command.ts';
import type { Key } from './decode-keys.ts';

/** What a key does. The earlier a binding stands among those of its screen the likelier the foot has room for it. */
export interface Binding {
  readonly keys: readonly Key[];
  /** The keys as people call them. */
  readonly shown: string;
  /** What it does, in a few words. */
  readonly does: string;
  /** The same for the foot of the screen, which leaves it out where this is null, and as a name in the palette. */
  readonly short: string | null;
  readonly command: Command;
}

export function bind(
  keys: readonly Key[],
  shown: string,
  does: string,
  short: string | null,
  command: Command,
): Binding {
  return { keys, shown, does, short, command };
}

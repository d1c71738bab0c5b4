import { screens } from '../screens/registry.ts';
import type { Command } from '../state/command.ts';
import type { ScreenName } from '../state/state.ts';
import { bind } from './binding.ts';
import type { Binding } from './binding.ts';
import { alwaysShown, commonKeys, findKeys } from './common-keys.ts';
import type { Key } from './decode-keys.ts';

/**
 * The one table of keys: a screen's own, then those that lead to the other screens, then those of every screen. What
 * a key does, the line at the foot, the overlay of `?`, the palette of `:` and docs/keys.md all come from here.
 */
export function bindingsOf(screen: ScreenName): readonly Binding[] {
  return tables.get(screen) ?? [];
}

export function commandFor(screen: ScreenName, key: Key): Command | null {
  return bindingsOf(screen).find((binding) => binding.keys.includes(key))?.command ?? null;
}

const ways: readonly Binding[] = screens.flatMap(({ name, about, key }) =>
  key === null
    ? []
    : [bind([key], key, about, name === 'overview' ? null : name, { kind: 'go', screen: name })],
);

const tables = new Map(
  screens.map(({ name, keys, find }) => [
    name,
    [...keys, ...(find === undefined ? [] : findKeys), ...ways, ...commonKeys, ...alwaysShown],
  ]),
);

import { format } from 'prettier';
import type { Binding } from '../src/tui/input/binding.ts';
import { alwaysShown, commonKeys, findKeys, sessionKeys } from '../src/tui/input/common-keys.ts';
import { bindingsOf } from '../src/tui/input/keymap.ts';
import { screens } from '../src/tui/screens/registry.ts';

/** docs/keys.md: the keys of every screen, from the table that the screens themselves read. */
export function keysPage(): Promise<string> {
  const everywhere = new Set<Binding>([...commonKeys, ...alwaysShown]);
  const ways = new Map(
    screens
      .flatMap(({ name }) => bindingsOf(name).filter(({ command }) => command.kind === 'go'))
      .map((binding) => [binding.shown, binding]),
  );
  const common = [...ways.values(), ...everywhere];
  const sections = screens.map(({ name, about, keys, find }) => [
    `## ${name}`,
    '',
    `${about[0]?.toUpperCase() ?? ''}${about.slice(1)}.`,
    '',
    ...table([...keys, ...(find === undefined ? [] : findKeys)]),
  ]);
  return format(
    [
      '# Keys of the terminal UI',
      '',
      'This page is written from the table that the screens read; `?` shows the keys of the screen one is on, and `:`',
      'finds every action and every screen by its name.',
      '',
      '## Everywhere',
      '',
      ...table([...common, ...sessionKeys]),
      ...sections.flatMap((section) => ['', ...section]),
      '',
    ].join('\n'),
    { parser: 'markdown', printWidth: 120 },
  );
}

function table(bindings: readonly Pick<Binding, 'shown' | 'does'>[]): readonly string[] {
  const cell = (text: string): string => text.trim().replaceAll('|', '\\|');
  return [
    '| key | does |',
    '| --- | --- |',
    ...bindings.map(({ shown, does }) => `| \`${cell(shown)}\` | ${cell(does)} |`),
  ];
}

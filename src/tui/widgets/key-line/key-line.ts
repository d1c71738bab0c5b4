import { alwaysShown } from '../../input/common-keys.ts';
import { bindingsOf } from '../../input/keymap.ts';
import type { ScreenName } from '../../state/state.ts';
import { fitRow, run } from '../../text/row.ts';
import type { Row, Run } from '../../text/row.ts';
import { textWidth } from '../../text/width.ts';

/** The foot of a screen: its keys as far as they fit, in the order of the keymap; how to see them all always does. */
export function keyLine(screen: ScreenName, width: number): Row {
  const last = alwaysShown.flatMap(({ shown, short }) => entry(shown, short ?? ''));
  let room = width - 1 - cellsOf(last);
  const entries: Run[] = [];
  for (const binding of bindingsOf(screen)) {
    if (binding.short === null || alwaysShown.includes(binding)) continue;
    const next = entry(binding.shown, binding.short);
    if (cellsOf(next) > room) break;
    room -= cellsOf(next);
    entries.push(...next);
  }
  return fitRow([run(' '), ...entries, ...last], width);
}

function entry(shown: string, short: string): readonly Run[] {
  return [run(shown, 'accent'), run(` ${short}  `)];
}

function cellsOf(runs: readonly Run[]): number {
  return runs.reduce((cells, one) => cells + textWidth(one.text), 0);
}

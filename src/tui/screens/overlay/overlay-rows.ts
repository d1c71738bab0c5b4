import { sessionKeys } from '../../input/common-keys.ts';
import { bindingsOf } from '../../input/keymap.ts';
import { assertNever } from '../../../text/assert-never.ts';
import { counted } from '../../../text/counted.ts';
import { currentScreen } from '../../state/state.ts';
import type { OverlayState, ReadyState } from '../../state/state.ts';
import { cells, line } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { wrap } from '../../text/width.ts';
import { countText } from '../../text/figures.ts';

/** The whole page that lies over the screen, however long; the view shows a window of it. */
export function overlayRows(state: ReadyState, overlay: OverlayState): readonly Row[] {
  switch (overlay.kind) {
    case 'keys':
      return keyRows(state);
    case 'notes':
      return noteRows(state);
    case 'problems':
      return problemRows(state);
    case 'command':
      return commandRows(state, overlay.text ?? '');
    default:
      return assertNever(overlay.kind);
  }
}

/** A command line, broken where a shell lets it be. */
function commandRows(state: ReadyState, text: string): readonly Row[] {
  const lines = wrap(text, state.size.columns - 8);
  return [
    line(' The command that prints the same', 'strong'),
    line(''),
    ...lines.map((part, place) =>
      line(`   ${place === 0 ? '' : '  '}${part}${place < lines.length - 1 ? ' \\' : ''}`, 'accent'),
    ),
    line(''),
    line(' It is on the clipboard too, where the terminal has one.', 'dim'),
  ];
}

/** The latest first: it is the one that brought the page up. */
function problemRows(state: ReadyState): readonly Row[] {
  const width = state.size.columns - 6;
  if (state.problems.length === 0) return [line(' Nothing has gone wrong', 'strong')];
  return state.problems
    .toReversed()
    .flatMap(({ doing, message, help }) => [
      line(` Could not ${doing}`, 'bad'),
      ...wrap(message, width).map((part) => line(`   ${part}`)),
      ...(help === null ? [] : wrap(help, width).map((part) => line(`   ${part}`, 'dim'))),
      line(''),
    ]);
}

function keyRows(state: ReadyState): readonly Row[] {
  const screen = currentScreen(state);
  const width = state.size.columns - 14;
  const bindings = [...bindingsOf(screen), ...sessionKeys];
  return [
    line(` Keys of this screen: ${screen}`, 'strong'),
    line(''),
    ...bindings.flatMap(({ shown, does }) =>
      wrap(does, width).map((part, place) =>
        cells([
          { text: place === 0 ? ` ${shown}` : '', width: 11, tone: 'accent' },
          { text: part, width },
        ]),
      ),
    ),
  ];
}

function noteRows(state: ReadyState): readonly Row[] {
  const { outcome, summary } = state.model;
  const width = state.size.columns - 6;
  const paragraph = (text: string): readonly Row[] =>
    wrap(text, width).map((part, place) => line(`${place === 0 ? ' - ' : '   '}${part}`));
  const { source } = outcome;
  const origin =
    source.kind === 'simulation'
      ? [`${source.file}, seed ${String(source.seed)}, ${counted(source.runs, 'run')}`]
      : [
          `${source.log}: ${countText(source.used)} of ${countText(source.read)} cases used`,
          ...source.unusable.map(
            (one) =>
              `${countText(one.count)} not used: ${one.reason} (${one.examples.slice(0, 3).join(', ')})`,
          ),
        ];
  return [
    line(' Where the tickets come from', 'strong'),
    ...origin.flatMap(paragraph),
    line(''),
    line(' What the figures rest on', 'strong'),
    ...[...new Set(summary.notes)].flatMap(paragraph),
    line(''),
    line(' What the contract leaves open, and how it was read', 'strong'),
    ...(outcome.plan.assumptions.length === 0
      ? [line(' - nothing')]
      : outcome.plan.assumptions.flatMap((one) =>
          paragraph(`${one.message} (${one.origin.file}:${String(one.origin.line)})`),
        )),
    line(''),
    line(` Time-zone data ${outcome.plan.tzdata}`, 'dim'),
  ];
}

import { currentScreen, isReady } from '../state/state.ts';
import type { ReadyState, TuiState } from '../state/state.ts';
import { countText } from '../text/figures.ts';
import { fitRow, rowWidth, run, spread, spreadKeeping } from '../text/row.ts';
import { textWidth } from '../text/width.ts';
import type { Row } from '../text/row.ts';
import { keyLine } from '../widgets/key-line/key-line.ts';
import { promptOf } from './prompt-of.ts';
import { screenNamed } from './registry.ts';

/** The two rows above every screen: what is compared on which tickets, and where in the program one is. */
export function headRows(state: TuiState): readonly Row[] {
  const { columns } = state.size;
  if (!isReady(state))
    return [
      spread([run(` ${state.model.kind === 'loading' ? state.model.title : ''}`, 'strong')], [], columns),
    ];
  const { outcome, summary, wallClock, arriving } = state.model;
  const { source } = outcome;
  const origin =
    arriving !== null
      ? `the first ${countText(arriving.done)} of ${countText(arriving.of)} runs`
      : source.kind === 'simulation'
        ? `seed ${String(source.seed)}, ${source.runs === 1 ? '1 run (see i)' : `${countText(source.runs)} runs`}`
        : source.log;
  const where = spreadKeeping(
    [run(' '), ...breadcrumbs(state)],
    [run(`${wallClock.zone}, tz ${outcome.plan.tzdata} `, 'dim')],
    columns,
  );
  return [
    spreadKeeping(
      [run(` ${outcome.title}`, 'strong')],
      [run(`${countText(summary.tickets)} tickets, ${origin} `, arriving === null ? 'dim' : 'warn')],
      columns,
    ),
    where,
  ];
}

function breadcrumbs(state: ReadyState): Row {
  const names = state.path.map((name) => screenNamed(name).crumb?.(state) ?? name);
  return names.map((name, place) =>
    run(place === 0 ? name : ` > ${name}`, place === names.length - 1 ? 'accent' : 'dim'),
  );
}

/** The foot: a line being typed, or what the last key had to say, or the keys. */
export function footRow(state: TuiState): Row {
  const { prompt, palette, notice, overlay, size } = state;
  if (isReady(state) && prompt !== null) {
    const meaning = promptOf(currentScreen(state), prompt.kind);
    return typedRow(meaning?.label ?? '', prompt.text, meaning?.hint(state, prompt.text) ?? '', size.columns);
  }
  // Nothing is there that other keys could act on.
  if (!isReady(state)) return spread([run(' '), run('q', 'accent'), run(' quit')], [], size.columns);
  if (palette !== null)
    return typedRow(':', palette.text, '↑ ↓ choose  Enter does it  Esc closes ', size.columns);
  if (notice !== null) return spread([run(` ${notice}`, 'warn')], [], size.columns);
  if (overlay !== null) return spread([run(' ↑ ↓ PgUp PgDn scroll  Esc closes', 'accent')], [], size.columns);
  return keyLine(currentScreen(state), size.columns);
}

function typedRow(label: string, text: string, hint: string, columns: number): Row {
  const typed = [run(` ${label}`, 'accent'), run(text, 'strong'), run('_')];
  // A hint may say what is wrong with the line: what has no room is cut, not left out.
  return rowWidth(typed) + textWidth(hint) < columns
    ? spread(typed, [run(hint, 'dim')], columns)
    : fitRow([...typed, run('  '), run(hint, 'dim')], columns);
}

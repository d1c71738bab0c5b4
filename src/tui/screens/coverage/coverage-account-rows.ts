import type { ReadyState } from '../../state/state.ts';
import { elapsedText } from '../../text/figures.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { line, run, spread } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { stretchRows } from '../ticket/ticket-sections.ts';
import { longTime } from '../tickets/ticket-cells.ts';
import { accountHeight } from './coverage-layout.ts';
import { accountingShown, metricShown, worstShown } from './coverage-state.ts';
import type { CoverageState } from './coverage-state.ts';

/** How the deadline of the longest wait came about. */
export function coverageAccountRows(
  state: ReadyState,
  shown: CoverageState,
  top: number,
  glyphs: Glyphs,
): readonly Row[] {
  const { summary, wallClock } = state.model;
  const worst = worstShown(state, shown)[shown.list.at];
  if (worst === undefined) return [];
  const accounting = accountingShown(state, shown);
  const name = summary.plans[worst.plan]?.name ?? '';
  const narrow = state.size.columns < 80;
  const opened = `${worst.justAfter ? 'just after' : 'at'} ${longTime(wallClock, worst.opened)}`;
  const head = [
    [
      run(` ${name}, ${metricShown(state, shown) ?? ''} of ${worst.tickets}: `, 'strong'),
      run(worst.promise),
      run(`  ${worst.place}`, 'dim'),
    ],
    narrow ? [run(` it may wait ${elapsedText(worst.waitMs)}`, 'warn'), run(`, opened ${opened}`)] : [
      run(` opened ${opened} ${wallClock.zone}`),
      run(`, it may wait ${elapsedText(worst.waitMs)}`, 'warn'),
    ],
  ];
  if (accounting === null) return head;
  if (accounting.kind === 'unaccounted') return [...head, line(`   ${accounting.reason}`)];
  const rows = accounting.stretches.flatMap((stretch) => stretchRows(state, stretch, glyphs));
  const height = accountHeight(state);
  const inSight = rows.slice(top, top + height);
  const position =
    rows.length > height
      ? `${String(top + 1)}-${String(top + inSight.length)} of ${String(rows.length)} `
      : '';
  return [
    ...head,
    spread(
      [run(` ${glyphs.counted} counts  ${glyphs.notCounted} does not  Esc goes back to the hours`, 'dim')],
      [run(position, 'dim')],
      state.size.columns,
    ),
    ...inSight,
  ];
}

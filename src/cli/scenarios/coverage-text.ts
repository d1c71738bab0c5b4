import type { Palette } from '../../diagnostics/palette.ts';
import { wrap } from '../../text/wrap.ts';
import {
  type Coverage,
  COVERAGE_KINDS,
  countOf,
  type CoverageKind,
  type ItemCoverage,
} from '../../verify/coverage/coverage-model.ts';
import { placeOf } from '../why/account-text.ts';

const NAMES: Readonly<Record<CoverageKind, string>> = {
  rule: 'rules',
  cell: 'cells',
  edge: 'edges',
  entitlement: 'entitlements',
};

/** How much of a contract its scenarios hold to, what they do not, and what no ticket can show. */
export function renderCoverage(coverage: Coverage, palette: Palette, width: number): string {
  const rows = [...COVERAGE_KINDS, null].map((kind) => {
    const { covered, of, percent } = countOf(coverage, kind);
    return [kind === null ? 'all' : NAMES[kind], `${covered} of ${of}`, `${percent} %`] as const;
  });
  const widths = [0, 1, 2].map((i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  const [first = 0, second = 0, third = 0] = widths;
  return [
    `  ${palette.strong('coverage')}\n`,
    ...rows.map(
      ([name, count, percent]) =>
        `    ${name.padEnd(first)}  ${count.padStart(second)}  ${percent.padStart(third)}\n`,
    ),
    renderItems('  not covered', coverage, 'open', palette, width),
    renderItems('  no ticket shows', coverage, 'unreachable', palette, width),
  ].join('');
}

function renderItems(
  head: string,
  { items }: Coverage,
  state: ItemCoverage['state'],
  palette: Palette,
  width: number,
): string {
  const own = items.filter((each) => each.state === state);
  if (own.length === 0) return '';
  return `${palette.strong(head)}\n${own.map((each) => renderItem(each, palette, width)).join('')}`;
}

function renderItem(each: ItemCoverage, palette: Palette, width: number): string {
  const { words, origin } = each.item;
  const inner = Math.max(width - 8, 32);
  const lines = wrap(reasonOf(each), inner).map((line) => `        ${palette.faint(line)}\n`);
  const said = wrap(words, inner).map((line, i) => `${i === 0 ? '      ' : '        '}${line}\n`);
  return `    ${palette.faint(placeOf(origin))}\n${said.join('')}${lines.join('')}`;
}

/** What would go unnoticed, or why nothing is to be noticed. */
export function reasonOf(each: ItemCoverage): string {
  switch (each.state) {
    case 'open':
      return `no scenario would fail with: ${each.unnoticed.map(({ what }) => what).join(', ')}`;
    case 'unreachable':
      return each.reason;
    case 'covered':
      return '';
  }
}

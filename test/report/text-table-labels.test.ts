import { expect, test } from 'vitest';
import { plainPalette } from '../../src/diagnostics/palette.ts';
import { renderTable } from '../../src/report/text-table.ts';

const long = 'a label of many words that would leave hardly any room for figures';

test('a long label is wrapped like a cell, and no line is longer than it may be', () => {
  const lines = renderTable(
    ['A plan whose name has more words than its column'],
    [
      { group: 'Critical for everybody everywhere', label: long, cells: ['12 of 15'] },
      { group: '', label: 'in all', cells: ['EUR 3.00'] },
    ],
    80,
    plainPalette,
  );
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  const said = lines.join(' ').replace(/\s+/g, ' ');
  expect(said).toContain('12 of 15');
  for (const word of `${long} Critical everybody everywhere column`.split(' ')) expect(said).toContain(word);
});

test('a short label stands beside its cells in one line', () => {
  const rows = [{ group: '', label: 'in all', cells: ['EUR 3.00', 'nothing'] }];
  expect(renderTable(['A', 'B'], rows, 80, plainPalette)).toEqual([
    '          A         B',
    '  in all  EUR 3.00  nothing',
  ]);
});

import { describe, expect, it } from 'vitest';
import { plainPalette } from '../../src/diagnostics/palette.ts';
import { renderTable } from '../../src/report/text-table.ts';
import { wrap } from '../../src/text/wrap.ts';

const ROWS = [
  { group: 'S1', label: 'promise', cells: ['next business day in Office at close', '2 h', '1 h'] },
  { group: '', label: 'missed', cells: ['1 of 3', '2 of 3', '3 of 3'] },
];

describe('a table in text', () => {
  it('wraps a cell within its column', () => {
    expect(renderTable(['A', 'B', 'C'], ROWS, 80, plainPalette)).toEqual([
      '             A                      B                      C',
      'S1  promise  next business day in   2 h                    1 h',
      '             Office at close',
      '    missed   1 of 3                 2 of 3                 3 of 3',
    ]);
  });

  it('puts columns that do not fit side by side into further tables', () => {
    const lines = renderTable(['A', 'B', 'C'], ROWS, 55, plainPalette);
    expect(lines.filter((line) => /^\s+A\s+B$/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /^\s+C$/.test(line))).toHaveLength(1);
  });

  it('has no line longer than the width', () => {
    const rows = [
      { group: 'S1', label: 'x', cells: Array<string>(7).fill(`${'word '.repeat(12)}${'x'.repeat(60)}`) },
    ];
    for (let width = 40; width <= 140; width += 7) {
      const lines = renderTable(Array<string>(7).fill('a heading'), rows, width, plainPalette);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }
  });
});

describe('a wrapped text', () => {
  it('keeps what stands in backticks on one line, and cuts what no line can hold', () => {
    expect(wrap('see `a b c` here', 9)).toEqual(['see', '`a b c`', 'here']);
    expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
    expect(wrap('', 10)).toEqual(['']);
  });
});

import { describe, expect, it } from 'vitest';
import { plainPalette } from '../../src/diagnostics/palette.ts';
import { renderTable } from '../../src/report/text-table.ts';
import stringWidth from 'string-width';
import { NO_BREAK, wrap } from '../../src/text/wrap.ts';

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

describe('a table with names that take other cells than characters', () => {
  const NAMES = [
    '東京のお客様',
    '⚠️ urgent',
    '👩‍💻 remote',
    '🇩🇪',
    'Größe',
    'e\u0301le\u0300ve',
    '한국',
    'plain',
  ];

  it('lines its columns up as a terminal shows them', () => {
    const rows = NAMES.map((name) => ({ group: name, label: name, cells: [name, 'x'] }));
    const lines = renderTable(['一', 'B'], rows, 90, plainPalette).filter((line) => line.endsWith('x'));
    expect(lines).toHaveLength(NAMES.length);
    expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1);
  });

  it('has no line of more cells than the width', () => {
    const rows = [{ group: '東京'.repeat(30), label: '한국 '.repeat(30), cells: ['お客様'.repeat(30)] }];
    for (let width = 72; width <= 120; width += 4) {
      const lines = renderTable(['一'], rows, width, plainPalette);
      expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
      const all = lines.join('').replaceAll(/\s/g, '');
      expect(all.match(/東/g)).toHaveLength(30);
      expect(all.match(/様/g)).toHaveLength(30);
    }
  });
});

describe('a wrapped text', () => {
  it('keeps together what is joined by a space that does not break, and breaks there what no line holds', () => {
    const count = (words: string) => words.replaceAll(' ', NO_BREAK);
    expect(wrap(`${count('18 best effort')}, ${count('44 not offered')}`, 22)).toEqual([
      '18 best effort,',
      '44 not offered',
    ]);
    expect(wrap(count('44 not offered'), 8)).toEqual(['44 not', 'offered']);
  });
});

describe('a wrapped text', () => {
  it('keeps what stands in backticks on one line, and cuts what no line can hold', () => {
    expect(wrap('see `a b c` here', 9)).toEqual(['see', '`a b c`', 'here']);
    expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
    expect(wrap('', 10)).toEqual(['']);
  });
});

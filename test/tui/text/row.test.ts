import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { asciiGlyphs, unicodeGlyphs } from '../../../src/tui/text/glyphs.ts';
import { cells, fitRow, highlight, rowWidth, spread } from '../../../src/tui/text/row.ts';
import type { Run } from '../../../src/tui/text/row.ts';
import { createTheme, paintRow } from '../../../src/tui/text/theme.ts';
import { fit, fitRight, paintedWidth, textWidth, wrap } from '../../../src/tui/text/width.ts';

const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ maxLength: 20, unit: 'grapheme' }),
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.constantFrom('東京都庁', 'é́́', '👩‍👩‍👧‍👦 family', '\x1b[31mred\x1b[0m', 'a\nb\tc', '\u202egnol'),
);
const width = fc.integer({ min: 1, max: 40 });
const run: fc.Arbitrary<Run> = fc.record({ text, tone: fc.constantFrom('plain', 'bad', 'good', 'strong') });

describe('a text fitted into a column', () => {
  test('takes exactly its cells, whatever it is made of', () => {
    fc.assert(
      fc.property(text, width, (one, cellsWide) => {
        expect(textWidth(fit(one, cellsWide))).toBe(cellsWide);
        expect(textWidth(fitRight(one, cellsWide))).toBe(cellsWide);
      }),
    );
  });

  test.each([
    ['short', 8, 'short   '],
    ['much too long', 8, 'much to…'],
    ['東京都庁', 5, '東京…'],
    ['東京都庁', 6, '東京… '],
    ['', 3, '   '],
    ['anything', 0, ''],
  ])('`%s` in %i cells', (one, cellsWide, fitted) => {
    expect(fit(one, cellsWide)).toBe(fitted);
  });

  test('wraps without losing a word or growing too wide', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/)),
        fc.integer({ min: 4, max: 20 }),
        (words, cellsWide) => {
          const lines = wrap(words.join(' '), cellsWide);
          for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(cellsWide);
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        },
      ),
    );
  });
});

describe('a row', () => {
  test('takes exactly the width it is fitted to', () => {
    fc.assert(
      fc.property(fc.array(run), width, (runs, cellsWide) => {
        expect(rowWidth(fitRow(runs, cellsWide))).toBe(cellsWide);
      }),
    );
  });

  test('gives way at its right side first', () => {
    const left = [{ text: 'important', tone: 'plain' as const }];
    const right = [{ text: 'aside', tone: 'dim' as const }];
    expect(spread(left, right, 15).map((one) => one.text)).toEqual(['important', ' ', 'aside']);
    expect(
      spread(left, right, 12)
        .map((one) => one.text)
        .join(''),
    ).toBe('important   ');
  });

  test('leaves out a column without width', () => {
    expect(
      cells([
        { text: 'a', width: 2 },
        { text: 'b', width: 0 },
      ]),
    ).toHaveLength(1);
  });
});

describe('a painted row', () => {
  const themes = [
    createTheme(unicodeGlyphs, true),
    createTheme(unicodeGlyphs, false),
    createTheme(asciiGlyphs, true),
    ...(['dark', 'light', 'colour-blind'] as const).map((name) => createTheme(unicodeGlyphs, true, name)),
  ];

  test('is as wide as the row, in every theme', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 4 }), width, (runs, cellsWide) => {
        for (const theme of themes) {
          expect(paintedWidth(paintRow(fitRow(runs, cellsWide), theme))).toBe(cellsWide);
        }
      }),
    );
  });

  test('lets nothing through that a terminal would obey but its own colours', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 4 }), (runs) => {
        for (const theme of themes) {
          const painted = paintRow(runs, theme);
          const foreign = painted.replaceAll(/\u001b\[(?:0|1|2|7|32|33|36|(?:1;)?(?:31|38;5;\d+))m/g, '');
          expect(foreign).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
        }
      }),
    );
  });

  test('has no colour without colour, but still shows what is selected', () => {
    const row = [{ text: 'missed', tone: 'bad' as const }];
    expect(paintRow(row, createTheme(unicodeGlyphs, false))).not.toMatch(/\[(?:\d+;)?3\d/);
    expect(paintRow(highlight(row), createTheme(unicodeGlyphs, false))).toBe('\x1b[7mmissed\x1b[0m');
  });

  test('sets off what is missed by more than its colour, in every theme', () => {
    for (const theme of themes) {
      expect(theme.codes.bad).toMatch(/^1\b/);
      expect(theme.codes.good).not.toMatch(/^1\b/);
    }
  });

  test('is pure ASCII in ASCII mode', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 4 }), (runs) => {
        expect(paintRow(runs, createTheme(asciiGlyphs, false))).toMatch(/^[\x1b\x20-\x7e]*$/);
      }),
    );
  });
});

test('a text of Latin, lines and blocks is as wide as the library finds that segments it', () => {
  const ranges = [
    [0x20, 0x7e],
    [0xa1, 0xac],
    [0xae, 0x2ff],
    [0x2010, 0x2027],
    [0x2190, 0x2193],
    [0x2500, 0x259f],
  ] as const;
  const characters = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
  );
  const marks = Array.from('›▶○●✓✗');
  for (const one of [...characters, ...marks]) expect([one, stringWidth(one)]).toEqual([one, 1]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...characters, ...marks, '東', '\u0301', '👩‍🚀')), (parts) => {
      expect(textWidth(parts.join(''))).toBe(stringWidth(parts.join('')));
    }),
  );
});

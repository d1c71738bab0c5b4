import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../grammar/lexer.ts';
import { Identifier, LEXED_TOKENS } from '../../grammar/tokens.ts';
import { tokenizeByChevrotain } from './by-chevrotain.ts';

const kindsOf = (text: string): readonly string[] =>
  tokenize(text).tokens.map(({ tokenType, image }) => `${tokenType.name} ${image}`);

describe('the lexer', () => {
  test('takes the first kind that fits, not the longest', () => {
    expect(kindsOf('24x7 24x72 2x 2026-06-12 12-24 9:00 90 % 2025b 7')).toEqual([
      'RoundTheClock 24x7',
      'Number 24',
      'Identifier x72',
      'Factor 2x',
      'Date 2026-06-12',
      'MonthDay 12-24',
      'Time 9:00',
      'Percent 90 %',
      'TzdataVersion 2025b',
      'Number 7',
    ]);
  });

  test('tells words of the language from names, and reads names in any script', () => {
    expect(kindsOf('plan planet Größe 版本 𝐀𝐁 cut-off Mon Monday Mons Europe/Berlin fixed +03:00')).toEqual([
      'Word_plan plan',
      'Identifier planet',
      'Identifier Größe',
      'Identifier 版本',
      'Identifier 𝐀𝐁',
      'Word_cut_off cut-off',
      'Weekday Mon',
      'Weekday Monday',
      'Identifier Mons',
      'ZoneName Europe/Berlin',
      'FixedOffset fixed +03:00',
    ]);
    // Inherited by every object, and no word for that.
    expect(tokenize('constructor').tokens[0]?.tokenType).toBe(Identifier);
  });

  test('ends a text without its closing quote with the line, or before the brace that ends it', () => {
    expect(kindsOf('"a "b\n"c }\n"{')).toEqual([
      'Text "a "',
      'Identifier b',
      'NewLine \n',
      'UnclosedText "c',
      'Close }',
      'NewLine \n',
      'UnclosedText "',
      'Open {',
    ]);
  });

  test('says once what runs of characters it does not know', () => {
    expect(tokenize('§§ a😀!').unknown).toEqual([
      { offset: 0, length: 2 },
      { offset: 4, length: 3 },
    ]);
  });

  test('finds in every contract of the repository what Chevrotain finds', () => {
    for (const folder of ['contracts', 'test/corpus/good', 'test/corpus/bad', 'test/corpus/policies']) {
      const names = readdirSync(folder).filter((name) => name.endsWith('.plan'));
      expect(names, folder).not.toEqual([]);
      for (const name of names) {
        const text = readFileSync(`${folder}/${name}`, 'utf8');
        expect(tokenize(text), name).toEqual(tokenizeByChevrotain(text));
      }
    }
  });

  test('finds in any text what Chevrotain finds', () => {
    // What begins tokens, ends them, and stands for nothing.
    const pieces = [
      ...['2026', '-06', '-12', 'T', '23', ':00', 'Z', '+03', '24x7', '24x5', '.', '5', '%', 'x', 'b', '-'],
      ...[
        '9',
        '31',
        '0',
        'fixed',
        ' ',
        '\t',
        '\u00A0',
        '\uFEFF',
        '\r',
        '\n',
        'Europe',
        '/',
        'Mon',
        'day',
        '_',
        'é',
        'ß',
        '版',
      ],
      ...['𝐀', '\uD835', '\uDC00', '😀', '"', '\\', '#', '{', '}', '(', ')', '|', ',', ';', '..', '!', '='],
      ...['<', '>', '\u2013', '\u2014', '§', 'plan', 'cut-off', 'Ⅷ', '٣', '\u0301'],
    ];
    const text = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, fc.string()), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (parts) => {
        expect(tokenize(parts.join(''))).toEqual(tokenizeByChevrotain(parts.join('')));
      }),
      { numRuns: 3000 },
    );
  });

  test('tries each kind wherever one may begin', () => {
    for (let code = 0; code < 0x10000; code++) {
      const first = String.fromCharCode(code);
      const found = LEXED_TOKENS.find(
        ({ PATTERN }) => PATTERN instanceof RegExp && PATTERN.exec(first)?.index === 0,
      );
      if (found?.begins.test(first) === false) expect.unreachable(`${found.name} at ${code.toString(16)}`);
    }
  });
});

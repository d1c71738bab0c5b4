import { describe, expect, test } from 'vitest';
import { file, formatted } from './formatted.ts';

describe('blocks', () => {
  test('stand two blanks inside their head, whatever their author indented them by', () => {
    const text = 'plan A\n{\ntargets\n{\n\t\t\tP1 1 h\n      }\n}';
    expect(formatted(text)).toBe(file('plan A {', '  targets {', '    P1 1 h', '  }', '}'));
  });

  test('hold one clause a line, so that a semicolon becomes a line end', () => {
    expect(formatted('clock a { starts on b; stops on c;; }')).toBe(
      file('clock a {', '  starts  on b', '  stops   on c', '}'),
    );
  });

  test('that are empty are a pair of braces', () => {
    expect(formatted('facts {\n\n\n}\ncalendar A{;}')).toBe(file('facts {}', 'calendar A {}'));
  });

  test('of one clause stay on one line where their author wrote them so', () => {
    expect(formatted('clock a{starts   on b;}')).toBe(file('clock a { starts on b }'));
    expect(formatted('clock a {\nstarts on b }')).toBe(file('clock a {', '  starts on b', '}'));
  });

  test('of two clauses, or of a block, do not stay on one line', () => {
    expect(formatted('plan a { targets { P1 1 h } }')).toBe(file('plan a {', '  targets { P1 1 h }', '}'));
  });

  test('that would make their line too long do not stay on one line', () => {
    const season = `season "${'s'.repeat(60)}" 2026-06-01 .. 2026-08-31`;
    expect(formatted(`calendar A {\n${season} { open Mon..Fri 09:00-17:00 }\n}`)).toBe(
      file('calendar A {', `  ${season} {`, '    open Mon..Fri 09:00-17:00', '  }', '}'),
    );
  });

  test('that the columns around them would make too long do not stay on one line, nor make columns', () => {
    const pack = `pack "${'p'.repeat(63)}" gives 1.5 received, x`;
    const block = file('plan "24/7" {', `  ${pack}`, '}');
    expect(formatted(`plan "24/7" {${pack}}`)).toBe(`plan "24/7" { ${pack} }\n`);
    expect(formatted(`plan "24/7" {${pack}}\nescalate at 90%`)).toBe(`${block}escalate at 90%\n`);
  });

  test('behind each other on one line are blocks on lines of their own', () => {
    expect(formatted('facts {} calendar A {} zone UTC')).toBe(file('facts {}', 'calendar A {}', 'zone UTC'));
  });
});

describe('blank lines', () => {
  test('are kept, but one of several', () => {
    expect(formatted('a\n\n\n\nb\nc\n  \t\n\nd\n')).toBe(file('a', '', 'b', 'c', '', 'd'));
  });

  test('vanish at the beginning and the end of a block and of the file', () => {
    expect(formatted('\n\n\nplan A {\n\n\n  price on request\n\n\n}\n\n\n')).toBe(
      file('plan A {', '  price on request', '}'),
    );
  });

  test('inside a clause vanish', () => {
    expect(formatted('coverage resolve,\n\n\nreceive in Office')).toBe(
      file('coverage resolve, receive in Office'),
    );
  });

  test('around comments are kept where they were', () => {
    const text = file(
      '# the file',
      '',
      '# the plan',
      'plan A {',
      '  # first',
      '',
      '  a',
      '',
      '  # last',
      '}',
      '',
      '# end',
    );
    expect(formatted(text)).toBe(text);
  });
});

describe('the ends of lines and of the file', () => {
  test('are LF alone, once at the end', () => {
    expect(formatted('a\r\n# b\r\nc # d\r\n\r\n\r\n')).toBe(file('a', '# b', 'c  # d'));
    expect(formatted('a')).toBe('a\n');
  });

  test('are not made up in a file of nothing', () => {
    for (const text of ['', '\n\n', '\uFEFF', ' \t\r\n', ';']) expect(formatted(text)).toBe('');
  });

  test('drop a byte order mark, and blanks behind code and comments', () => {
    expect(formatted('\uFEFFa  \t\n# b \t \n')).toBe(file('a', '# b'));
  });
});

describe('a semicolon stays where it alone keeps two clauses apart', () => {
  test.each([
    ['behind a comma', 'coverage resolve,;\nchannels web'],
    ['behind a word that goes on', 'coverage resolve in;\nchannels web'],
    ['before a clause that begins with a connecting word', 'coverage resolve;\nand channels web'],
    ['between texts', '"a";\n"b"'],
  ])('%s', (_, text) => {
    expect(formatted(text).split('\n')[0]).toMatch(/;$/);
    expect(formatted(formatted(text))).toBe(formatted(text));
  });

  test('but not before a closing brace or the end of the file', () => {
    expect(formatted('plan A { coverage resolve,;\n}\na in;')).toBe(
      file('plan A {', '  coverage resolve,', '}', 'a in'),
    );
  });

  test('with its comment behind it', () => {
    expect(formatted('a, ; # why\nb')).toBe(file('a,;  # why', 'b'));
  });
});

test('clauses that the grammar cannot read are laid out like any other', () => {
  expect(formatted('plan A{\nfrobnicate   the = (  thing)..2\n|oops ,\n and   so on\n}')).toBe(
    file('plan A {', '  frobnicate the = (thing) .. 2 | oops, and so on', '}'),
  );
});

test('names and texts are kept byte for byte', () => {
  const text = file(
    'plan "Größe  #1; {a}" "\\"24/7\\"  \\\\ two  blanks"',
    '',
    'channel Ünïcode_1-x "\u00A0"',
  );
  expect(formatted(text)).toBe(text);
});

import { describe, expect, test } from 'vitest';
import { mayBreakBetween, readOutline } from '../../grammar/outline.ts';
import { commentsOf, problemsOf, shapeOf } from './outline-shape.ts';

describe('the end of a clause', () => {
  test('is the end of its line', () => {
    expect(shapeOf('zone UTC\nopen 24x7\n')).toEqual(['zone UTC', 'open 24x7']);
  });

  test('is a semicolon, and semicolons in a row end nothing twice', () => {
    expect(shapeOf('zone UTC; open 24x7;;\n;\nholidays none')).toEqual([
      'zone UTC',
      'open 24x7',
      'holidays none',
    ]);
  });

  test('is the closing brace of its block', () => {
    expect(shapeOf('calendar A { zone UTC; open 24x7 } calendar B {}')).toEqual([
      { 'calendar A': ['zone UTC', 'open 24x7'] },
      { 'calendar B': [] },
    ]);
  });

  test('is the end of a file without a final line break', () => {
    expect(shapeOf('zone UTC')).toEqual(['zone UTC']);
  });

  test('is the end of the file even after a word that goes on', () => {
    expect(shapeOf('coverage resolve in\n\n')).toEqual(['coverage resolve in']);
  });
});

describe('a clause goes on in the next line', () => {
  const after = [
    ',',
    '|',
    '=',
    '..',
    '(',
    'and',
    'or',
    'except',
    'then',
    'when',
    'for',
    'in',
    'to',
    'of',
    'by',
  ];
  test.each([...after, 'not', 'per', 'at'])('after `%s`', (end) => {
    expect(shapeOf(`a ${end}\nb\nc`)).toEqual([`a ${end} b`, 'c']);
  });

  test.each(['|', ',', ')', 'and', 'or', 'except', 'then', 'else', 'when', 'for'])('before `%s`', (start) => {
    expect(shapeOf(`a\n${start} b\nc`)).toEqual([`a ${start} b`, 'c']);
  });

  test.each(['otherwise', 'on', 'from', 'is', 'as', '-', '<'])('but not before `%s`', (start) => {
    expect(shapeOf(`a\n${start} b`)).toEqual(['a', `${start} b`]);
  });

  test('not between two rows that are named by texts', () => {
    const { entries } = readOutline('severities {\n  "Sev 1" "all down"\n  "Sev 2" "some down"\n}\n');
    expect(entries[0]?.block?.entries.map((row) => row.head.length)).toEqual([2, 2]);
  });

  test('between two texts, which are one', () => {
    expect(shapeOf('a "one"\n  "two"\n  "three" b\nc')).toEqual(['a "one" "two" "three" b', 'c']);
  });

  test('but not between a text and a name', () => {
    expect(shapeOf('a "one"\nb "two"')).toEqual(['a "one"', 'b "two"']);
  });

  test('over blank lines after a comma, since something is still to come', () => {
    expect(shapeOf('a,\n\n\nb')).toEqual(['a , b']);
  });

  test('not over a blank line before a bar, which begins a row of its own then', () => {
    expect(shapeOf('a\n\n| b')).toEqual(['a', '| b']);
  });

  test('over comments on lines of their own', () => {
    expect(shapeOf('a,\n# one\n# two\nb\n# three\nand c')).toEqual(['a , b and c']);
  });

  test('before the opening brace of its block, not over a blank line', () => {
    expect(shapeOf('plan A\n{ price on request }')).toEqual([{ 'plan A': ['price on request'] }]);
    expect(problemsOf('plan A\n\n{ price on request }')).toEqual(['block without head at 8']);
  });

  test('never past a semicolon', () => {
    expect(shapeOf('a,;\nb;\nand c')).toEqual(['a ,', 'b', 'and c']);
  });

  test('never past a closing brace', () => {
    expect(shapeOf('a { b, }\nand c')).toEqual([{ a: ['b ,'] }, 'and c']);
  });
});

describe('where a clause may be broken', () => {
  const between = (text: string): boolean => {
    const [last, next] = readOutline(text).entries[0]?.head ?? [];
    if (last === undefined || next === undefined) throw new Error(`${text} is not two tokens`);
    return mayBreakBetween(last, next);
  };

  test.each([', b', 'a ,', 'a |', '"a" "b"', 'a and', 'when b', 'a when', 'in b', 'a )'])(
    'in `%s`',
    (text) => {
      expect(between(text)).toBe(true);
      const [last, next] = text.split(' ');
      expect(shapeOf(`${String(last)}\n  ${String(next)}`)).toEqual([text]);
    },
  );

  test.each(['a b', 'a in', '"a" b', 'a "b"', 'a ..', 'a ='])('not in `%s`', (text) => {
    expect(between(text)).toBe(false);
    const [last, next] = text.split(' ');
    expect(shapeOf(`${String(last)}\n${String(next)}`)).toEqual([last, next]);
  });
});

describe('a missing brace', () => {
  test('before a declaration at the margin is missed there, and the declaration stands on its own', () => {
    const text = 'calendar A {\n  zone UTC\n\n# the basic plan\nplan B {\n  price on request\n}\n';
    expect(problemsOf(text)).toEqual(['unclosed block of calendar A before plan']);
    expect(shapeOf(text)).toEqual([{ 'calendar A': ['zone UTC'] }, { 'plan B': ['price on request'] }]);
    expect(commentsOf(text)).toEqual(['leading # the basic plan']);
  });

  test('of several nested blocks is one problem a block, the inner first', () => {
    expect(problemsOf('plan A {\n  targets {\n    P1 1 h\ncalendar B {\n}\n')).toEqual([
      'unclosed block of targets before calendar',
      'unclosed block of plan A before calendar',
    ]);
  });

  test('at the end of the file is missed there, with the comments kept', () => {
    expect(problemsOf('plan A {\n  price on request\n  # more')).toEqual([
      'unclosed block of plan A before the end',
    ]);
    expect(commentsOf('plan A {\n  price on request\n  # more')).toEqual(['block # more']);
  });

  test('is not seen where every brace is there and only the indentation is not', () => {
    const text = 'scenario "x" {\nplan A\n}\ncalendar B {\nholidays none\n}\nplan A {\ncontract x\n}\n';
    expect(problemsOf(text)).toEqual([]);
    expect(shapeOf(text)).toEqual([
      { 'scenario "x"': ['plan A'] },
      { 'calendar B': ['holidays none'] },
      { 'plan A': ['contract x'] },
    ]);
  });
});

describe('a missing opening brace', () => {
  test('is missed behind the head, where the layout and the closing brace show the block', () => {
    const text = 'plan A\n  price on request\n}\nplan B {\n}\n';
    expect(problemsOf(text)).toEqual(['unopened block of plan A']);
    expect(shapeOf(text)).toEqual([{ 'plan A': ['price on request'] }, { 'plan B': [] }]);
  });

  test('is not missed where no closing brace is left over', () => {
    expect(problemsOf('calendar A = B\n  zone UTC\n')).toEqual([]);
  });
});

describe('a brace too many', () => {
  test('is a stray brace, and what follows is read as if it were not there', () => {
    expect(problemsOf('plan A {\n}\n}\nplan B {\n}\n')).toEqual(['stray close at 11']);
    expect(shapeOf('plan A {\n}\n}\nplan B {\n}\n')).toEqual([{ 'plan A': [] }, { 'plan B': [] }]);
  });

  test('that opens a block without a head is a problem, and its clauses are left out', () => {
    expect(problemsOf('{ a }\nb')).toEqual(['block without head at 0']);
    expect(shapeOf('{ a }\nb')).toEqual(['b']);
  });

  test('behind a semicolon opens a block without a head too', () => {
    expect(problemsOf('plan A; { a }')).toEqual(['block without head at 8']);
  });
});

describe('comments', () => {
  test('are kept in every place a comment can stand', () => {
    const text = [
      '# first',
      '',
      'plan A # in the head',
      '{ # behind the brace',
      '  # before a clause',
      '  coverage resolve, # inside a clause',
      '    # on a line of its own inside it',
      '    receive in Office; # behind a semicolon',
      '  price on request # behind a clause',
      '  # before the end of the block',
      '} # behind the block',
      '# last',
    ].join('\n');
    expect(commentsOf(text)).toEqual([
      'leading # first',
      'opening # behind the brace',
      'leading # before a clause',
      'trailing # inside a clause',
      'trailing # on a line of its own inside it',
      'trailing # behind a semicolon',
      'trailing # behind a clause',
      'block # before the end of the block',
      'trailing # in the head',
      'trailing # behind the block',
      'dangling # last',
    ]);
    expect(problemsOf(text)).toEqual([]);
  });

  test('hide quotes, braces and semicolons', () => {
    expect(shapeOf('a # { " ; }\nb')).toEqual(['a', 'b']);
    expect(problemsOf('a # { " ; }\nb')).toEqual([]);
  });

  test('do not begin inside a text', () => {
    expect(shapeOf('a "# not a comment" # a comment')).toEqual(['a "# not a comment"']);
    expect(commentsOf('a "# not a comment" # a comment')).toEqual(['trailing # a comment']);
  });

  test('alone are a file', () => {
    expect(commentsOf('# a\n\n# b')).toEqual(['dangling # a', 'dangling # b']);
  });
});

describe('characters', () => {
  test('a text without its closing quote ends with its line and hides nothing below', () => {
    expect(shapeOf('a "open\nb "closed"')).toEqual(['a "open', 'b "closed"']);
  });

  test('carriage returns, tabs, byte order marks and hard blanks are white space', () => {
    expect(shapeOf('\uFEFFplan A {\r\n\tprice\u00A0on\trequest\r\n}\r\n')).toEqual([
      { 'plan A': ['price on request'] },
    ]);
    expect(problemsOf('\uFEFFplan A {\r\n\tprice on request\r\n}\r\n')).toEqual([]);
  });

  test('a declaration behind a byte order mark or a carriage return is at the margin', () => {
    expect(problemsOf('\uFEFFplan A {\r\nplan B {\r\n}\r\n')).toEqual([
      'unclosed block of plan A before plan',
    ]);
  });

  test('that no token begins with are reported with their place, and the rest is read', () => {
    expect(problemsOf('zone UTC §§ x\nopen 24x7')).toEqual(['unknown characters §§ at 9']);
    expect(shapeOf('zone UTC §§ x\nopen 24x7')).toEqual(['zone UTC x', 'open 24x7']);
  });

  test('a file of nothing, of blanks or of line ends is an empty outline', () => {
    for (const text of ['', ' ', '\n\n', '\uFEFF', ';\n;']) {
      expect(readOutline(text)).toEqual({ entries: [], dangling: [], problems: [] });
    }
  });
});

test('a clause that waits for its next word over many blank lines is read in linear time', () => {
  const text = `coverage resolve,\n${'\n'.repeat(100_000)}receive in Office\n`;
  const begin = performance.now();
  expect(shapeOf(text)).toEqual(['coverage resolve , receive in Office']);
  expect(performance.now() - begin).toBeLessThan(2_000);
});

import { describe, expect, test } from 'vitest';
import { plainPalette } from '../../src/diagnostics/palette.ts';
import { renderDiagnostics } from '../../src/diagnostics/render-text.ts';
import { finding } from './finding.ts';

const render = (...findings: Parameters<typeof renderDiagnostics>[0]) =>
  renderDiagnostics(findings, plainPalette);

test('a finding shows what, where, why and what to write', () => {
  const other = finding('plan «Gold» {');
  expect(
    render(
      finding('plan Gold {\n  P1  «2 days» | 8 h\n}', {
        path: ['plan Gold', 'targets', 'P1'],
        why: 'business days and calendar days end on different dates',
        help: 'write `2 business days`\nor `2 calendar days`',
        related: [{ message: 'the plan begins here', place: other.place }],
      }),
    ),
  ).toBe(`error time/bare-days: \`2 days\` does not say which days
  --> desk.plan:2:7 in plan Gold > targets > P1
  |
2 |   P1  2 days | 8 h
  |       ^^^^^^
  why: business days and calendar days end on different dates
  help: write \`2 business days\`
        or \`2 calendar days\`
  desk.plan:1:6: the plan begins here

1 error
  1  time/bare-days
`);
});

test('findings come in reading order, and the tally counts them by code', () => {
  const text = render(
    finding('a\n«b»', { code: 'b/late' }),
    finding('«a»\nb', { code: 'z/early', level: 'warning' }),
    finding('a\n«b»', { code: 'a/late' }),
    finding('a\nb «c»', { code: 'b/late' }),
  );
  expect(text.match(/^(error|warning) \S+/gm)).toEqual([
    'warning z/early:',
    'error a/late:',
    'error b/late:',
    'error b/late:',
  ]);
  expect(text.endsWith('3 errors, 1 warning\n  2  b/late\n  1  a/late\n  1  z/early\n')).toBe(true);
});

test('why it matters is said with the first of a kind alone', () => {
  const text = render(
    finding('a\n«b»', { why: 'it matters' }),
    finding('«a»\nb', { why: 'it matters' }),
    finding('«a»', { code: 'z/other', why: 'so does this' }),
  );
  expect(text.match(/why: .*/g)).toEqual(['why: it matters', 'why: so does this']);
});

test('prose is set to the width of the terminal', () => {
  const text = renderDiagnostics([finding('«a»', { help: 'word '.repeat(40).trim() })], plainPalette, 60);
  const lines = text.split('\n').filter((line) => line.includes('word word'));
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
});

test('nothing found is nothing said', () => {
  expect(render()).toBe('');
});

describe('the marks stand below what they mean', () => {
  const marks = (marked: string): readonly string[] => render(finding(marked)).split('\n').slice(3, 5);

  test.each([
    [
      'behind a tab, which the terminal widens as it likes',
      '\tP1\t«2 days»',
      ['1 | \tP1\t2 days', '  | \t  \t^^^^^^'],
    ],
    ['behind wide letters', '東京 «2 days»', ['1 | 東京 2 days', '  |      ^^^^^^']],
    ['under wide letters', '«東京»', ['1 | 東京', '  | ^^^^']],
    ['under letters of two code units', '«🚨»', ['1 | 🚨', '  | ^^']],
    ['behind an accent that joins', 'e\u0301 «x»', ['1 | e\u0301 x', '  |   ^']],
    ['of no length', 'plan «»', ['1 | plan ', '  |      ^']],
    ['at the end of the file', 'plan\n«»', ['2 |', '  | ^']],
    ['of several lines: the first of them', 'plan «Gold {\n  x\n}»', ['1 | plan Gold {', '  |      ^^^^^^']],
    ['of a line that ends in a carriage return', 'plan «Gold»\r\nx', ['1 | plan Gold', '  |      ^^^^']],
  ])('%s', (_, marked, [line, below]) => {
    expect(marks(marked).map((text) => text.trimEnd())).toEqual([line!.trimEnd(), below]);
  });

  test('a place of several lines is marked on each, and on its first and last where it is long', () => {
    const text = render(finding('plan «Gold,\n    Silver» {'));
    expect(text).toContain('1 | plan Gold,\n  |      ^^^^^\n2 |     Silver {\n  |     ^^^^^^\n');
    const long = render(finding('«a\nb\nc\nd\ne»'));
    expect(long).toContain('1 | a\n  | ^\n...\n5 | e\n  | ^\n');
  });

  test('a line too long for the screen is cut around the place', () => {
    const [line, below] = marks(`${'x'.repeat(500)}«here»${'y'.repeat(500)}`);
    expect(line!.length).toBeLessThan(130);
    expect(line).toContain(`…${'x'.repeat(20)}here`);
    expect(below!.indexOf('^')).toBe(line!.indexOf('here'));
  });
});

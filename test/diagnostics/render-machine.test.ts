import { expect, test } from 'vitest';
import { renderGithub } from '../../src/diagnostics/render-github.ts';
import { diagnosticToJson } from '../../src/diagnostics/render-json.ts';
import { finding } from './finding.ts';

test('JSON counts lines and columns from 1, and ends are exclusive', () => {
  const json = diagnosticToJson(finding('a\n  «bc\nd»', { help: 'write c' }));
  expect(json).toMatchObject({
    code: 'time/bare-days',
    place: { file: 'desk.plan', line: 2, column: 3, endLine: 3, endColumn: 2 },
    help: 'write c',
  });
  expect(JSON.stringify(json)).not.toContain('lineStarts');
});

test('GitHub gets the worst first, and the total, since it shows ten of a kind', () => {
  const text = renderGithub([
    finding('«a»', { level: 'assumption' }),
    finding('a «b»', { level: 'warning' }),
    finding('a b «c»'),
  ]);
  expect(text.split('\n').map((line) => line.slice(0, 10))).toEqual([
    '::error fi',
    '::warning ',
    '::notice f',
    '1 error, 1',
    '',
  ]);
});

test('what would break a workflow command is escaped', () => {
  const [line] = renderGithub([
    finding('«ab»', { message: '100%\r\nsure', code: 'a:b,c', help: 'x:y,z' }),
  ]).split('\n');
  expect(line).toBe(
    '::error file=desk.plan,line=1,col=1,endColumn=3,title=a%3Ab%2Cc::100%25%0D%0Asure%0Ahelp: x:y,z',
  );
});

test('a finding over lines has no columns, which GitHub refuses there', () => {
  expect(renderGithub([finding('«a\nb»')])).toContain('file=desk.plan,line=1,endLine=2,title');
});

test('GitHub is given no more of a level than it shows, and told how many are left', () => {
  const many = Array.from({ length: 12 }, (_, index) => finding(`${' '.repeat(index)}«a»`));
  const text = renderGithub([finding('«a»', { level: 'warning' }), ...many]);
  expect(text.match(/^::error /gm)).toHaveLength(10);
  expect(text.match(/^::warning /gm)).toHaveLength(1);
  expect(text).toMatch(/\n12 errors, 1 warning \(2 not annotated, since GitHub shows 10 of a level\)\n$/);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plainPalette } from '../../src/diagnostics/palette.ts';
import { renderDiagnostic } from '../../src/diagnostics/render-text.ts';
import { call } from '../cli/call.ts';
import { finding } from '../diagnostics/finding.ts';

interface Pattern {
  readonly regexp: string;
  readonly [field: string]: string | number;
}

test('the problem matcher reads what check prints', () => {
  const { problemMatcher } = JSON.parse(readFileSync('docs/ci/problem-matcher.json', 'utf8')) as {
    problemMatcher: readonly { pattern: readonly Pattern[] }[];
  };
  const lines = renderDiagnostic(
    finding('\n  «2 days»', { path: ['plan Basic', 'targets'] }),
    plainPalette,
  ).split('\n');
  const read = (problemMatcher[0]?.pattern ?? []).flatMap(({ regexp, ...fields }, index) => {
    const groups = new RegExp(regexp).exec(lines[index] ?? '');
    return Object.entries(fields).map(([field, group]) => [field, groups?.[Number(group)]] as const);
  });
  expect(Object.fromEntries(read)).toEqual({
    severity: 'error',
    code: 'time/bare-days',
    message: '`2 days` does not say which days',
    file: 'desk.plan',
    line: '2',
    column: '3',
  });
});

test.each(['.pre-commit-hooks.yaml', 'docs/ci/check-contracts.yml'])(
  '%s runs verbs and flags that there are',
  async (file) => {
    const commands = [...readFileSync(file, 'utf8').matchAll(/(?:entry:|npx) surety ([a-z]+)(.*)$/gm)];
    expect(commands.length).toBeGreaterThan(1);
    for (const [, verb, rest] of commands) {
      const { code, out } = await call([verb ?? '', '--help']);
      expect(code).toBe(0);
      for (const [flag] of (rest ?? '').matchAll(/--[a-z-]+/g)) expect(out).toContain(flag);
    }
  },
);

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Accepted, judgeReport, type Mutant, type Report } from './judge-report.mjs';

const SOURCE = 'export function half(n: number): number {\n  return n > 0 ? n / 2 : 0;\n}\n';

function mutant(replacement: string, status: string, column = 10): Mutant {
  return {
    mutatorName: 'ConditionalExpression',
    replacement,
    status,
    location: { start: { line: 2, column }, end: { line: 2, column: column + 5 } },
  };
}

const reportOf = (...mutants: readonly Mutant[]): Report => ({
  files: { 'src/half.ts': { source: SOURCE, mutants } },
});

const REASON: Accepted = {
  file: 'src/half.ts',
  line: 'return n > 0 ? n / 2 : 0;',
  mutator: 'ConditionalExpression',
  replacement: 'true',
  reason: 'half of nothing is nothing',
};

describe('a report of changes to the sources', () => {
  test('counts what is noticed, by a test that fails or never ends, of all that was tried', () => {
    const { perFile, noticed, total } = judgeReport(
      reportOf(
        mutant('false', 'Killed'),
        mutant('n >= 0', 'Timeout'),
        mutant('true', 'Survived'),
        mutant('n < 0', 'NoCoverage'),
        mutant('n', 'CompileError'),
        mutant('0', 'Ignored'),
      ),
      [],
    );
    expect([noticed, total]).toEqual([2, 4]);
    expect(perFile).toEqual([{ name: 'src/half.ts', total: 4, noticed: 2, explained: 0, unexplained: 2 }]);
  });

  test('shows what is not noticed as it stood and as it was changed', () => {
    const { unexplained } = judgeReport(reportOf(mutant('true', 'Survived')), []);
    expect(unexplained).toEqual([
      {
        place: 'src/half.ts:2:10',
        mutator: 'ConditionalExpression',
        was: 'return n > 0 ? n / 2 : 0;',
        is: 'return true ? n / 2 : 0;',
      },
    ]);
  });

  test('lets go what has a reason, of that change alone, as long as the line stands as it did', () => {
    const report = reportOf(mutant('true', 'Survived'), mutant('n < 0', 'Survived'));
    expect(judgeReport(report, [REASON]).unexplained.map(({ is }) => is)).toEqual([
      'return n < 0 ? n / 2 : 0;',
    ]);
    expect(judgeReport(report, [{ ...REASON, line: 'return n / 2;' }]).unexplained).toHaveLength(2);
  });

  test('says which reasons are no longer needed', () => {
    expect(judgeReport(reportOf(mutant('true', 'Survived')), [REASON]).outdated).toEqual([]);
    expect(judgeReport(reportOf(mutant('true', 'Killed')), [REASON]).outdated).toEqual([REASON]);
  });
});

describe('the changes that are accepted', () => {
  const accepted = JSON.parse(readFileSync('test/mutation/accepted.json', 'utf8')) as readonly Accepted[];

  test('are of lines that stand in the sources, each with a reason', () => {
    for (const { file, line, reason } of accepted) {
      const lines = readFileSync(file, 'utf8').split('\n');
      expect(lines.map((each) => each.trim())).toContain(line);
      expect(reason.length, line).toBeGreaterThan(20);
    }
  });
});

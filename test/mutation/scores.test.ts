import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withScores } from './scores.mjs';
import { TARGETS } from './targets.mjs';

const JUNE = { commit: 'abc1234', date: '2026-06-01' };
const JULY = { commit: 'def5678', date: '2026-07-01' };
const rows = (table: string): readonly string[] =>
  table.split('\n').filter((row) => row.startsWith('| src/'));

test('a run replaces the rows of the files that it tried and leaves the others', () => {
  const first = withScores(
    '',
    [
      { name: 'src/time/b.ts', total: 8, noticed: 7, explained: 1 },
      { name: 'src/time/a.ts', total: 3, noticed: 3, explained: 0 },
    ],
    JUNE,
  );
  expect(rows(first)).toEqual([
    '| src/time/a.ts | 3 | 100.0 % | 0 | abc1234 | 2026-06-01 |',
    '| src/time/b.ts | 8 | 87.5 % | 1 | abc1234 | 2026-06-01 |',
  ]);
  const second = withScores(first, [{ name: 'src/time/b.ts', total: 9, noticed: 9, explained: 0 }], JULY);
  expect(rows(second)).toEqual([
    '| src/time/a.ts | 3 | 100.0 % | 0 | abc1234 | 2026-06-01 |',
    '| src/time/b.ts | 9 | 100.0 % | 0 | def5678 | 2026-07-01 |',
  ]);
});

test('the table that is kept is of files that are tried, of whose changes 90 % are noticed in all', () => {
  const table = readFileSync('test/mutation/scores.md', 'utf8');
  const kept = rows(table).map((row) => row.split('|').map((cell) => cell.trim()));
  expect(kept.length).toBeGreaterThan(0);
  expect(Object.keys(TARGETS)).toEqual(expect.arrayContaining(kept.map(([, file]) => file)));
  const changes = kept.map(([, , total]) => Number(total));
  const noticed = kept.map(([, , total, share]) => (Number(total) * Number.parseFloat(share ?? '')) / 100);
  expect(sum(noticed)).toBeGreaterThanOrEqual(0.9 * sum(changes));
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unifiedDiff } from '../../src/text/unified-diff.ts';

test('equal texts have no difference', () => {
  expect(unifiedDiff('a.plan', 'x\n', 'x\n')).toBe('');
});

test('a change is shown between the lines around it', () => {
  const lines = Array.from({ length: 12 }, (_, i) => `${String(i + 1)}\n`);
  const after = lines.map((line) => (line === '6\n' ? 'six\n' : line));
  expect(unifiedDiff('./desk.plan', lines.join(''), after.join(''))).toBe(`--- a/desk.plan
+++ b/desk.plan
@@ -3,7 +3,7 @@
 3
 4
 5
-6
+six
 7
 8
 9
`);
});

test('git makes the second text of the first', () => {
  const folder = mkdtempSync(join(tmpdir(), 'surety-diff-'));
  try {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 14 })
      .chain((lines) => fc.constantFrom('\n', '').map((end) => lines.join('\n') + end))
      .filter((joined) => joined !== '');
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        writeFileSync(join(folder, 'x'), before);
        execFileSync('git', ['apply', '--unidiff-zero', '--whitespace=nowarn', '-'], {
          cwd: folder,
          input: unifiedDiff('x', before, after),
        });
        expect(readFileSync(join(folder, 'x'), 'utf8')).toBe(after);
      }),
      { numRuns: 40, seed: 7 },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

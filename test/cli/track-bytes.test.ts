import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { call } from './call.ts';

const CONTRACT = 'test/cli/fixtures/judged.plan';

/** A line that begins with a space is read by the parser of JSON alone. */
const slowly = (lines: readonly string[]): readonly string[] => lines.map((line) => ` ${line}`);

async function track(lines: readonly string[], end: string, ...flags: readonly string[]) {
  const stdin = lines.map((line) => line + end).join('');
  // In pieces, so that lines are cut in two.
  const pieces = stdin.match(/[^]{1,97}/g) ?? [];
  return call(['track', CONTRACT, ...flags], { stdin: pieces });
}

const ticket = fc.constantFrom('A', 'B', 'Größe', 'quote \\" in', '\\u0041', 'A', 'B');
const rest = fc.constantFrom(
  '"event":"reply"',
  '"event":"reply","ticket":"B"',
  '"event":"reply","at":"2026-06-05T09:00:00Z"',
  '"event":"resolved","note":"for \\"B\\""',
  '"event":"waiting for customer"',
  '"event":"resumed","state":"waiting for customer"',
  '"event":"described","described":true',
  '"event":"raised","severity":"P1"',
  '"event":"raised","severity":"Größe"',
  '"event":"lowered","severity":"P3","severity":"P2"',
  '"event":"closed"',
  '"event":7',
  '"event":"reply"}{',
  '"event":"reply",',
);
const time = fc
  .integer({ min: 0, max: 200 })
  .map((n) => new Date(Date.UTC(2026, 5, 1) + n * 1_800_000).toISOString())
  .chain((at) =>
    fc.constantFrom(at, at.replace('.000', ''), at.replace('.000Z', '+02:00'), at.replace('T', ' '), 'soon'),
  );
const line = fc.tuple(ticket, time, rest, fc.boolean()).map(([name, at, says, isWide]) => {
  const tight = `{"ticket":"${name}","at":"${at}",${says}}`;
  return isWide
    ? tight.replace('":"', '": "').replace(',"at":', ', "at": ').replace(`",${says}`, `", ${says}`)
    : tight;
});
const opened = (name: string) =>
  `{"ticket":"${name}","at":"2026-06-01T00:00Z","event":"opened","plan":"Basic","impact":"many"}`;

// The first call loads the command, which takes a while on a busy machine.
describe('lines of a history', { timeout: 60_000 }, () => {
  test('say the same to `track` whether they are read from their bytes or by the parser of JSON', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom([], ['--grouped']),
        async (told, end, flags) => {
          const lines = [opened('A'), opened('B'), ...told];
          const quick = await track(lines, end, '--keep-going', '--at', '2026-06-09T00:00Z', ...flags);
          const slow = await track(slowly(lines), end, '--keep-going', '--at', '2026-06-09T00:00Z', ...flags);
          expect(quick).toEqual(slow);
          expect(quick.out).toContain('"ticket":"A"');
        },
      ),
      { numRuns: 150 },
    );
  });

  test('may be of a ticket whose name is long, or not of this alphabet, and say it back as it was', async () => {
    for (const name of ['x'.repeat(300), 'Störung 零']) {
      const { out, err } = await track([opened(name), opened(name).replace('opened', 'reply')], '\n');
      expect(err).toBe('');
      expect(JSON.parse(out)).toMatchObject({
        ticket: name,
        clocks: [{ status: 'met' }, { status: 'running' }],
      });
    }
  });

  test('are not mixed up where one says its ticket once more: what is said last holds', async () => {
    const again = '{"ticket":"A","at":"2026-06-01T08:00Z","event":"reply","ticket":"B"}';
    const { out } = await track([opened('A'), opened('B'), again, again.replace('08:00', '09:00')], '\n');
    const stopped = out
      .trim()
      .split('\n')
      .map(
        (each) => (JSON.parse(each) as { clocks: readonly { stopped: string | null }[] }).clocks[0]?.stopped,
      );
    expect(stopped).toEqual([null, '2026-06-01T08:00:00Z']);
  });
});

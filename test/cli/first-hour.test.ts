/** What a new user types before reading the help, and on a narrow terminal. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIRST_CONTRACT } from '../../src/cli/init/first-contract.ts';
import { call, DESK } from './call.ts';

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'surety-first-hour-'));
  file = join(folder, 'first.plan');
  const long =
    'S3  1 to 2 business days in Office at close, received outside hours at next opening | best effort';
  writeFileSync(file, FIRST_CONTRACT.replace('S3  8 h in Office | best effort', long));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const S3 = ['--plan', 'Standard', '--severity', 'S3', '--opened', '2026-06-12T16:00'];

describe('due', () => {
  test('fits the terminal, and says all that it says in a pipe', async () => {
    const words = (text: string): string => text.split(/\s+/).sort().join(' ');
    const piped = await call(['due', file, ...S3, '--color', 'never']);
    expect(piped.out).toContain(', aimed at ');
    for (const columns of [60, 80, 120, 400]) {
      const { out } = await call(['due', file, ...S3, '--color', 'never'], { terminal: true, columns });
      // A path is never broken, so that it can be followed.
      const lines = out.split('\n').filter((line) => !line.includes(folder));
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
      expect(words(out)).toBe(
        words(piped.out.replaceAll(', aimed at', columns === 400 ? ', aimed at' : ' aimed at')),
      );
    }
  });

  test('takes a weekday before the date, and checks it', async () => {
    const at = (opened: string) => call(['due', file, '--severity', 'S1', '--opened', opened]);
    expect((await at('Fri 2026-06-12 16:00')).out).toBe((await at('2026-06-12T16:00')).out);
    const { code, err } = await at('Mon 2026-06-12 16:00');
    expect(code).toBe(2);
    expect(err).toContain('2026-06-12 is a Fri');
  });

  test.each(['2026-06-12', 'tomorrow', '12.6.2026 16:00', '2026-06-12 4pm', 'Fri'])(
    '--opened %s is told how a time is written',
    async (opened) => {
      const { code, err } = await call(['due', file, '--severity', 'S1', '--opened', opened]);
      expect(code).toBe(2);
      expect(err).toContain('write the date and the time of day: 2026-06-12T16:30');
    },
  );
});

describe('why', () => {
  test('needs no plan where there is one alone, and lists them where there are more', async () => {
    const one = join(folder, 'one.plan');
    writeFileSync(one, FIRST_CONTRACT.slice(0, FIRST_CONTRACT.indexOf('# Everything in Standard')));
    const { code, out } = await call(['why', one, '--severity', 'S1', '--opened', '2026-06-12T16:00']);
    expect(code).toBe(0);
    expect(out).toContain('Standard, S1');
    const two = await call(['why', file, '--severity', 'S1', '--opened', '2026-06-12T16:00']);
    expect(two.code).toBe(2);
    expect(two.err).toContain('--plan Standard | Premium');
  });
});

describe('calendar', () => {
  test('needs no name where there is one alone, and lists them where there are more', async () => {
    const named = await call(['calendar', file, 'Office', '--from', '2026-06-12']);
    expect(named.out).toContain('Office  Europe/Berlin');
    expect((await call(['calendar', file, '--from', '2026-06-12'])).out).toBe(named.out);
    const several = await call(['calendar', 'contracts/mst.plan']);
    expect(several.code).toBe(2);
    expect(several.err).toMatch(/which calendar is not said\n {2}name one of .*StandardHours/);
  });
});

describe('a kind of which the contract has nothing', () => {
  test('is told to be left out', async () => {
    const { err } = await call([
      'due',
      DESK,
      '--severity',
      'P1',
      '--region',
      'EMEA',
      '--opened',
      '2026-06-01T08:00Z',
    ]);
    expect(err).toContain('the contract has no region `EMEA`\n  it has none; leave --region out');
  });
});

describe('check', () => {
  test('breaks no word at the edge of a terminal, and keeps the first line of a finding whole in a pipe', async () => {
    const bad = join(folder, 'bad.plan');
    writeFileSync(
      bad,
      FIRST_CONTRACT.replace('stops   on resolved', 'stops').replace('  reopen  never\n', ''),
    );
    const said = 'expected `on`, found the end of the clause, in the `stops` clause';
    expect((await call(['check', bad])).out).toContain(said);
    const { out } = await call(['check', bad, '--color', 'never'], { terminal: true, columns: 60 });
    expect(out).not.toContain(said);
    expect(out.replace(/\s+/g, ' ')).toContain(said);
    const lines = out.split('\n').filter((line) => !line.includes(folder));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });
});

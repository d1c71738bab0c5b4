/** `surety test` with --coverage, --min, --suggest and --write. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { format } from '../../src/format/format.ts';
import { call } from './call.ts';

const DESK = `contract "Desk" version "1" {
  effective 2026-01-01 in Europe/Berlin
}

severities {
  P1 "nobody can work"
  P2 "somebody cannot"
}

calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  closed    2026-06-04 "Corpus Christi"
  holidays  none
}

clock respond {
  starts  on opened
  stops   on reply
  pauses  while waiting for customer
  reopen  never
}

plan Basic {
  targets {
        respond
    P1  1 h in Office
    P2  1 to 2 business days in Office at close, received outside hours at next opening
  }
  incidents 2 per month, over billed, used when opened, one incident per ticket
}

rule "nobody at all" on "more are hit" then severity P1, tell "team lead"

event "more are hit" "others report the same"

on raise count from the change, a breach stays a breach

scenario "over a night" {
  severity  P1
  opened    Mon 2026-06-01 16:30
  expect    respond by Tue 2026-06-02 09:30
}
`;

/** A contract is compiled once for each thing that it says. */
const SLOW = { timeout: 60_000 };

let folder: string;
let desk: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-'));
  desk = join(folder, 'desk.plan');
  await writeFile(desk, DESK);
});

afterEach(() => rm(folder, { recursive: true }));

describe('test --coverage', SLOW, () => {
  test('counts by kind, and lists what is left with its place and with what would go unnoticed', async () => {
    const { code, out } = await call(['test', desk, '--coverage']);
    expect(code).toBe(0);
    expect(out).toMatch(/cells +1 of 2 +50 %/);
    expect(out).toMatch(/edges +2 of 3 +66 %/);
    expect(out).toContain(
      `${desk}:13\n      \`Office\` is shut: Corpus Christi\n        no scenario would fail with: not at all`,
    );
    expect(out).toContain('1 passed, 0 failed\n');
  });

  test('says the same as JSON, a line for the contract behind those of its scenarios', async () => {
    const { code, out } = await call(['test', desk, '--coverage', '--json']);
    expect(code).toBe(0);
    const [scenario, coverage] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(scenario).toMatchObject({ scenario: 'over a night', passed: true, reviewed: true });
    expect(coverage).toMatchObject({ coverage: desk, kinds: { cell: { covered: 1, of: 2, percent: 50 } } });
    expect(coverage?.['items']).toContainEqual({
      kind: 'edge',
      words: '`Office` is shut: Corpus Christi',
      file: desk,
      line: 13,
      state: 'open',
      unnoticed: ['not at all'],
    });
  });

  test('fits a narrow terminal', async () => {
    const { out } = await call(['test', desk, '--coverage'], { terminal: true, columns: 80 });

    const lines = out.replaceAll(/\u001b\[[\d;]*m/g, '').split('\n');
    expect(lines.filter((line) => line.length > 80 && !line.includes(folder))).toEqual([]);
  });

  test('fails below --min, and says by how much in which contract', async () => {
    expect(await call(['test', desk, '--min', '5'])).toMatchObject({ code: 0, err: '' });
    const { code, err } = await call(['test', desk, '--min', '100']);
    expect(code).toBe(1);
    expect(err).toMatch(/^surety: .*desk\.plan: \d+ % covered, less than 100 %\n$/);
  });

  test('wants a percentage, and no JSON of suggestions', async () => {
    expect(await call(['test', desk, '--min', '101'])).toMatchObject({ code: 2 });
    expect(await call(['test', desk, '--min', 'all'])).toMatchObject({ code: 2 });
    expect(await call(['test', desk, '--suggest', '--json'])).toMatchObject({ code: 2, out: '' });
    expect(await call(['test', desk, '--write'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('test --suggest', SLOW, () => {
  test('prints scenarios that read, are laid out, pass, and count for nothing until they are reviewed', async () => {
    const { code, out, err } = await call(['test', desk, '--suggest']);
    expect({ code, err }).toEqual({ code: 0, err: '1 passed, 0 failed\n' });
    const scenarios = out.slice(0, out.indexOf('\n#') === -1 ? undefined : out.indexOf('\n#'));
    const whole = `${DESK}\n${scenarios}`;
    expect(format(whole)).toEqual({ kind: 'formatted', text: whole });

    await writeFile(desk, whole);
    const unread = await call(['test', desk, '--coverage']);
    expect(unread.code).toBe(0);
    expect(unread.out).toMatch(/cells +1 of 2 +50 %/);
    expect(unread.out).toMatch(/\d+ passed, 0 failed, \d+ unreviewed\n$/);

    await writeFile(desk, whole.replaceAll('unreviewed scenario', 'scenario'));
    const read = await call(['test', desk, '--min', '100']);
    expect(read.err).toBe('');
    expect(read.out).toMatch(/all +(\d+) of \1 +100 %/);
    expect(read.code).toBe(0);
  });

  test('says in comments what no ticket shows, and why', async () => {
    const never = DESK.replace(
      'on raise count from the change,',
      'on raise count from the change, late from the change,',
    );
    await writeFile(desk, never);
    const { out } = await call(['test', desk, '--suggest']);
    expect(out).toContain(`on raise: late from the change: what is counted from the change is due after it`);
    expect(out.trim().split('\n').at(-1)).toMatch(/^#/);
  });

  test('appends them with --write, once, and leaves the rest of the file as it is', async () => {
    const first = await call(['test', desk, '--suggest', '--write']);
    expect(first.out).toMatch(/desk\.plan: \d+ unreviewed scenarios appended\n$/);
    const after = await readFile(desk, 'utf8');
    expect(after.startsWith(DESK)).toBe(true);
    expect((await call(['check', desk])).code).toBe(0);
    expect((await call(['fmt', '--check', desk])).code).toBe(0);
    expect((await call(['test', desk])).code).toBe(0);
  });

  test('appends them with the line ends of the file', async () => {
    await writeFile(desk, DESK.replaceAll('\n', '\r\n'));
    expect((await call(['test', desk, '--suggest', '--write'])).code).toBe(0);
    const after = await readFile(desk, 'utf8');
    expect(after.length).toBeGreaterThan(DESK.length + 200);
    expect(after).not.toMatch(/(?<!\r)\n/);
  });

  test('writes nothing into a contract with an error', async () => {
    const broken = DESK.replace('1 h in Office', '1 h in Ofice');
    await writeFile(desk, broken);
    expect(await call(['test', desk, '--suggest', '--write'])).toMatchObject({ code: 1 });
    expect(await readFile(desk, 'utf8')).toBe(broken);
  });
});

describe('a scenario that fails', () => {
  const wrong = DESK.replace(
    'opened    Mon 2026-06-01 16:30\n  expect    respond by Tue 2026-06-02 09:30',
    [
      'opened    Wed 2026-06-03 16:30',
      'at        Wed 2026-06-03 16:45 waiting for customer',
      'at        Fri 2026-06-05 09:00 resumed',
      'expect    respond by Fri 2026-06-05 09:30',
    ].join('\n  '),
  );

  test('shows why its clock is due when it is, and what happened, in the columns of the terminal', async () => {
    await writeFile(desk, wrong);
    const { code, out } = await call(['test', desk], { terminal: true, columns: 80 });
    expect(code).toBe(1);
    const plain = out.replaceAll(/\u001b\[[\d;]*m/g, '').replaceAll(desk, 'desk.plan');
    expect(plain).toContain(`        but it is by Fri 2026-06-05 09:45 +02:00
          respond: 1 h in Office  line 27
            Wed 2026-06-03 16:30  + 15 min  = 15 min  \`Office\` is open: Wed
                                                      09:00-17:00  line 12
            Wed 2026-06-03 16:45         -  = 15 min  paused: waiting for
                                                      customer  line 20
`);
    expect(plain).toContain(`          what happened
            Wed 2026-06-03 16:30  opened
            Wed 2026-06-03 16:45  waiting for customer
            Fri 2026-06-05 09:00  resumed
`);
    expect(plain.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});

describe('a scenario', () => {
  test('needs no plan where the contract has one', async () => {
    expect(await call(['test', desk])).toMatchObject({ code: 0 });
    await writeFile(desk, `${DESK}\nplan Plus extends Basic {\n}\n`);
    const { code, out } = await call(['check', desk]);
    expect(code).toBe(1);
    expect(out).toContain('the scenario does not say the plan of its ticket');
  });
});

/** Closures that were announced, as the command line shows them. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, DESK } from './call.ts';

let folder: string;
let desk: string;

const contract = (rules: string): string => `contract "Desk" version "1" {
  effective  2026-01-01 in Europe/Berlin; binds by opened
}

severities {
  P1  "every ticket"
}

calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
  closures  "closures.jsonl" with 2 calendar days notice, ${rules}
}

clock respond {
  starts on  opened
  stops on   reply
  reopen     never
}

clock resolve {
  starts on  opened
  stops on   resolved
  pauses     never
  reopen     never
}

plan Basic {
  targets {
        respond        | resolve
    P1  12 h in Office | 2 business days in Office at close, received outside hours as received, day of receipt does not count
  }
}
`;

const CLOSURES = [
  { announced: '2026-05-28T10:00+02:00', date: '2026-06-03', reason: 'works outing' },
  { announced: '2026-06-03T09:00+02:00', date: '2026-06-05', reason: 'no water' },
  { announced: '2026-05-20', from: '2026-06-08', to: '2026-06-09', closed: '12:00-18:00' },
];

// The first call loads what it needs, which takes longer than any call after it.
beforeAll(() => call(['calendar', DESK, 'Office']), 60_000);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-'));
  await mkdir(join(folder, '.git'));
  desk = join(folder, 'desk.plan');
  await announce(...CLOSURES);
  await state('late ones do not count, tickets in flight see them');
});

afterEach(() => rm(folder, { recursive: true }));

const announce = (...closures: readonly object[]) =>
  writeFile(join(folder, 'closures.jsonl'), closures.map((each) => `${JSON.stringify(each)}\n`).join(''));

const state = (rules: string) => writeFile(desk, contract(rules));

/** The stretches of an account, without its places. */
async function why(target: string, opened: string): Promise<readonly string[]> {
  const { code, out, err } = await call([
    ...['why', desk, '--plan', 'Basic', '--severity', 'P1', '--target', target, '--opened', opened],
  ]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.split('\n').map((line) => line.trim().replaceAll(folder, ''));
}

describe('why', () => {
  test('names the closure that shuts a stretch, when it was announced, and its line of the file', async () => {
    const lines = await why('respond', '2026-06-02T16:00');
    expect(lines).toContainEqual(
      expect.stringMatching(
        /Wed 2026-06-03 00:00 \.\. Thu 2026-06-04 00:00 .*`Office` is shut: closure \(works outing\) announced 2026-05-28T10:00\+02:00 {2}\/closures\.jsonl:1$/,
      ),
    );
  });

  test('says of one that was announced too late that it does not count', async () => {
    const lines = await why('respond', '2026-06-02T16:00');
    expect(lines).toContainEqual(
      expect.stringContaining(
        'is open: Fri 09:00-17:00; the closure (no water) announced 2026-06-03T09:00+02:00 came too late to count',
      ),
    );
    expect(lines).toContain('due Fri 2026-06-05 12:00 +02:00, 12 h counted');
  });

  test('says since when a late one counts', async () => {
    await announce({
      announced: '2026-06-02T18:00+02:00',
      from: '2026-06-03',
      to: '2026-06-08',
      reason: 'fire',
    });
    await state('late ones count from the end of the notice, tickets in flight see them');
    const lines = await why('respond', '2026-06-04T10:00');
    expect(lines).toContainEqual(
      expect.stringContaining(
        'is open: Thu 09:00-17:00; the closure (fire) announced 2026-06-02T18:00+02:00 counts from 2026-06-05 00:00, the end of its notice',
      ),
    );
    expect(lines).toContainEqual(
      expect.stringContaining(
        'is shut: closure (fire) announced 2026-06-02T18:00+02:00, which counts from 2026-06-05 00:00, the end of its notice',
      ),
    );
    // On a date without hours a closure changes nothing and is not the reason.
    expect(lines).toContainEqual(expect.stringMatching(/Sat 2026-06-06.*no hours on Sat/));
  });

  test('says of one that was announced after the clock began that it does not count for it', async () => {
    await state('late ones do not count, tickets in flight keep old');
    await announce(
      { announced: '2026-05-20', date: '2026-06-03', reason: 'works outing' },
      { announced: '2026-06-01T17:30+02:00', date: '2026-06-04', reason: 'fire' },
    );
    const lines = await why('respond', '2026-06-01T17:29');
    expect(lines).toContainEqual(
      expect.stringContaining(
        '`Office` is open: Thu 09:00-17:00; the closure (fire) announced 2026-06-01T17:30+02:00, after the clock began, does not count',
      ),
    );
    expect(lines).toContain('due Thu 2026-06-04 13:00 +02:00, 12 h counted');
    expect(await why('respond', '2026-06-01T17:30')).toContain(
      'due Fri 2026-06-05 13:00 +02:00, 12 h counted',
    );
  });

  test('names it for a date that does not count', async () => {
    const lines = await why('resolve', '2026-06-02T16:00');
    expect(lines).toContainEqual(
      expect.stringMatching(/Wed 2026-06-03 00:00 .*= 0 days {2}`Office` is shut: closure \(works outing\)/),
    );
  });

  test('names it for a date all of whose hours it shuts, though not at noon', async () => {
    await announce({ announced: '2026-05-20', date: '2026-06-03', closed: '08:00-12:00, 12:00-17:00' });
    await state('late ones do not count, tickets in flight see them');
    const text = await readFile(desk, 'utf8');
    await writeFile(desk, text.replace('09:00-17:00', '14:00-17:00'));
    expect(await why('resolve', '2026-06-02T16:00')).toContainEqual(
      expect.stringMatching(/Wed 2026-06-03 00:00 .*is shut: closure announced 2026-05-20/),
    );
  });

  test('cuts a stretch where a closure of part of a date ends', async () => {
    const lines = await why('respond', '2026-06-08T10:00');
    const monday = lines.filter((line) => line.startsWith('Mon 2026-06-08'));
    expect(monday.map((line) => line.replace(/ {2}.*`Office` is/, ' is').replace(/ {2}\/.*$/, ''))).toEqual([
      'Mon 2026-06-08 10:00 .. Mon 2026-06-08 12:00 is open: Mon 09:00-17:00',
      'Mon 2026-06-08 12:00 .. Mon 2026-06-08 18:00 is shut: closure announced 2026-05-20',
      'Mon 2026-06-08 18:00 .. Tue 2026-06-09 09:00 is shut: outside 09:00-17:00',
    ]);
  });
});

describe('calendar', () => {
  test('shows closures, and those that do not count with the reason', async () => {
    const { out } = await call(['calendar', desk, 'Office', '--from', '2026-06-01', '--weeks', '2']);
    const lines = out.split('\n').map((line) => line.trim());
    expect(lines).toContain(
      'Wed 2026-06-03  ························               closed  closure (works outing) announced 2026-05-28T10:00+02:00',
    );
    expect(lines).toContain(
      'Fri 2026-06-05  ·········████████·······  09:00-17:00     8 h  the closure (no water) announced 2026-06-03T09:00+02:00 came too late to count',
    );
    expect(lines).toContain(
      'Mon 2026-06-08  ·········███············  09:00-12:00     3 h  closure announced 2026-05-20',
    );
  });

  test('knows none of the calendars that are made for clocks of some time', async () => {
    await state('late ones do not count, tickets in flight keep old');
    const { code, err } = await call(['calendar', desk, 'Ofice']);
    expect(code).toBe(2);
    expect(err).toContain('did you mean `Office`? known: Office, 24x7');
  });
});

describe('a compiled plan', () => {
  test('holds what was announced, and answers without the file', async () => {
    const plan = join(folder, 'desk.json');
    await call(['compile', desk, '--out', plan]);
    const asked = ['--plan', 'Basic', '--severity', 'P1', '--opened', '2026-06-02T16:00'];
    const { out: before } = await call(['due', desk, ...asked]);
    await rm(join(folder, 'closures.jsonl'));
    const { code, out } = await call(['due', plan, ...asked]);
    expect(await readFile(plan, 'utf8')).not.toContain(folder);
    expect({ code, out: out.replaceAll(/ {2,}/g, '  ') }).toEqual({
      code: 0,
      out: before.replaceAll(`${folder}/`, '').replaceAll(/ {2,}/g, '  '),
    });
    expect(out).toContain('respond  by Fri 2026-06-05 12:00');
  });
});

describe('check', () => {
  test('shows the line of the file that cannot be read, with its number, and fails', async () => {
    await writeFile(
      join(folder, 'closures.jsonl'),
      '{"announced": "2026-05-20", "date": "2026-06-08"}\n{"announced": \n',
    );
    const { code, out } = await call(['check', desk]);
    expect(code).toBe(1);
    expect(out).toContain('closures.jsonl:2:1');
    expect(out).toContain('the line is no object of JSON');
  });

  test('lists what is not stated of closures, once however many there are', async () => {
    const text = await readFile(desk, 'utf8');
    await writeFile(desk, text.replace(/notice,.*/, 'notice'));
    const { code, out } = await call(['check', desk]);
    expect(code).toBe(0);
    expect(out).toContain('a closure that begins before its `2 calendar days notice` is over does not count');
    expect(out).toContain('a closure counts for clocks that ran already when it was announced, too');
    await call(['check', '--fix-suggested', desk]);
    expect(await readFile(desk, 'utf8')).toMatch(
      /closures {2}"closures\.jsonl" with 2 calendar days notice, tickets in flight see them,\s+late ones do not count/,
    );
  });

  test('says when the file is not the one that the lock pins', async () => {
    const { err } = await call(['lock', folder]);
    expect(err).toContain('0 holiday files, 1 file of closures and 1 zone');
    expect((await call(['check', '--locked', folder])).code).toBe(0);
    await announce(...CLOSURES, { announced: '2026-06-10', date: '2026-06-22' });
    const { code, out } = await call(['check', '--locked', folder]);
    expect(code).toBe(1);
    expect(out).toContain('`closures.jsonl` is not the file that `surety.lock` pins');
    await call(['lock', folder]);
    expect((await call(['check', '--locked', folder])).code).toBe(0);
  });

  test('says that a lock of before does not pin the file', async () => {
    await call(['lock', folder]);
    const lock = join(folder, 'surety.lock');
    const { closures, ...before } = JSON.parse(await readFile(lock, 'utf8')) as Record<string, unknown>;
    expect(closures).toEqual({ 'closures.jsonl': expect.stringMatching(/^sha256-/) as string });
    await writeFile(lock, JSON.stringify(before));
    const { code, out } = await call(['check', '--locked', folder]);
    expect(code).toBe(1);
    expect(out).toContain('`surety.lock` does not pin `closures.jsonl`');
    await writeFile(lock, JSON.stringify({ ...before, closures: [] }));
    expect((await call(['check', '--locked', folder])).err).toContain('the lock is damaged: its closures');
  });
});

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call, DESK } from './call.ts';

const MATTERMOST = 'contracts/mattermost.plan';
const MST = 'contracts/mst.plan';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-'));
});

afterEach(() => rm(folder, { recursive: true }));

const longest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('compare', () => {
  test('puts the plans of a contract side by side, each promise with its worst, mean and best wait', async () => {
    const { code, out } = await call(['compare', MATTERMOST, '--to', '2026-12-31'], { columns: 160 });
    expect(code).toBe(0);
    expect(out).toContain(
      'every ticket opened from 2026-01-01 to 2026-12-31 (America/Los_Angeles), to the millisecond',
    );
    // In the night of 1 November the clock is put back: the week-end has 53 hours without Weekdays.
    expect(out).toMatch(/^L1 +promise +best effort +4 h in Weekdays +1 h in CriticalCover$/m);
    expect(out).toMatch(/^ +worst +- +2 d 5 h +1 h$/m);
    expect(out).toMatch(/^ +opened +- +just after Fri 2026-10-30 20:00 +Thu 2026-01-01 00:00$/m);
    expect(out).toMatch(/^ +best +- +4 h +1 h$/m);
  });

  test('begins a day later where a region to the west is still in a year that is not known, and ends with the contract', async () => {
    const contract = join(folder, 'regions.plan');
    const rows = 'covers 2026..2028; 2026-12-25';
    await writeFile(
      contract,
      `contract "Two zones" { effective 2026-01-01 until 2026-06-30 in Europe/Berlin; binds by opened }
holidays Days { ${rows} }
regions by site { East zone Europe/Berlin holidays Days; West zone America/New_York holidays Days }
calendar Office { zone of region; open Mon..Fri 09:00-17:00; holidays of region }
plan A { targets { respond; all | 4 h in Office } }
`,
    );
    const { code, out } = await call(['compare', contract]);
    expect(code).toBe(0);
    expect(out).toContain('every ticket opened from 2026-01-02 to 2026-06-30 (Europe/Berlin)');
  });

  test('says where a plan is later than the one to its left, for how much of the time and by how much', async () => {
    const { out } = await call(['compare', MATTERMOST, '--json', '--to', '2026-12-31']);
    const answer = JSON.parse(out) as {
      promises: { tickets: { severities: string[] }; plans: { againstThePlanBefore: unknown }[] }[];
    };
    const lowest = answer.promises.find(({ tickets }) => tickets.severities.includes('L4'));
    expect(lowest?.plans[2]?.againstThePlanBefore).toMatchObject({
      later: {
        from: '2026-01-02T01:00:00.001Z',
        ticket: { opened: '2026-01-02T01:01:00Z', gapSeconds: 60 },
        widest: { gapSeconds: 7 * 3600 },
      },
      unknownFrom: null,
    });
    expect(lowest?.plans[0]?.againstThePlanBefore).toBeNull();
  });

  test.each([80, 160])('fits %d columns', async (columns) => {
    const { out } = await call(['compare', MST, '--to', '2026-12-31'], { columns });
    expect(longest(out)).toBeLessThanOrEqual(columns);
    expect(out.split('S1 in Americas')).toHaveLength(columns === 80 ? 3 : 2);
  });

  test('tells regions apart where their hours differ, and nothing that makes no difference', async () => {
    const { out } = await call(['compare', MST, '--to', '2026-12-31', '--plan', 'Premium']);
    // Plain hours are the same everywhere.
    expect(out).toMatch(/^S1 +promise +2 h$/m);
    expect(out).not.toContain('Americas');
    expect(out).not.toContain('later');
  });

  test('takes the plans of several contracts, and severities by their names', async () => {
    const other = join(folder, 'other.plan');
    await cp(DESK, other);
    const { code, out } = await call(['compare', DESK, other, '--to', '2026-12-31'], { columns: 160 });
    expect(code).toBe(0);
    expect(out).toMatch(/: 1 Basic/);
    expect(out).toMatch(/never +never/);
    expect(out).not.toContain('no such ticket');
  });

  test('takes compiled plans, and gives the same answer', async () => {
    const compiled = join(folder, 'mst.json');
    await call(['compile', MST, '--out', compiled]);
    const [one, other] = await Promise.all(
      [MST, compiled].map((file) => call(['compare', file, '--json', '--to', '2026-06-30'])),
    );
    // A compiled plan names its contract from where it lies itself.
    const figures = (out = ''): string => out.replace(/"file": ".*?"/g, '');
    expect(figures(other?.out) === figures(one?.out)).toBe(true);
  });

  test('ends of itself where holidays do, and an end that lies behind is refused with the last that is known', async () => {
    const { out } = await call(['compare', MATTERMOST]);
    expect(out).toContain('to 2032-12-29');
    const { code, err } = await call(['compare', MATTERMOST, '--to', '2033-06-01']);
    expect(code).toBe(2);
    expect(err).toContain('--to 2032-12-29');
    expect(err).toContain('its holidays are listed for');
  });

  test.each([
    [['--plan', 'Premum'], 'did you mean `Premium`?'],
    [['--target', 'resond'], 'did you mean `respond`?'],
    [['--from', '2026-13-01'], 'is no date'],
    [['--from', '2026-06-01', '--to', '2026-05-01'], '--to lies before'],
    [['--from', '1960-01-01', '--to', '1960-02-01'], 'from 1971 to 2099'],
  ])('a slip such as %j is a message with a way out', async (flags, said) => {
    const { code, err } = await call(['compare', MST, ...flags]);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err).not.toContain('bug');
  });
});

describe('prove', () => {
  test('proves a claim over every instant of its span, and ends with 0', async () => {
    const { code, out } = await call(['prove', MST, 'Premium >= Standard']);
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'proved: Premium >= Standard',
        '  holds for respond',
        '  looked at every ticket opened from 2026-01-01 to 2036-01-02 (UTC), to the millisecond',
        'time-zone data 2025c',
        '',
      ]
        .join('\n')
        .replace('2025c', /time-zone data (\S+)/.exec(out)?.[1] ?? ''),
    );
  });

  test('refutes one by a ticket with both its deadlines, and says how to see why', async () => {
    const { code, out } = await call(['prove', MATTERMOST, 'Premier >= Enterprise'], { columns: 160 });
    expect(code).toBe(1);
    expect(out).toContain('refuted: Premier >= Enterprise\n  respond L4, opened Thu 2026-01-01 17:01 -08:00');
    expect(out).toMatch(/Premier +due Fri 2026-01-02 17:01 -08:00/);
    expect(out).toMatch(/Enterprise +due Fri 2026-01-02 17:00 -08:00/);
    expect(out).toContain('at most 7 h, opened Sat 2026-01-03 00:00 -08:00');
    expect(out).toContain('holds for respond L1; respond L2; respond L3');
    const commands = [...out.matchAll(/^ +surety (why .*)$/gm)].map(([, argv = '']) => argv.split(' '));
    expect(commands).toHaveLength(2);
    const answers = await Promise.all(commands.map((argv) => call(argv)));
    expect(answers.map((answer) => answer.code)).toEqual([0, 0]);
    expect(answers[0]?.out).toContain('due Fri 2026-01-02 17:01 -08:00');
    expect(answers[1]?.out).toContain('due Fri 2026-01-02 17:00 -08:00');
  });

  test('fits 80 columns but for the commands that are to be copied', async () => {
    const { out } = await call(['prove', MATTERMOST, 'Premier >= Enterprise'], { columns: 80 });
    expect(longest(out.replace(/^ +surety why .*$/gm, ''))).toBeLessThanOrEqual(80);
  });

  test.each([
    ['Premier never later than Enterprise', 1],
    ['Enterprise <= Premier', 1],
    ['Enterprise L4 respond >= Premier', 1],
    ['Premier L1 >= Enterprise', 0],
    ['Premier respond severity=L1 >= respond L2', 0],
    ["'Premier' L2 >= L1", 1],
    // Nothing is later than best effort.
    ['Enterprise >= Professional', 0],
    ['Professional >= Enterprise', 1],
  ])('%s ends with %d', async (claim, code) => {
    expect(await call(['prove', MATTERMOST, claim])).toMatchObject({ code, err: '' });
  });

  test('says of a promise that is none what it is', async () => {
    const { out } = await call(['prove', MATTERMOST, 'Professional L1 >= Enterprise']);
    expect(out).toMatch(/Professional +no deadline +best effort/);
    expect(out).toContain('no deadline where the other has one; for 100.0% of all instants');
  });

  test('decides nothing where a deadline waits for what is to come', async () => {
    const text = (await readFile(DESK, 'utf8')).replace('8 h in Office', 'as agreed');
    const path = join(folder, 'desk.plan');
    await writeFile(path, text);
    const { code, out } = await call(['prove', path, 'Basic resolve >= Basic respond']);
    expect(code).toBe(1);
    expect(out).toContain('cannot be compared before it is known when they end');
  });

  test('holds the verdict on each promise as JSON', async () => {
    const { code, out } = await call(['prove', '--json', MATTERMOST, 'Premier >= Enterprise']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      proved: false,
      contractVersion: expect.any(String) as string,
      tzdata: process.versions.tz,
      openedFrom: '2026-01-01T08:00:00Z',
      promises: [
        { verdict: 'proved' },
        { verdict: 'proved' },
        { verdict: 'proved' },
        { verdict: 'refuted', later: { ticket: { opened: '2026-01-02T01:01:00Z', gapSeconds: 60 } } },
      ],
    });
  });

  test('needs no name of a plan where the contract has one', async () => {
    const [named, unnamed] = await Promise.all(
      ['Only respond P1 >= Only respond P2', 'respond P1 >= respond P2'].map((claim) =>
        call(['prove', '--json', 'test/corpus/good/by-severity.plan', claim.replaceAll('Only', 'Basic')]),
      ),
    );
    expect(named?.code).toBe(0);
    expect(JSON.parse(unnamed?.out ?? '')).toEqual({
      ...(JSON.parse(named?.out ?? '') as object),
      claim: 'respond P1 >= respond P2',
    });
  });

  test.each([
    ['Premum >= Standard', 'did you mean `Premium`?'],
    ['Premium >= Standard S9', 'severities: S1, S2, S3, S4'],
    ['Premium resond >= Standard', 'did you mean `respond`?'],
    ['Premium > Standard', 'write it as "Premium >= Standard"'],
    ['Premium >= Standard >= Enhanced', 'write it as "Premium >= Standard"'],
    ['Premium S1 S2 >= Standard', 'two of a kind'],
    ['Premium langage=German >= Standard', 'no fact'],
  ])('%s is a message with a way out', async (claim, said) => {
    const { code, err } = await call(['prove', MST, claim]);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});

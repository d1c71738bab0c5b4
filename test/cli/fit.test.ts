import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call, DESK } from './call.ts';

let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-fit-'));
});

afterEach(() => rm(folder, { recursive: true }));

const MAPPING = {
  log: { format: 'csv' },
  times: { format: 'iso', zone: 'Europe/Berlin' },
  ticket: 'id',
  opened: { column: 'opened' },
  stops: { respond: { column: 'answered', absent: 'unmeasured' } },
  severity: { column: 'severity', take: 'first' },
};

/** Three weeks of a ticket at ten every working day, answered after half an hour or an hour. */
async function writeLog(): Promise<readonly string[]> {
  const rows = Array.from({ length: 21 }, (_, i) => i)
    .filter((i) => i % 7 < 5)
    .map((i) => {
      const date = new Date(Date.UTC(2026, 0, 5 + i)).toISOString().slice(0, 10);
      return `${i},${date}T10:00,${date}T${i % 2 === 0 ? '10:30' : '11:00'},P${(i % 2) + 1}`;
    });
  await writeFile(inFolder('log.csv'), `id,opened,answered,severity\n${rows.join('\n')}\n`);
  await writeFile(inFolder('log.map.json'), JSON.stringify(MAPPING));
  return ['fit', inFolder('log.csv'), '--map', inFolder('log.map.json'), '--contract', DESK];
}

interface Fit {
  readonly tickets: number;
  readonly against: string;
  readonly hourOfDay: number;
  readonly weekday: number;
  readonly durations: readonly { readonly metric: string; readonly distance: number }[];
}

describe('fit', () => {
  test('writes a simulation that is sound, in its canonical form, and plays', async () => {
    const fit = await writeLog();
    const sim = inFolder('ours.sim');
    const { code, out, err } = await call([...fit, '--out', sim]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^fitted to 15 tickets of log\.csv\n3 weeks from 2026-01-05 to 2026-01-25 in Europe\/Berlin\n/,
    );
    expect(await readFile(sim, 'utf8')).toContain('rate        5 per week');
    expect((await call(['fmt', '--check', sim])).code).toBe(0);
    const checked = await call(['check', sim]);
    expect(checked.out).not.toContain('error');
    const played = JSON.parse((await call(['simulate', sim, '--json'])).out) as { tickets: number };
    expect(played.tickets).toBeGreaterThan(40);
  }, 30_000);

  test('prints the simulation where no file is named, and the distances aside', async () => {
    const { code, out, err } = await call(await writeLog());
    expect(code).toBe(0);
    expect(out).toContain('simulation "after log.csv" {');
    expect(err).toContain('against the same weeks');
  });

  test('is held against the weeks that it has not seen', async () => {
    const fit = await writeLog();
    const said = await call([...fit, '--weeks', 'odd', '--json']);
    const { tickets, against, hourOfDay, durations } = JSON.parse(said.out) as Fit;
    expect({ tickets, against, hourOfDay }).toEqual({
      tickets: 10,
      against: 'the weeks left out',
      hourOfDay: 0,
    });
    expect(durations.map(({ metric }) => metric)).toEqual(['respond']);
  });

  test('gives the facts that the log tells their shares, and says how far they are and what it left out', async () => {
    const [, log, ...flags] = (await writeLog()) as [string, string, ...string[]];
    const lines = (await readFile(log, 'utf8')).trim().split('\n');
    // Two of three write German; one says nothing.
    const languages = lines.slice(1).map((_, i) => (i === 0 ? '' : i % 3 === 1 ? 'English' : 'German'));
    const rows = lines.map(
      (line, i) => `${line},${i === 0 ? 'language,seats' : `${languages[i - 1] ?? ''},7`}`,
    );
    await writeFile(log, `${rows.join('\n')}\n`);
    const facts = {
      language: { column: 'language', take: 'last' },
      seats: { column: 'seats', take: 'last' },
    };
    await writeFile(inFolder('log.map.json'), JSON.stringify({ ...MAPPING, facts }));
    const contract = (await readFile(DESK, 'utf8')).replace(
      'severities {',
      'facts {\n  language one of German, English\n  seats number\n}\n\nseverities {',
    );
    await writeFile(inFolder('desk.plan'), contract);
    const fit = ['fit', log, ...flags.slice(0, -1), inFolder('desk.plan')];
    const sim = inFolder('ours.sim');
    const { code, out, err } = await call([...fit, '--out', sim]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(await readFile(sim, 'utf8')).toMatch(/^ +fact +language English 5, German 9$/m);
    expect(out).toMatch(/^ +language +0\.\d{3}$/m);
    expect(out).toMatch(/^ +severity +0\.\d{3}$/m);
    expect(out).toContain('`language` is said by 14 of the 15 tickets');
    expect(out).toContain('Left out: `seats`.');
    const said = JSON.parse((await call([...fit, '--json'])).out) as {
      readonly facts: readonly { readonly fact: string; readonly distance: number }[];
      readonly factsLeftOut: readonly string[];
    };
    expect(said.factsLeftOut).toEqual(['seats']);
    expect(said.facts.map(({ fact }) => fact)).toEqual(['language']);
    // One in fifteen says nothing, and everybody does in the simulation.
    expect(said.facts[0]?.distance).toBeGreaterThanOrEqual(1 / 15 - 1e-9);
    expect(said.facts[0]?.distance).toBeLessThan(0.25);
    expect((await call(['check', sim])).code).toBe(0);
  }, 30_000);

  test('writes nothing where something is wrong, and says what', async () => {
    const fit = await writeLog();
    const sim = inFolder('ours.sim');
    const refuse = async (...flags: string[]): Promise<string> => {
      const { code, out, err } = await call([...fit, ...flags]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(existsSync(sim)).toBe(false);
      return err;
    };
    expect(await refuse('--out', inFolder('ours.plan'))).toContain('name a .sim file');
    expect(await refuse('--out', sim, '--from', '2026-01-06', '--to', '2026-01-11')).toContain(
      'no whole week',
    );
    expect(await refuse('--out', sim, '--from', 'yesterday')).toContain('--from `yesterday` is no date');
    expect(await refuse('--out', sim, '--weeks', 'some')).toContain('none of all, odd and even');
    expect(await refuse('--out', sim, '--zone', 'Berlin')).toContain('--zone `Berlin` is no zone');
    const unknown = await call([...fit, '--out', sim, '--holidays', 'Nowhere']);
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('Nowhere');
    expect(existsSync(sim)).toBe(false);
  });
});

const LOG = '../shared/data/uci-incident/incident_event_log.official-header.csv.gz';

// The log is not part of the repository; where it is missing, this says so by being skipped.
describe.skipIf(!existsSync(LOG))('fitted to every other week of a real log', () => {
  const HOLIDAYS = `holidays Brazil {
  source  "national holidays of Brazil in the first half of 2016, and Fridays between one and a weekend"
  covers  2016..2016
  2016-03-25  "Good Friday"
  2016-04-21  "Tiradentes"
  2016-04-22  "Friday after Tiradentes"
  2016-05-26  "Corpus Christi"
  2016-05-27  "Friday after Corpus Christi"
}
`;

  test.each(['odd', 'even'])(
    '(%s) a simulation is near the weeks left out',
    async (weeks) => {
      const mapping = JSON.parse(await readFile('simulations/uci.map.json', 'utf8')) as Record<
        string,
        unknown
      >;
      const { region: _, channel: __, ...rest } = mapping;
      const own = {
        ...rest,
        stops: { resolve: { column: 'resolved_at', absent: 'unmeasured' } },
        severity: { column: 'priority', take: 'last', values: { 1: 'P1', 2: 'P2', 3: 'P3', 4: 'P4' } },
      };
      await writeFile(inFolder('own.map.json'), JSON.stringify(own));
      await mkdir(inFolder('holidays'));
      await writeFile(inFolder('holidays/Brazil.plan'), HOLIDAYS);
      const { out } = await call([
        ...['fit', LOG, '--map', inFolder('own.map.json'), '--contract', 'contracts/uci-service-desk.plan'],
        ...['--from', '2016-02-29', '--to', '2016-05-31', '--weeks', weeks, '--holidays', 'Brazil'],
        ...['--out', inFolder('ours.sim'), '--json'],
      ]);
      const { hourOfDay, weekday, durations } = JSON.parse(out) as Fit;
      expect(hourOfDay).toBeLessThan(0.05);
      expect(weekday).toBeLessThan(0.05);
      expect(durations.map(({ metric }) => metric)).toEqual(['resolve']);
      expect(durations[0]?.distance).toBeLessThan(0.05);
    },
    60_000,
  );

  test('knows an export, and takes a mapping that is ready, as replay does', async () => {
    const log = 'test/simulate/history/exports/jira-cloud.csv';
    const contract = ['--contract', 'test/simulate/history/exports/desk.plan'];
    const asked = await call(['fit', log, ...contract]);
    expect(asked.code).toBe(2);
    expect(asked.err).toContain('write `--map jira-csv`, with `--log-zone`');
    const three = await call(['fit', log, ...contract, '--map', 'jira-csv', '--log-zone', 'Europe/Berlin']);
    // Three tickets on two days are read, and are no week.
    expect(three.err).toContain('there is no whole week');
  });
});

import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { simulate } from '../../src/simulate/run.ts';
import { loadSimulation } from '../../src/workspace/load.ts';
import { RUNTIME_ZONES } from '../../src/workspace/runtime-zones.ts';

const UCI = '../shared/data/uci-incident/incident_event_log.official-header.csv.gz';

const MAP = {
  log: { format: 'csv' },
  times: { format: 'yyyy-mm-dd HH:MM', zone: 'Europe/Berlin' },
  ticket: 'id',
  opened: { column: 'opened' },
  stops: {},
  severity: { column: 'severity', take: 'last' },
};

const LOG = `id,opened,severity,minutes
1,2026-03-02 09:00,P1,10
2,2026-03-03 10:00,P2,20
3,2026-03-04 10:00,P9,30
4,2026-03-11 10:30,P2,
`;

const CONTRACT = `contract "Desk" version "1" {
  effective  2026-01-01 in Europe/Berlin
}
severities {
  P1  "nobody can work"
  P2  "somebody cannot"
}
plan Basic {
  targets {
        respond
    P1  1 h
    P2  4 h
  }
}
`;

const simulationOf = (arrivals: string, work = 'otherwise fixed 10 min'): string => `simulation "A log" {
  contract "desk.plan"
  plans    Basic
  span     2026-03-02 .. 2026-03-15 in Europe/Berlin
  seed     4
  arrivals "the log" {
    ${arrivals}
  }
  work "answer" stops respond at end {
    ${work}
  }
  desk {
    team "Line" 2 agents in 24x7
    takes by arrival
  }
}
`;

const USUAL = `zone Europe/Berlin
    rate 60 per week
    hours {
      Mon..Sun 1 1 1 1 1 1 2 3 8 9 9 9 8 8 8 8 7 3 2 1 1 1 1 1
    }
    severities P1 10%, P2 90%`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-logged-'));
  await writeFile(join(folder, 'desk.plan'), CONTRACT);
  await writeFile(join(folder, 'tickets.csv'), LOG);
  await writeFile(join(folder, 'tickets.map.json'), JSON.stringify(MAP));
});
afterEach(() => rm(folder, { recursive: true }));

async function load(arrivals: string, work?: string) {
  const file = join(folder, 'a.sim');
  await writeFile(file, simulationOf(arrivals, work));
  const loaded = await loadSimulation(file);
  // What the contract leaves open is no matter here.
  return { ...loaded, diagnostics: loaded.diagnostics.filter(({ level }) => level === 'error') };
}

async function outcomeOf(arrivals: string, work?: string) {
  const { simulation, plan, diagnostics } = await load(arrivals, work);
  if (simulation === null) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return simulate(simulation, plan(), loadPlan(plan(), RUNTIME_ZONES));
}

describe('a simulation that names a log', () => {
  test('plays its tickets, and says which it could not use', async () => {
    const { tickets, notes } = await outcomeOf('log "tickets.csv" by "tickets.map.json" as written');
    expect([...tickets.opened].map((opened) => new Date(opened).toISOString())).toEqual([
      '2026-03-02T08:00:00.000Z',
      '2026-03-03T09:00:00.000Z',
      '2026-03-11T09:30:00.000Z',
    ]);
    expect([...tickets.severity]).toEqual([0, 1, 1]);
    expect(notes.find((note) => note.includes('tickets.csv'))).toContain('1 others could not be used');
  });

  test.each([
    ['log "tickts.csv" by "tickets.map.json" as written', '`tickts.csv`: no such file'],
    ['log "tickets.csv" by "ticket.map.json" as written', '`ticket.map.json`: no such file'],
    ['log "tickets.csv" by "desk.plan" as written', '`desk.plan`: '],
    ['log "desk.plan" by "tickets.map.json" as written', '`desk.plan`: '],
    ['log "/tmp/tickets.csv" by "tickets.map.json" as written', 'begins at the root of one machine'],
    [
      'log "tickets.csv" by "tickets.map.json" as written\n    rate 40 per week',
      '`rate` would say them again',
    ],
  ])('%s is one finding, where it stands', async (arrivals, message) => {
    const { simulation, diagnostics } = await load(arrivals);
    expect(simulation).toBeNull();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toContain(message);
    expect(diagnostics[0]?.help).not.toBeNull();
    expect(diagnostics[0]?.place.source.name).toBe(join(folder, 'a.sim'));
  });

  test('whose dates are not those of the span says which they are', async () => {
    await writeFile(join(folder, 'tickets.csv'), LOG.replaceAll('2026', '2025'));
    const { diagnostics } = await load('log "tickets.csv" by "tickets.map.json" as written');
    expect(diagnostics[0]?.message).toContain(
      'has tickets from 2025-03-02 to 2025-03-11, and none in the span',
    );
  });

  test.each([
    ['resampled by week', '2026-03-03 to 2026-03-11, which is no whole week'],
    ['resampled by day', '2026-03-03 to 2026-03-08, which is no whole week'],
  ])('%s needs a week', async (how, message) => {
    const short = LOG.replace('2026-03-02', '2026-03-03');
    await writeFile(
      join(folder, 'tickets.csv'),
      how.endsWith('day') ? short.replace('03-11', '03-08') : short,
    );
    const { diagnostics } = await load(`log "tickets.csv" by "tickets.map.json" ${how}`);
    expect(diagnostics[0]?.message).toContain(message);
  });

  test('of tickets of which none can be used says why', async () => {
    await writeFile(join(folder, 'tickets.csv'), LOG.replaceAll(/P[129]/g, 'P7'));
    const { diagnostics } = await load('log "tickets.csv" by "tickets.map.json" as written');
    expect(diagnostics[0]?.message).toContain('has no tickets that can be used');
    expect(diagnostics[0]?.help).toContain('a severity');
  });

  test('takes times from a column, each number as likely, empty fields apart', async () => {
    const { simulation } = await load(USUAL, 'otherwise from "tickets.csv" column minutes');
    expect(simulation?.work[0]?.times[0]?.time).toEqual({ kind: 'values', seconds: [600, 1200, 1800] });
    const hours = await load(USUAL, 'otherwise from "tickets.csv" column id in hours');
    expect(hours.simulation?.work[0]?.times[0]?.time).toEqual({
      kind: 'values',
      seconds: [3600, 7200, 10_800, 14_400],
    });
  });

  test.each([
    ['otherwise from "times.csv" column minutes', '`times.csv`: no such file'],
    ['otherwise from "tickets.csv" column hours', 'hours'],
    ['otherwise from "tickets.csv" column id', 'in which unit the numbers of `id` are'],
    ['otherwise from "tickets.csv" column minutes in weeks', '`weeks` is no unit'],
    [
      'otherwise from "tickets.csv" column severity in hours',
      'line 2 has `P1` in `severity`, which is no time',
    ],
  ])('%s is one finding, where it stands', async (work, message) => {
    const { diagnostics } = await load(USUAL, work);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toContain(message);
  });
});

describe.skipIf(!existsSync(UCI))(
  `the UCI incident log, week by week${existsSync(UCI) ? '' : ` (skipped: no ${UCI})`}`,
  () => {
    test('comes as often as in its weeks, on each hour of the week', async () => {
      const map = relative(folder, resolve('simulations/uci.map.json'));
      await writeFile(
        join(folder, 'b.sim'),
        simulationOf(`log "${relative(folder, resolve(UCI))}" by "${map}" resampled by week`)
          .replace('"desk.plan"', `"${relative(folder, resolve('contracts/mst.plan'))}"`)
          .replace('Basic', 'Standard')
          .replace('2026-03-15', '2026-06-28'),
      );
      const { simulation, diagnostics, plan } = await loadSimulation(join(folder, 'b.sim'));
      if (simulation === null) throw new Error(diagnostics.map(({ message }) => message).join('; '));
      const log = simulation.arrivals[0]?.log;
      expect(log?.tickets.length).toBeGreaterThan(24_900);
      const outcome = simulate({ ...simulation, runs: 1 }, plan(), loadPlan(plan(), RUNTIME_ZONES));
      // The profile of the log is that of office hours; drawn weeks have it, and weekends as quiet as they were.
      const hours = new Array<number>(7).fill(0);
      for (const opened of outcome.tickets.opened) hours[(new Date(opened).getUTCDay() + 6) % 7]! += 1;
      expect(Math.min(...hours.slice(0, 5))).toBeGreaterThan(5 * Math.max(...hours.slice(5)));
    });
  },
);

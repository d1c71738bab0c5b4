import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { createTickets } from '../../src/simulate/arrivals/tickets.ts';
import { drawDurations } from '../../src/simulate/desk/durations.ts';
import { prepareSimulation } from '../../src/simulate/prepare.ts';
import { createDraws } from '../../src/simulate/random/draws.ts';
import { whatIf } from '../../src/simulate/what-if.ts';
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

  test('is of a contract that is named from where it lies, and not from the root of one machine', async () => {
    const file = join(folder, 'a.sim');
    const text = simulationOf('log "tickets.csv" by "tickets.map.json" as written');
    await writeFile(file, text.replace('"desk.plan"', `"${join(folder, 'desk.plan')}"`));
    await expect(loadSimulation(file)).rejects.toThrow('the path begins at the root of one machine');
  });

  test('may take the tickets of some dates of its zone alone, and says how many it leaves', async () => {
    const of = async (dates: string) => {
      const { tickets, notes } = await outcomeOf(
        `log "tickets.csv" by "tickets.map.json" ${dates} as written`,
      );
      return { count: tickets.count, note: notes.find((note) => note.includes('tickets.csv')) };
    };
    expect(await of('from 2026-03-03 to 2026-03-11')).toMatchObject({ count: 2 });
    expect(await of('from 2026-03-02 to 2026-03-02')).toMatchObject({ count: 1 });
    // Of the dates behind its last ticket a log tells nothing.
    expect((await of('from 2026-03-04 to 2026-03-29')).note).toContain(
      'opened from 2026-03-04 to 2026-03-11 (2 of other dates are left out),',
    );
  });

  test.each([
    [
      'log "tickets.csv" by "tickets.map.json" from 2026-04-01 to 2026-04-30 as written',
      'has tickets from 2026-03-02 to 2026-03-11, and none of these dates',
    ],
    ['log "tickets.csv" by "tickets.map.json" from 2026-03-11 to 2026-03-02 as written', '2026-03-11'],
    ['log "tickets.csv" by "tickets.map.json" from 2026-02-30 to 2026-03-02 as written', '2026-02-30'],
    [
      'log "tickets.csv" by "tickets.map.json" from 2026-03-03 to 2026-03-10 resampled by week',
      'is taken from 2026-03-03 to 2026-03-10, which is no whole week',
    ],
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

describe('what a log tells of a ticket', () => {
  const STORIES = `id,at,status,severity,language,minutes
1,2026-03-02 09:00,new,P1,German,12
1,2026-03-02 09:30,waiting,P1,German,12
1,2026-03-02 11:00,work,P1,German,12
1,2026-03-02 12:00,waiting,P1,German,12
1,2026-03-02 12:15,done,P1,German,12
2,2026-03-04 10:00,new,P2,English,
2,2026-03-04 10:30,done,P2,English,
`;
  const STORY_MAP = {
    ...MAP,
    eventTime: 'at',
    opened: { event: 'first' },
    states: { 'waiting for customer': { column: 'status', is: ['waiting'] } },
    facts: { language: { column: 'language', take: 'first' } },
  };
  const TALKING = CONTRACT.replace(
    'severities {',
    'facts {\n  language one of German, English, French\n}\nstate "waiting for customer"\nseverities {',
  );
  const takes = (more: string) => `log "tickets.csv" by "tickets.map.json" as written\n    ${more}`;
  const WORK = 'otherwise fixed 7 min';

  beforeEach(async () => {
    await writeFile(join(folder, 'desk.plan'), TALKING);
    await writeFile(join(folder, 'tickets.csv'), STORIES);
    await writeFile(join(folder, 'tickets.map.json'), JSON.stringify(STORY_MAP));
  });

  async function stepsOf(more: string) {
    const file = join(folder, 'a.sim');
    const wait = '  wait "for the user" {\n    otherwise fixed 1 h\n  }\n  desk {';
    await writeFile(file, simulationOf(takes(more), WORK).replace('  desk {', wait));
    const { simulation, plan, diagnostics } = await loadSimulation(file);
    if (simulation === null) throw new Error(diagnostics.map(({ message }) => message).join('; '));
    const prepared = prepareSimulation(simulation, plan(), loadPlan(plan(), RUNTIME_ZONES));
    const draws = createDraws(simulation.seed, 0);
    const tickets = createTickets(prepared.streams, draws);
    return {
      tickets,
      minutes: [...drawDurations(prepared.times, tickets, prepared.streams, draws)].map((ms) => ms / 60_000),
    };
  }

  test('how long its work took, and how long it waited in a state, stay with it', async () => {
    const none = await stepsOf('');
    expect(none.minutes).toEqual([7, 60, 7, 60]);
    const both = await stepsOf(
      'takes "answer" from column minutes\n    takes "for the user" from state waiting for customer',
    );
    // The first waited twice; the second never, and what its work took is not written down.
    expect(both.minutes).toEqual([12, 105, 7, NaN]);
  });

  test('what it says of facts is said, and drawn where it says nothing', async () => {
    const { tickets } = await stepsOf('fact language French 100%');
    expect(tickets.facts.map(({ words }) => [...words])).toEqual([[0, 1]]);
    await writeFile(join(folder, 'tickets.csv'), STORIES.replaceAll('English', ''));
    const silent = await stepsOf('fact language French 100%');
    expect(silent.tickets.facts.map(({ words }) => [...words])).toEqual([[0, 2]]);
  });

  test.each([
    ['takes "answr" from column minutes', 'there is no step `answr`'],
    ['takes "answer" from column effort', 'in which unit the numbers of `effort` are'],
    ['takes "answer" from column effort in hours', '`effort`'],
    ['takes "answer" from column language in hours', 'has `German` in `language`, which is no time'],
    ['takes "answer" from state on hold', 'does not say when a ticket is in the state `on hold`'],
  ])('%s is one finding', async (more, message) => {
    const { simulation, diagnostics } = await load(takes(more), WORK);
    expect(simulation).toBeNull();
    expect(diagnostics.map((each) => each.message)).toEqual([expect.stringContaining(message)]);
  });

  test('without a log a step cannot take as long as it says', async () => {
    const { diagnostics } = await load(`${USUAL}\n    takes "answer" from column minutes`, WORK);
    expect(diagnostics.map((each) => each.message)).toEqual(['`the log` has no `log`']);
  });

  test('times of a log are longer and shorter with what-if changes, too', async () => {
    const { simulation, plan } = await load(takes('takes "answer" from column minutes'), WORK);
    if (simulation === null) throw new Error('it has no errors');
    const result = whatIf(simulation, plan(), [
      { kind: 'times', step: 'answer', factor: 0.5 },
      { kind: 'arrivals', stream: null, factor: 2 },
    ]);
    if (result.kind === 'wrong') throw new Error(result.message);
    expect(result.simulation.arrivals[0]?.log).toMatchObject({
      factor: 2,
      steps: [{ name: 'answer', factor: 0.5 }],
    });
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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { summarize } from '../../src/simulate/summarize.ts';
import { simulate } from '../../src/simulate/run.ts';
import { prepareSimulation } from '../../src/simulate/prepare.ts';
import { simulateRun } from '../../src/simulate/run.ts';
import { loadSimulation } from '../../src/workspace/load.ts';
import { RUNTIME_ZONES } from '../../src/workspace/runtime-zones.ts';

const SWINGS = 'test/corpus/good/swings.sim';
const HOUR = 3_600_000;

async function loaded(path: string) {
  const { simulation, plan, diagnostics } = await loadSimulation(path);
  if (simulation === null) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return { simulation, plan: plan() };
}

describe('what tickets say of facts', () => {
  test('comes in its shares, and chooses their cells', async () => {
    const { simulation, plan } = await loaded(SWINGS);
    const engine = loadPlan(plan, RUNTIME_ZONES);
    const { tickets, plans } = simulate(simulation, plan, engine);
    expect(tickets.facts.map(({ fact }) => plan.facts[fact]?.name)).toEqual(['language', 'product', 'addon']);
    const [language, product, addon] = tickets.facts.map(({ words }) => words);
    if (language === undefined || product === undefined || addon === undefined)
      throw new Error('three facts');
    const german = language.filter((word) => word === 0).length / tickets.count;
    const bought = addon.filter((word) => word === 0).length / tickets.count;
    expect(german).toBeGreaterThan(0.36);
    expect(german).toBeLessThan(0.44);
    expect(bought).toBeGreaterThan(0.22);
    expect(bought).toBeLessThan(0.28);
    const due = plans[0]?.metrics[0]?.due ?? new Float64Array();
    const quick = [...due.keys()].filter(
      (row) => (due[row] ?? NaN) - (tickets.opened[row] ?? NaN) === 0.25 * HOUR,
    );
    // Fifteen minutes, elapsed, are for P1 of the cloud with the add-on, and for nobody else.
    expect(quick.length).toBeGreaterThan(10);
    expect(quick).toEqual(
      [...due.keys()].filter((row) => tickets.severity[row] === 0 && product[row] === 0 && addon[row] === 0),
    );
    // Hours depend on the language: what is opened at 18:00 is due the same evening in German alone.
    const evening = [...due.keys()].filter(
      (row) => tickets.severity[row] === 0 && product[row] === 1 && isEvening(tickets.opened[row] ?? NaN),
    );
    expect(evening.length).toBeGreaterThan(0);
    for (const row of evening) {
      const soon = (due[row] ?? NaN) - (tickets.opened[row] ?? NaN) < 14 * HOUR;
      expect(soon).toBe(language[row] === 0);
    }
  });

  test('an event says its own, and the rest of it as the stream does', async () => {
    const { simulation, plan } = await loaded(SWINGS);
    const run = simulateRun(prepareSimulation(simulation, plan, loadPlan(plan, RUNTIME_ZONES)), 0);
    const ofRelease = [...run.tickets.stream.keys()].filter((row) => run.tickets.stream[row] === 1);
    expect(ofRelease.length).toBeGreaterThan(50);
    expect(ofRelease.every((row) => run.tickets.facts[1]?.words[row] === 0)).toBe(true);
    expect(new Set(ofRelease.map((row) => run.tickets.facts[0]?.words[row]))).toEqual(new Set([0, 1]));
  });

  test('one more fact changes no draw of another', async () => {
    const { simulation, plan } = await loaded(SWINGS);
    const engine = loadPlan(plan, RUNTIME_ZONES);
    const withoutProduct = {
      ...simulation,
      arrivals: simulation.arrivals.map((stream) => ({
        ...stream,
        events: [],
        facts: stream.facts.filter(({ fact }) => fact !== 'product'),
      })),
    };
    const without = {
      ...simulation,
      arrivals: simulation.arrivals.map((stream) => ({ ...stream, events: [] })),
    };
    const [all, fewer] = [without, withoutProduct].map(
      (each) => simulateRun(prepareSimulation({ ...each, plans: [] }, plan, engine), 0).tickets,
    );
    expect(fewer?.opened).toEqual(all?.opened);
    expect(fewer?.facts[0]).toEqual(all?.facts[0]);
    expect(fewer?.facts[1]).toEqual(all?.facts[2]);
  });

  test('keeps teams to the tickets they serve: without anybody who speaks English, those are never done', async () => {
    const { simulation, plan } = await loaded(SWINGS);
    const german = { ...simulation, desk: { ...simulation.desk, teams: simulation.desk.teams.slice(0, 1) } };
    const { tickets, plans } = simulate({ ...german, runs: 1 }, plan, loadPlan(plan, RUNTIME_ZONES));
    const stopped = plans[0]?.metrics[0]?.stopped ?? new Float64Array();
    const done = [...stopped.keys()].filter((row) => !Number.isNaN(stopped[row]));
    expect(done).toEqual([...stopped.keys()].filter((row) => tickets.facts[0]?.words[row] === 0));
  });

  test('is heard by the rules of the contract', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'surety-facts-'));
    try {
      await writeFile(join(folder, 'desk.plan'), CONTRACT);
      await writeFile(join(folder, 'a.sim'), SIMULATION);
      const { simulation, plan } = await loaded(join(folder, 'a.sim'));
      const outcome = simulate(simulation, plan, loadPlan(plan, RUNTIME_ZONES));
      const due = outcome.plans[0]?.metrics[0]?.due ?? new Float64Array();
      const words = outcome.tickets.facts[0]?.words ?? new Int8Array();
      const waits = [...due.keys()].map(
        (row) => ((due[row] ?? NaN) - (outcome.tickets.opened[row] ?? NaN)) / HOUR,
      );
      // Every ticket is reported as P1; one of a test environment is capped at P2.
      expect(waits.map((wait) => Math.round(wait * 1e6) / 1e6)).toEqual(
        [...words].map((word) => (word === 0 ? 1 : 4)),
      );
      expect(new Set(words)).toEqual(new Set([0, 1]));
      const history = outcome.historyOf?.(0, 0);
      expect(history?.events[0]?.sets?.facts).toEqual([
        { fact: 0, value: words[0] === 0 ? 'production' : 'test' },
      ]);
      expect(summarize(outcome).tickets).toBe(outcome.tickets.count);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

function isEvening(at: number): boolean {
  const local = new Date(at + 2 * HOUR);
  // In summer time, from 17:00 to 18:00 of a working day.
  return (
    at > Date.UTC(2026, 2, 30) &&
    local.getUTCHours() === 17 &&
    local.getUTCDay() >= 1 &&
    local.getUTCDay() <= 5
  );
}

const CONTRACT = `contract "Desk" version "1" {
  effective  2026-01-01 in Europe/Berlin
}
facts {
  environment one of production, test
}
severities {
  P1  "nobody can work"
  P2  "somebody cannot"
}
clock respond {
  starts on opened
  stops  on reply
}
plan Basic {
  targets {
        respond
    P1  1 h
    P2  4 h
  }
}
rule "a test is no emergency" when environment = test then severity at most P2
`;

const SIMULATION = `simulation "A week" {
  contract "desk.plan"
  plans    Basic
  span     2026-03-02 .. 2026-03-08 in Europe/Berlin
  seed     4
  arrivals "all" {
    zone Europe/Berlin
    rate 60 per week
    hours {
      Mon..Sun 1 1 1 1 1 1 2 3 8 9 9 9 8 8 8 8 7 3 2 1 1 1 1 1
    }
    severities P1 100%
    fact environment production 60%, test 40%
  }
  work "answer" stops respond at end {
    otherwise exponential mean 40 min
  }
  desk {
    team "Line" 2 agents in 24x7
    takes by arrival
  }
}
`;

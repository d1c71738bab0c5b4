import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explainFor } from '../../../src/cli/comparison/explain-for.ts';
import { promiseAccountOf } from '../../../src/cli/comparison/promise-account-of.ts';
import { loadPlan } from '../../../src/engine/index.ts';
import { prepareSimulation } from '../../../src/simulate/prepare.ts';
import { outcomeOfRuns, simulateRun } from '../../../src/simulate/run.ts';
import { loadSimulation } from '../../../src/workspace/load.ts';
import { told } from '../../tui/told.ts';

const CONTRACT = `contract "Desk" version "1" {
  effective  2026-01-01 in Europe/Berlin
}
severities {
  P1  "nobody can work"
  P2  "somebody cannot"
}
calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}
state "waiting for customer" "the ball is with the customer"
plan Basic {
  clock resolve { starts on opened; stops on resolved; pauses while waiting for customer; reopen never }
  targets {
        resolve
    P1  8 h in Office
    P2  16 h in 24x7
  }
}
plan Strict {
  clock resolve { starts on opened; stops on resolved; pauses never; reopen never }
  targets {
        resolve
    P1  8 h in Office
    P2  16 h in Office
  }
}
`;

const SIMULATION = `simulation "A week" {
  contract "desk.plan"
  plans    Strict, Basic
  span     2026-03-23 .. 2026-04-05 in Europe/Berlin
  warm-up  1 week
  seed     11
  runs     3
  arrivals "all" {
    zone Europe/Berlin
    rate 40 per week
    hours {
      Mon..Sun 1 1 1 1 1 1 2 3 8 9 9 9 8 8 8 8 7 3 2 1 1 1 1 1
    }
    severities P1 30, P2 70
  }
  wait "the customer" in 70% as waiting for customer {
    otherwise uniform 30 to 3000 min
  }
  work "solution" stops resolve at end {
    otherwise exponential mean 40 min
  }
  desk {
    team "Line" 3 agents in Office
    takes by arrival
  }
}
`;

async function outcome() {
  const folder = await mkdtemp(join(tmpdir(), 'surety-history-'));
  try {
    await writeFile(join(folder, 'desk.plan'), CONTRACT);
    await writeFile(join(folder, 'desk.sim'), SIMULATION);
    const { simulation, plan, diagnostics } = await loadSimulation(join(folder, 'desk.sim'));
    expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
    if (simulation === null) throw new Error('the simulation has errors');
    const compiled = plan();
    const engine = loadPlan(compiled);
    const prepared = prepareSimulation(simulation, compiled, engine);
    const runs = [0, 1, 2].map((run) => simulateRun(prepared, run));
    return { outcome: outcomeOfRuns(prepared, runs), engine };
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the accounting of a simulated ticket', () => {
  test('ends at the deadline that the columns hold, under a plan that pauses and one that does not', async () => {
    const { outcome: played, engine } = await outcome();
    const explain = explainFor(promiseAccountOf(played, engine));
    expect(played.tickets.count).toBeGreaterThan(80);
    let paused = 0;
    played.plans.forEach(({ metrics }, place) => {
      for (let ticket = 0; ticket < played.tickets.count; ticket += 1) {
        const accounting = told(explain(place, 'resolve', ticket));
        if (accounting.kind !== 'accounted') throw new Error(accounting.reason);
        const { stretches } = accounting;
        expect(stretches[0]?.from).toBe(played.tickets.opened[ticket]);
        expect(stretches.at(-1)?.to).toBe(metrics[0]?.due[ticket]);
        if (stretches.some(({ reason }) => reason.includes('waiting for customer'))) paused += 1;
        else if (place === 0) expect(stretches.every(({ reason }) => !reason.includes('paused'))).toBe(true);
      }
    });
    // Seven in ten wait, under one of the two plans.
    expect(paused).toBeGreaterThan(played.tickets.count / 2);
    expect(paused).toBeLessThan(played.tickets.count);
  });

  test('names the line of the contract that pauses', async () => {
    const { outcome: played, engine } = await outcome();
    const explain = explainFor(promiseAccountOf(played, engine));
    const pauses = Array.from({ length: played.tickets.count }, (_, ticket) => explain(1, 'resolve', ticket))
      .flatMap((accounting) => (accounting.kind === 'accounted' ? accounting.stretches : []))
      .filter(({ reason }) => reason.includes('waiting for customer'));
    expect(new Set(pauses.map(({ counted }) => counted))).toEqual(new Set([false]));
    for (const { place } of pauses) expect(place).toMatch(/desk\.plan:15$/);
  });
});

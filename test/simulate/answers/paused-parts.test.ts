import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import { answersOf } from '../../../src/simulate/answers/answers-of.ts';
import { statusCode } from '../../../src/simulate/promises.ts';
import { simulate } from '../../../src/simulate/run.ts';
import { loadSimulation } from '../../../src/workspace/load.ts';

const contract = (pauses: string): string => `contract "Desk" version "1" {
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
clock resolve { starts on opened; stops on resolved; pauses ${pauses}; reopen never }
plan Basic {
  targets {
        resolve
    P1  4 h in Office
    P2  20 h in 24x7
  }
}
`;

const SIMULATION = `simulation "Two weeks" {
  contract "desk.plan"
  plans    Basic
  span     2026-03-23 .. 2026-04-05 in Europe/Berlin
  seed     11
  arrivals "all" {
    zone Europe/Berlin
    rate 120 per week
    hours {
      Mon..Sun 1 1 1 1 1 1 2 3 8 9 9 9 8 8 8 8 7 3 2 1 1 1 1 1
    }
    severities P1 30, P2 70
  }
  work "first look" {
    otherwise exponential mean 20 min
  }
  wait "customer" in 60% as waiting for customer {
    otherwise uniform 30 to 3000 min
  }
  work "solution" stops resolve at end {
    otherwise exponential mean 40 min
  }
  desk {
    team "Line" 3 agents in Office
    takes by deadline
  }
}
`;

async function played(pauses: string) {
  const folder = await mkdtemp(join(tmpdir(), 'surety-paused-'));
  try {
    await writeFile(join(folder, 'desk.plan'), contract(pauses));
    await writeFile(join(folder, 'desk.sim'), SIMULATION);
    const { simulation, plan, diagnostics } = await loadSimulation(join(folder, 'desk.sim'));
    if (simulation === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    const engine = loadPlan(plan());
    const outcome = simulate(simulation, engine.plan, engine);
    const metric = outcome.plans[0]?.metrics[0];
    const answers = answersOf(outcome, engine).plans[0]?.metrics[0];
    if (metric === undefined || answers === undefined) throw new Error('the plan promises a metric');
    return { outcome, metric, answers };
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('where a wait pauses the clock, the parts of the misses sum to what the clock counted of them', async () => {
  const { metric, answers } = await played('while waiting for customer');
  const { used, status } = metric;
  const counted = used?.reduce((sum, ms, row) => sum + (status[row] === statusCode('missed') ? ms : 0), 0);
  const { eaten } = answers.breaches;
  expect(eaten?.misses).toBeGreaterThan(30);
  expect(eaten?.parts.reduce((sum, { countedMs }) => sum + countedMs, 0)).toBe(counted);
  const waited = eaten?.parts.find(({ part }) => part === 'waited');
  // Only waits that began behind the deadline still count.
  expect(waited?.countedMs).toBeLessThan(waited?.elapsedMs ?? NaN);
});

test('where nothing pauses it, waiting counts, and a paused clock takes less working time', async () => {
  const [running, paused] = [await played('never'), await played('while waiting for customer')];
  const waited = running.answers.breaches.eaten?.parts.find(({ part }) => part === 'waited');
  expect(waited?.enough).toBeGreaterThan(10);
  expect(paused.answers.times.stop.elapsed).toEqual(running.answers.times.stop.elapsed);
  expect(paused.answers.times.stop.working?.p90).toBeLessThan(running.answers.times.stop.working?.p90 ?? NaN);
  expect(paused.answers.breaches.missed).toBeLessThan(running.answers.breaches.missed);
});

test('the elapsed parts of all the misses sum to their times from opening to stop', async () => {
  const { outcome, metric, answers } = await played('while waiting for customer');
  let elapsed = 0;
  metric.status.forEach((code, row) => {
    if (code === statusCode('missed'))
      elapsed += (metric.stopped[row] ?? NaN) - (outcome.tickets.opened[row] ?? NaN);
  });
  expect(answers.breaches.eaten?.parts.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0)).toBe(elapsed);
});

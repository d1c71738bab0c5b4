import { expect, test } from 'vitest';
import { joinRuns } from '../../src/simulate/join-runs.ts';
import { prepareSimulation } from '../../src/simulate/prepare.ts';
import { simulate, simulateRun } from '../../src/simulate/run.ts';
import { load, smallPlan, smallSimulation, TWO_PLANS } from './small-world.ts';

const PLAN = smallPlan(TWO_PLANS);
const ENGINE = load(PLAN);
const SIMULATION = smallSimulation({ runs: 4 });

test('runs that are worked apart and come back in any order join to the outcome of one go', () => {
  const whole = simulate(SIMULATION, PLAN, ENGINE);
  const runs = [2, 0, 3, 1].map((run) => simulateRun(prepareSimulation(SIMULATION, PLAN, load(PLAN)), run));
  const joined = joinRuns(prepareSimulation(SIMULATION, PLAN, ENGINE), runs, whole.notes);
  const { id: joinedId, ...joinedColumns } = joined.tickets;
  const { id, ...columns } = whole.tickets;
  expect(joinedColumns).toEqual(columns);
  // What happened to a ticket is worked again when asked for, by who has the simulation.
  expect({ ...joined, tickets: null }).toEqual({
    ...whole,
    tickets: null,
    historyOf: undefined,
    watch: undefined,
  });
  for (let i = 0; i < whole.tickets.count; i += 97) expect(joinedId(i)).toBe(id(i));
});

test('a run alone is the part of the whole that has its number', () => {
  const whole = simulate(SIMULATION, PLAN, ENGINE);
  const alone = joinRuns(
    prepareSimulation(SIMULATION, PLAN, ENGINE),
    [simulateRun(prepareSimulation(SIMULATION, PLAN, ENGINE), 2)],
    [],
  );
  const first = whole.tickets.run.indexOf(2);
  expect(alone.tickets.opened).toEqual(whole.tickets.opened.slice(first, first + alone.tickets.count));
  expect(alone.tickets.id(0)).toBe(whole.tickets.id(first));
});

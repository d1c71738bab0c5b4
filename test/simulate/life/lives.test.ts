import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import { judgeTicket } from '../../../src/reference/index.ts';
import { simulationNotes } from '../../../src/simulate/notes.ts';
import { STATUSES } from '../../../src/simulate/outcome.ts';
import { prepareSimulation, type PreparedSimulation } from '../../../src/simulate/prepare.ts';
import { simulateRun } from '../../../src/simulate/run.ts';
import { loadSimulation } from '../../../src/workspace/load.ts';

/** One week of tickets under contracts that differ in what they say of clocks. */
const contract = (clocks: string, conduct = ''): string => `contract "Desk" version "1" {
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
event "answered" "somebody has answered"
event "described" "what happens is described"
${clocks}
${conduct}
plan Basic {
  targets {
        respond       | resolve
    P1  1 h in Office | 8 h in Office
    P2  4 h in Office | 24 h in 24x7
  }
}
`;

const simulation = (wait: string): string => `simulation "A week" {
  contract "desk.plan"
  plans    Basic
  span     2026-03-23 .. 2026-03-31 in Europe/Berlin
  seed     11
  arrivals "all" {
    zone Europe/Berlin
    rate 60 per week
    hours {
      Mon..Sun 1 1 1 1 1 1 2 3 8 9 9 9 8 8 8 8 7 3 2 1 1 1 1 1
    }
    severities P1 30, P2 70
  }
  work "first look" stops respond at end {
    otherwise exponential mean 20 min
  }
  ${wait} {
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

const ANSWERED = 'clock respond { starts on opened; stops on answered; pauses never }';
const PAUSED =
  'clock resolve { starts on opened; stops on resolved; pauses while waiting for customer; reopen never }';
const UNPAUSED = 'clock resolve { starts on opened; stops on resolved; pauses never; reopen never }';

async function loaded(plan: string, sim: string) {
  const folder = await mkdtemp(join(tmpdir(), 'surety-lives-'));
  try {
    await writeFile(join(folder, 'desk.plan'), plan);
    await writeFile(join(folder, 'desk.sim'), sim);
    return await loadSimulation(join(folder, 'desk.sim'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function errorsOf(sim: string): Promise<readonly string[]> {
  const { diagnostics } = await loaded(contract(`${ANSWERED}\n${UNPAUSED}`), sim);
  return diagnostics.filter(({ level }) => level === 'error').map(({ message }) => message);
}

async function worldOf(text: string, sim: string) {
  const { diagnostics, simulation: checked, contract: held, plan } = await loaded(text, sim);
  expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  if (checked === null || held === null) throw new Error('the simulation has errors');
  const compiled = plan();
  return { prepared: prepareSimulation(checked, compiled, loadPlan(compiled)), contract: held };
}

/** What happened to the tickets of a run, as somebody beside the desk writes it down; and what the run says of them. */
function watched(prepared: PreparedSimulation) {
  const steps = new Map<number, { step: number; began: number; ended: number }[]>();
  const run = simulateRun(prepared, 0, () => ({
    begins(ticket, step, _team, now) {
      const list = steps.get(ticket) ?? [];
      list.push({ step, began: now, ended: NaN });
      steps.set(ticket, list);
    },
    ends(ticket, step, now) {
      const last = steps.get(ticket)?.at(-1);
      if (last?.step === step) last.ended = now;
    },
  }));
  return { run, steps };
}

type World = Awaited<ReturnType<typeof worldOf>>;

/** Each promise of each ticket: by the run, and by the reference from what was watched. */
function bothWays({ prepared, contract }: World, events: (step: number) => readonly [string, string] | null) {
  const { run, steps } = watched(prepared);
  const names = prepared.engine.plan.severities.map(({ name }) => name);
  const rows = Array.from({ length: run.tickets.count }, (_, ticket) => {
    const opened = run.tickets.opened[ticket] as number;
    const history = [
      {
        at: opened,
        event: 'opened',
        plan: 'Basic',
        severity: names[run.tickets.severity[ticket] as number] ?? '',
      },
      ...(steps.get(ticket) ?? []).flatMap(({ step, began, ended }) => {
        const named = events(step);
        if (named === null) return [];
        const [what, name] = named;
        return what === 'stops'
          ? [{ at: ended, event: name }]
          : [
              { at: began, event: 'state', state: name },
              { at: ended, event: 'resumed', state: name },
            ];
      }),
    ];
    const verdict = judgeTicket([contract], history, Math.max(...history.map(({ at }) => at)));
    return prepared.metrics.map((metric, m) => {
      const column = run.plans[0]?.metrics[m];
      const clock = verdict?.clocks.find((each) => each.metric === metric);
      return {
        engine: [column?.due[ticket], column?.stopped[ticket], STATUSES[column?.status[ticket] as number]],
        reference: [clock?.due, clock?.stopped, clock?.status],
      };
    });
  }).flat();
  return {
    engine: rows.map(({ engine }) => engine),
    reference: rows.map(({ reference }) => reference),
  };
}

describe('a simulated ticket', () => {
  test('has a deadline that moves by the open time of its waits, where the contract pauses for them', async () => {
    const world = await worldOf(
      contract(`${ANSWERED}\n${PAUSED}`),
      simulation('wait "the customer" in 60% as waiting for customer'),
    );
    const { engine, reference } = bothWays(world, (step) =>
      step === 0
        ? ['stops', 'answered']
        : step === 1
          ? ['state', 'waiting for customer']
          : ['stops', 'resolved'],
    );
    expect(engine.length).toBeGreaterThan(120);
    expect(engine).toEqual(reference);
    expect(new Set(engine.map(([, , status]) => status))).toEqual(new Set(['met', 'missed']));
  });

  test('is judged by the columns as by its history, where nothing pauses and nothing changes', async () => {
    const { prepared } = await worldOf(
      contract(`${ANSWERED}\n${UNPAUSED}`),
      simulation('wait "the customer" in 60% as waiting for customer'),
    );
    expect(prepared.lives.plans.map(({ isPlain }) => isPlain)).toEqual([true]);
    const byColumns = simulateRun(prepared, 0).plans;
    const plans = prepared.lives.plans.map((plan) => ({ ...plan, isPlain: false }));
    const byHistory = simulateRun({ ...prepared, lives: { ...prepared.lives, plans } }, 0).plans;
    // Only what was judged by its history has to be told what counted of it.
    const withoutUsed = byHistory.map((plan) => ({
      ...plan,
      metrics: plan.metrics.map(({ used: _, ...metric }) => metric),
    }));
    expect(withoutUsed).toEqual(byColumns);
  });

  test.each([
    [
      'a clock that starts with something else',
      `${ANSWERED}\n${UNPAUSED.replace('on opened', 'on described')}`,
      '',
    ],
    [
      'a clock that two events of the work stop',
      `${ANSWERED.replace('answered;', 'answered, resolved;')}\n${UNPAUSED}`,
      '',
    ],
    [
      'a rule',
      `${ANSWERED}\n${UNPAUSED}`,
      'rule "raise what waits" on answered when severity = P2 then raise to P1',
    ],
  ])('is judged by its history where the contract has %s', async (_, clocks, conduct) => {
    const { prepared } = await worldOf(
      contract(clocks, conduct),
      simulation('wait "the customer" in 60%').replace('"first look"', '"first look" in 50%'),
    );
    expect(prepared.lives.plans.map(({ isPlain }) => isPlain)).toEqual([false]);
  });

  test('starts a clock as it opens where no step is what starts it, and the notes say so', async () => {
    const world = await worldOf(
      contract(`${ANSWERED}\n${UNPAUSED.replace('on opened', 'on described')}`),
      simulation('wait "the customer" in 60%'),
    );
    const { run } = watched(world.prepared);
    const resolve = run.plans[0]?.metrics[1];
    expect(resolve?.status.every((status) => ['met', 'missed'].includes(STATUSES[status] ?? ''))).toBe(true);
    expect(simulationNotes(world.prepared, [run]).join('\n')).toContain(
      'No step of the work is `described`, so that is taken to happen as a ticket opens; `resolve` starts with it.',
    );
  });

  test('waits without a pause where the wait names no state, and the notes say so', async () => {
    const { prepared } = await worldOf(
      contract(`${ANSWERED}\n${PAUSED}`),
      simulation('wait "the customer" in 60%'),
    );
    const notes = simulationNotes(prepared, [simulateRun(prepared, 0)]).join('\n');
    expect(notes).toContain(
      '`wait "the customer"` names no state of the contract (`as …`), so no clock pauses meanwhile, although the contract pauses `resolve` while `waiting for customer`.',
    );
    expect(prepared.lives.plans.map(({ isPlain }) => isPlain)).toEqual([true]);
  });

  test('may be in no state of which the contract does not speak', async () => {
    await expect(errorsOf(simulation('wait "a vendor" as waiting for a vendor'))).resolves.toEqual([
      expect.stringContaining('`waiting for a vendor`'),
    ]);
  });
});

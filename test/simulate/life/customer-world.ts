/** A small contract with rules, and simulations of what customers do; each ticket is judged by the reference as well. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckedContract } from '../../../src/check/model.ts';
import { loadPlan } from '../../../src/engine/index.ts';
import type { TicketEvent, TicketProgram } from '../../../src/engine/ticket/index.ts';
import type { ReferenceEvent } from '../../../src/reference/ticket-model.ts';
import { judgeTicket } from '../../../src/reference/ticket.ts';
import { STATUSES, type Outcome } from '../../../src/simulate/outcome.ts';
import { prepareSimulation, type PreparedSimulation } from '../../../src/simulate/prepare.ts';
import { outcomeOfRuns, simulateRun } from '../../../src/simulate/run.ts';
import { loadSimulation } from '../../../src/workspace/load.ts';

const CHANGES = `on raise count from open
on lower keep elapsed, a breach stays a breach
on correction count from open, late from the change, a breach stays a breach
on completion count from described, late from the change, a breach stays a breach`;

export const RULES = `rule "no description" on opened when not described then severity P3, tell customer
rule "restored" on restored partly then lower P1 to P2 or P2 to P3, if customer agrees, silence refuses`;

export const contractWith = (conduct = '', changes = CHANGES): string => `contract "Desk" version "1" {
  effective  2026-01-01 in Europe/Berlin
}
facts {
  described yes or no "what happens is described"
}
severities {
  P1  "nobody can work"
  P2  "somebody cannot"
  P3  "a question"
}
calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}
clock respond { starts on opened; stops on reply; pauses never; reopen never }
clock resolve {
  starts  on opened
  stops   on resolved
  pauses  while waiting for customer
  reopen  within 30 calendar days ending at same time continues, met is withdrawn
}
${conduct}
${changes}
plan Basic {
  targets {
        respond       | resolve
    P1  1 h in Office | 6 h in Office
    P2  4 h in Office | 20 h in 24x7
    P3  8 h in Office | 40 h in Office
  }
}
plan Round {
  targets {
        respond | resolve
    P1  1 h     | 6 h
    P2  4 h     | 20 h
    P3  8 h     | 40 h in Office
  }
}
`;

/** The parts of a simulation that tests vary. */
export interface Said {
  readonly plans?: string;
  readonly stream?: string;
  readonly second?: string;
  readonly wait?: string;
  /** A step before the solution. */
  readonly before?: string;
  readonly lines?: string;
  readonly desk?: string;
  readonly seed?: number;
  readonly perWeek?: number;
}

const HOURS = `hours {
      Mon..Sun 1 1 1 1 1 1 2 3 8 9 9 9 8 8 8 8 7 3 2 1 1 1 1 1
    }`;

export const simulationWith = ({
  plans = 'Basic',
  stream = '',
  second = '',
  wait = 'in 60% as waiting for customer',
  before = '',
  lines = '',
  desk = 'team "Line" 2 agents in Office\n    takes by severity, then deadline',
  seed = 11,
  perWeek = 60,
}: Said): string => `simulation "A week" {
  contract "desk.plan"
  plans    ${plans}
  span     2026-03-23 .. 2026-04-01 in Europe/Berlin
  seed     ${seed}
  arrivals "all" {
    zone Europe/Berlin
    rate ${perWeek} per week
    ${HOURS}
    severities P1 20, P2 40, P3 40
    ${stream}
  }
  ${second}
  work "first look" stops respond at end {
    otherwise exponential mean 20 min
  }
  wait "for the customer" ${wait} {
    otherwise uniform 30 to 900 min
  }
  ${before}
  work "solution" stops resolve at end {
    otherwise exponential mean 60 min
  }
  ${lines}
  desk {
    ${desk}
  }
}
`;

export async function loadBoth(plan: string, sim: string) {
  const folder = await mkdtemp(join(tmpdir(), 'surety-customers-'));
  try {
    await writeFile(join(folder, 'desk.plan'), plan);
    await writeFile(join(folder, 'desk.sim'), sim);
    return await loadSimulation(join(folder, 'desk.sim'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

export interface World {
  readonly prepared: PreparedSimulation;
  readonly contract: CheckedContract;
  readonly outcome: Outcome;
}

export async function worldOf(said: Said, plan = contractWith(RULES)): Promise<World> {
  const { diagnostics, simulation, contract, plan: compile } = await loadBoth(plan, simulationWith(said));
  const errors = diagnostics.filter(({ level }) => level === 'error').map(({ message }) => message);
  if (simulation === null || contract === null || errors.length > 0) throw new Error(errors.join('\n'));
  const compiled = compile();
  const prepared = prepareSimulation(simulation, compiled, loadPlan(compiled));
  return { prepared, contract, outcome: outcomeOfRuns(prepared, [simulateRun(prepared, 0)]) };
}

/** What happened to a ticket, by the names of its contract. */
export function namedEvents(
  program: TicketProgram,
  events: readonly TicketEvent[],
): readonly ReferenceEvent[] {
  const plan = program.versions[0]?.plan;
  const name = (list: readonly { readonly name: string }[] | undefined, place: number) => list?.[place]?.name;
  return events.map(({ at, kind, sets, state }) => ({
    at,
    event: program.eventNames[kind] ?? '',
    ...(state < 0 ? {} : { state: program.stateNames[state] ?? '' }),
    ...(sets === null || sets.plan === -1 ? {} : { plan: name(plan?.plans, sets.plan) ?? '' }),
    ...(sets === null || sets.severity === -1
      ? {}
      : { severity: name(plan?.severities, sets.severity) ?? '' }),
    ...(sets === null || sets.facts.length === 0
      ? {}
      : {
          facts: Object.fromEntries(
            sets.facts.map(({ fact, value }) => [name(plan?.facts, fact) ?? '', value]),
          ),
        }),
  }));
}

/** Each promise of each ticket under the plan at a place: by the columns of the outcome, and by the reference. */
export function bothWays({ prepared, contract, outcome }: World, place = 0) {
  const rows = Array.from({ length: outcome.tickets.count }, (_, ticket) => {
    const history = outcome.historyOf?.(place, ticket);
    if (history === null || history === undefined) throw new Error('the ticket has no history');
    const events = namedEvents(history.program, history.events);
    const verdict = judgeTicket([contract], events, Math.max(...events.map(({ at }) => at)));
    return prepared.metrics.map((metric, m) => {
      const column = outcome.plans[place]?.metrics[m];
      const runs = verdict?.clocks.filter((each) => each.metric === metric) ?? [];
      const clock = runs.find(({ status }) => status === 'missed') ?? runs.at(-1);
      const due = column?.due[ticket] ?? NaN;
      return {
        events,
        consents: verdict?.consents ?? [],
        engine: [
          Number.isNaN(due) ? null : due,
          column?.stopped[ticket],
          STATUSES[column?.status[ticket] ?? -1],
        ],
        reference: [clock?.due, clock?.stopped, clock?.status],
      };
    });
  }).flat();
  return {
    events: rows.flatMap(({ events }) => events),
    consents: rows.flatMap(({ consents }) => consents),
    engine: rows.map(({ engine }) => engine),
    reference: rows.map(({ reference }) => reference),
  };
}

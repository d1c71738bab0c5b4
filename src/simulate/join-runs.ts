import { BACKLOG_HOUR } from './answers/prepare-watch.ts';
import { simulatedCosts } from './costs/simulated-costs.ts';
import type { DeskOutcome, MetricOutcome, Outcome, PlanOutcome, TicketColumns } from './outcome.ts';
import type { PreparedSimulation } from './prepare.ts';
import type { RunColumns } from './run-columns.ts';

/**
 * Joins replications to one outcome, without the tickets of the warm-up. They may come in any order and from
 * anywhere: the outcome is ordered by replication.
 */
export function joinRuns(
  prepared: PreparedSimulation,
  runs: readonly RunColumns[],
  notes: readonly string[],
): Outcome {
  const { simulation, engine } = prepared;
  const ordered = [...runs].sort((a, b) => a.run - b.run);
  return {
    title: simulation.name,
    plan: engine.plan,
    source: { kind: 'simulation', file: simulation.file, seed: simulation.seed, runs: runs.length },
    tickets: joinTickets(ordered),
    plans: prepared.plans.map((plan, i): PlanOutcome => {
      const parts = ordered.map((run) => run.plans[i]?.metrics ?? []);
      return {
        plan,
        firstWork: join(Float64Array, ordered, (run) => run.plans[i]?.firstWork as Float64Array),
        // A run in which nobody waited has no such column.
        ...(ordered.some((run) => run.plans[i]?.waited !== undefined)
          ? {
              waited: join(
                Float64Array,
                ordered,
                ({ plans, tickets }) => plans[i]?.waited ?? new Float64Array(tickets.count).fill(NaN),
              ),
            }
          : {}),
        metrics: prepared.metrics.map((metric, clock): MetricOutcome => {
          const columns = parts.map((metrics) => metrics[clock] as MetricOutcome);
          return {
            metric,
            due: join(Float64Array, ordered, (_, run) => (columns[run] as MetricOutcome).due),
            stopped: join(Float64Array, ordered, (_, run) => (columns[run] as MetricOutcome).stopped),
            status: join(Uint8Array, ordered, (_, run) => (columns[run] as MetricOutcome).status),
            ...(columns[0]?.used === undefined
              ? {}
              : { used: join(Float64Array, ordered, (_, run) => columns[run]?.used as Float64Array) }),
          };
        }),
      };
    }),
    desk: deskOf(prepared, ordered),
    report: simulation.report,
    costs: simulatedCosts(prepared, ordered),
    notes,
  };
}

function deskOf(
  { watch, simulation, plans }: PreparedSimulation,
  ordered: readonly RunColumns[],
): DeskOutcome {
  const { zone, from, to, days } = watch;
  return {
    zone,
    from,
    to,
    days,
    hour: BACKLOG_HOUR,
    teams: simulation.desk.teams.map(({ name }) => name),
    plans: plans.map((_, i) => ordered.flatMap((run) => run.plans[i]?.desk ?? [])),
  };
}

function joinTickets(runs: readonly RunColumns[]): TicketColumns {
  const run = join(Uint16Array, runs, ({ run, tickets }) => new Uint16Array(tickets.count).fill(run));
  const number = join(Uint32Array, runs, ({ tickets }) => numbersUpTo(tickets.count));
  return {
    count: run.length,
    // A ticket keeps its number whether or not the warm-up before it is counted.
    id: (i) => `${(run[i] ?? NaN) + 1}-${number[i] ?? NaN}`,
    run,
    opened: join(Float64Array, runs, ({ tickets }) => tickets.opened),
    severity: join(Uint8Array, runs, ({ tickets }) => tickets.severity),
    region: join(Int8Array, runs, ({ tickets }) => tickets.region),
    channel: join(Int8Array, runs, ({ tickets }) => tickets.channel),
    type: join(Int8Array, runs, ({ tickets }) => tickets.type),
    // Every run has the same facts in the same order.
    facts: (runs[0]?.tickets.facts ?? []).map(({ fact }, i) => ({
      fact,
      words: join(Int8Array, runs, ({ tickets }) => tickets.facts[i]?.words ?? new Int8Array(tickets.count)),
    })),
  };
}

function numbersUpTo(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) numbers[i] = i + 1;
  return numbers;
}

type Column = Float64Array | Uint8Array | Uint16Array | Uint32Array | Int8Array;

/** One column over all runs, each from its first counted ticket on. */
function join<T extends Column>(
  Kind: new (length: number) => T,
  runs: readonly RunColumns[],
  columnOf: (run: RunColumns, index: number) => T,
): T {
  const joined = new Kind(runs.reduce((sum, run) => sum + run.tickets.count - run.firstCounted, 0));
  let at = 0;
  runs.forEach((run, index) => {
    const part = columnOf(run, index).subarray(run.firstCounted);
    joined.set(part, at);
    at += part.length;
  });
  return joined;
}

import type { PreparedSimulation } from './prepare.ts';
import type { RunColumns } from './run-columns.ts';

/** What shaped the figures of a simulation and what it leaves out, each a sentence. */
export function simulationNotes(
  prepared: PreparedSimulation,
  runs: readonly RunColumns[],
): readonly string[] {
  return [...scopeNotes(prepared), ...clockNotes(prepared), ...unfinishedNotes(prepared, runs)];
}

function scopeNotes({ simulation }: PreparedSimulation): string[] {
  const { span, warmUpDays, runs, seed } = simulation;
  const warmUp =
    warmUpDays === 0
      ? 'all are counted'
      : `those of the first ${warmUpDays} ${warmUpDays === 1 ? 'day' : 'days'} are worked but not counted`;
  return [
    `Tickets open from ${span.from} to ${span.to} in ${span.zone}; ${warmUp}. After the span the desk works on until every ticket is done.`,
    'An agent works one ticket at a time, keeps it when the shift closes and goes on with it at the next opening.',
    `${runs} ${runs === 1 ? 'run' : 'runs'} with seed ${seed}. Every plan sees the same tickets, work, waits and desk; only the order in which agents take them may differ.`,
  ];
}

function clockNotes({ simulation, engine, metrics }: PreparedSimulation): string[] {
  const notes: string[] = [];
  const stopped = new Set(
    simulation.work.flatMap((step) => (step.stops === null ? [] : [step.stops.metric])),
  );
  const unstopped = metrics.filter((metric) => !stopped.has(metric));
  if (unstopped.length > 0) {
    notes.push(`No step of the work stops ${list(unstopped)}, so those promises are not measured.`);
  }
  const unpromised = [...stopped].filter((metric) => !metrics.includes(metric));
  if (unpromised.length > 0)
    notes.push(`None of the plans promises ${list(unpromised)}; its times are not shown.`);
  const clocks = engine.plan.clocks.filter((clock) => metrics.includes(clock.metric));
  const elsewhere = clocks.filter((clock) => clock.startsOn.some((event) => event !== 'opened'));
  if (elsewhere.length > 0) {
    notes.push(`Every clock starts when the ticket opens, also ${listOfMetrics(elsewhere)}.`);
  }
  const paused = clocks.filter((clock) => clock.pausesWhile.length > 0);
  if (paused.length > 0 && simulation.work.some((step) => step.kind === 'wait')) {
    notes.push(`Waits do not pause any clock yet, although the contract pauses ${listOfMetrics(paused)}.`);
  }
  return notes;
}

/** A metric once, though several plans have clocks of their own for it. */
function listOfMetrics(clocks: readonly { readonly metric: string }[]): string {
  return list([...new Set(clocks.map(({ metric }) => metric))]);
}

function unfinishedNotes({ engine, desk }: PreparedSimulation, runs: readonly RunColumns[]): string[] {
  const horizon = new Date(desk.horizon).toISOString();
  const plans = runs[0]?.plans ?? [];
  return plans.flatMap(({ plan }, i) => {
    let unfinished = 0;
    for (const run of runs) {
      const finished = run.plans[i]?.finished ?? new Uint8Array();
      for (let ticket = run.firstCounted; ticket < finished.length; ticket += 1) {
        if (finished[ticket] === 0) unfinished += 1;
      }
    }
    if (unfinished === 0) return [];
    const name = engine.plan.plans[plan]?.name ?? '';
    return [
      `Under ${name} the desk never finished ${unfinished} of the tickets, because no team serves them or the calendars of its teams end (${horizon}): promises due by then count as missed, others as running.`,
    ];
  });
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

import { formatCivilDate } from '../time/civil-date.ts';
import { FATES, GIVEN_UP, TURNED_AWAY, UNFINISHED } from './desk/desk-model.ts';
import { behaviourNotes } from './life/behaviour-notes.ts';
import type { PreparedSimulation } from './prepare.ts';
import type { RunColumns } from './run-columns.ts';
import { unservedTickets, type UnservedTickets } from './unserved-tickets.ts';

/** What shaped the figures of a simulation and what it leaves out, each a sentence. */
export function simulationNotes(
  prepared: PreparedSimulation,
  runs: readonly RunColumns[],
): readonly string[] {
  return [
    ...scopeNotes(prepared, runs.length),
    ...logNotes(prepared),
    ...clockNotes(prepared),
    ...unfinishedNotes(prepared, runs),
  ];
}

function scopeNotes({ simulation }: PreparedSimulation, done: number): string[] {
  const { span, warmUpDays, runs, seed } = simulation;
  const of =
    done < runs
      ? ` of at most ${runs}, after which no attainment was less closely known than was asked for,`
      : '';
  const warmUp =
    warmUpDays === 0
      ? 'all are counted'
      : `those of the first ${warmUpDays} ${warmUpDays === 1 ? 'day' : 'days'} are worked but not counted`;
  return [
    `Tickets open from ${span.from} to ${span.to} in ${span.zone}; ${warmUp}. After the span the desk works on until every ticket is done.`,
    agentNote(simulation),
    `${done} ${done === 1 ? 'run' : 'runs'}${of} with seed ${seed}. Every plan sees the same tickets, work, waits and desk; only the order in which agents take them may differ.`,
  ];
}

function keptTimes(steps: readonly string[]): string {
  return steps.length === 0 ? '' : `, and how long it took for ${list(steps)}`;
}

/** Which tickets of a history come, and which nothing could be made of. */
function logNotes({ simulation }: PreparedSimulation): string[] {
  return simulation.arrivals.flatMap(({ name, zone, log }) => {
    if (log === null) return [];
    const how = {
      'as written': 'come when they came',
      'by week': `come in whole weeks of it, drawn with replacement for each week of each run, at the times of day that the clock of ${zone} showed`,
      'by day': `come in dates of it, drawn with replacement among those of one weekday for each date of each run, at the times of day that the clock of ${zone} showed`,
    }[log.how];
    const unusable = log.unusable.reduce((sum, { count }) => sum + count, 0);
    const [worst] = log.unusable;
    const left =
      worst === undefined ? '' : ` ${unusable} others could not be used, most often for ${worst.reason}.`;
    const { dates } = log;
    const opened =
      dates === null
        ? ''
        : `, opened from ${formatCivilDate(dates.first)} to ${formatCivilDate(dates.last)} (${dates.others} of other dates are left out),`;
    return [
      `${log.tickets.length === 1 ? 'The ticket' : `The ${log.tickets.length} tickets`} of ${log.file}${opened} that ${log.tickets.length === 1 ? 'brings' : 'bring'} \`${name}\` ${how}; each keeps its severity, region, channel and type${keptTimes(log.steps.map((step) => step.name))}.${left}`,
    ];
  });
}

function clockNotes(prepared: PreparedSimulation): string[] {
  const { simulation, metrics } = prepared;
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
  return [
    ...notes,
    ...openingNotes(prepared),
    ...pauseNotes(prepared),
    ...deadlineNotes(prepared),
    ...behaviourNotes(prepared),
  ];
}

/** Clocks that wait for an event which nobody simulates. */
function openingNotes({ engine, lives, metrics }: PreparedSimulation): string[] {
  const events = new Set(lives.plans.flatMap(({ atOpening }) => atOpening.map(({ event }) => event)));
  if (events.size === 0) return [];
  const clocks = engine.plan.clocks.filter(
    ({ metric, startsOn }) => metrics.includes(metric) && startsOn.some((event) => events.has(event)),
  );
  return [
    `No step of the work is ${list([...events])}, so that is taken to happen as a ticket opens; ${listOfMetrics(clocks)} starts with it.`,
  ];
}

function pauseNotes({ simulation, engine, metrics }: PreparedSimulation): string[] {
  const paused = engine.plan.clocks.filter(
    ({ metric, pausesWhile }) => metrics.includes(metric) && pausesWhile.length > 0,
  );
  const silent = simulation.work.filter(({ kind, state }) => kind === 'wait' && state === null);
  if (paused.length === 0 || silent.length === 0) return [];
  const waits = silent.map(({ name }) => `\`wait "${name}"\``).join(', ');
  const states = list([...new Set(paused.flatMap(({ pausesWhile }) => pausesWhile))]);
  return [
    `${waits} ${silent.length === 1 ? 'names' : 'name'} no state of the contract (\`as …\`), so no clock pauses meanwhile, although the contract pauses ${listOfMetrics(paused)} while ${states}.`,
  ];
}

function deadlineNotes({ desk, lives, turns }: PreparedSimulation): string[] {
  if (!desk.discipline.includes('deadline') || lives.plans.every(({ isPlain }) => isPlain)) return [];
  if (turns !== null)
    return [
      'Agents take tickets by the deadlines that stood at the opening, or at the last change of the severity; the promises are judged by those that the pauses and the rules then made of them.',
    ];
  return [
    'Agents take tickets by the deadlines that stood at the opening; the promises are judged by those that the pauses and the rules then made of them.',
  ];
}

/** A metric once, though several plans have clocks of their own for it. */
function listOfMetrics(clocks: readonly { readonly metric: string }[]): string {
  return list([...new Set(clocks.map(({ metric }) => metric))]);
}

function agentNote({ desk }: PreparedSimulation['simulation']): string {
  if (desk.allAtOnce)
    return 'Agents have all tickets of their team at once: each gets on at the pace of one agent, or, where there are more tickets than agents, at an even share of it.';
  return desk.teams.every(({ atClose }) => atClose.kind === 'resume')
    ? 'An agent works one ticket at a time, keeps it when the shift closes and goes on with it at the next opening.'
    : 'An agent works one ticket at a time; what becomes of it when the shift closes, the desk says team by team.';
}

/** Kinds that are named; of the rest it is said how many tickets there are. */
const MOST_KINDS = 5;

function unfinishedNotes(prepared: PreparedSimulation, runs: readonly RunColumns[]): string[] {
  const { engine, desk } = prepared;
  const horizon = new Date(desk.horizon).toISOString();
  const plans = runs[0]?.plans ?? [];
  return plans.flatMap(({ plan }, i) => {
    const counts = fatesOf(runs, i);
    const under = `Under ${engine.plan.plans[plan]?.name ?? ''}`;
    const [unfinished, givenUp, turnedAway] = [UNFINISHED, GIVEN_UP, TURNED_AWAY].map(
      (fate) => counts[fate] ?? 0,
    );
    const notes: string[] = [];
    if (unfinished !== undefined && unfinished !== 0) {
      const kinds = unservedTickets(prepared, runs, i);
      const unserved = kinds.reduce((sum, { count }) => sum + count, 0);
      const ends = `the calendars of its teams end (${horizon})`;
      const others = prepared.turns === null ? ends : `${ends} or no team serves what they had become`;
      const why =
        unserved === 0
          ? `because ${others}`
          : `${unserved === unfinished ? 'because' : `${unserved} of them because`} no team does ${unservedWords(kinds)}${
              unserved === unfinished ? '' : `; others because ${others}`
            }`;
      notes.push(
        `${under} the desk never finished ${unfinished} of the tickets, ${why}: promises due by then count as missed, others as running.`,
      );
    }
    if (givenUp !== 0 || turnedAway !== 0)
      notes.push(
        `${under} ${givenUp} of the tickets were given up before anybody began to work on them, and ${turnedAway} were turned away: promises due by then count as missed, others are not measured.`,
      );
    return notes;
  });
}

/** `"answer" for 12 of channel chat`, the most first. */
function unservedWords(kinds: readonly UnservedTickets[]): string {
  const named = kinds
    .slice(0, MOST_KINDS)
    .map(({ step, kind, count }) => `"${step}" for ${count} of ${kind}`);
  const left = kinds.slice(MOST_KINDS).reduce((sum, { count }) => sum + count, 0);
  return [...named, ...(left === 0 ? [] : [`a step of theirs for ${left} of other kinds`])].join('; ');
}

/** How many tickets behind the warm-up had each fate, over all runs of a plan. */
function fatesOf(runs: readonly RunColumns[], plan: number): readonly number[] {
  const counts = FATES.map(() => 0);
  for (const run of runs) {
    for (const fate of run.plans[plan]?.fate.subarray(run.firstCounted) ?? []) counts[fate]! += 1;
  }
  return counts;
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

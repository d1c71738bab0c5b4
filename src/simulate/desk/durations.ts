import type { TimeBySeverity, WorkStep } from '../../check/simulation-model.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import { indexOfName } from '../arrivals/prepare-streams.ts';
import type { PreparedStream, Tickets } from '../arrivals/tickets.ts';
import { distinctPurposes, type Draws, type Purpose } from '../random/draws.ts';
import { samplerOf, type Sampler } from '../random/sampler.ts';

/** A step with its random streams and its samplers, by severity. */
export interface PreparedTimes {
  readonly name: string;
  readonly purpose: Purpose;
  /** The place of the earlier step that a ticket has to have had; -1 for none. */
  readonly after: number;
  readonly share: number;
  readonly bySeverity: readonly Sampler[];
  /** By severity, 1 where a ticket waits until it is described; null for a step in which none does. */
  readonly untilDescribed: Uint8Array | null;
}

/** Draws of a step: whether a ticket has it, and how long it takes. */
const HAS_STEP = 0;
const TAKES = 1;

/** A step's draws go by its name, so a step added before it changes none of them. */
export function prepareTimes(steps: readonly WorkStep[], plan: CompiledPlan): readonly PreparedTimes[] {
  const purposes = distinctPurposes(steps.map((step) => `step ${step.name}`));
  return steps.map((step, i) => ({
    name: step.name,
    purpose: purposes[i] as Purpose,
    after: steps.findIndex(({ name }) => name === step.after),
    share: step.share,
    bySeverity: plan.severities.map((_, severity) => samplerFor(step, severity, plan)),
    untilDescribed: untilDescribed(step, plan),
  }));
}

/**
 * What each ticket takes for each step, in whole ms, a ticket's steps side by side; NaN for a step it skips. A log that tells how
 * long it took goes before what is drawn.
 * @param durations is filled from its beginning
 */
export function drawDurations(
  times: readonly PreparedTimes[],
  tickets: Tickets,
  streams: readonly PreparedStream[],
  draws: Draws,
  durations = new Float64Array(tickets.count * times.length),
): Float64Array {
  // By stream and step. Tickets of a stream come in the order of their numbers.
  const drawn = streams.map(({ id }) =>
    times.map(({ purpose }) => ({
      has: draws.rising(id, purpose, HAS_STEP),
      takes: draws.rising(id, purpose, TAKES),
    })),
  );
  let at = 0;
  for (let ticket = 0; ticket < tickets.count; ticket += 1) {
    const stream = tickets.stream[ticket] as number;
    const { log } = streams[stream] as PreparedStream;
    const ofSteps = drawn[stream] as (typeof drawn)[number];
    const sequence = tickets.sequence[ticket] as number;
    const severity = tickets.severity[ticket] as number;
    const first = at;
    for (let step = 0; step < times.length; step += 1) {
      const { name, after, share, bySeverity } = times[step] as PreparedTimes;
      const { has: hasStep, takes } = ofSteps[step] as (typeof ofSteps)[number];
      const told = log === null ? NaN : (log.takes.get(name)?.[tickets.places[ticket] as number] ?? NaN);
      if (!Number.isNaN(told)) {
        durations[at] = told < 0 ? NaN : Math.round(told * MS_PER_SECOND);
        at += 1;
        continue;
      }
      const may = share > 0 && (after === -1 || !Number.isNaN(durations[first + after]));
      const has = may && (share >= 1 || hasStep.of(sequence) < share);
      const sample = bySeverity[severity] as Sampler;
      const seconds = has ? sample(takes.of(sequence)) : NaN;
      durations[at] = Math.round(seconds * MS_PER_SECOND);
      at += 1;
    }
  }
  return durations;
}

/** What a ticket takes for a step in whole ms when that is drawn anew; `attempt` counts from 1. */
export function lengthOf(
  { purpose, bySeverity }: PreparedTimes,
  severity: number,
  draws: Draws,
  stream: Purpose,
  sequence: number,
  attempt: number,
): number {
  const sample = bySeverity[severity] as Sampler;
  return Math.round(sample(draws.uniform(stream, sequence, purpose, TAKES + attempt)) * MS_PER_SECOND);
}

/** The entry that names the severity, or else the one for the rest. */
function entryFor(step: WorkStep, severity: number, plan: CompiledPlan): TimeBySeverity | undefined {
  return (
    step.times.find((line) =>
      line.severities?.some((name) => indexOfName(plan.severities, name) === severity),
    ) ?? step.times.find((line) => line.severities === null)
  );
}

function untilDescribed(step: WorkStep, plan: CompiledPlan): Uint8Array | null {
  const marks = Uint8Array.from(plan.severities, (_, severity) =>
    entryFor(step, severity, plan)?.time.kind === 'until described' ? 1 : 0,
  );
  return marks.includes(1) ? marks : null;
}

function samplerFor(step: WorkStep, severity: number, plan: CompiledPlan): Sampler {
  const entry = entryFor(step, severity, plan);
  if (entry === undefined) {
    // Reached only by a ticket of a severity for which the step gives no time; the checker asks for one.
    return () => {
      throw new Error(`step \`${step.name}\` gives no time for ${plan.severities[severity]?.name}`);
    };
  }
  return samplerOf(entry.time);
}

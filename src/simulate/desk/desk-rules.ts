/** From what a desk says of patience, room, weights and interruptions, in names, to rules for the tickets of a run. */
import type { CheckedSimulation } from '../../check/simulation-model.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import { indexOfName } from '../arrivals/prepare-streams.ts';
import type { PreparedStream, Tickets } from '../arrivals/tickets.ts';
import { purposeOf, type Draws } from '../random/draws.ts';
import { samplerOf, type Sampler } from '../random/sampler.ts';
import type { Again, DeskRules, Weights } from './desk-model.ts';
import { lengthOf, type PreparedTimes } from './durations.ts';

const PATIENCE = purposeOf('ticket patience');

/** The rules of a desk, with their names turned into indexes of severities. */
export interface PreparedRules {
  readonly room: number;
  /** By severity; null for one that waits for ever. */
  readonly patience: readonly (Sampler | null)[];
  readonly weights: readonly number[] | null;
  /** By severity, 1 for one that interrupts. */
  readonly interrupting: Uint8Array;
  readonly then: Again | null;
  readonly allAtOnce: boolean;
}

export function prepareRules({ desk }: CheckedSimulation, plan: CompiledPlan): PreparedRules {
  const { room, patience, weights, interrupts, allAtOnce } = desk;
  const indexes = (names: readonly string[]) => names.map((name) => indexOfName(plan.severities, name));
  return {
    room: room ?? Infinity,
    patience: plan.severities.map(({ name }) => {
      const entry =
        patience.find(({ severities }) => severities?.includes(name)) ??
        patience.find(({ severities }) => severities === null);
      return entry === undefined ? null : samplerOf(entry.time);
    }),
    weights:
      weights === null
        ? null
        : plan.severities.map(({ name }) => weights.find((entry) => entry.name === name)?.weight ?? 1),
    interrupting: markedAt(plan.severities.length, indexes(interrupts?.severities ?? [])),
    then: interrupts?.then ?? null,
    allAtOnce,
  };
}

function markedAt(length: number, places: readonly number[]): Uint8Array {
  const marks = new Uint8Array(length);
  for (const place of places) marks[place] = 1;
  return marks;
}

/**
 * The rules for the tickets of one run, the same for every plan.
 * @param truth by ticket the severity that says how long work takes
 */
export function rulesFor(
  { room, patience, weights, interrupting, then, allAtOnce }: PreparedRules,
  times: readonly PreparedTimes[],
  tickets: Tickets,
  streams: readonly PreparedStream[],
  draws: Draws,
  truth: Uint8Array = tickets.severity,
): DeskRules {
  const { severity, stream, sequence, count } = tickets;
  const sourceOf = (ticket: number) => (streams[stream[ticket] as number] as PreparedStream).id;
  const waits = patience.some((sampler) => sampler !== null) ? new Float64Array(count).fill(Infinity) : null;
  for (let ticket = 0; waits !== null && ticket < count; ticket += 1) {
    const sample = patience[severity[ticket] as number];
    if (sample === null || sample === undefined) continue;
    const seconds = sample(draws.uniform(sourceOf(ticket), sequence[ticket] as number, PATIENCE, 0));
    waits[ticket] = Math.round(seconds * MS_PER_SECOND);
  }
  const weighed: Weights | null = weights === null ? null : { classOf: severity, ofClass: weights };
  return {
    room,
    patience: waits,
    weights: weighed,
    interrupts:
      then === null
        ? null
        : { marked: severity.map((index) => interrupting[index] as number), rank: severity, then },
    allAtOnce,
    redraw: (ticket, step, attempt) =>
      lengthOf(
        times[step] as PreparedTimes,
        truth[ticket] as number,
        draws,
        sourceOf(ticket),
        sequence[ticket] as number,
        attempt,
      ),
    waitEnds: null,
    reopens: -1,
    turns: null,
  };
}

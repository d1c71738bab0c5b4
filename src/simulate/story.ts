import type { InstantMs } from '../time/types.ts';
import type { Fate } from './desk/desk-model.ts';
import type { PreparedSimulation } from './prepare.ts';
import { simulateRun } from './run.ts';

/** Something that happened to a simulated ticket. */
export type StoryEvent =
  | { readonly kind: 'opened'; readonly at: InstantMs }
  /** `team` is who works; null for a wait. */
  | { readonly kind: 'begins'; readonly at: InstantMs; readonly step: string; readonly team: string | null }
  | { readonly kind: 'ends'; readonly at: InstantMs; readonly step: string }
  /** Its work was interrupted or handed over, and waits in line again. */
  | { readonly kind: 'set aside'; readonly at: InstantMs; readonly step: string }
  | { readonly kind: 'left'; readonly at: InstantMs; readonly fate: Fate };

/**
 * What happened to one ticket under one plan, in order. The outcome keeps no such detail: its run is worked again,
 * which gives the same tickets and the same work, and this one is watched.
 * @param plan index into `plan.plans`, one of those compared
 * @param id name of the ticket in the outcome, `run-number`
 * @returns null when the simulation has no such ticket
 */
export function ticketStory(
  prepared: PreparedSimulation,
  plan: number,
  id: string,
): readonly StoryEvent[] | null {
  const match = /^([1-9]\d*)-([1-9]\d*)$/.exec(id);
  if (match === null) return null;
  const [run, ticket] = [Number(match[1]) - 1, Number(match[2]) - 1];
  const { simulation, work } = prepared;
  if (run >= simulation.runs) return null;
  const events: StoryEvent[] = [];
  const place = prepared.plans.indexOf(plan);
  if (place === -1) return null;
  const lives = { ...prepared.lives, plans: prepared.lives.plans.slice(place, place + 1) };
  const { tickets } = simulateRun({ ...prepared, plans: [plan], lives }, run, () => ({
    begins(of, step, team, at) {
      if (of !== ticket) return;
      const name = simulation.desk.teams[team]?.name ?? null;
      events.push({ kind: 'begins', at, step: work.steps[step]?.name ?? '', team: name });
    },
    ends(of, step, at) {
      if (of === ticket) events.push({ kind: 'ends', at, step: work.steps[step]?.name ?? '' });
    },
    setAside(of, step, at) {
      if (of === ticket) events.push({ kind: 'set aside', at, step: work.steps[step]?.name ?? '' });
    },
    left(of, fate, at) {
      if (of === ticket) events.push({ kind: 'left', at, fate });
    },
  }));
  const opened = tickets.opened[ticket];
  return opened === undefined ? null : [{ kind: 'opened', at: opened }, ...events];
}

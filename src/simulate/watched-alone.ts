import type { PreparedSimulation } from './prepare.ts';
import { RunScratch } from './run-scratch.ts';

/**
 * The simulation under one of its plans alone, for those who watch how it is worked: nothing is tallied or
 * reckoned, and what they keep of it is theirs.
 */
export function watchedAlone(prepared: PreparedSimulation, place: number): PreparedSimulation {
  const { plans, lives, costs } = prepared;
  return {
    ...prepared,
    plans: plans.slice(place, place + 1),
    lives: { ...lives, plans: lives.plans.slice(place, place + 1) },
    costs: { ...costs, counts: [false], hasOvertime: false },
    isTallied: false,
    scratch: new RunScratch(),
  };
}

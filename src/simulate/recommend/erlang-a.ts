/**
 * Waiting in an M/M/c line in which each waits for an exponential time at most (Erlang A). Source: C. Palm (1957); A. Mandelbaum and
 * S. Zeltyn, Service Engineering in Action (2007), section 3, for the integrals.
 */

import { fewestAgents } from './erlang.ts';

/** Whatever is so much smaller than the largest part of an integral is none of it. */
const NEGLIGIBLE = 40;
const STEPS = 2000;

/**
 * The probability that somebody of endless patience would wait no longer than `limit` among all the others.
 * @param agents whole, 1 and up
 * @param load mean work that arrives while a unit of time passes, in agents; it may be more than they can do
 * @param meanWork mean time of a piece of work, in the unit of `limit` and `patience`
 * @param patience the mean time after which those who wait give up
 */
export function offeredWithin(
  agents: number,
  load: number,
  meanWork: number,
  limit: number,
  patience: number,
): number {
  // In units of `patience`: arrivals, and what the agents get done.
  const arrivals = (load / meanWork) * patience;
  const done = (agents / meanWork) * patience;
  const exponent = (x: number): number => -arrivals * Math.expm1(-x) - done * x;
  // The exponent is concave, and largest where as many give up as come beyond what is done.
  const summit = Math.max(0, Math.log(arrivals / done));
  const top = exponent(summit);
  let end = summit + 1 / done;
  while (exponent(end) > top - NEGLIGIBLE) end = summit + (end - summit) * 2;
  const beyond = (from: number): number => {
    if (from >= end) return 0;
    const step = (end - from) / STEPS;
    let sum = 0;
    for (let i = 0; i < STEPS; i += 1) sum += Math.exp(exponent(from + (i + 0.5) * step) - top);
    return sum * step;
  };
  // Erlang B of one agent fewer, by its recursion: the part of those who find an agent.
  let blocked = 1;
  for (let n = 1; n < agents; n += 1) blocked = (load * blocked) / (n + load * blocked);
  const served = Math.exp(-top) / blocked;
  const waiting = arrivals * beyond(0);
  return 1 - (arrivals * beyond(limit / patience)) / (served + waiting);
}

/** The fewest agents by which so large a share of such waits is no longer than `limit`. */
export function fewestPatientAgents(
  load: number,
  meanWork: number,
  limit: number,
  share: number,
  patience: number,
): number {
  // Those who give up make room for others, so that never more are needed than without them.
  let [few, enough] = [0, fewestAgents(load, meanWork, limit, share)];
  while (enough - few > 1) {
    const agents = Math.floor((few + enough) / 2);
    if (offeredWithin(agents, load, meanWork, limit, patience) < share) few = agents;
    else enough = agents;
  }
  return enough;
}

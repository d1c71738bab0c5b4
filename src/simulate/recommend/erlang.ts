/** Waiting in an M/M/c line in which nobody gives up. Source: A. K. Erlang (1917); R. B. Cooper, Queueing Theory (1981), 3.5. */

/**
 * The probability that an arrival waits (Erlang C).
 * @param agents whole, 1 and up
 * @param load mean work that arrives while a unit of time passes, in agents
 * @returns 1 where the load is not below the agents
 */
export function erlangC(agents: number, load: number): number {
  if (load >= agents) return 1;
  let blocked = 1;
  for (let n = 1; n <= agents; n += 1) blocked = (load * blocked) / (n + load * blocked);
  return blocked / (1 - (load / agents) * (1 - blocked));
}

/** The probability that a wait is no longer than `limit`, in the unit of `meanWork`. */
export function waitsWithin(agents: number, load: number, meanWork: number, limit: number): number {
  if (load >= agents) return 0;
  return 1 - erlangC(agents, load) * Math.exp((-(agents - load) * limit) / meanWork);
}

/** The fewest agents by which so large a share of the waits is no longer than `limit`. */
export function fewestAgents(load: number, meanWork: number, limit: number, share: number): number {
  let agents = Math.max(1, Math.floor(load) + 1);
  while (waitsWithin(agents, load, meanWork, limit) < share) agents += 1;
  return agents;
}

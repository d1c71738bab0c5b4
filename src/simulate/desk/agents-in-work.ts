import type { InstantMs } from '../../time/types.ts';
import type { DeskTeam, Interrupts } from './desk-model.ts';

/** How many agents of each team are there, how many of them work, and on what. */
export class AgentsInWork {
  readonly #teams: readonly DeskTeam[];
  readonly #busy: Int32Array;
  readonly #there: Int32Array;
  readonly #thereUntil: Float64Array;
  readonly #interrupts: Interrupts | null;
  /** The tickets in work, in the order in which they were begun; kept where they may be interrupted. */
  readonly #tickets: readonly number[][];

  constructor(teams: readonly DeskTeam[], interrupts: Interrupts | null) {
    this.#teams = teams;
    this.#busy = new Int32Array(teams.length);
    this.#there = Int32Array.from(teams, (team) => team.agents);
    this.#thereUntil = Float64Array.from(teams, (team) => (team.presence === null ? Infinity : -Infinity));
    this.#interrupts = interrupts;
    this.#tickets = teams.map(() => []);
  }

  /**
   * Whether somebody of the team could take a ticket. Whoever is away holds no ticket: what a team began yesterday is
   * gone on with by those who are there today, so there may be less than nobody free.
   */
  isFree(team: number, now: InstantMs): boolean {
    if (now >= (this.#thereUntil[team] as number)) this.#count(team, now);
    return (this.#busy[team] as number) < (this.#there[team] as number);
  }

  /** Until when as many agents are there as when `isFree` was last asked; Infinity for ever. */
  sameUntil(team: number): InstantMs {
    return this.#thereUntil[team] as number;
  }

  take(team: number, ticket: number): void {
    this.#busy[team]! += 1;
    if (this.#interrupts !== null) this.#tickets[team]?.push(ticket);
  }

  release(team: number, ticket: number): void {
    this.#busy[team]! -= 1;
    if (this.#interrupts === null) return;
    const tickets = this.#tickets[team] as number[];
    tickets.splice(tickets.indexOf(ticket), 1);
  }

  /**
   * The ticket from which one that waits may take an agent: of those of a higher rank that of the highest, and of them
   * the one begun last. -1 for none.
   */
  mostYielding(team: number, ticket: number): number {
    const interrupts = this.#interrupts;
    if (interrupts === null || interrupts.marked[ticket] !== 1) return -1;
    const { rank } = interrupts;
    let found = -1;
    let highest = rank[ticket] as number;
    for (const candidate of this.#tickets[team] as readonly number[]) {
      const its = rank[candidate] as number;
      if (its < highest || (its === highest && found === -1)) continue;
      found = candidate;
      highest = its;
    }
    return found;
  }

  #count(team: number, now: InstantMs): void {
    const { presence, agents } = this.#teams[team] as DeskTeam;
    const { agents: there, until } = presence?.at(now) ?? { agents, until: Infinity };
    this.#there[team] = there;
    this.#thereUntil[team] = until;
  }
}

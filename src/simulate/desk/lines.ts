import { moreUrgent, WaitingLine, type UrgencyKeys } from './waiting-line.ts';

/**
 * The waiting tickets of all teams. Tickets that the same teams may take share a line, so a team looks at the heads
 * of a few lines and takes the most urgent of them.
 */
export class Lines {
  readonly #keys: UrgencyKeys;
  readonly #lines: readonly WaitingLine[];
  readonly #ofTicket: Int32Array;
  readonly #ofTeam: readonly (readonly WaitingLine[])[];

  /** @param teamsOf the teams, by index, that may take each ticket; one array object for tickets of one kind */
  constructor(
    keys: UrgencyKeys,
    teams: number,
    tickets: number,
    teamsOf: (ticket: number) => readonly number[],
  ) {
    const lineOf = new Map<string, number>();
    const lines: WaitingLine[] = [];
    const ofTeam: WaitingLine[][] = Array.from({ length: teams }, () => []);
    const seen = new Map<readonly number[], number>();
    this.#ofTicket = new Int32Array(tickets);
    for (let ticket = 0; ticket < tickets; ticket += 1) {
      const served = teamsOf(ticket);
      let index = seen.get(served) ?? lineOf.get(served.join());
      if (index === undefined) {
        index = lines.length;
        const line = new WaitingLine(keys);
        lines.push(line);
        for (const team of served) ofTeam[team]?.push(line);
        lineOf.set(served.join(), index);
      }
      seen.set(served, index);
      this.#ofTicket[ticket] = index;
    }
    this.#keys = keys;
    this.#lines = lines;
    this.#ofTeam = ofTeam;
  }

  join(ticket: number): void {
    this.#lines[this.#ofTicket[ticket] as number]?.join(ticket);
  }

  /** The most urgent ticket that waits for the team; -1 when there is none. */
  firstFor(team: number): number {
    let best = -1;
    for (const line of this.#ofTeam[team] as readonly WaitingLine[]) {
      const ticket = line.first;
      if (ticket !== -1 && (best === -1 || moreUrgent(this.#keys, ticket, best))) best = ticket;
    }
    return best;
  }

  /** Takes out a ticket that `firstFor` has just given. */
  leave(ticket: number): void {
    this.#lines[this.#ofTicket[ticket] as number]?.leave();
  }
}

import type { InstantMs } from '../../time/types.ts';
import type { Weights } from './desk-model.ts';
import { moreUrgent, WaitingLine, type UrgencyKeys } from './waiting-line.ts';

const ONE_CLASS: Weights = { classOf: [], ofClass: [1] };

/**
 * The waiting tickets of all teams. Tickets that the same group of teams may take share a line, so a team looks at the
 * heads of a few lines and takes the most urgent of them. Where age is weighted, each class has lines of its own: within
 * a class the older is always first, between classes that changes as time goes by.
 *
 * Source of the weighted order: L. Kleinrock, "A delay dependent queue discipline", Naval Research Logistics 11 (1964).
 */
export class Lines {
  /** Tickets in line. */
  waiting = 0;

  readonly #keys: UrgencyKeys;
  readonly #opened: Float64Array;
  readonly #weights: Weights | null;
  readonly #classes: number;
  readonly #lines: readonly WaitingLine[];
  readonly #lineOf: Int32Array;
  readonly #ofTeam: readonly (readonly WaitingLine[])[];
  /** 1 for a ticket that left from within its line: it is taken out when it comes to the head. */
  readonly #gone: Uint8Array;

  constructor(
    keys: UrgencyKeys,
    opened: Float64Array,
    teams: number,
    groups: readonly (readonly number[])[],
    weights: Weights | null,
  ) {
    this.#keys = keys;
    this.#opened = opened;
    this.#weights = weights;
    this.#classes = (weights ?? ONE_CLASS).ofClass.length;
    const ofTeam: WaitingLine[][] = Array.from({ length: teams }, () => []);
    this.#lines = groups.flatMap((group) =>
      Array.from({ length: this.#classes }, () => {
        const line = new WaitingLine(keys);
        for (const team of group) ofTeam[team]?.push(line);
        return line;
      }),
    );
    this.#ofTeam = ofTeam;
    this.#lineOf = new Int32Array(opened.length);
    this.#gone = new Uint8Array(opened.length);
  }

  join(ticket: number, group: number): void {
    const weights = this.#weights;
    const line = weights === null ? group : group * this.#classes + (weights.classOf[ticket] as number);
    this.#lineOf[ticket] = line;
    this.rejoin(ticket);
  }

  /** Puts a ticket back into the line that it was in last. */
  rejoin(ticket: number): void {
    this.waiting += 1;
    (this.#lines[this.#lineOf[ticket] as number] as WaitingLine).join(ticket);
  }

  /** The ticket that the team takes next; -1 when none waits for it. */
  firstFor(team: number, now: InstantMs): number {
    const lines = this.#ofTeam[team] as readonly WaitingLine[];
    let best = -1;
    for (let i = 0; i < lines.length; i += 1) {
      const ticket = this.#headOf(lines[i] as WaitingLine);
      if (ticket !== -1 && (best === -1 || this.#comesBefore(ticket, best, now))) best = ticket;
    }
    return best;
  }

  /** Takes out a ticket that `firstFor` has just given. */
  leave(ticket: number): void {
    this.waiting -= 1;
    (this.#lines[this.#lineOf[ticket] as number] as WaitingLine).leave();
  }

  /** Takes out a ticket from anywhere in its line, which may join again. */
  remove(ticket: number): void {
    this.waiting -= 1;
    (this.#lines[this.#lineOf[ticket] as number] as WaitingLine).remove(ticket);
  }

  /** Takes out a ticket from anywhere in its line. It must not join again. */
  drop(ticket: number): void {
    this.waiting -= 1;
    this.#gone[ticket] = 1;
  }

  #headOf(line: WaitingLine): number {
    while (line.first !== -1 && this.#gone[line.first] === 1) line.leave();
    return line.first;
  }

  #comesBefore(a: number, b: number, now: InstantMs): boolean {
    if (this.#weights === null) return moreUrgent(this.#keys, a, b);
    const [x, y] = [this.#weighs(a, now), this.#weighs(b, now)];
    return x > y || (x === y && a < b);
  }

  #weighs(ticket: number, now: InstantMs): number {
    const { classOf, ofClass } = this.#weights ?? ONE_CLASS;
    return (ofClass[classOf[ticket] ?? 0] as number) * (now - (this.#opened[ticket] as number));
  }
}

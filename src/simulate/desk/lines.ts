import type { InstantMs } from '../../time/types.ts';
import type { Weights } from './desk-model.ts';
import { WaitingLine, type UrgencyKeys } from './waiting-line.ts';

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

  readonly #opened: Float64Array;
  readonly #weights: Weights | null;
  readonly #classes: number;
  readonly #lines: readonly WaitingLine[];
  readonly #lineOf: Int32Array;
  readonly #ofTeam: readonly (readonly WaitingLine[])[];
  /** 1 for a ticket that left from within its line: it is taken out when it comes to the head. */
  readonly #gone: Uint8Array;

  constructor(
    opened: Float64Array,
    teams: number,
    groups: readonly (readonly number[])[],
    weights: Weights | null,
  ) {
    this.#opened = opened;
    this.#weights = weights;
    this.#classes = (weights ?? ONE_CLASS).ofClass.length;
    const ofTeam: WaitingLine[][] = Array.from({ length: teams }, () => []);
    this.#lines = groups.flatMap((group) =>
      Array.from({ length: this.#classes }, () => {
        const line = new WaitingLine();
        for (const team of group) ofTeam[team]?.push(line);
        return line;
      }),
    );
    this.#ofTeam = ofTeam;
    this.#lineOf = new Int32Array(opened.length);
    this.#gone = new Uint8Array(opened.length);
  }

  /** @param keys of the step that the ticket waits for */
  join(ticket: number, group: number, keys: UrgencyKeys): void {
    const weights = this.#weights;
    const line = weights === null ? group : group * this.#classes + (weights.classOf[ticket] as number);
    this.#lineOf[ticket] = line;
    this.rejoin(ticket, keys);
  }

  /** Puts a ticket back into the line that it was in last. */
  rejoin(ticket: number, keys: UrgencyKeys): void {
    this.waiting += 1;
    (this.#lines[this.#lineOf[ticket] as number] as WaitingLine).join(ticket, keys);
  }

  /** The ticket that the team takes next; -1 when none waits for it. */
  firstFor(team: number, now: InstantMs): number {
    const lines = this.#ofTeam[team] as readonly WaitingLine[];
    let best: WaitingLine | null = null;
    for (let i = 0; i < lines.length; i += 1) {
      const line = lines[i] as WaitingLine;
      if (this.#headOf(line) === -1) continue;
      if (best === null || this.#comesBefore(line, best, now)) best = line;
    }
    return best === null ? -1 : best.first;
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

  #comesBefore(a: WaitingLine, b: WaitingLine, now: InstantMs): boolean {
    if (this.#weights === null) return a.comesBefore(b);
    const [x, y] = [this.#weighs(a.first, now), this.#weighs(b.first, now)];
    return x > y || (x === y && a.first < b.first);
  }

  #weighs(ticket: number, now: InstantMs): number {
    const { classOf, ofClass } = this.#weights ?? ONE_CLASS;
    return (ofClass[classOf[ticket] ?? 0] as number) * (now - (this.#opened[ticket] as number));
  }
}

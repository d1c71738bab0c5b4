/** Tickets that wait for an agent, the most urgent first: a binary heap of ticket numbers with their keys beside them. */

/** How urgent each ticket is, by ticket number: smaller keys first, then the smaller number (opened earlier). */
export interface UrgencyKeys {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/**
 * A ticket keeps the keys with which it joined. The heap begins at place 1; whoever is being moved stands at place 0, so that
 * places are compared and no keys are handed over, which would take memory each time.
 */
export class WaitingLine {
  size = 0;
  #tickets = new Int32Array(16);
  #firstKeys = new Float64Array(16);
  #secondKeys = new Float64Array(16);

  /** The most urgent ticket; -1 when nobody waits. */
  get first(): number {
    return this.size === 0 ? -1 : (this.#tickets[1] as number);
  }

  /** Whether the most urgent ticket is more urgent than that of another line; somebody waits in both. */
  comesBefore(other: WaitingLine): boolean {
    const a = this.#firstKeys[1] as number;
    const b = other.#firstKeys[1] as number;
    if (a !== b) return a < b;
    const c = this.#secondKeys[1] as number;
    const d = other.#secondKeys[1] as number;
    return c === d ? (this.#tickets[1] as number) < (other.#tickets[1] as number) : c < d;
  }

  join(ticket: number, { first, second }: UrgencyKeys): void {
    const last = this.size + 1;
    if (last === this.#tickets.length) this.#grow();
    this.size = last;
    this.#firstKeys[0] = first[ticket] as number;
    this.#secondKeys[0] = second[ticket] as number;
    this.#tickets[0] = ticket;
    this.#move(0, this.#rise(last));
  }

  /** Takes the most urgent ticket out. */
  leave(): void {
    if (this.size > 0) this.#takeOut(1);
  }

  /** Takes a ticket out from anywhere in the line. */
  remove(ticket: number): void {
    const at = this.#tickets.indexOf(ticket, 1);
    if (at !== -1 && at <= this.size) this.#takeOut(at);
  }

  /** The last ticket takes the place that becomes free, and goes up or down from there. */
  #takeOut(place: number): void {
    const last = this.size;
    const size = last - 1;
    this.size = size;
    if (last === place) return;
    this.#move(last, 0);
    let at = this.#rise(place);
    for (;;) {
      let child = 2 * at;
      if (child > size) break;
      if (child < size && this.#isMoreUrgent(child + 1, child)) child += 1;
      if (!this.#isMoreUrgent(child, 0)) break;
      this.#move(child, at);
      at = child;
    }
    this.#move(0, at);
  }

  /** Moves down whoever is less urgent above a place than who stands at 0; the place that becomes free so. */
  #rise(place: number): number {
    let at = place;
    while (at > 1) {
      const parent = at >> 1;
      if (this.#isMoreUrgent(parent, 0)) break;
      this.#move(parent, at);
      at = parent;
    }
    return at;
  }

  #isMoreUrgent(place: number, other: number): boolean {
    const a = this.#firstKeys[place] as number;
    const b = this.#firstKeys[other] as number;
    if (a !== b) return a < b;
    const c = this.#secondKeys[place] as number;
    const d = this.#secondKeys[other] as number;
    return c === d ? (this.#tickets[place] as number) < (this.#tickets[other] as number) : c < d;
  }

  #move(from: number, to: number): void {
    this.#firstKeys[to] = this.#firstKeys[from] as number;
    this.#secondKeys[to] = this.#secondKeys[from] as number;
    this.#tickets[to] = this.#tickets[from] as number;
  }

  #grow(): void {
    const size = this.#tickets.length * 2;
    const [tickets, first, second] = [this.#tickets, this.#firstKeys, this.#secondKeys];
    (this.#tickets = new Int32Array(size)).set(tickets);
    (this.#firstKeys = new Float64Array(size)).set(first);
    (this.#secondKeys = new Float64Array(size)).set(second);
  }
}

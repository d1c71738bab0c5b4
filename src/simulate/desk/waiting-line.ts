/** Tickets that wait for an agent, the most urgent first: a binary heap of ticket numbers with their keys beside them. */

/** How urgent each ticket is, by ticket number: smaller keys first, then the smaller number (opened earlier). */
export interface UrgencyKeys {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** A ticket keeps the keys with which it joined. */
export class WaitingLine {
  size = 0;
  #tickets = new Int32Array(16);
  #firstKeys = new Float64Array(16);
  #secondKeys = new Float64Array(16);

  /** The most urgent ticket; -1 when nobody waits. */
  get first(): number {
    return this.size === 0 ? -1 : (this.#tickets[0] as number);
  }

  /** Whether the most urgent ticket is more urgent than that of another line; somebody waits in both. */
  comesBefore(other: WaitingLine): boolean {
    return this.#isMoreUrgent(
      0,
      other.#firstKeys[0] as number,
      other.#secondKeys[0] as number,
      other.#tickets[0] as number,
    );
  }

  join(ticket: number, { first, second }: UrgencyKeys): void {
    if (this.size === this.#tickets.length) this.#grow();
    const last = this.size;
    this.size = last + 1;
    const key = first[ticket] as number;
    const next = second[ticket] as number;
    this.#set(this.#rise(last, key, next, ticket), key, next, ticket);
  }

  /** Takes the most urgent ticket out. */
  leave(): void {
    if (this.size > 0) this.#takeOut(0);
  }

  /** Takes a ticket out from anywhere in the line. */
  remove(ticket: number): void {
    const at = this.#tickets.indexOf(ticket);
    if (at !== -1 && at < this.size) this.#takeOut(at);
  }

  /** The last ticket takes the place that becomes free, and goes up or down from there. */
  #takeOut(place: number): void {
    const size = this.size - 1;
    this.size = size;
    if (size === place) return;
    const tickets = this.#tickets;
    const ticket = tickets[size] as number;
    const key = this.#firstKeys[size] as number;
    const next = this.#secondKeys[size] as number;
    let at = this.#rise(place, key, next, ticket);
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      const right = child + 1;
      if (
        right < size &&
        this.#isMoreUrgent(
          right,
          this.#firstKeys[child] as number,
          this.#secondKeys[child] as number,
          tickets[child] as number,
        )
      ) {
        child = right;
      }
      if (!this.#isMoreUrgent(child, key, next, ticket)) break;
      this.#move(child, at);
      at = child;
    }
    this.#set(at, key, next, ticket);
  }

  /** Moves down whoever is less urgent above a place; the place that a ticket comes to so. */
  #rise(place: number, key: number, next: number, ticket: number): number {
    let at = place;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#isMoreUrgent(parent, key, next, ticket)) break;
      this.#move(parent, at);
      at = parent;
    }
    return at;
  }

  /** Whether the ticket at a place is more urgent than another one. */
  #isMoreUrgent(place: number, key: number, next: number, ticket: number): boolean {
    const its = this.#firstKeys[place] as number;
    if (its !== key) return its < key;
    const second = this.#secondKeys[place] as number;
    return second === next ? (this.#tickets[place] as number) < ticket : second < next;
  }

  #move(from: number, to: number): void {
    this.#set(
      to,
      this.#firstKeys[from] as number,
      this.#secondKeys[from] as number,
      this.#tickets[from] as number,
    );
  }

  #set(place: number, key: number, next: number, ticket: number): void {
    this.#firstKeys[place] = key;
    this.#secondKeys[place] = next;
    this.#tickets[place] = ticket;
  }

  #grow(): void {
    const size = this.#tickets.length * 2;
    const [tickets, first, second] = [this.#tickets, this.#firstKeys, this.#secondKeys];
    (this.#tickets = new Int32Array(size)).set(tickets);
    (this.#firstKeys = new Float64Array(size)).set(first);
    (this.#secondKeys = new Float64Array(size)).set(second);
  }
}

/** Tickets that wait for an agent, the most urgent first: a binary heap of ticket numbers. */

/** How urgent each ticket is, by ticket number: smaller keys first, then the smaller number (opened earlier). */
export interface UrgencyKeys {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

export function moreUrgent(keys: UrgencyKeys, a: number, b: number): boolean {
  const { first, second } = keys;
  if ((first[a] as number) < (first[b] as number)) return true;
  if ((first[a] as number) > (first[b] as number)) return false;
  if ((second[a] as number) < (second[b] as number)) return true;
  if ((second[a] as number) > (second[b] as number)) return false;
  return a < b;
}

/** The keys of a ticket must not change while it waits. */
export class WaitingLine {
  size = 0;
  readonly #keys: UrgencyKeys;
  #heap = new Int32Array(16);

  constructor(keys: UrgencyKeys) {
    this.#keys = keys;
  }

  /** The most urgent ticket; -1 when nobody waits. */
  get first(): number {
    return this.size === 0 ? -1 : (this.#heap[0] as number);
  }

  join(ticket: number): void {
    if (this.size === this.#heap.length) this.#grow();
    const last = this.size;
    this.size = last + 1;
    this.#heap[this.#rise(ticket, last)] = ticket;
  }

  /** Takes the most urgent ticket out. */
  leave(): void {
    if (this.size > 0) this.#takeOut(0);
  }

  /** Takes a ticket out from anywhere in the line. */
  remove(ticket: number): void {
    const at = this.#heap.indexOf(ticket);
    if (at !== -1 && at < this.size) this.#takeOut(at);
  }

  /** The last ticket takes the place that becomes free, and goes up or down from there. */
  #takeOut(place: number): void {
    const heap = this.#heap;
    const size = this.size - 1;
    this.size = size;
    if (size === place) return;
    const ticket = heap[size] as number;
    let at = this.#rise(ticket, place);
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      const right = child + 1;
      if (right < size && moreUrgent(this.#keys, heap[right] as number, heap[child] as number)) {
        child = right;
      }
      if (moreUrgent(this.#keys, ticket, heap[child] as number)) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = ticket;
  }

  /** Moves down whoever is less urgent above a place; the place that a ticket comes to so. */
  #rise(ticket: number, place: number): number {
    const heap = this.#heap;
    let at = place;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!moreUrgent(this.#keys, ticket, heap[parent] as number)) break;
      heap[at] = heap[parent] as number;
      at = parent;
    }
    return at;
  }

  #grow(): void {
    const heap = new Int32Array(this.#heap.length * 2);
    heap.set(this.#heap);
    this.#heap = heap;
  }
}

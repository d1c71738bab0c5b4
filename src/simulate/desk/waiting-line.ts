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
  readonly #keys: UrgencyKeys;
  readonly #heap: number[] = [];

  constructor(keys: UrgencyKeys) {
    this.#keys = keys;
  }

  get size(): number {
    return this.#heap.length;
  }

  /** The most urgent ticket; -1 when nobody waits. */
  get first(): number {
    return this.#heap[0] ?? -1;
  }

  join(ticket: number): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(ticket);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!moreUrgent(this.#keys, ticket, heap[parent] as number)) break;
      heap[at] = heap[parent] as number;
      at = parent;
    }
    heap[at] = ticket;
  }

  /** Takes the most urgent ticket out. */
  leave(): void {
    this.#takeOut(0);
  }

  /** Takes a ticket out from anywhere in the line. */
  remove(ticket: number): void {
    const at = this.#heap.indexOf(ticket);
    if (at !== -1) this.#takeOut(at);
  }

  /** The last ticket takes the place that becomes free, and goes up or down from there. */
  #takeOut(place: number): void {
    const heap = this.#heap;
    const ticket = heap.pop();
    if (ticket === undefined || heap.length === place) return;
    let at = place;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!moreUrgent(this.#keys, ticket, heap[parent] as number)) break;
      heap[at] = heap[parent] as number;
      at = parent;
    }
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      const right = child + 1;
      if (right < heap.length && moreUrgent(this.#keys, heap[right] as number, heap[child] as number)) {
        child = right;
      }
      if (moreUrgent(this.#keys, ticket, heap[child] as number)) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = ticket;
  }
}

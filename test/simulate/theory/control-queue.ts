import type { Queue } from './queue-model.ts';

/** The load of the control where the queue itself would be overloaded if nobody left it. */
const BUSY = 0.9;

/** Beside a queue of one server the control has a little less to do, so that it is never that queue itself. */
const LIGHTER = 0.98;
const BEYOND = [0.1, 0.01] as const;

/**
 * The same customers at one exponential server of the speed of all, worked out from the numbers drawn by Lindley's
 * recursion: neither the desk nor the services that are under test have any part in it. All that it measures is known
 * exactly, so where it was unlucky, the queue beside it is likely to have been so too: see `controlledInterval`.
 */
export class ControlQueue {
  readonly #mean: number;
  readonly #bounds: readonly number[];
  #wait = 0;
  #sum = 0;
  #waiting = 0;
  #squares = 0;
  readonly #beyond = BEYOND.map(() => 0);
  readonly #square: Queue['square'];

  constructor(queue: Queue) {
    const { total, load } = loadOf(queue);
    this.#mean = load / total;
    this.#square = queue.square;
    this.#bounds = BEYOND.map((share) => (Math.log(load / share) * this.#mean) / (1 - load));
  }

  arrives(gap: number, counts: boolean): void {
    const wait = this.#wait > gap ? this.#wait - gap : 0;
    this.#wait = wait;
    if (!counts || wait === 0) return;
    this.#sum += wait;
    this.#waiting += 1;
    for (let i = 0; i < BEYOND.length; i += 1) if (wait > (this.#bounds[i] as number)) this.#beyond[i]! += 1;
  }

  /** @param uniform the number that the service of a customer is drawn from */
  brings(uniform: number, counts: boolean): void {
    this.#wait -= this.#mean * Math.log1p(-uniform);
    if (counts && this.#square !== undefined) this.#squares += this.#square.of(uniform);
  }

  /** Mean wait, share that waits, shares that wait longer than `BEYOND` do, and the square where the queue has one. */
  figures(customers: number): readonly number[] {
    const squares = this.#square === undefined ? [] : [this.#squares];
    return [this.#sum, this.#waiting, ...this.#beyond, ...squares].map((sum) => sum / customers);
  }
}

/** What the figures are on average, by the law of the waits of M/M/1. */
export function controlsOf(queue: Queue): readonly number[] {
  const { total, load } = loadOf(queue);
  const square = queue.square === undefined ? [] : [queue.square.mean];
  return [(load * load) / (total * (1 - load)), load, ...BEYOND, ...square];
}

function loadOf({ classes, servers }: Queue): { readonly total: number; readonly load: number } {
  const total = classes.reduce((sum, { rate }) => sum + rate, 0);
  const load = classes.reduce((sum, { rate, mean }) => sum + rate * mean, 0) / servers;
  if (load >= 1) return { total, load: BUSY };
  return { total, load: load * (servers === 1 ? LIGHTER : 1) };
}

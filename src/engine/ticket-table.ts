import type { PlanTarget } from '../plan/model.ts';
import { deadlinesEach } from './deadline-columns.ts';
import type { Engine } from './engine.ts';
import { HorizonError } from './horizon.ts';
import { ticketKinds } from './ticket-kinds.ts';

/** A table of tickets, a row each. Indexes are into the plan's lists; -1 where a ticket has none. */
export interface TicketTable {
  /** When each was opened; NaN for one that was not. */
  readonly opened: Float64Array;
  /** Index of `plan.plans`. */
  readonly plan: ArrayLike<number>;
  readonly severity: ArrayLike<number>;
  readonly region: ArrayLike<number>;
  readonly channel: ArrayLike<number>;
  readonly type: ArrayLike<number>;
  /**
   * By index of the plan's facts the index of its word, of a yes-or-no fact 0 for yes and 1 for no; -1, or no column, where
   * tickets do not say it.
   */
  readonly facts?: readonly (ArrayLike<number> | null)[];
}

/**
 * `out[i]` is when what `metric` promises the ticket of row `i` falls due, its clock started as it was opened; NaN where
 * nothing is promised, where a word stands in place of a deadline, and where the row is no ticket. Rows for which one cell
 * holds are counted together, as a column; `out` may be `tickets.opened`.
 * @throws {MissingFactError} where a cell hangs on a fact that a ticket does not say.
 * @throws {HorizonError} as `Engine.deadline` does, with a row of which that is so.
 * @throws {CustomerError} where a cell hangs on a customer's zone or holidays: ask `forTicket` for its engine.
 */
export function ticketDeadlines(
  engine: Engine,
  metric: string,
  tickets: TicketTable,
  out: Float64Array,
): void {
  const { opened } = tickets;
  const { targets, targetOf, counts } = readTargets(engine, metric, tickets);
  // Rows in the order of their targets, and among those of one as they stand.
  const ends = new Int32Array(targets.length);
  let end = 0;
  counts.forEach((count, target) => {
    ends[target] = end;
    end += count;
  });
  const order = new Int32Array(end);
  const starts = new Float64Array(end);
  for (let row = 0; row < targetOf.length; row += 1) {
    const target = targetOf[row] as number;
    if (target === NONE) continue;
    const place = ends[target] as number;
    ends[target] = place + 1;
    order[place] = row;
    starts[place] = opened[row] as number;
  }
  targets.forEach(({ promise }, target) => {
    const [from, to] = [target === 0 ? 0 : (ends[target - 1] as number), ends[target] as number];
    const held = starts.subarray(from, to);
    try {
      deadlinesEach(engine, promise, held, held);
    } catch (error) {
      // The row of the table, not of the column that was made of some of them.
      const isOfRow = error instanceof HorizonError && error.row !== null;
      throw isOfRow ? error.inRow(order[from + error.row] as number) : error;
    }
  });
  out.fill(NaN, 0, opened.length);
  for (let i = 0; i < end; i += 1) out[order[i] as number] = starts[i] as number;
}

const NONE = -1;

interface Targets {
  readonly targets: readonly PlanTarget[];
  /** Of each row, into `targets`; `NONE` where nothing is promised. */
  readonly targetOf: Int32Array;
  /** Rows of each target. */
  readonly counts: readonly number[];
}

function readTargets(engine: Engine, metric: string, tickets: TicketTable): Targets {
  const { opened } = tickets;
  const cellOf = ticketKinds(engine, metric).cellsOf(tickets);
  const targets: PlanTarget[] = [];
  const counts: number[] = [];
  const placeOf = new Map<PlanTarget, number>();
  const targetOf = new Int32Array(opened.length).fill(NONE);
  for (let row = 0; row < opened.length; row += 1) {
    const t = opened[row] as number;
    if (Number.isNaN(t)) continue;
    const target = cellOf(row, t);
    if (target === null) continue;
    let place = placeOf.get(target);
    if (place === undefined) {
      place = targets.push(target) - 1;
      placeOf.set(target, place);
      counts.push(0);
    }
    targetOf[row] = place;
    counts[place] = (counts[place] as number) + 1;
  }
  return { targets, targetOf, counts };
}

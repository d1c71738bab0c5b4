import type { Outcome } from '../../simulate/outcome.ts';
import { ticketIndex } from './ticket-index.ts';

/** The column that a list is sorted by. `plan` is a place in the outcome's plans, null for any of them. */
export interface TicketSort {
  readonly by: SortColumn;
  readonly plan: number | null;
  readonly descending: boolean;
}

export const SORT_COLUMNS = ['opened', 'id', 'severity', 'region', 'wait', 'late'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export const byOpening: TicketSort = { by: 'opened', plan: null, descending: false };

/** Every column that a list can be sorted by, in the order of the screen: waits and delays under any plan, then under each. */
export function ticketSorts(outcome: Outcome): readonly TicketSort[] {
  const plans = [null, ...(outcome.plans.length > 1 ? outcome.plans.map((_, plan) => plan) : [])];
  return SORT_COLUMNS.flatMap((by): readonly TicketSort[] => {
    if (by === 'region' && outcome.plan.regions.length === 0) return [];
    // What is worst stands first where it is asked for.
    return by === 'wait' || by === 'late'
      ? plans.map((plan) => ({ by, plan, descending: true }))
      : [{ by, plan: null, descending: false }];
  });
}

const orders = new WeakMap<Outcome, Map<string, Int32Array>>();

/**
 * All rows in an order, worked out once. Equal ones stand in the order of the rows, whichever way the rest runs;
 * tickets of which the column says nothing come last.
 */
export function sortedRows(outcome: Outcome, metric: string, sort: TicketSort): Int32Array {
  const known = orders.get(outcome) ?? new Map<string, Int32Array>();
  orders.set(outcome, known);
  const { by, plan, descending } = sort;
  const own = by === 'wait' || by === 'late' ? `${metric} ${String(plan)}` : '';
  const key = `${by} ${String(descending)} ${own}`;
  const found = known.get(key) ?? orderOf(keysOf(outcome, metric, sort), descending);
  known.set(key, found);
  return found;
}

function keysOf(outcome: Outcome, metric: string, { by, plan }: TicketSort): ArrayLike<number> {
  const { tickets } = outcome;
  const index = ticketIndex(outcome);
  switch (by) {
    case 'opened':
      return tickets.opened;
    case 'id':
      return placesOf(index.ids);
    case 'severity':
      return tickets.severity;
    case 'region':
      return Float64Array.from(tickets.region, (region) => (region < 0 ? NaN : region));
    case 'wait':
      return index.waits(metric, plan);
    case 'late':
      return index.delays(metric, plan);
  }
}

/** Names as numbers that sort as the names do; digits in them count as numbers, so that 1-9 stands before 1-10. */
function placesOf(names: readonly string[]): Float64Array {
  const padded = names.map((name) => name.replace(/\d+/g, (digits) => digits.padStart(12, '0')));
  const rows = Array.from(padded, (_, row) => row).sort((a, b) => {
    const [left, right] = [padded[a] ?? '', padded[b] ?? ''];
    return left < right ? -1 : left > right ? 1 : a - b;
  });
  const places = new Float64Array(names.length);
  rows.forEach((row, place) => {
    places[row] = place;
  });
  return places;
}

/**
 * Rows by rising keys. The keys alone are sorted, which the runtime does ten times as fast as rows by a comparison;
 * each row then finds its place among them, in the order of the rows.
 */
function orderOf(column: ArrayLike<number>, descending: boolean): Int32Array {
  const direction = descending ? -1 : 1;
  // Loops, not `from` with a function, which takes longer than the sorting.
  const keys = new Float64Array(column.length);
  for (let row = 0; row < keys.length; row++) keys[row] = direction * (column[row] ?? NaN);
  const sorted = keys.slice().sort();
  let known = sorted.length;
  while (known > 0 && Number.isNaN(sorted[known - 1])) known--;
  const taken = new Int32Array(keys.length + 1);
  const rows = new Int32Array(keys.length);
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? NaN;
    const first = Number.isNaN(key) ? known : firstPlace(sorted, known, key);
    const before = taken[first] ?? 0;
    taken[first] = before + 1;
    rows[first + before] = row;
  }
  return rows;
}

/** Place of the first of sorted keys that is not below a key. */
function firstPlace(sorted: Float64Array, count: number, key: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

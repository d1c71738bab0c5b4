import type { PlanTarget } from '../plan/model.ts';
import type { Engine } from './engine.ts';

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
}

/**
 * `out[i]` is when what `metric` promises the ticket of row `i` falls due, its clock started as it was opened; NaN where
 * nothing is promised, where a word stands in place of a deadline, and where the row is no ticket. Rows for which one cell
 * holds are counted together, as a column; `out` may be `tickets.opened`. Throws what `Engine.selectTarget` and `Engine.deadlines` throw; no fact of a
 * ticket is known.
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
  targetOf.forEach((target, row) => {
    if (target === NONE) return;
    order[ends[target] as number] = row;
    ends[target] = (ends[target] as number) + 1;
  });
  const starts = Float64Array.from(order, (row) => opened[row] as number);
  targets.forEach(({ promise }, target) => {
    const [from, to] = [target === 0 ? 0 : (ends[target - 1] as number), ends[target] as number];
    const held = starts.subarray(from, to);
    engine.deadlines(promise, held, held);
  });
  out.fill(NaN, 0, opened.length);
  order.forEach((row, i) => (out[row] = starts[i] as number));
}

const NONE = -1;

interface Targets {
  readonly targets: readonly PlanTarget[];
  /** Of each row, into `targets`; `NONE` where nothing is promised. */
  readonly targetOf: Int32Array;
  /** Rows of each target. */
  readonly counts: readonly number[];
}

/** Tickets of one plan that are alike have one target, unless it hangs on the hour at which they are opened. */
function readTargets(engine: Engine, metric: string, tickets: TicketTable): Targets {
  const { opened } = tickets;
  const targets: PlanTarget[] = [];
  const counts: number[] = [];
  const placeOf = new Map<PlanTarget, number>();
  const byKind = new Map<string, number>();
  const hangsOnHours = engine.plan.plans.map((plan) =>
    plan.targets.some((target) => target.metric === metric && target.when.opened.length > 0),
  );

  const place = (target: PlanTarget | null): number => {
    if (target === null) return NONE;
    const known = placeOf.get(target);
    if (known !== undefined) return known;
    placeOf.set(target, targets.length);
    counts.push(0);
    return targets.push(target) - 1;
  };

  const targetOf = new Int32Array(opened.length).fill(NONE);
  for (let row = 0; row < opened.length; row += 1) {
    const t = opened[row] as number;
    if (Number.isNaN(t)) continue;
    const plan = tickets.plan[row] as number;
    const ticket = {
      severity: tickets.severity[row] as number,
      region: tickets.region[row] as number,
      channel: tickets.channel[row] as number,
      type: tickets.type[row] as number,
      facts: [],
    };
    const select = () => place(engine.selectTarget(plan, metric, ticket, t));
    let found: number;
    if (hangsOnHours[plan] === true) found = select();
    else {
      const kind = `${plan} ${ticket.severity} ${ticket.region} ${ticket.channel} ${ticket.type}`;
      found = byKind.get(kind) ?? select();
      byKind.set(kind, found);
    }
    targetOf[row] = found;
    if (found !== NONE) counts[found] = (counts[found] as number) + 1;
  }
  return { targets, targetOf, counts };
}

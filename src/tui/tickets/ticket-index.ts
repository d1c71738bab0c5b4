import type { Outcome } from '../../simulate/outcome.ts';
import { metricOf } from './verdict.ts';

/**
 * What lists, filters and charts ask of tickets again and again, worked out once: at 100,000 tickets a key must be
 * answered at once. Times are elapsed times in ms, NaN where there is none.
 */
export interface TicketIndex {
  /** Names in small letters. */
  readonly ids: readonly string[];
  /** From opening to the clock's stop under a plan; the longest under any where the plan is null. */
  readonly waits: (metric: string, plan: number | null) => Float64Array;
  /** From the deadline to the clock's stop, negative where it stopped before. */
  readonly delays: (metric: string, plan: number | null) => Float64Array;
  /** From opening to the first work under a plan, whatever the metric; a replay knows none. */
  readonly lines: (metric: string, plan: number | null) => Float64Array;
  /** How long it waited for the customer and others, whatever the metric; NaN for one that never did. */
  readonly held: (metric: string, plan: number | null) => Float64Array;
  /** From opening to the deadline. */
  readonly allowed: (metric: string, plan: number | null) => Float64Array;
}

const indexes = new WeakMap<Outcome, TicketIndex>();

export function ticketIndex(outcome: Outcome): TicketIndex {
  const known = indexes.get(outcome) ?? makeIndex(outcome);
  indexes.set(outcome, known);
  return known;
}

function makeIndex(outcome: Outcome): TicketIndex {
  const { tickets } = outcome;
  const figures = new Map<string, Float64Array>();
  let names: readonly string[] | null = null;
  const remember =
    (kind: string, of: (metric: string, plan: number) => Float64Array | null) =>
    (metric: string, plan: number | null): Float64Array => {
      const key = `${kind} ${String(plan)} ${metric}`;
      const known = figures.get(key);
      if (known !== undefined) return known;
      const plans = plan === null ? outcome.plans.map((_, place) => place) : [plan];
      const column = largest(
        plans.flatMap((each) => of(metric, each) ?? []),
        tickets.count,
      );
      figures.set(key, column);
      return column;
    };
  const apart = (
    metric: string,
    plan: number,
    from: 'opened' | 'due',
    to: 'due' | 'stopped',
  ): Float64Array | null => {
    const own = metricOf(outcome, plan, metric);
    if (own === null) return null;
    const start = from === 'opened' ? tickets.opened : own[from];
    const end = own[to];
    const times = new Float64Array(tickets.count);
    for (let i = 0; i < times.length; i++) times[i] = (end[i] ?? NaN) - (start[i] ?? NaN);
    return times;
  };
  return {
    get ids() {
      names ??= Array.from({ length: tickets.count }, (_, i) => tickets.id(i).toLowerCase());
      return names;
    },
    waits: remember('wait', (metric, plan) => apart(metric, plan, 'opened', 'stopped')),
    delays: remember('late', (metric, plan) => apart(metric, plan, 'due', 'stopped')),
    lines: remember('line', (_, plan) => {
      const first = outcome.plans[plan]?.firstWork;
      return Float64Array.from(tickets.opened, (opened, i) => (first?.[i] ?? NaN) - opened);
    }),
    held: remember(
      'held',
      (_, plan) => outcome.plans[plan]?.waited ?? new Float64Array(tickets.count).fill(NaN),
    ),
    allowed: remember('allowed', (metric, plan) => apart(metric, plan, 'opened', 'due')),
  };
}

function largest(columns: readonly Float64Array[], count: number): Float64Array {
  const [only] = columns;
  if (columns.length === 1 && only !== undefined) return only;
  const most = new Float64Array(count).fill(NaN);
  for (const column of columns) {
    for (let i = 0; i < count; i++) {
      const value = column[i] ?? NaN;
      if (!Number.isNaN(value) && !(value <= (most[i] ?? NaN))) most[i] = value;
    }
  }
  return most;
}

/** The outcome's plans by name, as filters and the heads of columns name them. */
export function planNames(outcome: Outcome): readonly string[] {
  return outcome.plans.map(({ plan }) => outcome.plan.plans[plan]?.name ?? '');
}

/** Places of the plans that a text means: the one of that name, else those whose names have it as a part. */
export function plansNamed(names: readonly string[], text: string): readonly number[] {
  const exact = names.findIndex((name) => name.toLowerCase() === text);
  if (exact !== -1) return [exact];
  return names.flatMap((name, place) => (name.toLowerCase().includes(text) ? [place] : []));
}

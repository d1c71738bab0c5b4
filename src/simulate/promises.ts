/** What a plan promises each ticket, and how each promise ended. Simulation and replay judge by the same lines. */
import type { Engine, TicketKey } from '../engine/index.ts';
import type { PlanPromise, PlanTarget } from '../plan/model.ts';
import { factsOfTicket } from './ticket-facts.ts';
import { STATUSES, type Status } from './outcome.ts';
import { kindsOf, type TicketKinds } from './ticket-kinds.ts';

export interface Promises {
  /** Deadline in ms, of the hard bound where the promise is a range; NaN where a word stands instead. */
  readonly due: Float64Array;
  /** Index into `STATUSES` of the cell's word; -1 where there is a deadline. */
  readonly word: Int8Array;
  /** The calendar whose hours are promised, by its place in the plan; `ELAPSED`, or `NOT_HOURS` where it is something else. */
  readonly calendar: Int16Array;
}

export const ELAPSED = -1;
export const NOT_HOURS = -2;

/** How far a clock that no event stopped was watched. */
export type Unstopped =
  /** Up to an instant: missed when due before it, else still running. */
  | { readonly kind: 'open until'; readonly instant: number }
  /** Up to an instant at which the ticket was given up or turned away: missed when due before it, else never known. */
  | { readonly kind: 'left'; readonly instant: number }
  /** Nothing says when, or whether, it stopped. */
  | { readonly kind: 'unmeasured' };

/**
 * The promises of one metric under plan `plan` (an index of `plan.plans`), with every clock started at opening.
 * Where the contract says nothing for a ticket, nothing is offered to it. Throws a `HorizonError` when a deadline
 * lies outside what its calendar covers.
 */
export function promisesOf(engine: Engine, plan: number, metric: string, tickets: TicketKinds): Promises {
  const count = tickets.opened.length;
  const due = new Float64Array(count).fill(NaN);
  const word = new Int8Array(count).fill(-1);
  const calendar = new Int16Array(count).fill(NOT_HOURS);
  const kinds = kindsOf(tickets);
  for (let kind = 0; kind < kinds.count; kind += 1) {
    const rows = kinds.rows.subarray(kinds.starts[kind], kinds.starts[kind + 1]);
    const first = rows[0] as number;
    const key = {
      severity: tickets.severity[first] as number,
      region: tickets.region[first] as number,
      channel: tickets.channel[first] as number,
      type: tickets.type[first] as number,
      facts: factsOfTicket(tickets.facts, first),
    };
    for (const [target, held] of rowsByTarget(engine, plan, metric, key, rows, tickets.opened)) {
      const without = target === null ? 'not offered' : statusWithout(target.promise);
      if (target === null || without !== null) {
        const code = statusCode(without ?? 'not offered');
        for (let i = 0; i < held.length; i += 1) word[held[i] as number] = code;
        continue;
      }
      const dues = new Float64Array(held.length);
      for (let i = 0; i < held.length; i += 1) dues[i] = tickets.opened[held[i] as number] as number;
      engine.deadlines(target.promise, dues, dues);
      const hours = hoursOf(target.promise);
      for (let i = 0; i < held.length; i += 1) {
        const row = held[i] as number;
        due[row] = dues[i] as number;
        calendar[row] = hours;
      }
    }
  }
  return { due, word, calendar };
}

/** The calendar whose hours a promise is of, by its place in the plan; `ELAPSED`, or `NOT_HOURS` where it is something else. */
export function hoursOf(promise: PlanPromise): number {
  if (promise.kind === 'hours') return promise.calendar;
  return promise.kind === 'elapsed' ? ELAPSED : NOT_HOURS;
}

/** Rows of tickets that differ in nothing but when they were opened, by the cell that holds for them. */
function rowsByTarget(
  engine: Engine,
  plan: number,
  metric: string,
  key: TicketKey,
  rows: Int32Array,
  opened: TicketKinds['opened'],
): ReadonlyMap<PlanTarget | null, ArrayLike<number>> {
  const select = (row: number) => engine.selectTarget(plan, metric, key, opened[row] as number);
  const hangsOnHours = engine.plan.plans[plan]?.targets.some(
    (target) => target.metric === metric && target.when.opened.length > 0,
  );
  if (hangsOnHours !== true) return new Map([[select(rows[0] as number), rows]]);
  const byTarget = new Map<PlanTarget | null, number[]>();
  for (const row of rows) {
    const target = select(row);
    const held = byTarget.get(target);
    if (held === undefined) byTarget.set(target, [row]);
    else held.push(row);
  }
  return byTarget;
}

/** What a promise comes to that has no deadline; null for one that has. Events to come are not in the columns. */
export function statusWithout(promise: PlanPromise): Status | null {
  if (promise.kind === 'word') return promise.word;
  if (promise.kind === 'awaited') return 'unmeasured';
  return promise.kind === 'relative' ? statusWithout(promise.base) : null;
}

/** Code in a status column of one promise; `stopped` is NaN where the clock was not stopped. */
export function judge(due: number, word: number, stopped: number, unstopped: Unstopped): number {
  if (word !== -1) return word;
  if (!Number.isNaN(stopped)) return stopped <= due ? MET : MISSED;
  if (unstopped.kind === 'unmeasured') return UNMEASURED;
  if (due < unstopped.instant) return MISSED;
  return unstopped.kind === 'left' ? UNMEASURED : RUNNING;
}

export function statusCode(status: Status): number {
  return STATUSES.indexOf(status);
}

const MET = statusCode('met');
const MISSED = statusCode('missed');
const RUNNING = statusCode('running');
const UNMEASURED = statusCode('unmeasured');

/** What a plan promises each ticket, and how each promise ended. Simulation and replay judge by the same lines. */
import type { Engine, TicketKey } from '../engine/index.ts';
import type { PlanPromise, PlanTarget } from '../plan/model.ts';
import { factsOfTicket } from './ticket-facts.ts';
import { STATUSES, type Status, type TicketColumns } from './outcome.ts';

/** What of a ticket decides its target. */
export type TicketKinds = Pick<
  TicketColumns,
  'opened' | 'severity' | 'region' | 'channel' | 'type' | 'facts'
>;

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
  for (const rows of rowsByKind(tickets).values()) {
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
        for (const row of held) word[row] = code;
        continue;
      }
      const dues = new Float64Array(held.length);
      held.forEach((row, i) => (dues[i] = tickets.opened[row] as number));
      engine.deadlines(target.promise, dues, dues);
      held.forEach((row, i) => (due[row] = dues[i] as number));
      const hours = hoursOf(target.promise);
      if (hours !== NOT_HOURS) for (const row of held) calendar[row] = hours;
    }
  }
  return { due, word, calendar };
}

function hoursOf(promise: PlanPromise): number {
  if (promise.kind === 'hours') return promise.calendar;
  return promise.kind === 'elapsed' ? ELAPSED : NOT_HOURS;
}

/** Rows of tickets that differ in nothing but when they were opened, by the cell that holds for them. */
function rowsByTarget(
  engine: Engine,
  plan: number,
  metric: string,
  key: TicketKey,
  rows: readonly number[],
  opened: TicketKinds['opened'],
): ReadonlyMap<PlanTarget | null, readonly number[]> {
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

/** Every plan and metric asks for the same groups of the same tickets. */
const known = new WeakMap<TicketKinds, ReadonlyMap<number | string, readonly number[]>>();

/** Rows of equal severity, region, channel, type and facts: one target holds for all of them. */
function rowsByKind(tickets: TicketKinds): ReadonlyMap<number | string, readonly number[]> {
  const groups = known.get(tickets) ?? groupByKind(tickets);
  known.set(tickets, groups);
  return groups;
}

function groupByKind(tickets: TicketKinds): ReadonlyMap<number | string, readonly number[]> {
  const groups = new Map<number | string, number[]>();
  for (let row = 0; row < tickets.opened.length; row += 1) {
    const kind = kindOf(tickets, row);
    const rows = groups.get(kind);
    if (rows === undefined) groups.set(kind, [row]);
    else rows.push(row);
  }
  return groups;
}

/** What tickets share which differ in nothing but when they were opened: a number, unless they say facts. */
export function kindOf(tickets: TicketKinds, row: number): number | string {
  const severity = tickets.severity[row] as number;
  const region = (tickets.region[row] as number) + 128;
  const channel = (tickets.channel[row] as number) + 128;
  // A byte each, in the 32 bits of a small number: larger ones take memory wherever they are a key.
  const kind = (severity << 24) | (region << 16) | (channel << 8) | ((tickets.type[row] as number) + 128);
  const { facts } = tickets;
  return facts.length === 0 ? kind : `${kind} ${facts.map(({ words }) => words[row]).join()}`;
}

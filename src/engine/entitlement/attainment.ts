import Fraction from 'fraction.js';
import type { PlanAttainment, PlanLimit } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { Engine } from '../engine.ts';
import type { FactOf } from '../grade-ticket.ts';
import { selects, type TicketKey } from '../select-target.ts';
import { periodAt, type PeriodGround } from './period.ts';

/** What is known of a ticket and one of its promises. */
export interface AttainedTicket {
  readonly key: TicketKey;
  readonly factOf: FactOf;
  readonly opened: InstantMs;
  readonly closed: InstantMs | null;
  /** When the clock of `resolve` stopped. */
  readonly resolved: InstantMs | null;
  /** Null where nothing was promised. */
  readonly due: InstantMs | null;
  /** When the clock of the promise began and stopped; null for one that runs. */
  readonly started: InstantMs;
  readonly stopped: InstantMs | null;
  /** What leaves it out of the count, in the contract's words: `cancelled`, `duplicates`. */
  readonly is: readonly string[];
}

/** What the tickets of one period come to. */
export interface Attained {
  readonly from: InstantMs;
  readonly to: InstantMs;
  /** Index of the severity where each is counted by itself; null for all together. */
  readonly severity: number | null;
  /** What the tickets have in common where each region, channel, type or value of a fact is counted by itself. */
  readonly group: AttainedGroup | null;
  readonly tickets: number;
  readonly late: number;
  /** The share that was in time, exactly. Null for none. */
  readonly share: Fraction | null;
  /** The mean in seconds, where that is what is promised. */
  readonly meanSeconds: Fraction | null;
  /** Whether the promise was kept; null where there were too few tickets for it to hold. */
  readonly kept: boolean | null;
}

export interface AttainedGroup {
  readonly by: string;
  /** Null for the tickets that do not say it. */
  readonly value: string | null;
}

/**
 * What was attained in each period that has a ticket, by periods and severities. The share is compared as a fraction of
 * whole numbers, and so is never rounded. A ticket that is still open counts as late once `now` lies past its deadline,
 * and belongs to no period of tickets closed.
 */
export function attained(
  engine: Engine,
  line: PlanAttainment,
  tickets: readonly AttainedTicket[],
  ground: PeriodGround,
  now: InstantMs,
): readonly Attained[] {
  const groups = new Map<
    string,
    {
      readonly at: InstantMs;
      readonly severity: number | null;
      readonly group: AttainedGroup | null;
      readonly tickets: AttainedTicket[];
    }
  >();
  for (const ticket of tickets) {
    const at = ticket[line.population];
    if (at === null || ticket.due === null) continue;
    if (!selects(line.when, ticket.key) || ticket.is.some((what) => line.except.includes(what))) continue;
    const severity = line.each === 'severity' ? ticket.key.severity : null;
    const group = groupOf(engine, line, ticket);
    const { from } = periodAt(line.period, ground, at);
    const key = JSON.stringify([from, severity, group?.value]);
    const found = groups.get(key) ?? { at, severity, group, tickets: [] };
    found.tickets.push(ticket);
    groups.set(key, found);
  }
  return [...groups.values()]
    .map(({ at, severity, group, tickets: own }) => ({
      ...periodOf(line, ground, at),
      severity,
      group,
      ...judged(engine, line, own, now),
    }))
    .sort(
      (a, b) =>
        a.from - b.from || (a.severity ?? -1) - (b.severity ?? -1) || inOrder(a.group?.value, b.group?.value),
    );
}

/** By the words of the group; tickets that say nothing come last. */
function inOrder(a: string | null | undefined, b: string | null | undefined): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  return b === null || b === undefined || a < b ? -1 : 1;
}

function groupOf(
  { plan }: Engine,
  { each }: PlanAttainment,
  { key, factOf }: AttainedTicket,
): AttainedGroup | null {
  if (typeof each === 'object') {
    const value = factOf(each.fact);
    return { by: each.fact, value: value === undefined ? null : String(value) };
  }
  switch (each) {
    case 'all tickets':
    case 'severity':
      return null;
    case 'region':
      return { by: each, value: plan.regions[key.region]?.name ?? null };
    case 'channel':
      return { by: each, value: plan.channels[key.channel]?.name ?? null };
    case 'type':
      return { by: each, value: plan.types[key.type]?.name ?? null };
  }
}

function periodOf({ period }: PlanAttainment, ground: PeriodGround, at: InstantMs) {
  const { from, to } = periodAt(period, ground, at);
  return { from, to };
}

function judged(
  engine: Engine,
  { aim, otherwise, leastTickets }: PlanAttainment,
  tickets: readonly AttainedTicket[],
  now: InstantMs,
): Omit<Attained, 'from' | 'to' | 'severity' | 'group'> {
  const count = tickets.length;
  const within = aim.kind === 'mean' ? null : aim.within;
  const late = tickets.filter((ticket) => isLate(engine, ticket, within, now)).length;
  const share = count === 0 ? null : new Fraction(count - late, count);
  const said = { tickets: count, late, share, meanSeconds: null };
  if (count < leastTickets) return { ...said, kept: null };
  if (aim.kind === 'mean') {
    const meanSeconds = meanOf(engine, aim.atMost, tickets);
    return {
      ...said,
      meanSeconds,
      kept: meanSeconds === null ? null : meanSeconds.lte(secondsOf(aim.atMost)),
    };
  }
  if (otherwise !== null && count >= otherwise.fromTickets)
    return { ...said, kept: reaches(share, otherwise.share) };
  const isFew = aim.kind !== 'share' && late <= aim.count;
  return { ...said, kept: isFew || (aim.kind !== 'late' && reaches(share, aim.share)) };
}

function reaches(
  share: Fraction | null,
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
): boolean {
  return share === null || share.gte(new Fraction(numerator, denominator));
}

function isLate(
  engine: Engine,
  { due, started, stopped }: AttainedTicket,
  within: PlanLimit | null,
  now: InstantMs,
): boolean {
  const own = within === null ? null : engine.deadline(within, started);
  const limit = own?.kind === 'due' ? own.due : due;
  return limit !== null && (stopped ?? Math.max(now, started)) > limit;
}

/** The mean time that the tickets which have stopped took, measured as the limit is; null for none, or for days. */
function meanOf(engine: Engine, limit: PlanLimit, tickets: readonly AttainedTicket[]): Fraction | null {
  const stopped = tickets.filter((ticket) => ticket.stopped !== null);
  if (stopped.length === 0 || (limit.kind !== 'elapsed' && limit.kind !== 'hours')) return null;
  const total = stopped.reduce((sum, { started, stopped: end }) => {
    const ms =
      limit.kind === 'elapsed'
        ? (end ?? started) - started
        : engine.calendar(limit.calendar).between(started, end ?? started);
    return sum + ms;
  }, 0);
  return new Fraction(total, stopped.length * 1000);
}

function secondsOf(limit: PlanLimit): number {
  return limit.kind === 'elapsed' || limit.kind === 'hours' ? limit.seconds : 0;
}

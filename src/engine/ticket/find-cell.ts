import type { PlanPromise, PlanTarget } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { TicketKey } from '../select-target.ts';
import { termOfLimit } from './find-stretch.ts';
import type { Cell, CellCount, TicketProgram, Version } from './program.ts';
import type { PausedDays } from './term.ts';

/**
 * The cell that holds for a ticket whose clock starts at `start`; null where the plan says nothing.
 * Throws as `Engine.selectTarget` does.
 */
export function findCell(
  program: TicketProgram,
  version: Version,
  row: (Cell | null | undefined)[],
  plan: number,
  metric: number,
  ticket: TicketKey,
  start: InstantMs,
): Cell | null {
  const known = row[metric];
  if (known !== undefined) return known;
  const clock = version.clockSets[plan]?.clocks[metric];
  if (clock === null || clock === undefined) return null;
  const name = program.metrics[metric] as string;
  const target = version.engine.selectTarget(plan, name, ticket, start);
  const cell = target === null ? null : cellOf(program, version, target, clock.terms.pausedDays);
  const isBanded = version.plan.plans[plan]?.targets.some(
    (each) => each.metric === name && each.when.opened.length > 0,
  );
  // Where cells hang on the hours of arrival, each ticket asks for itself.
  if (isBanded !== true) row[metric] = cell;
  return cell;
}

/** The cells known so far of tickets alike. */
export function cellsFor(version: Version, plan: number, ticket: TicketKey): (Cell | null | undefined)[] {
  const { severity, region, channel, type, facts } = ticket;
  const { severities, regions, channels, types } = version.plan;
  // One number for all that a ticket may be beside its facts; -1, for what it is not, is 0 here.
  let place = plan;
  place = place * (severities.length + 1) + severity + 1;
  place = place * (regions.length + 1) + region + 1;
  place = place * (channels.length + 1) + channel + 1;
  place = place * (types.length + 1) + type + 1;
  const key = facts.length === 0 ? place : `${place} ${facts.join()}`;
  let row = version.cells.get(key);
  if (row === undefined) {
    row = [];
    version.cells.set(key, row);
  }
  return row;
}

function cellOf(program: TicketProgram, version: Version, target: PlanTarget, paused: PausedDays): Cell {
  let cell = version.cellOf.get(target);
  if (cell === undefined) {
    const { promise } = target;
    cell = {
      target,
      promises: promisesOf(version, promise),
      counts: countsOf(program, version, promise, paused),
      repeatsUntil:
        promise.kind !== 'cadence'
          ? null
          : promise.until === null
            ? -1
            : program.metrics.indexOf(promise.until),
    };
    version.cellOf.set(target, cell);
  }
  return cell;
}

/** Calendars are numbered in each version anew, so a promise is told by the calendars themselves. */
function promisesOf({ from }: Version, promise: PlanPromise): string {
  return `${from} ${JSON.stringify(promise)}`;
}

function countsOf(
  program: TicketProgram,
  { engine }: Version,
  promise: PlanPromise,
  paused: PausedDays,
): CellCount {
  switch (promise.kind) {
    case 'word':
      return { kind: 'word' };
    case 'range':
    case 'cadence':
      return {
        kind: 'count',
        term: termOfLimit(engine, promise.hard, paused),
        soft: promise.soft === null ? null : termOfLimit(engine, promise.soft, paused),
      };
    case 'relative':
      return {
        kind: 'relative',
        side: promise.side,
        metric: program.metrics.indexOf(promise.metric),
        base: promise.base,
        counters: engine,
        term: termOfLimit(engine, promise.hard, paused),
        soft: promise.soft === null ? null : termOfLimit(engine, promise.soft, paused),
      };
    case 'awaited':
      return {
        kind: 'awaited',
        side: promise.side,
        event: promise.of.kind === 'event' ? (program.events.get(promise.of.name) ?? -1) : -1,
        metric: promise.of.kind === 'stop' ? program.metrics.indexOf(promise.of.name) : -1,
        term: termOfLimit(engine, promise.hard, paused),
        soft: promise.soft === null ? null : termOfLimit(engine, promise.soft, paused),
      };
    default:
      return { kind: 'count', term: termOfLimit(engine, promise, paused), soft: null };
  }
}

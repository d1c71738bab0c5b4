import type { Engine } from '../../engine/index.ts';
import type { PlanLimit, PlanPromise, PlanTarget } from '../../plan/model.ts';
import type { InstantMs, ZoneTable } from '../../time/types.ts';
import { formatLocalTime } from '../local-time.ts';
import { contractZone } from './span-flags.ts';

/** The zone by whose clock a promise is best read: of the ticket's region, of the contract, of the promise's calendar. */
export function zoneFor(engine: Engine, region: string | null, cells: readonly PlanTarget[]): ZoneTable {
  const { plan } = engine;
  const ofRegion = plan.regions.find(({ name }) => name === region)?.zone ?? null;
  const ofCells = cells.map(({ promise }) => zoneOf(engine, promise)).find((zone) => zone !== null);
  const name = ofRegion ?? plan.zone ?? ofCells;
  return name === undefined ? contractZone(engine) : engine.zone(name);
}

/** `Fri 2026-06-12 17:00`; what begins with the next millisecond is `just after` it. */
export function instantWords(zone: ZoneTable, instant: InstantMs): string {
  return instant % 60_000 === 1
    ? `just after ${formatLocalTime(zone, instant - 1)}`
    : formatLocalTime(zone, instant);
}

function zoneOf(engine: Engine, promise: PlanPromise): string | null {
  switch (promise.kind) {
    case 'word':
      return null;
    case 'range':
    case 'cadence':
    case 'relative':
    case 'awaited':
      return zoneOfLimit(engine, promise.hard);
    default:
      return zoneOfLimit(engine, promise);
  }
}

function zoneOfLimit(engine: Engine, limit: PlanLimit): string | null {
  switch (limit.kind) {
    case 'elapsed':
      return null;
    case 'hours':
      return engine.calendar(limit.calendar).zone;
    case 'days':
      return limit.zone;
    case 'pick':
      return limit.of.map((each) => zoneOfLimit(engine, each)).find((zone) => zone !== null) ?? null;
  }
}

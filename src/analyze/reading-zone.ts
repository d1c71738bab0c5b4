import type { Engine } from '../engine/index.ts';
import type { PlanLimit, PlanPromise, PlanTarget } from '../plan/model.ts';
import type { ZoneTable } from '../time/types.ts';

/**
 * The zone by whose clock promises to a ticket are best read: of the ticket's region, of the contract, of the calendar of
 * one of them, or that in which the contract takes effect. Null where nothing names one.
 */
export function readingZone(
  engine: Engine,
  region: string | null,
  cells: readonly PlanTarget[],
): ZoneTable | null {
  const { plan } = engine;
  const ofRegion = plan.regions.find(({ name }) => name === region)?.zone ?? null;
  const ofCells = zonesOf(engine, cells);
  const names = [ofRegion, plan.zone, ...ofCells, plan.effective?.zone ?? null];
  const name = names.find((each) => each !== null && Object.hasOwn(plan.zones, each)) ?? null;
  return name === null ? null : engine.zone(name);
}

/** The zones by whose clocks promises are counted, each once. */
export function zonesOf(engine: Engine, cells: readonly PlanTarget[]): readonly string[] {
  return [...new Set(cells.flatMap(({ promise }) => zoneOf(engine, promise) ?? []))];
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

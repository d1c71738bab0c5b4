import { FIRST_YEAR, LAST_YEAR } from '../time/units.ts';
import { lookUpZone } from '../time/zone-lookup.ts';
import type { CompiledPlan } from './model.ts';

/**
 * The tables of zones, each looked up when it is first read: a plan has many regions and a question most often one.
 * To whoever reads or writes them as JSON they are plain data.
 */
export function zoneTables(zones: readonly string[]): CompiledPlan['zones'] {
  const tables = {};
  for (const zone of new Set(zones)) {
    Object.defineProperty(tables, zone, {
      enumerable: true,
      get: () => lookUpZone(zone, FIRST_YEAR, LAST_YEAR + 1),
    });
  }
  return tables;
}

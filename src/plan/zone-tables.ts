import { FIRST_YEAR, LAST_YEAR } from '../time/units.ts';
import { lookUpZone } from '../time/zone-lookup.ts';
import type { CompiledPlan } from './model.ts';

/**
 * The tables of zones, each looked up when it is first read: a plan has many regions and a question most often one.
 * To whoever reads or writes them as JSON they are plain data.
 */
export function zoneTables(zones: readonly string[]): CompiledPlan['zones'] {
  return lookedUp({}, zones, FIRST_YEAR, LAST_YEAR + 1);
}

/**
 * The same zones for some years alone, where they are to be looked up: a table of ten years takes a tenth of the time.
 * Those that came with a plan stay as they are.
 */
export function zonesOfYears(
  zones: CompiledPlan['zones'],
  fromYear: number,
  toYear: number,
): CompiledPlan['zones'] {
  const all = Object.getOwnPropertyDescriptors(zones);
  const isLookedUp = (zone: string) => all[zone]?.get !== undefined;
  return lookedUp({ ...all }, Object.keys(all).filter(isLookedUp), fromYear, toYear);
}

function lookedUp(
  given: PropertyDescriptorMap,
  zones: readonly string[],
  fromYear: number,
  toYear: number,
): CompiledPlan['zones'] {
  const tables = { ...given };
  for (const zone of zones) {
    tables[zone] = { enumerable: true, get: () => lookUpZone(zone, fromYear, toYear) };
  }
  return Object.defineProperties({}, tables);
}

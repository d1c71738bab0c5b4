import type { Engine } from '../../engine/index.ts';
import { civilFieldsOf } from '../../time/civil-date.ts';
import { fixedZoneTable } from '../../time/fixed-zone.ts';
import type { ZoneTable } from '../../time/types.ts';
import { lookUpZone } from '../../time/zone-lookup.ts';
import type { Outcome } from '../outcome.ts';
import type { Told } from './kept-of.ts';

/** The zone whose weeks and hours are told of. */
export function zoneOfWeeks({ desk, plan }: Pick<Outcome, 'desk' | 'plan'>): string {
  return desk?.zone ?? plan.zone ?? 'UTC';
}

/** The part of time that counts: that of the span, or from the first to the last opening of a log. */
export function toldOf({ tickets, desk }: Outcome): Told {
  if (desk !== undefined) return { from: desk.from, to: desk.to };
  let [from, to] = [Infinity, -Infinity];
  for (const at of tickets.opened) {
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  return { from, to };
}

/** The offsets of a zone: the plan's, or those of the runtime for the years that are told of. */
export function zoneTables({ plan }: Pick<Engine, 'plan'>, { from, to }: Told): (zone: string) => ZoneTable {
  const known = new Map<string, ZoneTable>();
  const yearOf = (instant: number): number => civilFieldsOf(Math.floor(instant / 86_400_000)).year;
  return (zone) => {
    let table = plan.zones[zone] ?? known.get(zone);
    if (table === undefined) {
      table =
        zone === 'UTC' || !(from <= to)
          ? fixedZoneTable('UTC', 0, 1970, 2100)
          : lookUpZone(zone, yearOf(from) - 1, yearOf(to) + 1);
      known.set(zone, table);
    }
    return table;
  };
}

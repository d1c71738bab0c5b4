import { civilFieldsOf } from '../../time/civil-date.ts';
import type { ZoneTable } from '../../time/types.ts';
import { localToInstant } from '../../time/zone-arithmetic.ts';
import { lookUpZone } from '../../time/zone-lookup.ts';
import type { LocalClock } from './time-format.ts';

/** Decades counted from 1970. A date outside the years 1910 to 2179 is a slip of the pen. */
const FIRST_DECADE = -6;
const LAST_DECADE = 20;

/**
 * Reads wall clocks of a zone for any year. A time that the zone skips moves forward by the gap, one that occurs
 * twice is the first occurrence. NaN for dates outside the
 * years 1910 to 2179. Offsets are looked up by the decade, since a log seldom spans more than one.
 * Throws a RangeError for a zone that `isKnownZone` refuses.
 */
export function createLocalClock(zone: string): LocalClock {
  const tables = new Map<number, ZoneTable>();
  let decade = NaN;
  let table: ZoneTable = lookUpZone(zone, 2020, 2020);
  return (epochDay, daySeconds) => {
    // Years of 365 days give the decade closely enough: each table reaches a year over both of its ends.
    const wanted = Math.floor(epochDay / 3652.5);
    if (wanted < FIRST_DECADE || wanted > LAST_DECADE) return NaN;
    if (wanted !== decade) {
      table = tables.get(wanted) ?? decadeTable(zone, wanted);
      tables.set(wanted, table);
      decade = wanted;
    }
    return localToInstant(table, epochDay, daySeconds);
  };
}

function decadeTable(zone: string, decade: number): ZoneTable {
  const first = civilFieldsOf(Math.floor(decade * 3652.5)).year;
  return lookUpZone(zone, first - 1, first + 11);
}

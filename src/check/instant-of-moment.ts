import { epochDayOfDate } from '../time/civil-date.ts';
import type { InstantMs, ZoneTable } from '../time/types.ts';
import { localToInstant } from '../time/zone-arithmetic.ts';
import { lookUpZone } from '../time/zone-lookup.ts';
import type { Instant, LocalInstant } from './model.ts';

/** When a moment is: a time that was skipped moves forward, of a doubled one it is the first. */
export function instantOfMoment(moment: LocalInstant | Instant): InstantMs {
  if (moment.kind === 'instant') return moment.at;
  const noon = Date.UTC(Number(moment.date.slice(0, 4)), 6, 1);
  return localToInstant(zoneAround(moment.zone, noon), epochDayOfDate(moment.date), moment.time);
}

/** A scenario may name a zone that no calendar uses, so its zone is looked up, for the years around it. */
export function zoneAround(zone: string, around: InstantMs): ZoneTable {
  const year = new Date(around).getUTCFullYear();
  return lookUpZone(zone, year - 1, year + 5);
}

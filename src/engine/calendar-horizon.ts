import type { PlanCalendarBody } from '../plan/model.ts';
import { epochDayOf } from '../time/civil-date.ts';
import { assertNever } from '../text/assert-never.ts';
import { formatInstantUtc } from '../time/iso-instant.ts';
import { MS_PER_SECOND } from '../time/units.ts';
import { localToInstant } from '../time/zone-arithmetic.ts';
import type { ZoneTable } from '../time/types.ts';
import { zoneOf, type ZoneTables } from './expand-calendar.ts';
import { intersectHorizons, WIDEST_HORIZON, type Horizon } from './horizon.ts';

/** What a calendar covers: the engine's years, narrowed by the tables of its zones and the years of its holidays. */
export function calendarHorizon(body: PlanCalendarBody, zones: ZoneTables): Horizon {
  switch (body.kind) {
    case 'always':
    case 'never':
      return WIDEST_HORIZON;
    case 'union':
    case 'intersection':
      return body.of.map((part) => calendarHorizon(part, zones)).reduce(intersectHorizons, WIDEST_HORIZON);
    case 'difference':
      return intersectHorizons(calendarHorizon(body.from, zones), calendarHorizon(body.minus, zones));
    case 'civil': {
      const table = zoneOf(zones, body.zone);
      const known = intersectHorizons(WIDEST_HORIZON, zoneHorizon(table));
      return body.holidays === null
        ? known
        : intersectHorizons(known, holidayHorizon(table, body.holidays.fromYear, body.holidays.toYear));
    }
    default:
      return assertNever(body);
  }
}

/** What the table of a zone covers. */
function zoneHorizon(table: ZoneTable): Horizon {
  const from = table.from * MS_PER_SECOND;
  const to = table.to * MS_PER_SECOND;
  return {
    from,
    to,
    firstDate: formatInstantUtc(from).slice(0, 10),
    lastDate: formatInstantUtc(to - 1).slice(0, 10),
    reason: `the offsets of ${table.zone} are known for those years`,
  };
}

/** From the first midnight of the first year to the last of the last, by the zone's clock. */
function holidayHorizon(table: ZoneTable, fromYear: number, toYear: number): Horizon {
  const reason = `its holidays are listed for ${fromYear === toYear ? fromYear : `${fromYear} to ${toYear}`}`;
  return {
    from: newYear(table, fromYear),
    to: newYear(table, toYear + 1),
    firstDate: `${fromYear}-01-01`,
    lastDate: `${toYear}-12-31`,
    reason,
  };
}

/** Beyond the zone's table any instant outside it will do. */
function newYear(table: ZoneTable, year: number): number {
  const utc = Date.UTC(year, 0, 1) / MS_PER_SECOND;
  if (utc <= table.from) return utc * MS_PER_SECOND;
  if (utc >= table.to - 2 * 86_400) return table.to * MS_PER_SECOND;
  return localToInstant(table, epochDayOf(year, 1, 1), 0);
}

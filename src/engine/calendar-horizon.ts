import type { PlanHolidays } from '../plan/calendar-model.ts';
import type { PlanCalendarBody, PlanCivilHours } from '../plan/model.ts';
import { epochDayOfDate, formatCivilDate } from '../time/civil-date.ts';
import { assertNever } from '../text/assert-never.ts';
import { formatInstantUtc } from '../time/iso-instant.ts';
import { MS_PER_SECOND, SECONDS_PER_DAY } from '../time/units.ts';
import { localToInstant } from '../time/zone-arithmetic.ts';
import type { EpochDay, ZoneTable } from '../time/types.ts';
import { BETWEEN_ZONES_DAYS } from '../plan/expand-between-zones.ts';
import { zoneOf, type ZoneTables } from '../plan/expand-calendar.ts';
import { intersectHorizons, WIDEST_HORIZON, type Horizon } from './horizon.ts';

/** What a calendar covers: the engine's years, narrowed by the tables of its zones and the years of its holidays. */
export function calendarHorizon(body: PlanCalendarBody, zones: ZoneTables): Horizon {
  return horizonOf(body, zones, new Map());
}

/** Parts that others share are looked at once: there may be more ways to them than anybody could walk. */
function horizonOf(
  body: PlanCalendarBody,
  zones: ZoneTables,
  known: Map<PlanCalendarBody, Horizon>,
): Horizon {
  const found = known.get(body) ?? narrowed(body, zones, (part) => horizonOf(part, zones, known));
  known.set(body, found);
  return found;
}

function narrowed(
  body: PlanCalendarBody,
  zones: ZoneTables,
  ofPart: (part: PlanCalendarBody) => Horizon,
): Horizon {
  switch (body.kind) {
    case 'always':
    case 'never':
      return WIDEST_HORIZON;
    case 'union':
    case 'intersection':
      return body.of.map(ofPart).reduce(intersectHorizons, WIDEST_HORIZON);
    case 'difference':
      return intersectHorizons(ofPart(body.from), ofPart(body.minus));
    case 'between zones':
      return body.windows
        .flatMap(({ fromZone, toZone }) => [fromZone, toZone])
        .map((zone) => afterFirstWindow(zoneHorizon(zoneOf(zones, zone))))
        .reduce(intersectHorizons, WIDEST_HORIZON);
    case 'civil': {
      const table = zoneOf(zones, body.zone);
      const known = intersectHorizons(WIDEST_HORIZON, zoneHorizon(table));
      return [body.holidays, ...body.seasons.flatMap(holidaysThatBound)]
        .flatMap((holidays) => (holidays === null ? [] : holidayHorizon(table, body.bound, holidays)))
        .reduce(intersectHorizons, known);
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

/** A window that is open when the table begins may have begun by offsets that it does not know. */
function afterFirstWindow(horizon: Horizon): Horizon {
  const from = horizon.from + BETWEEN_ZONES_DAYS * SECONDS_PER_DAY * MS_PER_SECOND;
  return { ...horizon, from, firstDate: formatInstantUtc(from).slice(0, 10) };
}

/** A season of given dates, for all of which its own holidays are known, bounds nothing. */
function holidaysThatBound({ dates, own }: PlanCivilHours['seasons'][number]): readonly PlanHolidays[] {
  const holidays = own?.holidays ?? null;
  if (holidays === null) return [];
  const isKnown = dates.kind === 'range' && holidays.from <= dates.from && dates.to <= holidays.to;
  return isKnown ? [] : [holidays];
}

/**
 * From the midnight that begins the first date to the one that ends the last, by the zone's clock. Where windows are
 * bound to the day of opening, one of a date before the first may reach up to a week into it.
 */
function holidayHorizon(table: ZoneTable, bound: PlanCivilHours['bound'], holidays: PlanHolidays): Horizon {
  const first = epochDayOfDate(holidays.from) + (bound === 'each date' ? 0 : 7);
  const last = epochDayOfDate(holidays.to);
  const [fromYear, toYear] = [holidays.from.slice(0, 4), holidays.to.slice(0, 4)];
  return {
    from: midnight(table, first),
    to: midnight(table, last + 1),
    firstDate: formatCivilDate(first),
    lastDate: holidays.to,
    reason: `its holidays are listed for ${fromYear === toYear ? fromYear : `${fromYear} to ${toYear}`}`,
  };
}

/** Beyond the zone's table its outermost offsets stand in: what lies there is cut off by what the table covers. */
function midnight(table: ZoneTable, day: EpochDay): number {
  return localToInstant({ ...table, from: -Infinity, to: Infinity }, day, 0);
}

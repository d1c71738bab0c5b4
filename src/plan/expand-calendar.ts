import type { PlanCalendarBody, PlanCivilHours } from './model.ts';
import { difference, edgesOf, intersection, union } from '../time/interval-set.ts';
import { assertNever } from '../text/assert-never.ts';
import { SECONDS_PER_DAY } from '../time/units.ts';
import { segmentAt } from '../time/zone-arithmetic.ts';
import type { DayInterval, ZoneTable } from '../time/types.ts';
import { expandBetweenZones } from './expand-between-zones.ts';
import { hoursByDate } from './hours-by-date.ts';

export interface ZoneTables {
  readonly [zone: string]: ZoneTable;
}

/**
 * The open stretches of a calendar in `[from, to)` (seconds since 1970) as sorted edges. The span must lie inside
 * the zones' tables and the years of the holidays.
 */
export function expandCalendar(
  body: PlanCalendarBody,
  zones: ZoneTables,
  from: number,
  to: number,
): number[] {
  return expand(body, { zones, from, to, known: new Map() });
}

interface Expansion {
  readonly zones: ZoneTables;
  readonly from: number;
  readonly to: number;
  /** Parts that others share are expanded once: there may be more ways to them than anybody could walk. */
  readonly known: Map<PlanCalendarBody, number[]>;
}

function expand(body: PlanCalendarBody, expansion: Expansion): number[] {
  const { zones, from, to, known } = expansion;
  switch (body.kind) {
    case 'always':
      return from < to ? [from, to] : [];
    case 'never':
      return [];
    case 'between zones':
      return expandBetweenZones(body, (name) => zoneOf(zones, name), from, to);
    case 'civil':
      return expandCivil(body, zoneOf(zones, body.zone), from, to);
    case 'union':
    case 'intersection':
    case 'difference': {
      const edges = known.get(body) ?? combine(body, expansion);
      known.set(body, edges);
      return edges;
    }
    default:
      return assertNever(body);
  }
}

function combine(
  body: Extract<PlanCalendarBody, { kind: 'union' | 'intersection' | 'difference' }>,
  expansion: Expansion,
): number[] {
  const { from, to } = expansion;
  switch (body.kind) {
    case 'union':
      return body.of.map((part) => expand(part, expansion)).reduce(union, []);
    case 'intersection':
      return body.of.map((part) => expand(part, expansion)).reduce(intersection, [from, to]);
    case 'difference':
      return difference(expand(body.from, expansion), expand(body.minus, expansion));
    default:
      return assertNever(body);
  }
}

/**
 * Between two changes of its offset a zone's wall clock runs as UTC does, so each such segment is a stretch of
 * local time whose open parts are moved by the offset and cut at the segment's ends. An hour that the clock skips
 * lies in no segment and one it repeats lies in two, which is all that summer time, and a date that a zone left
 * out, have to be.
 *
 *     UTC      ───────────┤ transition ├───────────
 *     local    ── 01:59:59 │ 03:00:00 ──               the window 02:00-03:00 meets neither side
 */
function expandCivil(hours: PlanCivilHours, zone: ZoneTable, from: number, to: number): number[] {
  const hoursOn = hoursByDate(hours);
  const isBound = hours.bound !== 'each date';
  const edges: number[] = [];
  let lastClose = NaN;
  // Bound to the day of opening, what one date opened may begin before the last of what the date before opened.
  const stretches: DayInterval[] = [];
  for (let segment = segmentAt(zone, from), start = from; start < to; segment += 1) {
    const offset = zone.offsets[segment] as number;
    const end = Math.min(zone.transitions[segment] ?? to, to);
    const lastDay = Math.floor((end - 1 + offset) / SECONDS_PER_DAY);
    // A window bound to the day of opening may have begun up to a week before.
    const firstDay = Math.floor((start + offset) / SECONDS_PER_DAY) - (isBound ? 7 : 0);
    for (let day = firstDay; day <= lastDay; day += 1) {
      const midnight = day * SECONDS_PER_DAY - offset;
      const open = hoursOn(day);
      for (let i = 0; i < open.length; i += 2) {
        const opens = midnight + (open[i] as number);
        const closes = midnight + (open[i + 1] as number);
        const first = opens < start ? start : opens;
        const last = closes > end ? end : closes;
        if (isBound) stretches.push({ from: first, to: last });
        else if (first < last) {
          // Appended here: stretches of one date come in order, and few touch the one before.
          if (first === lastClose) edges[edges.length - 1] = last;
          else edges.push(first, last);
          lastClose = last;
        }
      }
    }
    start = end;
  }
  return isBound ? edgesOf(stretches) : edges;
}

export function zoneOf(zones: ZoneTables, name: string): ZoneTable {
  const table = Object.hasOwn(zones, name) ? zones[name] : undefined;
  if (table === undefined) throw new Error(`the plan has no table for zone ${JSON.stringify(name)}`);
  return table;
}

import { assertNever } from '../text/assert-never.ts';
import type { PlanCalendarBody } from './model.ts';

/** The zones by whose clocks a calendar is open and shut, sorted, each once. */
export function zonesOfCalendar(body: PlanCalendarBody): readonly string[] {
  const zones = new Set<string>();
  addZones(body, zones, new Set());
  return [...zones].sort();
}

/** Parts that others share are looked at once: there may be more ways to them than anybody could walk. */
function addZones(body: PlanCalendarBody, zones: Set<string>, seen: Set<PlanCalendarBody>): void {
  if (seen.has(body)) return;
  seen.add(body);
  switch (body.kind) {
    case 'always':
    case 'never':
      return;
    case 'union':
    case 'intersection':
      for (const part of body.of) addZones(part, zones, seen);
      return;
    case 'difference':
      addZones(body.from, zones, seen);
      addZones(body.minus, zones, seen);
      return;
    case 'between zones':
      for (const { fromZone, toZone } of body.windows) zones.add(fromZone).add(toZone);
      return;
    case 'civil':
      zones.add(body.zone);
      return;
    default:
      assertNever(body);
  }
}

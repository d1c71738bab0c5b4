import type { CalendarNode, RegionsNode } from '../syntax/tree.ts';
import { checkHolidaySetName } from './check-calendar.ts';
import { checkZoneName } from './check-time.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { CheckedCalendar, CheckedRegion } from './model.ts';
import type { Scope } from './scope.ts';

export function checkRegions(
  context: CheckContext,
  scope: Scope,
  node: RegionsNode,
): readonly CheckedRegion[] {
  const inner = within(context, `regions by ${node.key.text}`);
  return node.rows.map((row) => {
    const here = within(inner, row.name.text);
    const none = row.holidays.length === 1 && row.holidays[0]?.text === 'none';
    const sets = none ? [] : row.holidays.map((set) => checkHolidaySetName(here, scope, set));
    return {
      name: row.name.text,
      aliases: [],
      text: row.text,
      origin: originOf(here, row.span),
      zone: row.zone === null ? null : checkZoneName(here, row.zone),
      holidays: none ? 'none' : sets.filter((set) => set !== null),
    };
  });
}

/** Calendars that take their zone or holidays from the region need every region to have them. */
export function checkRegionUse(
  declared: readonly { readonly node: CalendarNode; readonly context: CheckContext }[],
  calendars: readonly CheckedCalendar[],
  regions: readonly CheckedRegion[],
  hasRegions: boolean,
): void {
  for (const { node, context } of declared) {
    const calendar = calendars.find((candidate) => candidate.name === node.name.text);
    if (calendar?.body.kind !== 'civil') continue;
    const { body } = calendar;
    const inner = within(context, `calendar ${calendar.name}`);
    const zoneClause = node.clauses.find((clause) => clause.kind === 'zone');
    const holidayClause = node.clauses.find((clause) => clause.kind === 'holidays' && clause.owner !== null);
    const byZone = body.zone.kind === 'region';
    const byHolidays = body.holidays.some((line) => line.value.kind === 'region');
    if (!hasRegions && (byZone || byHolidays)) {
      const span = (byZone ? zoneClause : holidayClause)?.span ?? node.span;
      report(inner, 'calendar/no-regions', span, { calendar: calendar.name });
      continue;
    }
    for (const region of regions) {
      if (byZone && region.zone === null) {
        const span = zoneClause?.span ?? node.span;
        report(inner, 'calendar/region-without-zone', span, { calendar: calendar.name, region: region.name });
      }
      if (byHolidays && region.holidays !== 'none' && region.holidays.length === 0) {
        const span = holidayClause?.span ?? node.span;
        report(inner, 'calendar/region-without-holidays', span, {
          calendar: calendar.name,
          region: region.name,
        });
      }
    }
  }
}

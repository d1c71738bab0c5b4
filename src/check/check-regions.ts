import { CUSTOMER_ZONE } from '../time/customer-zone.ts';
import type { CalendarNode, RegionsNode, ZoneChoiceNode } from '../syntax/tree.ts';
import { checkHolidaySetName } from './check-holiday-use.ts';
import { checkZoneName } from './check-time.ts';
import { checkOwner } from './check-zone-choice.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { CheckedRegion } from './model.ts';
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
    const isCustomers =
      row.holidaysOf !== null &&
      checkOwner(here, row.holidaysOf, 'owner of holidays', ['customer']) === 'customer';
    return {
      name: row.name.text,
      aliases: [],
      text: row.text,
      origin: originOf(here, row.span),
      zone: row.zone === null ? null : checkRegionZone(here, row.zone),
      holidays: isCustomers ? 'customer' : none ? 'none' : sets.filter((set) => set !== null),
    };
  });
}

function checkRegionZone(context: CheckContext, choice: ZoneChoiceNode): string | null {
  if (choice.kind === 'zone') return checkZoneName(context, choice.zone);
  return checkOwner(context, choice.owner, 'owner of a zone', ['customer']) === null ? null : CUSTOMER_ZONE;
}

/**
 * Calendars that take their zone or holidays from the region need every region to have them. What is missing is said
 * where it is missing, at the region, once for all calendars that need it.
 */
export function checkRegionUse(
  declared: readonly { readonly node: CalendarNode; readonly context: CheckContext }[],
  regions: { readonly node: RegionsNode; readonly context: CheckContext } | null,
  complete: boolean,
): void {
  const byZone = declared.filter(({ node }) => zoneOfRegion(node) !== undefined);
  const byHolidays = declared.filter(({ node }) => holidaysOfRegion(node) !== undefined);
  if (regions === null) {
    if (!complete) return;
    for (const { node, context } of new Set([...byZone, ...byHolidays])) {
      const span = (zoneOfRegion(node) ?? holidaysOfRegion(node))?.span ?? node.span;
      const calendar = node.name.text;
      report(within(context, `calendar ${calendar}`), 'calendar/no-regions', span, { calendar });
    }
    return;
  }
  const inner = within(regions.context, `regions by ${regions.node.key.text}`);
  for (const row of regions.node.rows) {
    const here = within(inner, row.name.text);
    const region = row.name.text;
    const [zoned] = byZone;
    if (zoned !== undefined && row.zone === null) {
      report(here, 'calendar/region-without-zone', row.name.span, { calendar: zoned.node.name.text, region });
    }
    const [closed] = byHolidays;
    if (closed !== undefined && row.holidays.length === 0 && row.holidaysOf === null) {
      const calendar = closed.node.name.text;
      report(here, 'calendar/region-without-holidays', row.name.span, { calendar, region });
    }
  }
}

function zoneOfRegion(node: CalendarNode) {
  return node.clauses.find(
    (clause) =>
      (clause.kind === 'zone' || clause.kind === 'dates of') &&
      clause.choice.kind === 'of' &&
      clause.choice.owner.text === 'region',
  );
}

function holidaysOfRegion(node: CalendarNode) {
  return node.clauses.find(
    (clause) =>
      clause.kind === 'holidays' &&
      clause.terms.some(({ of }) => of.kind === 'owner' && of.owner.text === 'region'),
  );
}

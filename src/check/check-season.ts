import type { SeasonNode } from '../syntax/tree.ts';
import type { HolidayUse, LimitedWeek } from './calendar-model.ts';
import { checkHolidayUse, contradict } from './check-holiday-use.ts';
import { checkLimited } from './check-limited.ts';
import { checkSelector } from './check-selector.ts';
import { checkDates } from './check-time.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type { Season, Selected, WeekWindow } from './model.ts';
import type { Scope } from './scope.ts';
import { checkOpen, checkOverlaps } from './week-windows.ts';

/** A season's dates and its week; null, and a finding, where it could not be made out. */
export function checkSeason(context: CheckContext, scope: Scope, node: SeasonNode): Season | null {
  const week: Selected<readonly WeekWindow[]>[] = [];
  for (const open of node.open) {
    const value = checkOpen(context, open);
    const when = checkSelector(context, scope, open.for);
    if (value === null || when === null) return null;
    checkOverlaps(context, open, value);
    week.push({ when, value, origin: originOf(context, open.span) });
  }
  const limited: Selected<LimitedWeek>[] = [];
  for (const clause of node.limited) {
    const value = checkLimited(context, scope, clause);
    const when = checkSelector(context, scope, clause.for);
    if (value === null || when === null) return null;
    if (value.kind === 'dates') {
      report(context, 'calendar/dates-in-season', clause.span, {});
      return null;
    }
    limited.push({ when, value: value.week, origin: originOf(context, clause.span) });
  }
  const holidays: Selected<HolidayUse>[] = [];
  for (const clause of node.holidays) {
    const value = checkHolidayUse(context, scope, clause);
    const when = checkSelector(context, scope, clause.for);
    if (value === null || when === null) return null;
    if (holidays.some((other) => contradict(other, { when, value }))) {
      report(context, 'calendar/holidays-none-and-some', clause.span, { calendar: seasonWords(node) });
      return null;
    }
    holidays.push({ when, value, origin: originOf(context, clause.span) });
  }
  const dates = checkDates(context, node.dates);
  if (dates === null || node.broken) return null;
  return { label: node.label, dates, week, limited, holidays };
}

function seasonWords({ label }: SeasonNode): string {
  return label === '' ? 'season' : `season "${label}"`;
}

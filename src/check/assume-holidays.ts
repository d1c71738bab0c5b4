import type { Span } from '../text/source.ts';
import { type CheckContext, report } from './context.ts';
import type { CalendarBody, CheckedCalendar, CheckedPlan } from './model.ts';
import { calendarsOfPromise } from './promise-calendars.ts';

/**
 * Where one plan or activity is `24x7` and another keeps hours that holidays close, somebody will ask whether they
 * close both. `24x7` is every hour of every date.
 */
export function assumeHolidays(
  context: CheckContext,
  head: Span,
  plans: readonly CheckedPlan[],
  calendars: readonly CheckedCalendar[],
): void {
  const byName = new Map(calendars.map((calendar) => [calendar.name, calendar.body]));
  const used = new Set(plans.flatMap(calendarsOfPlan));
  const isAlways = (name: string, body = byName.get(name)): boolean =>
    name === '24x7' || (body?.kind === 'named' && isAlways(body.calendar)) || body?.kind === 'always';
  if (![...used].some((name) => isAlways(name))) return;
  const calendar = [...used].find((name) => closesOnHolidays(byName.get(name)));
  if (calendar !== undefined) report(context, 'assume/holidays-under-24x7', head, { calendar });
}

function calendarsOfPlan({ targets, coverage }: CheckedPlan): readonly string[] {
  return [
    ...targets.flatMap(({ promise }) => calendarsOfPromise(promise)),
    ...coverage.flatMap(({ hours }) => (hours.kind === 'calendar' ? [hours.calendar] : [])),
  ];
}

/** Hours of its own that holidays close; of calendars made of others the parts are asked for where they are used. */
function closesOnHolidays(body: CalendarBody | undefined): boolean {
  return body?.kind === 'civil' && body.holidays.some(({ value }) => value.kind !== 'none');
}

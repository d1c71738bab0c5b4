import type { CalendarNode } from '../syntax/tree.ts';
import type { AnnouncedClosures, Closure, HolidayUse } from './calendar-model.ts';
import type { OwnZone } from './check-stretch.ts';
import { report, within } from './context.ts';
import type { Declared } from './declared.ts';
import type { CheckedCalendar, CheckedHolidaySet, CheckedRegion, CivilCalendar } from './model.ts';

/** What the notices of closures are counted by, beside the calendar itself. */
interface Ground {
  readonly regions: readonly CheckedRegion[];
  readonly holidaySets: readonly CheckedHolidaySet[];
  readonly own: OwnZone;
}

interface Years {
  readonly from: number;
  readonly to: number;
}

/**
 * A notice has one end for everybody. In business days or hours it is counted in the calendar, which then may not hang on
 * the customer, and whose holidays must be known; in the customer's zone it is counted by the contract's clock.
 */
export function reportNotices(
  declared: readonly Declared<CalendarNode>[],
  calendars: readonly CheckedCalendar[],
  ground: Ground,
): void {
  const byName = new Map(calendars.map((calendar) => [calendar.name, calendar.body]));
  for (const { node, context } of declared) {
    const body = byName.get(node.name.text);
    if (body?.kind !== 'civil') continue;
    const clauses = node.clauses.filter((clause) => clause.kind === 'closures');
    // Where some line is no good another finding says so.
    if (clauses.length !== body.closures.length) continue;
    const here = within(context, `calendar ${node.name.text}`);
    clauses.forEach((clause, i) => {
      const line = body.closures[i];
      if (line === undefined) return;
      if (isOfBusiness(line)) {
        const calendar = node.name.text;
        if (isOfCustomer(body, ground)) {
          report(here, 'closures/notice-of-customer', clause.span, { calendar });
          return;
        }
        const known = yearsKnown(body, ground);
        if (known === null) return;
        for (const closure of line.closures.filter((each) => !isWithin(each, known))) {
          const announced = closure.announced.text;
          report(here, 'closures/notice-outside-years', clause.span, { announced, ...known });
        }
      } else if (isInZoneOfCustomer(body, ground) && ground.own.zone === null && !ground.own.lost) {
        report(here, 'time/no-zone', clause.span, { what: 'the announcement of a closure' });
      }
    });
  }
}

function isOfBusiness({ notice }: AnnouncedClosures): boolean {
  return notice.kind === 'business hours' || (notice.kind === 'days' && notice.unit === 'business day');
}

function isInZoneOfCustomer({ zone }: CivilCalendar, { regions }: Ground): boolean {
  return (
    zone.kind === 'customer' || (zone.kind === 'region' && regions.some((each) => each.zone === 'customer'))
  );
}

function isOfCustomer(body: CivilCalendar, ground: Ground): boolean {
  return (
    isInZoneOfCustomer(body, ground) || usesOf(body).some((use) => setsOf(use, ground).includes(CUSTOMERS))
  );
}

/** The years for which the holidays of a calendar are listed, whoever asks; null where it has none. */
function yearsKnown(body: CivilCalendar, ground: Ground): Years | null {
  const names = new Set(usesOf(body).flatMap((use) => setsOf(use, ground)));
  const sets = ground.holidaySets.filter(({ name }) => names.has(name));
  if (sets.length === 0) return null;
  return {
    from: Math.max(...sets.map(({ fromYear }) => fromYear)),
    to: Math.min(...sets.map(({ toYear }) => toYear)),
  };
}

/** Whether the dates from an announcement to the end of its closure are of known years. */
function isWithin({ announced, from, to }: Closure, years: Years): boolean {
  const written = announced.text.slice(0, 10);
  const [first, last] = [from < written ? from : written, to > written ? to : written];
  // By the calendar's clock an instant may be of the date before that which it is written with.
  const isAfterStart =
    announced.kind === 'instant' ? first > `${years.from}-01-01` : first >= `${years.from}-01-01`;
  return isAfterStart && last <= `${years.to}-12-31`;
}

function usesOf({ holidays, seasons }: CivilCalendar): readonly HolidayUse[] {
  return [...holidays, ...seasons.flatMap(({ value }) => value.holidays)].map(({ value }) => value);
}

/** Stands for the holidays that come with the ticket; no set is called so. */
const CUSTOMERS = '';

function setsOf(use: HolidayUse, ground: Ground): readonly string[] {
  switch (use.kind) {
    case 'none':
      return [];
    case 'customer':
      return [CUSTOMERS];
    case 'region':
      return ground.regions.flatMap(({ holidays }) =>
        holidays === 'customer' ? [CUSTOMERS] : holidays === 'none' ? [] : holidays,
      );
    case 'sets':
    case 'common':
      return use.sets;
    case 'plus':
    case 'minus':
      return [...setsOf(use.left, ground), ...setsOf(use.right, ground)];
    case 'widened':
      return setsOf(use.of, ground);
  }
}

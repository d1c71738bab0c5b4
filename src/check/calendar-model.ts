/** Parts of the checked calendar: whole calendars chosen for a ticket, holidays put together, limited hours, closures. */
import type { CivilDate, DayInterval, DaySeconds, InstantMs, Weekday } from '../time/types.ts';
import type { CalendarBody, Origin, Selected, Selector, WeekWindow } from './model.ts';

/**
 * A calendar that is another for other tickets (`use 24x7 for P1`). For every ticket exactly one line holds: of those
 * that speak of it, the narrowest.
 */
export interface ChosenCalendar {
  readonly kind: 'chosen';
  readonly of: readonly Selected<CalendarBody>[];
}

/** The closed stretches of dates: a set of wall-clock times, put together from holiday sets. */
export type HolidayUse =
  | { readonly kind: 'none' }
  /** The holidays of the ticket's region. */
  | { readonly kind: 'region' }
  /** The holidays that come with the ticket. */
  | { readonly kind: 'customer' }
  /** Closed where any of the sets is. */
  | { readonly kind: 'sets'; readonly sets: readonly string[] }
  /** Closed where all of the sets are. */
  | { readonly kind: 'common'; readonly sets: readonly string[] }
  | { readonly kind: 'plus' | 'minus'; readonly left: HolidayUse; readonly right: HolidayUse }
  /**
   * A closed stretch that begins with its date begins at `fromBefore` on the date before; one that ends with its date
   * ends at `untilAfter` on the date after. Null: it is not widened on that side.
   */
  | {
      readonly kind: 'widened';
      readonly of: HolidayUse;
      readonly fromBefore: DaySeconds | null;
      readonly untilAfter: DaySeconds | null;
    };

/** What holds on a holiday in place of the stretch that it closes. Of a part-day only the closed part is replaced. */
export interface HolidayHours {
  readonly label: string;
  readonly hours: readonly DayInterval[];
  /** When set, the hours are those that this weekday has in the season or week of the date, and `hours` is empty. */
  readonly as: Weekday | null;
}

/** What becomes of the promise to a ticket that limited hours do not admit. Its clocks stop in any case. */
export type LimitedOthers = 'stop' | 'best effort' | 'no promise';

/** Who is served in limited hours, and what becomes of the others. */
export interface Admission {
  readonly admits: Selector;
  readonly others: LimitedOthers;
}

/**
 * A window of the week whose ends are read in zones of their own: from each start instant to the first end instant
 * after it. It is open on the dates, by the calendar's zone, on which the week holds, outside what holidays close.
 */
export interface WindowBetweenZones {
  readonly window: WeekWindow;
  readonly fromZone: string;
  readonly toZone: string;
}

/** Windows of the week that are open for those admitted and shut for all others, whatever else opens there. */
export interface LimitedWeek extends Admission {
  readonly label: string;
  readonly windows: readonly WeekWindow[];
}

/** A date that is shut for all but those admitted, who have the line's hours or those that the date has otherwise. */
export interface LimitedDate extends Admission {
  readonly hours: 'of the line' | 'as otherwise';
}

/** Closures that are announced while the contract runs, in a file beside it, and what they need in order to count. */
export interface AnnouncedClosures {
  readonly notice: Notice;
  /** What becomes of a closure that begins before its notice ends: nothing, or it closes from that end on. */
  readonly late: 'do not count' | 'from the end of the notice';
  /** Whether clocks that ran already when a closure was announced are to count by it. */
  readonly inFlight: 'see them' | 'keep old';
  /** In the order of the file. */
  readonly closures: readonly Closure[];
  readonly origin: Origin;
}

/**
 * How long before it begins a closure is announced. Days are whole dates: the first is the one after that of the
 * announcement, and a closure may begin on the date after the last.
 */
export type Notice =
  | { readonly kind: 'none' }
  | { readonly kind: 'elapsed'; readonly seconds: number }
  /** Hours of the calendar itself, as it is without closures. */
  | { readonly kind: 'business hours'; readonly seconds: number }
  | {
      readonly kind: 'days';
      /** Business days are those of the calendar itself, as it is without closures. */
      readonly unit: 'business day' | 'calendar day' | 'month';
      readonly count: number;
    };

/** Hours of dates that are closed, for some or all regions. */
export interface Closure {
  readonly announced: Announcement;
  /** First and last date. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** What is closed of each of the dates: in order, disjoint. */
  readonly closed: readonly DayInterval[];
  readonly reason: string;
  /** Null for all. */
  readonly regions: readonly string[] | null;
  readonly origin: Origin;
}

/** When a closure was announced, as it is written; a date alone stands for its end. */
export type Announcement =
  | { readonly kind: 'instant'; readonly at: InstantMs; readonly text: string }
  /** By the clock of the calendar, or of the contract where the calendar takes its zone from the customer. */
  | { readonly kind: 'local'; readonly date: CivilDate; readonly time: DaySeconds; readonly text: string }
  | { readonly kind: 'date'; readonly date: CivilDate; readonly text: string };

/** Parts of a concrete calendar: holidays put together, and hours that admit only some. */
import type { CivilDate, DayInterval, DaySeconds, Weekday } from '../time/types.ts';
import type { PlanOrigin } from './model.ts';

/** A stretch of hours that a date opens. */
export interface PlanOpenHours {
  readonly from: DaySeconds;
  /** Seconds after the same midnight; past 86400 where the calendar is bound to the day of opening. */
  readonly to: number;
}

/** The open hours of each weekday, Monday first: sorted, disjoint, merged. */
export type PlanWeek = readonly (readonly PlanOpenHours[])[];

/**
 * Windows of every week, each from the instants at which the clock of one zone reads its start to the first instant
 * after at which that of another reads its end.
 */
export interface PlanBetweenZones {
  readonly kind: 'between zones';
  readonly windows: readonly {
    readonly fromDay: Weekday;
    readonly fromTime: DaySeconds;
    readonly fromZone: string;
    readonly toDay: Weekday;
    readonly toTime: DaySeconds;
    readonly toZone: string;
    readonly origin: PlanOrigin;
  }[];
}

/** Stretches of dates that are closed. Before `from` and after `to`, the first and last date, nothing is known. */
export interface PlanClosedDates {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** By date; several may close parts of one. */
  readonly days: readonly PlanHoliday[];
}

/** What holidays close. */
export interface PlanHolidays extends PlanClosedDates {
  readonly origin: PlanOrigin;
}

/** A holiday set by its name, for tickets to name. */
export interface PlanHolidaySet extends PlanClosedDates {
  readonly name: string;
}

/** Holidays put together from those of the customer, which are known when a ticket names them. */
export interface PlanCustomerHolidays {
  readonly use: PlanHolidayUse;
  readonly origin: PlanOrigin;
}

export type PlanHolidayUse =
  | { readonly kind: 'customer' }
  /** Null: no holidays at all. */
  | { readonly kind: 'dates'; readonly dates: PlanClosedDates | null }
  | { readonly kind: 'plus' | 'minus'; readonly left: PlanHolidayUse; readonly right: PlanHolidayUse }
  /**
   * What begins with its date begins at `fromBefore` on the date before; what ends with it ends at `untilAfter` on the
   * date after. Null: it is not widened on that side.
   */
  | {
      readonly kind: 'widened';
      readonly of: PlanHolidayUse;
      readonly fromBefore: DaySeconds | null;
      readonly untilAfter: DaySeconds | null;
    };

export interface PlanHoliday {
  readonly date: CivilDate;
  readonly name: string;
  readonly closed: DayInterval;
}

/** The hours that hold within what a holiday closes: those listed, or those of a weekday where `as` names one. */
export interface PlanHolidayHours {
  readonly label: string;
  readonly hours: readonly DayInterval[];
  readonly as: Weekday | null;
  readonly origin: PlanOrigin;
}

/** Dates, or hours of dates, that are closed since it was announced so, whatever else is said of them. */
export interface PlanClosure {
  /** First and last date. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** What is closed of each of them: in order, disjoint. */
  readonly closed: readonly DayInterval[];
  readonly counts: PlanClosureCounts;
  readonly reason: string;
  /** As it is written: an instant, a local time or a date. */
  readonly announced: string;
  readonly origin: PlanOrigin;
}

export type PlanClosureCounts =
  /** From what the calendar's clock reads then: the start of the closure or, where that is later, the end of its notice. */
  | { readonly kind: 'from'; readonly date: CivilDate; readonly time: DaySeconds; readonly isLate: boolean }
  /** It begins before its notice ends, and so does not count. */
  | { readonly kind: 'announced too late' }
  /** The calendar is that of clocks which ran already when it was announced, and keep the hours they had. */
  | { readonly kind: 'announced afterwards' };

/** Windows of the week that are open for the tickets of this calendar where they are admitted, and shut if not. */
export interface PlanLimitedWeek extends PlanAdmission {
  readonly label: string;
  readonly week: PlanWeek;
  readonly admitted: boolean;
  readonly origin: PlanOrigin;
}

export interface PlanAdmission {
  /** Who is admitted, in the contract's names. */
  readonly admits: string;
  /** What becomes of the promise to others; their clocks stop in any case. */
  readonly others: 'stop' | 'best effort' | 'no promise';
}

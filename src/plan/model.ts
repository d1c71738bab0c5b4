/**
 * The compiled plan: plain, versioned, JSON-able data. Continuous integration can cache it and other languages can
 * read it. Everything is resolved: calendars are concrete (one zone, dates listed), a target names its calendar by
 * index, zones are tables. The engine needs nothing else.
 */
import type { PlanMoney } from './money-model.ts';
import type { PlanCondition, PlanEntitlements } from './entitlement-model.ts';
import type {
  PlanBetweenZones,
  PlanAdmission,
  PlanClosure,
  PlanHolidayHours,
  PlanCustomerHolidays,
  PlanHolidays,
  PlanHolidaySet,
  PlanLimitedWeek,
  PlanOpenHours,
  PlanWeek,
} from './calendar-model.ts';
import type { CivilDate, DateSet, DaySeconds, FiscalYear, InstantMs, ZoneTable } from '../time/types.ts';
import type { PlanTables } from './table-model.ts';
import type { PlanClockTerms } from './clock-model.ts';
import type { PlanBinding, PlanConduct } from './conduct-model.ts';

/** Where in the contract a thing is said. */
export interface PlanOrigin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: readonly string[];
}

/** A clause as the contract has it, on one line and without its comments, and where. */
export interface PlanSaid {
  readonly clause: string;
  readonly origin: PlanOrigin;
}

/** A contract with all of its plans, compiled. Other things in it are named by their index in its lists. */
export interface CompiledPlan {
  readonly format: 'surety-plan';
  readonly version: 1;
  readonly title: string;
  readonly contractVersion: string;
  readonly currency: string | null;
  /** Who promises and who is promised, in the contract's words. */
  readonly parties: readonly { readonly role: string; readonly name: string }[];
  /** First and last day in force, in the zone named; null when the contract says nothing of it. */
  readonly effective: {
    readonly from: CivilDate;
    readonly to: CivilDate | null;
    readonly zone: string;
  } | null;
  /** The contract's own zone, for local times that carry none. */
  readonly zone: string | null;
  /** Version of the time-zone data that the zone tables were taken from, such as `2025c`. */
  readonly tzdata: string;
  /** Every zone in use, by name. */
  readonly zones: { readonly [zone: string]: ZoneTable };
  readonly calendars: readonly PlanCalendar[];
  /** Their open time for some years, made beforehand; null where the plan carries none. */
  readonly tables: PlanTables | null;
  /** The holiday sets that a ticket can name as those of its customer, where a calendar asks for them. */
  readonly holidaySets: readonly PlanHolidaySet[];
  /** Most severe first. */
  readonly severities: readonly PlanSeverity[];
  /** The fact that names the region of a ticket; null when there are no regions. */
  readonly regionKey: string | null;
  readonly regions: readonly PlanRegion[];
  readonly channels: readonly PlanName[];
  readonly types: readonly PlanName[];
  readonly metrics: readonly string[];
  readonly clocks: readonly PlanClock[];
  /** Lowest level first. */
  readonly plans: readonly PlanPlan[];
  readonly conduct: PlanConduct;
  readonly binding: PlanBinding;
  /** What conditions speak of. */
  readonly facts: readonly PlanFact[];
  readonly assumptions: readonly {
    readonly code: string;
    readonly message: string;
    readonly write: string;
    readonly origin: PlanOrigin;
  }[];
}

export interface PlanName {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly text: string;
}

export interface PlanSeverity extends PlanName {
  /** Which tickets are of it, by their facts. */
  readonly when: PlanCondition;
  readonly origin: PlanOrigin;
}

export interface PlanRegion extends PlanName {
  /** A zone, or `customer` for the one that comes with the ticket. */
  readonly zone: string | null;
}

/** A fact of a ticket, by its name in conditions. */
export interface PlanFact extends PlanName {
  readonly type:
    | { readonly kind: 'words'; readonly words: readonly string[] }
    | { readonly kind: 'truth' }
    | { readonly kind: 'number' }
    | { readonly kind: 'text' };
}

export interface PlanClock {
  readonly metric: string;
  /** The plan in whose block it stands, for that plan and those that extend it; null for every other plan. */
  readonly plan: string | null;
  readonly startsOn: readonly string[];
  readonly stopsOn: readonly string[];
  readonly pausesWhile: readonly string[];
  readonly terms: PlanClockTerms;
  /** Its block; where the contract has none, the first promise that it measures. */
  readonly origin: PlanOrigin;
}

/** A concrete calendar. Equal calendars are one entry, whatever names they go by. */
export interface PlanCalendar {
  /** The name in the contract; with the region where the hours depend on it, as in `Standard (ANZ)`. */
  readonly name: string;
  /** The calendar in the contract that it is; null for one that the compiler made, such as all time from an announcement on. */
  readonly of: string | null;
  /**
   * For which tickets it is: those of each of these. A ticket that is of no such calendar for something that others
   * name, such as a channel, has the one that does not name any.
   */
  readonly tickets: readonly PlanTicketKind[];
  /**
   * For which clocks it is: null for all, else for those that began before an instant, after the one before it at which
   * something was announced that they do not take in.
   */
  readonly before: InstantMs | null;
  /**
   * Zone whose dates count when days are counted, `customer` for the one that comes with the ticket; null for a calendar
   * that is always open and has none.
   */
  readonly zone: string | null;
  /** What of a ticket its hours hang on, beyond what its name tells. */
  readonly hangsOn: readonly PlanTicketTerm[];
  readonly body: PlanCalendarBody;
  readonly origin: PlanOrigin;
}

/** What tickets are told apart by, and the name of those that are meant; of a yes-or-no fact `yes` or `no`. */
export type PlanTicketKind =
  | { readonly by: 'region' | 'severity' | 'channel' | 'type'; readonly name: string }
  | { readonly by: 'fact'; readonly fact: string; readonly name: string };

/** The zone of its customer, the holidays of its customer. */
export type PlanTicketTerm = 'zone' | 'holidays';

export type PlanCalendarBody =
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  | { readonly kind: 'union'; readonly of: readonly PlanCalendarBody[] }
  | { readonly kind: 'intersection'; readonly of: readonly PlanCalendarBody[] }
  | { readonly kind: 'difference'; readonly from: PlanCalendarBody; readonly minus: PlanCalendarBody }
  | PlanBetweenZones
  | PlanCivilHours;

/**
 * Wall-clock hours of one zone. Layers: dated over holiday over season over week; closures take out of all of them.
 *
 * Where it is bound to the day of opening, a window is not cut at midnight: it may end after 86400 and belongs, layers
 * and all, to the date on which it begins.
 */
export interface PlanCivilHours {
  readonly kind: 'civil';
  /** A zone, or `customer` for the one that comes with the ticket. */
  readonly zone: string;
  readonly bound: 'each date' | 'day of opening';
  readonly week: PlanWeek;
  /** The clause that opens each weekday, Monday first; where several do, the one that opens it first that day. */
  readonly weekOrigin: readonly PlanOrigin[];
  readonly limited: readonly PlanLimitedWeek[];
  /** Later entries win where two hold on one date. */
  readonly seasons: readonly {
    readonly label: string;
    readonly dates: DateSet;
    readonly week: PlanWeek;
    readonly limited: readonly PlanLimitedWeek[];
    /** In place of those of the calendar; null: those of the calendar hold. */
    readonly own: PlanSeasonHolidays | null;
    readonly origin: PlanOrigin;
  }[];
  /** Null when there are none, and where they are the customer's. */
  readonly holidays: PlanHolidays | null;
  /** Null where no ticket names them. */
  readonly customerHolidays: PlanCustomerHolidays | null;
  /** Null where a holiday is simply shut. */
  readonly onHolidays: PlanHolidayHours | null;
  /** Later entries win where two hold on one date. No hours: closed. */
  readonly dated: readonly {
    readonly label: string;
    readonly dates: DateSet;
    readonly hours: readonly PlanOpenHours[];
    /** Where the date is one of limited hours, who is admitted; the hours are those of this calendar's tickets. */
    readonly limited: PlanAdmission | null;
    readonly origin: PlanOrigin;
  }[];
  /** They close whatever the layers open; those that do not count are there for who asks why. */
  readonly closures: readonly PlanClosure[];
}

/** The holidays of a season, as a calendar has them. */
export interface PlanSeasonHolidays {
  /** Null when there are none, and where they are the customer's. */
  readonly holidays: PlanHolidays | null;
  /** Null where no ticket names them. */
  readonly customerHolidays: PlanCustomerHolidays | null;
}

export interface PlanPlan extends PlanName, PlanEntitlements, PlanMoney {
  readonly level: number;
  readonly extends: string | null;
  readonly targets: readonly PlanTarget[];
  readonly coverage: readonly {
    readonly activity: string;
    readonly hours:
      | { readonly kind: 'calendar'; readonly calendar: number }
      | { readonly kind: 'word'; readonly word: PlanWord };
    readonly when: PlanSelector;
    readonly origin: PlanOrigin;
  }[];
  readonly channels: readonly {
    readonly channel: string;
    /** True where it has to be asked for first. */
    readonly onRequest: boolean;
    readonly when: PlanSelector;
  }[];
  readonly attainment: readonly PlanAttainment[];
  readonly features: readonly {
    readonly name: string;
    readonly value: 'yes' | 'no' | 'optional' | 'unknown' | 'text';
    /** What is said of it where the value is a text; empty otherwise. */
    readonly says: string;
  }[];
}

/** Indexes into the contract's lists; null means any. */
export interface PlanSelector {
  readonly severities: readonly number[] | null;
  readonly regions: readonly number[] | null;
  readonly channels: readonly number[] | null;
  readonly types: readonly number[] | null;
  /**
   * Declared facts that are narrowed: `fact` is an index into the contract's facts, `words` are indexes into its words;
   * of a yes-or-no fact 0 is yes and 1 is no. All must hold.
   */
  readonly facts: readonly { readonly fact: number; readonly words: readonly number[] }[];
  /** Hours in which, or outside which, the ticket is opened; `calendar` is an index into the calendars. All must hold. */
  readonly opened: readonly PlanArrivalBand[];
}

export interface PlanArrivalBand {
  readonly side: 'in' | 'outside';
  readonly calendar: number;
}

/**
 * A cell of the targets. Of several that match a ticket, the first in the list holds: lowering has put the
 * narrowest first.
 */
export interface PlanTarget {
  readonly metric: string;
  readonly when: PlanSelector;
  readonly promise: PlanPromise;
  readonly origin: PlanOrigin;
  /** The cell as the contract's words have it, such as `16 h in Standard`. */
  readonly words: string;
}

/** What a cell promises: one limit, a range of two, a count from something else, or a word in place of a deadline. */
export type PlanPromise =
  | PlanLimit
  | { readonly kind: 'range'; readonly soft: PlanLimit; readonly hard: PlanLimit }
  | {
      readonly kind: 'cadence';
      readonly soft: PlanLimit | null;
      readonly hard: PlanLimit;
      /** The metric whose clock's stop ends it; null for as long as the ticket is open. */
      readonly until: string | null;
    }
  /** Counted from, or back from, the deadline of `base`, which is what the plan promises the ticket for `metric`. */
  | {
      readonly kind: 'relative';
      readonly side: 'before' | 'after';
      readonly metric: string;
      readonly base: PlanPromise;
      readonly soft: PlanLimit | null;
      readonly hard: PlanLimit;
    }
  /** Counted from, or back from, an event that is still to come: there is no deadline until it is known. */
  | {
      readonly kind: 'awaited';
      readonly side: 'before' | 'after';
      /** The event, or the metric whose clock's stop is meant. */
      readonly of: { readonly kind: 'stop' | 'event'; readonly name: string };
      readonly soft: PlanLimit | null;
      readonly hard: PlanLimit;
    }
  | { readonly kind: 'word'; readonly word: PlanWord };

export type PlanWord = 'best effort' | 'not offered' | 'as agreed' | 'optional' | 'unknown';

export type PlanLimit =
  | { readonly kind: 'elapsed'; readonly seconds: number }
  | { readonly kind: 'hours'; readonly seconds: number; readonly calendar: number }
  | PlanDays
  | { readonly kind: 'pick'; readonly pick: 'later' | 'earlier'; readonly of: readonly PlanLimit[] };

/** See `CheckedDays` for the meaning of each field. */
export interface PlanDays {
  readonly kind: 'days';
  readonly unit:
    | 'business day'
    | 'calendar day'
    | 'month'
    | 'end of week'
    | 'end of month'
    | 'end of quarter'
    | 'end of year';
  readonly count: number;
  readonly calendar: number;
  /** The zone whose dates count; `customer` for the one that comes with the ticket. */
  readonly zone: string;
  readonly end:
    | { readonly kind: 'same time' }
    | { readonly kind: 'close' }
    | { readonly kind: 'clock'; readonly time: DaySeconds };
  readonly receipt: 'next opening' | 'as received';
  readonly dayOne: 'day of receipt' | 'day after';
  readonly cutOff: DaySeconds | null;
  readonly endOutside: 'next opening' | 'previous close' | 'stays';
}

export interface PlanPeriod {
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
  /** Where it begins: with the calendar's, or counted from the day the contract took effect. */
  readonly anchor: 'calendar' | 'contract' | FiscalYear;
}

/** See `CheckedAttainment` for the meaning of each field. */
export interface PlanAttainment {
  readonly aim: PlanAttainmentAim;
  readonly otherwise: { readonly fromTickets: number; readonly share: PlanFraction } | null;
  readonly leastTickets: number;
  readonly except: readonly string[];
  readonly each: PlanAttainedBy;
  readonly metric: string;
  readonly period: PlanPeriod;
  readonly population: 'opened' | 'closed' | 'due' | 'resolved';
  readonly zone: string;
  readonly when: PlanSelector;
  readonly origin: PlanOrigin;
}

export interface PlanFraction {
  readonly numerator: number;
  readonly denominator: number;
}

export type PlanAttainedBy =
  'all tickets' | 'severity' | 'region' | 'channel' | 'type' | { readonly fact: string };

export type PlanAttainmentAim =
  | { readonly kind: 'share'; readonly share: PlanFraction; readonly within: PlanLimit | null }
  | {
      readonly kind: 'share or late';
      readonly share: PlanFraction;
      readonly count: number;
      readonly within: PlanLimit | null;
    }
  | { readonly kind: 'late'; readonly count: number; readonly within: PlanLimit | null }
  | { readonly kind: 'mean'; readonly atMost: PlanLimit };

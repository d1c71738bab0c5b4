/**
 * The checked contract: what a `.plan` file says once every name is resolved, every unit is known and every
 * date is a date. `plan/` lowers it for the engine; `reference/` interprets it as it stands. It holds nothing
 * that a later stage fills in, and nothing of the text but the place each thing came from.
 */
import type { CheckedMoney } from './money-model.ts';
import type { CheckedEntitlements, Fraction } from './entitlement-model.ts';
import type {
  CivilDate,
  DateSet,
  DayInterval,
  DaySeconds,
  FiscalYear,
  InstantMs,
  Weekday,
} from '../time/types.ts';
import type {
  AnnouncedClosures,
  ChosenCalendar,
  HolidayHours,
  HolidayUse,
  LimitedDate,
  LimitedWeek,
  WindowBetweenZones,
} from './calendar-model.ts';
import type { ClockTerms } from './clock-model.ts';
import type { BindingTerms, Conduct } from './conduct-model.ts';
import type { CheckedScenario } from './scenario-model.ts';

/** Where in the documents a thing is said: file, line and column (from 1) and the path a reader would follow. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** For example `['plan Gold', 'targets', 'S2', 'respond']`. */
  readonly path: readonly string[];
}

export interface Named {
  readonly name: string;
  /** Other words for the same thing, such as `P1` for `Severity 1`. */
  readonly aliases: readonly string[];
  /** The definition in words, as the contract has it; empty when there is none. */
  readonly text: string;
  readonly origin: Origin;
}

/** A contract without errors, its names, units and dates resolved; what it leaves open is under `assumptions`. */
export interface CheckedContract {
  readonly file: string;
  readonly title: string;
  readonly version: string;
  readonly effective: {
    readonly from: CivilDate;
    readonly to: CivilDate | null;
    readonly zone: string;
  } | null;
  /** The zone in which the contract reads local times and counts periods unless a clause names another. */
  readonly zone: string | null;
  readonly currency: string | null;
  readonly parties: readonly { readonly role: string; readonly name: string }[];
  readonly facts: readonly CheckedFact[];
  /** Most severe first. */
  readonly severities: readonly CheckedSeverity[];
  /** The fact that names the region of a ticket (`site`, `user`, `account`); null when there are no regions. */
  readonly regionKey: string | null;
  readonly regions: readonly CheckedRegion[];
  readonly channels: readonly Named[];
  readonly activities: readonly Named[];
  readonly types: readonly Named[];
  readonly metrics: readonly Named[];
  readonly clocks: readonly CheckedClock[];
  readonly calendars: readonly CheckedCalendar[];
  readonly holidaySets: readonly CheckedHolidaySet[];
  /** Lowest first. */
  readonly plans: readonly CheckedPlan[];
  readonly scenarios: readonly CheckedScenario[];
  readonly conduct: Conduct<string>;
  readonly binding: BindingTerms<string>;
  /** What the contract leaves open, and how it was read. */
  readonly assumptions: readonly Assumption[];
}

/** Something that matters and is not stated: how it was read, and what to write to state it. */
export interface Assumption {
  readonly code: string;
  readonly message: string;
  readonly write: string;
  readonly origin: Origin;
}

export type FactType =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'truth' }
  | { readonly kind: 'number' }
  | { readonly kind: 'text' };

export interface CheckedFact extends Named {
  readonly type: FactType;
}

export interface CheckedSeverity extends Named {
  /** 0 is the most severe. */
  readonly rank: number;
  readonly when: CheckedCondition;
}

export type CheckedCondition =
  | { readonly kind: 'unstated' }
  | { readonly kind: 'otherwise' }
  | { readonly kind: 'all'; readonly of: readonly CheckedCondition[] }
  | { readonly kind: 'any'; readonly of: readonly CheckedCondition[] }
  | { readonly kind: 'not'; readonly of: CheckedCondition }
  | {
      readonly kind: 'compare';
      readonly fact: string;
      readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>=';
      readonly value: string | number | boolean;
    };

export interface CheckedRegion extends Named {
  /** A zone, or `customer` for the one that comes with the ticket; null where the region names none. */
  readonly zone: string | null;
  /**
   * Names of holiday sets; empty means the region says nothing, `'none'` that there are none, and `'customer'` those
   * that come with the ticket.
   */
  readonly holidays: readonly string[] | 'none' | 'customer';
}

/** What a `for …` narrows a line to. `null` in a dimension means any; two dimensions must both hold. */
export interface Selector {
  readonly severities: readonly string[] | null;
  readonly regions: readonly string[] | null;
  readonly channels: readonly string[] | null;
  readonly types: readonly string[] | null;
  /** Declared facts of few values that are narrowed, by name, each a dimension of its own; empty means any. */
  readonly facts: readonly FactChoice[];
  /** The hours in which the ticket is opened; all must hold, and empty means any. */
  readonly opened: readonly ArrivalBand[];
}

/** Tickets that are opened in the hours of a calendar, or outside them. */
export interface ArrivalBand {
  readonly side: 'in' | 'outside';
  readonly calendar: string;
}

/** The values of a fact that a line speaks of; of a yes-or-no fact `yes` or `no`. */
export interface FactChoice {
  readonly fact: string;
  readonly words: readonly string[];
}

/** A line and the tickets it speaks of. Of several lines that match, the one that narrows in most dimensions holds. */
export interface Selected<T> {
  readonly when: Selector;
  readonly value: T;
  readonly origin: Origin;
}

export interface CheckedCalendar extends Named {
  /** Whose dates count when days are counted; null: those of the zone that its hours lie in. */
  readonly dates: ZoneChoice | null;
  readonly body: CalendarBody;
}

export type CalendarBody =
  | { readonly kind: 'always' }
  | { readonly kind: 'named'; readonly calendar: string }
  | { readonly kind: 'union'; readonly left: CalendarBody; readonly right: CalendarBody }
  | { readonly kind: 'intersection'; readonly left: CalendarBody; readonly right: CalendarBody }
  | { readonly kind: 'difference'; readonly left: CalendarBody; readonly right: CalendarBody }
  | ChosenCalendar
  | CivilCalendar;

/** A calendar of wall-clock hours in one zone. Its layers have one order: dated over holiday over season over week. */
export interface CivilCalendar {
  readonly kind: 'civil';
  readonly zone: ZoneChoice;
  /** Lines of equal selectors add up; a line with a narrower selector replaces the wider ones for its tickets. */
  readonly week: readonly Selected<readonly WeekWindow[]>[];
  /** Of one layer with `week`: lines of both add up, and a narrower line of either replaces the wider ones. */
  readonly betweenZones: readonly Selected<WindowBetweenZones>[];
  readonly seasons: readonly Selected<Season>[];
  readonly holidays: readonly Selected<HolidayUse>[];
  /** Of several that speak of a ticket the narrowest holds; none: holidays are shut. */
  readonly onHolidays: readonly Selected<HolidayHours>[];
  /** Of several that hold on a date the narrowest holds, of equally narrow ones the last. */
  readonly dated: readonly Selected<DatedHours>[];
  readonly limited: readonly Selected<LimitedWeek>[];
  /** They close whatever else is said of their dates; those of all lines add up. */
  readonly closures: readonly AnnouncedClosures[];
  /**
   * Whether the part of a window after midnight has its own date's layers, or those of the date on which it began.
   */
  readonly bound: 'each date' | 'day of opening';
}

export type ZoneChoice =
  | { readonly kind: 'iana'; readonly zone: string }
  | { readonly kind: 'fixed'; readonly offsetSeconds: number }
  /** The zone of the ticket's region. */
  | { readonly kind: 'region' }
  /** The zone that comes with the ticket. */
  | { readonly kind: 'customer' };

/**
 * One window of the week, from a weekday and time up to a weekday and time. `toDay` may lie after `fromDay`, or
 * before it (over the end of the week). Monday 00:00 to Sunday 24:00 is the whole week. It means the union of
 * its parts on each civil date.
 */
export interface WeekWindow {
  readonly fromDay: Weekday;
  readonly fromTime: DaySeconds;
  readonly toDay: Weekday;
  readonly toTime: DaySeconds;
}

/** A range of dates on which another week holds. */
export interface Season {
  readonly label: string;
  readonly dates: DateSet;
  /** As in the week of the calendar, a line with a narrower selector replaces the wider ones for its tickets. */
  readonly week: readonly Selected<readonly WeekWindow[]>[];
  readonly limited: readonly Selected<LimitedWeek>[];
  /** In place of those of the calendar; none: the calendar's hold in the season too. */
  readonly holidays: readonly Selected<HolidayUse>[];
}

/** Dates with hours of their own; no hours means closed. */
export interface DatedHours {
  readonly label: string;
  readonly dates: DateSet;
  readonly hours: readonly DayInterval[];
  /** When set, the hours are those that the week (not a season) has for this weekday, and `hours` is empty. */
  readonly as: Weekday | null;
  /** Null: the hours are for all whom the line speaks of. */
  readonly limited: LimitedDate | null;
}

export interface CheckedHolidaySet extends Named {
  /** Where the dates were taken from, in words. */
  readonly source: string;
  /** Years for which the set is complete, both included. Outside them nothing can be said. */
  readonly fromYear: number;
  readonly toYear: number;
  readonly days: readonly HolidayDay[];
}

export interface HolidayDay {
  readonly date: CivilDate;
  readonly name: string;
  /** What is closed that day: the whole date, or from a time on (a part-day, `to` 86400). */
  readonly closed: DayInterval;
}

export interface CheckedClock {
  readonly metric: string;
  /** The plan in whose block it stands; null for every plan that has none of its own, or from one it extends. */
  readonly plan: string | null;
  readonly startsOn: readonly string[];
  readonly stopsOn: readonly string[];
  readonly pausesWhile: readonly string[];
  readonly terms: ClockTerms<string>;
  readonly origin: Origin;
}

export interface CheckedPlan extends Named, CheckedEntitlements, CheckedMoney {
  /** 0 is the lowest. */
  readonly level: number;
  readonly extends: string | null;
  readonly coverage: readonly CheckedCoverage[];
  readonly channels: readonly CheckedChannel[];
  /**
   * In order of precedence: of several that speak of a ticket, the first holds. The plan's own rows come first, the
   * narrowest of them before wider ones, then those of the plan it extends in the same order.
   */
  readonly targets: readonly CheckedTarget[];
  readonly attainment: readonly CheckedAttainment[];
  readonly features: readonly CheckedFeature[];
}

/** A way in; on request where it has to be asked for first. */
export interface CheckedChannel extends Selected<string> {
  readonly onRequest: boolean;
}

export interface CheckedCoverage {
  readonly activity: string;
  readonly hours:
    | { readonly kind: 'calendar'; readonly calendar: string }
    | { readonly kind: 'word'; readonly word: PromiseWord };
  readonly when: Selector;
  readonly origin: Origin;
}

export interface CheckedTarget {
  readonly metric: string;
  readonly when: Selector;
  readonly promise: CheckedPromise;
  /** The cell as written, such as `16 h in Standard`. */
  readonly words: string;
  readonly origin: Origin;
}

export type CheckedPromise = CheckedLimit | CheckedRange | CheckedRelative | CheckedCadence | CheckedWord;

/** One bound: a duration by its own unit. */
export type CheckedLimit =
  | { readonly kind: 'elapsed'; readonly seconds: number }
  | { readonly kind: 'hours'; readonly seconds: number; readonly calendar: string }
  | CheckedDays
  /** Of several, each counted by itself from the same start. */
  | { readonly kind: 'pick'; readonly pick: 'later' | 'earlier'; readonly of: readonly CheckedLimit[] };

/**
 * A count of dates. A business day is a date on which `calendar` opens, in that calendar's zone; a calendar day is
 * any date of that zone. Weeks are seven calendar days; a month or year later is the same day of the month, or the
 * month's last day where there is none. An `end of …` is the last date of the period that holds receipt, or, with a
 * count of 1, of the one after it; weeks end on Sunday.
 */
export interface CheckedDays {
  readonly kind: 'days';
  readonly unit: DayUnit;
  readonly count: number;
  readonly calendar: string;
  readonly end: DayEnd;
  /** Whether receipt outside hours is first moved to the next opening, or counts on the date it came. */
  readonly receipt: 'next opening' | 'as received';
  /** Whether the day of receipt (after that move) is already day one. */
  readonly dayOne: 'day of receipt' | 'day after';
  /** Receipt at or after this time of a business day counts as the next business day's opening; null for none. */
  readonly cutOff: DaySeconds | null;
  /** What happens to an end that falls outside hours. */
  readonly endOutside: 'next opening' | 'previous close' | 'stays';
}

export type DayUnit =
  | 'business day'
  | 'calendar day'
  | 'month'
  | 'end of week'
  | 'end of month'
  | 'end of quarter'
  | 'end of year';

export type DayEnd =
  | { readonly kind: 'same time' }
  | { readonly kind: 'close' }
  | { readonly kind: 'clock'; readonly time: DaySeconds };

/** `1 to 2 h`: the soft bound is what is aimed at, the hard bound is what is promised. */
export interface CheckedRange {
  readonly kind: 'range';
  readonly soft: CheckedLimit;
  readonly hard: CheckedLimit;
}

/**
 * A limit counted from another promise's deadline (`due`), from the event that stops another's clock (`stop`), or from
 * any event; or counted back from it. A deadline never lies before its own clock's start.
 */
export interface CheckedRelative {
  readonly kind: 'relative';
  readonly side: 'before' | 'after';
  readonly of:
    | { readonly kind: 'due'; readonly metric: string }
    | { readonly kind: 'stop'; readonly metric: string }
    | { readonly kind: 'event'; readonly event: string };
  readonly hard: CheckedLimit;
  readonly soft: CheckedLimit | null;
}

/**
 * A clock that runs anew each time it is stopped, until another promise's clock stops; its first run starts where
 * the metric's clock does. `until` null: for as long as the ticket is open.
 */
export interface CheckedCadence {
  readonly kind: 'cadence';
  readonly hard: CheckedLimit;
  readonly soft: CheckedLimit | null;
  readonly until: string | null;
}

export type PromiseWord = 'best effort' | 'not offered' | 'as agreed' | 'optional' | 'unknown';

export interface CheckedWord {
  readonly kind: 'word';
  readonly word: PromiseWord;
}

/** `90% of resolve per month of tickets closed`: what is promised of all tickets of a period together. */
export interface CheckedAttainment {
  readonly aim: AttainmentAim<CheckedLimit>;
  /** Below so many tickets in a period `aim` holds, and from that number on this share; null where `aim` always does. */
  readonly otherwise: { readonly fromTickets: number; readonly share: Fraction } | null;
  /** Nothing is promised of a period with fewer tickets. */
  readonly leastTickets: number;
  /** Tickets that are not counted, in words. */
  readonly except: readonly string[];
  readonly each: AttainedBy;
  readonly metric: string;
  readonly period: Period;
  /** The event that places a ticket in a period. */
  readonly population: 'opened' | 'closed' | 'due' | 'resolved';
  readonly zone: string;
  readonly when: Selector;
  readonly origin: Origin;
}

/** What tickets are counted together: all, or those of each severity, region, … or value of a fact by itself. */
export type AttainedBy =
  'all tickets' | 'severity' | 'region' | 'channel' | 'type' | { readonly fact: string };

/** Shares are exact fractions. `within` is a limit of its own; null for the one promised to each ticket. */
export type AttainmentAim<L> =
  | { readonly kind: 'share'; readonly share: Fraction; readonly within: L | null }
  /** The share, or at most so many tickets late: either will do. */
  | {
      readonly kind: 'share or late';
      readonly share: Fraction;
      readonly count: number;
      readonly within: L | null;
    }
  /** At most so many tickets late. */
  | { readonly kind: 'late'; readonly count: number; readonly within: L | null }
  /** The mean of what the tickets took is at most this. */
  | { readonly kind: 'mean'; readonly atMost: L };

export interface Period {
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly anchor: 'calendar' | 'contract' | FiscalYear;
}

export interface CheckedFeature {
  readonly name: string;
  readonly value: 'yes' | 'no' | 'optional' | 'unknown' | 'text';
  /** What is said of it where the value is a text; empty otherwise. */
  readonly says: string;
  readonly origin: Origin;
}

/** A wall-clock reading in a zone; the engine's side resolves it (skipped times move forward, doubled ones are the first). */
export interface LocalInstant {
  readonly kind: 'local';
  readonly date: CivilDate;
  readonly time: DaySeconds;
  readonly zone: string;
}

/** An instant written with its offset; `at` in ms. */
export interface Instant {
  readonly kind: 'instant';
  readonly at: InstantMs;
}

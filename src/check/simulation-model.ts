/** The checked simulation: what a `.sim` file says once names, units and dates are resolved. */
import type { CivilDate, DateSet, DaySeconds, EpochDay, InstantMs } from '../time/types.ts';
import type { TicketFact } from './scenario-model.ts';
import type { Behaviour, Hours } from './behaviour-model.ts';
import type { CheckedCalendar, CheckedHolidaySet, HolidayDay, Origin, Selector } from './model.ts';

/** A simulation without errors, its names resolved in the contract that it plays. */
export interface CheckedSimulation {
  readonly file: string;
  readonly name: string;
  /** Path of the contract as the file gives it, relative to the `.sim` file. */
  readonly contract: string;
  /** Names of plans of the contract, in the order to show them. */
  readonly plans: readonly string[];
  /** Tickets arrive on these dates, both included, in this zone. */
  readonly span: { readonly from: CivilDate; readonly to: CivilDate; readonly zone: string };
  /** Tickets opened in the first so many days are worked but not counted. */
  readonly warmUpDays: number;
  readonly seed: number;
  readonly runs: number;
  /** What its answer tells at length. */
  readonly report: readonly ReportPart[];
  readonly arrivals: readonly ArrivalStream[];
  readonly work: readonly WorkStep[];
  readonly desk: Desk;
  /** Whose tickets they are; null where nothing says it, and then nothing is reckoned of what the plans cost. */
  readonly customer: Customer | null;
  readonly needs: readonly Need[];
  /** Calendars that the `.sim` file declares itself; the contract's are there as well. */
  readonly calendars: readonly CheckedCalendar[];
  readonly holidaySets: readonly CheckedHolidaySet[];
}

/** Parts of an answer that may be asked for beyond the short one, in the order in which they come. */
export const REPORT_PARTS = ['promised', 'breaches', 'times', 'backlog', 'occupancy', 'weeks'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** One source of tickets. */
export interface ArrivalStream {
  readonly name: string;
  /** Of all its tickets; null where they have none, and where `regions` says their shares. */
  readonly region: string | null;
  readonly regions: readonly Share[];
  /** The zone in which `profile` is read. */
  readonly zone: string;
  /** Mean number of tickets in a week; of a history, that of its own weeks. */
  readonly perWeek: number;
  /** Weight of each hour of the week: seven rows (Monday first) of 24, not all zero. Only their ratios matter. Of a history they are even, and nothing asks for them. */
  readonly profile: readonly (readonly number[])[];
  /** Dates, in that zone, on which fewer tickets come. */
  readonly quiet: readonly QuietDays[];
  readonly swings: Swings;
  readonly events: readonly ArrivalEvent[];
  readonly severities: readonly Share[];
  readonly channels: readonly Share[];
  readonly types: readonly Share[];
  /** What tickets say of further facts, each at most once; of one that is not here they say nothing. */
  readonly facts: readonly FactShares[];
  /** The calendar in which its customers work; null where nothing is counted in it. */
  readonly works: string | null;
  readonly behaviour: readonly Behaviour[];
  /** The history that the tickets come from, with their kinds; null where they come by rate, hours and shares. */
  readonly log: LoggedArrivals | null;
  readonly origin: Origin;
}

/** Tickets of a history, at the times of their own dates or on dates that are drawn for them. */
export interface LoggedArrivals {
  /** The file, as the simulation names it. */
  readonly file: string;
  /**
   * `as written` each ticket comes when it came. Else whole weeks of the history, or dates of one weekday, are drawn with
   * replacement for each week or date of the span; tickets keep the time that the clock of the stream's zone showed.
   */
  readonly how: 'as written' | 'by week' | 'by day';
  /** The dates of opening that are taken, both included, and how many tickets were opened on others; null for all. */
  readonly dates: { readonly first: EpochDay; readonly last: EpochDay; readonly others: number } | null;
  /** By their opening; at least one. */
  readonly tickets: readonly LoggedTicket[];
  /** How many tickets of the file nothing can be made of, and why. */
  readonly unusable: readonly { readonly reason: string; readonly count: number }[];
  /** Steps that take a ticket as long as the log says, times a factor. */
  readonly steps: readonly { readonly name: string; readonly factor: number }[];
  /** How many times as many come: the fraction is drawn ticket by ticket, each further one comes from another week or date. */
  readonly factor: number;
}

/** Its names are those of the contract; null for none. */
export interface LoggedTicket {
  readonly opened: InstantMs;
  readonly severity: string;
  readonly region: string | null;
  readonly channel: string | null;
  readonly type: string | null;
  /** What it says of facts, by their words. */
  readonly facts: readonly { readonly fact: string; readonly word: string }[];
  /** For each of the log's steps its seconds; -1 where the ticket has no such step, null where that is drawn as for others. */
  readonly times: readonly (number | null)[];
}

/** How the rate of a stream swings about what it usually is. All factors of an instant multiply. */
export interface Swings {
  /**
   * Each date has the factor of its distance from the first of the span: `1 + share` a whole week, month or year later, and in
   * between the power of the part that has passed. Below 0 where it declines; null for none.
   */
  readonly growth: { readonly share: number; readonly per: 'week' | 'month' | 'year' } | null;
  /** Dates, in the stream's zone, and what the rate is multiplied by on them. */
  readonly seasons: readonly { readonly dates: DateSet; readonly share: number }[];
  readonly bursts: Bursts | null;
  /** Standard deviation of the factor of a date, which is drawn from a gamma law of mean 1; 0 for none. */
  readonly dayDeviation: number;
}

/**
 * Two states that take turns, each exponentially long (a Markov-modulated Poisson process). In a burst the rate is `factor`
 * times that between bursts; both are such that the mean over all time is what it is without bursts.
 */
export interface Bursts {
  /** Mean length of a burst. */
  readonly seconds: number;
  /** Mean time from the beginning of one to that of the next, longer than that. */
  readonly everySeconds: number;
  readonly factor: number;
}

/** Tickets that come in some time beside the usual ones, and swing with nothing. */
export interface ArrivalEvent {
  readonly name: string;
  /** Wall-clock times in the stream's zone; `to` is not included. */
  readonly from: LocalTime;
  readonly to: LocalTime;
  /** A mean number in that time, or so many for each that usually comes then. */
  readonly brings:
    { readonly kind: 'tickets'; readonly count: number } | { readonly kind: 'more'; readonly share: number };
  /** Those of the stream, where it says none of its own. */
  readonly regions: readonly Share[];
  readonly severities: readonly Share[];
  readonly channels: readonly Share[];
  readonly types: readonly Share[];
  readonly facts: readonly FactShares[];
  readonly origin: Origin;
}

export interface LocalTime {
  readonly date: CivilDate;
  readonly seconds: DaySeconds;
}

/** Values of a fact that has words, or is a yes or no, and their shares. */
export interface FactShares {
  readonly fact: string;
  readonly shares: readonly Share[];
}

export interface QuietDays {
  readonly days: readonly HolidayDay[];
  /** Of the usual rate, from 0 to 1. */
  readonly share: number;
}

/** A name and its weight; weights are positive and only their ratios matter. An empty list means none is stated. */
export interface Share {
  readonly name: string;
  readonly weight: number;
}

/**
 * A ticket passes its steps in the order written: `work` takes an agent for a time, `wait` takes nobody (the
 * customer, a third party). The end of a step may stop a clock.
 */
export interface WorkStep {
  readonly kind: 'work' | 'wait';
  readonly name: string;
  /** The activity of the contract, or the charge, that the work is of; null where nothing says. Always null for a wait. */
  readonly activity: string | null;
  /** The metric whose clock stops when the step begins or ends; null for none. */
  readonly stops: { readonly metric: string; readonly at: 'start' | 'end' } | null;
  /** An event of the contract that its start or end is, such as the handing over that a clock starts on; null for none. */
  readonly brings: { readonly event: string; readonly at: 'start' | 'end' } | null;
  /** The state of the contract in which the ticket is from the step's begin to its end; null for none. */
  readonly state: string | null;
  /** The hours in which the time of a wait is counted; null for all of them, and always for work. */
  readonly during: Hours | null;
  readonly times: readonly TimeBySeverity[];
  /** The earlier step of which this is the rest: tickets without that have none of this; null for none. */
  readonly after: string | null;
  /** Probability, 0 to 1, that a ticket has this step at all; of those that had the earlier one, where there is one. */
  readonly share: number;
  /** Names of the teams that do it; null for every team that serves the ticket. Always null for a wait. */
  readonly teams: readonly string[] | null;
  readonly origin: Origin;
}

/** How long something takes for some severities; where they are null, for all that no other entry names. */
export interface TimeBySeverity {
  readonly severities: readonly string[] | null;
  readonly time: Distribution;
}

/** Durations in seconds. */
export type Distribution =
  /** A wait: until the ticket is described, which is none for one that is. */
  | { readonly kind: 'until described' }
  | { readonly kind: 'fixed'; readonly seconds: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'uniform'; readonly from: number; readonly to: number }
  /** So many phases of one exponential length, one after the other. */
  | { readonly kind: 'erlang'; readonly phases: number; readonly mean: number }
  /** By its mean and its standard deviation. */
  | { readonly kind: 'gamma'; readonly mean: number; readonly deviation: number }
  /** By its median and the bound below which 90 % lie. */
  | { readonly kind: 'lognormal' | 'weibull'; readonly median: number; readonly p90: number }
  /** Straight lines between quantiles: `at` rises from 0 to 1, `seconds` does not fall. */
  | { readonly kind: 'quantiles'; readonly points: readonly Quantile[] }
  /** One of the values, each as likely as the other; they do not fall. */
  | { readonly kind: 'values'; readonly seconds: readonly number[] }
  /** One of several, by weight; weights are positive and only their ratios matter. */
  | {
      readonly kind: 'mixture';
      readonly parts: readonly { readonly weight: number; readonly of: Distribution }[];
    };

/** A share, and the seconds below which it lies. */
export interface Quantile {
  readonly at: number;
  readonly seconds: number;
}

export interface Desk {
  readonly teams: readonly Team[];
  /** How a free agent picks: by each key in turn, then by order of arrival. */
  readonly discipline: readonly ('severity' | 'deadline' | 'arrival')[];
  /** Agents have all of their tickets at once instead of one after the other. */
  readonly allAtOnce: boolean;
  /** What a minute of age weighs by severity, one for each: the line goes by weight times age; null where it does not. */
  readonly weights: readonly Share[] | null;
  /** How many tickets may wait for their first work; one more is turned away. Null for no bound. */
  readonly room: number | null;
  /** How long tickets wait for their first work before they are given up; those it does not name wait for ever. */
  readonly patience: readonly TimeBySeverity[];
  /** Severities whose tickets take an agent from lesser ones, and what becomes of the work that is interrupted. */
  readonly interrupts: { readonly severities: readonly string[]; readonly then: Again } | null;
}

/** Work that was broken off is gone on with, begun anew, or begun anew at a new length. */
export type Again = 'resume' | 'restart' | 'redraw';

/** What an agent does with work that is not done when the shift ends. */
export type AtClose =
  { readonly kind: Again | 'finish' } | { readonly kind: 'hand over'; readonly to: readonly string[] };

export interface Team {
  readonly name: string;
  readonly agents: number;
  /** Calendar of the shift. */
  readonly calendar: string;
  /** What is served, by each kind of name; null for all. */
  readonly regions: readonly string[] | null;
  readonly severities: readonly string[] | null;
  readonly channels: readonly string[] | null;
  readonly types: readonly string[] | null;
  /** Of each fact the values that are served; a ticket that says nothing of it is not. */
  readonly facts: Selector['facts'];
  /** Probability, 0 to 1, that an agent is away on a date. */
  readonly away: number;
  readonly atClose: AtClose;
  /** What an agent costs; null where nothing says. */
  readonly pay: TeamPay | null;
  readonly origin: Origin;
}

/** What an hour of an agent costs, in decimal digits: one of the shift, and one behind its end. */
export interface TeamPay {
  readonly currency: string;
  readonly perHour: string;
  readonly overtimePerHour: string;
}

/** A customer, as a quote takes it. */
export interface Customer {
  /** How many there are of what prices are for, in decimal digits, by the contract's word for one. */
  readonly sizes: readonly { readonly unit: string; readonly count: string }[];
  /** Sums of which prices are a share, by the contract's words. */
  readonly sums: readonly { readonly of: string; readonly currency: string; readonly amount: string }[];
  readonly facts: readonly TicketFact[];
  readonly region: string | null;
  /** What is booked beside the plan, by its text. */
  readonly options: readonly string[];
  readonly packs: readonly { readonly text: string; readonly count: number }[];
  readonly origin: Origin;
}

/** That a share of the tickets is kept, or, where there is a time, that it is answered within it. */
export interface Need {
  readonly metric: string;
  /** Above 0, at most 1. */
  readonly share: number;
  /** Elapsed seconds from the opening; null for what the plan promises. */
  readonly seconds: number | null;
  /** Null for all. */
  readonly severities: readonly string[] | null;
  /** As it is written, without its first word. */
  readonly words: string;
  readonly origin: Origin;
}

/**
 * What is to be known of an outcome beyond counts and attainment: what the misses have in common, how long things took,
 * the backlog, how busy the desk was, the worst weeks, and whether a promised share was kept. `answersOf` makes one from an
 * `Outcome`; what only a desk can tell is null in a replay. Elapsed times and open time are whole ms.
 */
import type { ReportPart } from '../../check/simulation-model.ts';
import type { PlanAttainment } from '../../plan/model.ts';
import type { AttainmentVerdict } from '../attainment-verdict.ts';
import type { ShareInterval } from '../summary.ts';

export interface Answers {
  /** The zone of hours of the backlog and the desk, and of weeks: that of the span, or of the contract. */
  readonly zone: string;
  /** In the order of the outcome. */
  readonly plans: readonly PlanAnswers[];
  /** How the figures of a part are defined and when something is said at all, each a sentence. */
  readonly notes: readonly { readonly of: ReportPart; readonly text: string }[];
}

export interface PlanAnswers {
  /** Index into `plan.plans`, and its name. */
  readonly plan: number;
  readonly name: string;
  /** In the order of the outcome. */
  readonly metrics: readonly MetricAnswers[];
  /** Null where nothing says when tickets were done. */
  readonly backlog: Backlog | null;
  /** Null in a replay. */
  readonly occupancy: Occupancy | null;
}

export interface MetricAnswers {
  readonly metric: string;
  readonly breaches: Breaches;
  readonly times: Times;
  readonly inBreach: InBreach;
  readonly weeks: WeekFigures;
  /** One entry for each attainment that the plan promises of the metric. */
  readonly kept: readonly KeptShare[];
}

/** The misses of a promise, and what they have in common. */
export interface Breaches {
  readonly judged: number;
  readonly missed: number;
  /** Tickets and misses in each hour of the week in which they were opened, Monday 00:00 first, in the promise's zone. */
  readonly hours: {
    readonly zone: string | null;
    readonly tickets: readonly number[];
    readonly missed: readonly number[];
  };
  /** Only groups with a judged ticket, in the contract's order. */
  readonly groups: readonly BreachGroup[];
  /** What is common enough to be said, the strongest first; empty where there are too few misses, or nothing stands out. */
  readonly causes: readonly CommonCause[];
  /** Where the time of the misses went; null in a replay. */
  readonly eaten: Eaten | null;
  /**
   * Misses that would have been met by the deadline that stood at the opening: a change of severity, a rule or another event
   * shortened the promise. 0 where nothing can.
   */
  readonly shortened: number;
}

export interface BreachGroup {
  readonly by: 'severity' | 'region' | 'channel' | 'type';
  /** The contract's name; `(none)` for tickets without one. */
  readonly name: string;
  readonly tickets: number;
  readonly missed: number;
}

/** A property that the misses have more often than all judged tickets. */
export interface CommonCause {
  readonly of: HoursOfWeek | Omit<BreachGroup, 'tickets' | 'missed'>;
  /** Judged tickets and misses with the property. */
  readonly tickets: number;
  readonly missed: number;
  /** Its share of all misses and of all judged tickets, and how many times the first is the second. */
  readonly shareOfMissed: number;
  readonly shareOfTickets: number;
  readonly lift: number;
  /** The 95 % interval of that, by how much weeks of runs differ; null where there are too few. */
  readonly liftInterval: { readonly low: number; readonly high: number } | null;
}

/**
 * Hours of the week: each of `days` (1 for Monday to 7) from `from` to `to` o'clock, where `to` is 1 to 24; or one stretch
 * from `from` o'clock on the first of the days to `to` o'clock on the last.
 */
export interface HoursOfWeek {
  readonly by: 'hours';
  readonly kind: 'each day' | 'stretch';
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly zone: string;
}

/** What a ticket at a desk does at an instant; the parts of each ticket tile its time from opening to the clock's stop. */
export const PARTS = ['shut', 'busy', 'worked', 'waited'] as const;
/**
 * `shut`: no team that may work on it has a shift, or its agent's is over. `busy`: in line while one has, and nobody is free
 * or there. `worked`: an agent works on it. `waited`: a `wait` step, for the customer or somebody else.
 */
export type Part = (typeof PARTS)[number];

/** Where the time went of the misses whose clock stopped. */
export interface Eaten {
  /** Misses whose clock stopped. */
  readonly misses: number;
  readonly parts: readonly EatenPart[];
}

export interface EatenPart {
  readonly part: Part;
  /** Elapsed ms of all the misses together, from opening to stop; the parts sum to the whole exactly. */
  readonly elapsedMs: number;
  /** The same in the promise's own working time, in which paused waiting is nothing. */
  readonly countedMs: number;
  /** Misses of whose counted time this part took the most; on a tie the earlier part. They sum to `misses`. */
  readonly most: number;
  /** Misses that would have been met without it, all else being as it was: it took at least what they were late by. */
  readonly enough: number;
}

/** Times of the tickets whose event happened. A percentile is the smallest that at least so many did not exceed. */
export interface TimeFigures {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

export interface ElapsedAndWorking {
  readonly elapsed: TimeFigures | null;
  /**
   * In the open time of the calendar of each ticket's own promise; elapsed where that counts elapsed time. Tickets with a word
   * in place of a promise are left out.
   */
  readonly working: TimeFigures | null;
}

export interface Times {
  /** From opening to the begin of the first work; null in a replay. */
  readonly firstWork: ElapsedAndWorking | null;
  /** From opening to the stop of the clock. */
  readonly stop: ElapsedAndWorking;
}

/** Time past the deadline, of the misses whose clock stopped. */
export interface InBreach {
  readonly misses: number;
  /** Misses whose clock never stopped; they are in none of the figures. */
  readonly neverStopped: number;
  readonly elapsed: BreachTime;
  readonly working: BreachTime;
}

export interface BreachTime {
  readonly totalMs: number;
  /** Over all judged tickets, and over the misses; null where there are none. */
  readonly perTicketMs: number | null;
  readonly perMissMs: number | null;
}

/** Tickets open at a stated hour of each date. Figures are means over runs. */
export interface Backlog {
  /** Hour of the day at which it is read. */
  readonly hour: number;
  /** One entry for each date, from the first that counts. */
  readonly days: readonly BacklogDay[];
  readonly mean: number;
  /** Mean number open in each band of age, in the order of `AGE_BANDS`. */
  readonly meanByAge: readonly number[];
  /** The date with the most open tickets in the mean over runs, and the most in any run on any date. */
  readonly worst: { readonly at: number; readonly open: number } | null;
  readonly mostInARun: number;
  /** Tickets done on a date, in the mean over the last four weeks. */
  readonly donePerDay: number;
  /** Days to clear what is open at the end, at that pace with nothing new; null where nothing is done. */
  readonly daysToClear: number | null;
  readonly trend: Trend;
}

export interface BacklogDay {
  /** The instant at which it was read. */
  readonly at: number;
  readonly open: number;
  readonly byAge: readonly number[];
}

/** Bands of age in ms: from one bound to the next, the last without end. */
export const AGE_BANDS: readonly { readonly name: string; readonly fromMs: number }[] = [
  { name: 'up to 1 day', fromMs: 0 },
  { name: '1 to 3 days', fromMs: 86_400_000 },
  { name: '3 to 7 days', fromMs: 3 * 86_400_000 },
  { name: '7 to 28 days', fromMs: 7 * 86_400_000 },
  { name: 'over 28 days', fromMs: 28 * 86_400_000 },
];

/** The mean backlog of the second half of the dates less that of the first. */
export interface Trend {
  readonly kind: 'growing' | 'shrinking' | 'steady';
  readonly change: number;
  /** 95 % interval over the runs; null for fewer than two. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** How busy the agents were, in the counted part of the span. */
export interface Occupancy {
  readonly teams: readonly TeamOccupancy[];
}

export interface TeamOccupancy {
  readonly team: string;
  /** Ms of agents a run, in the mean over runs. */
  readonly scheduledMs: number;
  readonly busyMs: number;
  /** Of the busy time, what lies outside the shift: work that an agent stayed for. */
  readonly overtimeMs: number;
  /** Busy time within shifts over scheduled time; null where nobody is scheduled. The interval is over runs. */
  readonly share: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** By hour of the week, Monday 00:00 first, in the zone of the answers: 168 each. */
  readonly scheduledByHour: readonly number[];
  readonly busyByHour: readonly number[];
}

/** Attainment by ISO week of the opening, all runs together. */
export interface WeekFigures {
  /** In order; only weeks with a judged ticket. */
  readonly weeks: readonly WeekFigure[];
  /** Indexes into `weeks`, the lowest attainment first; only weeks with a miss. */
  readonly worst: readonly number[];
}

export interface WeekFigure {
  /** `2026-W07`, and the instant at which it begins. */
  readonly week: string;
  readonly from: number;
  readonly judged: number;
  readonly missed: number;
}

/** A share of tickets that the plan promises to serve in time, held against what was attained. */
export interface KeptShare {
  /** The promise as the plan has it. */
  readonly line: PlanAttainment;
  /** The promised share; null where the plan promises something else than a share, as a number of late tickets. */
  readonly share: number | null;
  /** Whether the share behind the figures reaches what is promised, as its 95 % interval says; null without a share. */
  readonly overall: Verdict | null;
  /** Only severities and regions that the promise is about and that have judged tickets. */
  readonly groups: readonly {
    readonly by: 'severity' | 'region';
    readonly name: string;
    readonly verdict: Verdict;
  }[];
  /** The promise's own periods that have tickets enough, all runs together; null where nothing tells them. */
  readonly periods: KeptPeriods | null;
}

export interface Verdict {
  readonly kind: AttainmentVerdict;
  readonly met: number;
  readonly judged: number;
  readonly interval: ShareInterval;
}

export interface KeptPeriods {
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly periods: number;
  readonly kept: number;
  /** Interval for the share of periods in which it was kept; null without periods. */
  readonly interval: ShareInterval | null;
}

/**
 * What the terminal shows. It is handed whole figures and functions that answer questions; it knows no rule of the
 * language and no calendar.
 */
import type { CheckedSimulation } from '../check/simulation-model.ts';
import type { Outcome } from '../simulate/outcome.ts';
import type { Wanted } from '../simulate/recommend/need-figures.ts';
import type { Summary } from '../simulate/summary.ts';
import type { WhatIf } from '../simulate/what-if.ts';
import type { ThemeName } from './text/theme.ts';
import type { InstantMs } from '../time/types.ts';

export type TuiModel = LoadingModel | ReadyModel;

/** Shown while the outcome is being made. */
export interface LoadingModel {
  readonly kind: 'loading';
  readonly title: string;
  /** Names of the plans, in the order to show them. */
  readonly plans: readonly string[];
  /** Share done, 0 to 1; null where it is not known. */
  readonly progress: number | null;
  /** Of what, where there is more than one thing to do: `reading incidents.csv`. */
  readonly doing?: string | null;
}

export interface ReadyModel {
  readonly kind: 'ready';
  readonly outcome: Outcome;
  readonly summary: Summary;
  /** What was simulated, with its names; null for a replay. */
  readonly simulation: CheckedSimulation | null;
  readonly wallClock: WallClock;
  /** The accounting of one deadline; asked for on demand, once a promise. */
  readonly explain: Explain;
  /** Why two plans differ on one promise of one ticket. */
  readonly differ: Differ;
  /** What happened to one ticket. */
  readonly happenings: Happenings;
  /** The command line that made it: `surety simulate simulations/express.sim --seed 85 --runs 20`; null where none is known. */
  readonly command: string | null;
  /** What of the desk stands at an instant of a run; null where none is known. */
  readonly desk: DeskNow;
  /** Which plan to take and what they cost; of a whole outcome, and to be asked once. */
  readonly advise: Advise;
  /** How the weeks went; it takes as long as the figures did, and is to be asked once. */
  readonly weeks: TellWeeks;
  readonly clocks: Clocks;
  readonly coverage: CoverageQuestions;
  /** Replications that are in it, while more are to come; null when it is whole. */
  readonly arriving: Arriving | null;
}

/** A further model of the same simulation holds these replications and more, in the same places of the columns. */
export interface Arriving {
  readonly done: number;
  readonly of: number;
}

/** The zone in which the screens show instants, and how they are read in it. */
export interface WallClock {
  /** Its name, always shown beside a time. */
  readonly zone: string;
  readonly read: (at: InstantMs) => WallReading;
  /**
   * The instant of a date and a time (seconds after midnight) in the zone; null for a date that does not exist or
   * lies outside what can be answered.
   */
  readonly instantOf: (date: string, daySeconds: number) => InstantMs | null;
}

export interface WallReading {
  /** `Mon`. */
  readonly weekday: string;
  /** `2026-06-15`. */
  readonly date: string;
  /** `10:00:00`. */
  readonly time: string;
}

/** The zones that instants can be shown in. */
export interface Clocks {
  /** Those that one goes through, each once: the contract's first, then the customers', UTC, this computer's. */
  readonly known: readonly { readonly zone: string; readonly whose: string }[];
  /** The clock of a zone by its name, or why there is none, in a sentence. */
  readonly of: (zone: string) => WallClock | string;
}

/** What the screen of hours asks. Dates are written `2026-06-15`; `plan` is a place in `outcome.plans`. */
export interface CoverageQuestions {
  /** What hours can be asked of: the provider's activities, and the promises that are counted in hours. */
  readonly subjects: () => readonly CoverageSubject[];
  readonly hours: (plan: number, subject: CoverageSubject, severity: number, region: number) => CoverageHours;
  /** The Monday of the week that holds an instant or a date, and that of a week before or after. */
  readonly mondayOf: (at: InstantMs, zone: string) => string;
  readonly mondayOfDate: (date: string) => string | null;
  readonly weekFrom: (monday: string, weeks: number) => string;
  /** The dates of a week by the clock of a zone, or why nothing is known of them. */
  readonly week: (calendar: number, zone: string, monday: string) => readonly CoverageDay[] | string;
  /** The next week, or the one before, in which a date is not like others; null where none is near. */
  readonly nextSpecial: (
    calendars: readonly number[],
    zone: string,
    monday: string,
    by: 1 | -1,
  ) => string | null;
  /** The longest wait of each promise by a metric, under each plan, over every instant of opening. */
  readonly worst: (metric: string) => readonly WorstWait[] | Pending;
  /** The accounting of one of them, by its place. */
  readonly explainWorst: (metric: string, place: number) => Accounting;
}

/** An answer, or that it is being worked out: what takes longer than a key may wait comes behind the screen. */
export type Soon<Answer> = Answer | Pending;

/** An answer that is being worked out; `TuiSource.onNews` tells when it is nearer or there, and then it is asked again. */
export interface Pending {
  readonly kind: 'pending';
  /** Share done, 0 to 1. */
  readonly progress: number;
}

export interface CoverageSubject {
  readonly kind: 'activity' | 'promise';
  /** Of an activity or a metric. */
  readonly name: string;
}

export type CoverageHours =
  | {
      readonly kind: 'calendar';
      /** Index into the contract's calendars. */
      readonly calendar: number;
      readonly name: string;
      readonly place: string;
    }
  /** A promise counted on an ordinary clock. */
  | { readonly kind: 'round the clock'; readonly words: string; readonly place: string }
  | { readonly kind: 'word'; readonly words: string; readonly place: string }
  | { readonly kind: 'nothing'; readonly words: string };

export interface CoverageDay {
  readonly date: string;
  /** `Mon`. */
  readonly weekday: string;
  /** 24 of them, by the hour that the clock reads. */
  readonly hours: readonly HourCell[];
  /** `8 h`, `closed`. */
  readonly open: string;
  /** Why the date is not like others of its weekday: holidays, seasons, changes of the clock. */
  readonly notes: readonly string[];
}

export interface HourCell {
  readonly open: 'open' | 'in part' | 'shut';
  /** Open for some tickets alone, such as those of a critical severity. */
  readonly limited: boolean;
  /** How long the clock reads that hour: not at all, for less than an hour, twice. */
  readonly clock: 'usual' | 'skipped' | 'cut' | 'doubled';
}

export interface WorstWait {
  /** Which tickets, in the contract's words: `P1 in EMEA`. */
  readonly tickets: string;
  /** Place in `outcome.plans`. */
  readonly plan: number;
  /** The cell: `16 h in Office`. */
  readonly promise: string;
  readonly place: string;
  /** From opening to deadline, the longest there is; and when a ticket must be opened to meet with it. */
  readonly waitMs: number;
  readonly opened: InstantMs;
  /** It strikes from the first millisecond after that instant on. */
  readonly justAfter: boolean;
  /** The command line that accounts for it. */
  readonly command: string;
}

/** `plan` is a place in `outcome.plans`, `ticket` a row of `outcome.tickets`. */
export type Explain = (plan: number, metric: string, ticket: number) => Soon<Accounting>;

/** `first` and `second` are places in `outcome.plans`. */
export type Differ = (
  first: number,
  second: number,
  metric: string,
  ticket: number,
) => Soon<readonly Sentence[]>;

/** A sentence in which instants stand as numbers, to be read by the wall clock shown. */
export interface Sentence {
  readonly words: readonly (string | InstantMs)[];
  /** The clause that says so: `mst.plan:12`; null where none does. */
  readonly place: string | null;
}

/** `plan` is a place in `outcome.plans`. */
export type DeskNow = (plan: number, run: number, at: InstantMs) => Soon<DeskMoment | null>;

/** Tickets at one instant, those of the warm-up too. */
export interface DeskMoment {
  readonly teams: readonly {
    readonly name: string;
    readonly agents: number;
    readonly busy: number;
    /** Whether its shift is on. */
    readonly isOpen: boolean;
  }[];
  readonly inLine: number;
  /** Those that wait for the customer, or for somebody else. */
  readonly waiting: number;
}

/** @param needs of the customer, in place of those that the simulation states; null for these */
export type Advise = (needs: readonly Wanted[] | null) => Soon<Advice>;

export interface Advice {
  /** Place in `outcome.plans` of the plan to take; null where none can be recommended. */
  readonly best: number | null;
  /** Whether the needs of the customer decide, or the shares that each plan promises of its own accord. */
  readonly by: 'needs' | 'promised shares';
  /** Why, with the figures that decide; none where nothing says what share of the promises has to be kept. */
  readonly sentences: readonly string[];
  /** What is wanted and how far each plan keeps it, cells by place of the plan. */
  readonly wanted: readonly AdviceRow[];
  /** Null where a simulation says nothing of money. */
  readonly costs: {
    readonly heading: string;
    readonly rows: readonly AdviceRow[];
  } | null;
}

/** Cells by place of the plan. */
export interface AdviceRow {
  readonly label: string;
  readonly cells: readonly string[];
}

/** By place of the plan, the weeks of each metric. */
export type TellWeeks = () => Soon<readonly (readonly MetricWeeks[])[]>;

export interface MetricWeeks {
  readonly metric: string;
  /** Only those with a judged ticket, in order. */
  readonly weeks: readonly {
    /** `2026-W07`. */
    readonly week: string;
    readonly from: InstantMs;
    readonly judged: number;
    readonly missed: number;
  }[];
  /** Places of the worst of them, the worst first. */
  readonly worst: readonly number[];
}

/** In the order in which it happened. */
export type Happenings = (plan: number, ticket: number) => Soon<readonly Happening[]>;

export interface Happening {
  readonly at: InstantMs;
  /** What becomes of the ticket from here on: worked on, waiting for somebody, in line; an event changes none of these. */
  readonly kind: 'worked' | 'waiting' | 'idle' | 'event';
  readonly words: string;
}

export type Accounting =
  | {
      readonly kind: 'accounted';
      /** The cell in the contract's words, such as `16 h in Office`. */
      readonly promise: string;
      /** Where it is said: `mst.plan:41`. */
      readonly place: string;
      /** They tile the time from the clock's start to its end, without gap or overlap. */
      readonly stretches: readonly Stretch[];
    }
  /** There is no deadline to account for, or it cannot be told; the reason in a sentence. */
  | { readonly kind: 'unaccounted'; readonly reason: string };

export interface Stretch {
  readonly from: InstantMs;
  readonly to: InstantMs;
  readonly counted: boolean;
  /** How much it counts, in the promise's own unit: `8 h 30 min`, `1 business day`; empty when it does not. */
  readonly amount: string;
  /** What has counted up to its end. */
  readonly sum: string;
  /** Why it counts or not, in the contract's words. */
  readonly reason: string;
  /** The clause: `mst.plan:12`; null where none is to be named. */
  readonly place: string | null;
}

/** Where models come from behind the first one. */
export interface TuiSource {
  /** Progress, the outcome, perhaps in parts. What it throws ends the session, which rejects with it. */
  readonly later?: AsyncIterable<TuiModel>;
  /** Null where nothing can be run again. */
  readonly rerun?: RunAgain | null;
  /** Calls back when an answer that was pending is nearer or there, until the function returned is called. */
  readonly onNews?: (listener: () => void) => () => void;
}

/**
 * Runs the simulation shown again under changes, on a thread of its own. Screens do not call it: they ask for it by an
 * effect, `ask(state, { kind: 'rerun', changes })`, and read what comes of it in `TuiState.rerun`.
 */
export type RunAgain = (shown: ReadyModel, changes: readonly WhatIf[]) => Rerunning;

export interface Rerunning {
  /** It throws an error with a message for the user, and `help` where there is any, when the changes cannot be made. */
  readonly models: AsyncIterable<TuiModel>;
  /** Ends it at once. After that the model it made answers no questions. */
  readonly stop: () => Promise<void>;
}

export interface SavedView {
  readonly path: string;
  readonly text: string;
}

export interface TuiOptions {
  /** By default that of the terminal's own sixteen colours. */
  readonly theme?: ThemeName;
  readonly colour: boolean;
  /** Only the characters of ASCII. */
  readonly ascii: boolean;
  /** Whether the wheel scrolls and a click chooses; the terminal then leaves copying to Shift. */
  readonly mouse?: boolean;
  /** The text of a view of tickets, which is shown as soon as there are any; and the file it is from. */
  readonly view?: SavedView | null;
}

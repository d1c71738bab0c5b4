import type { PlanClockTerms } from '../../plan/clock-model.ts';
import type { PlanChange, PlanEscalation, PlanRule } from '../../plan/conduct-model.ts';
import type { PlanCondition } from '../../plan/entitlement-model.ts';
import type { CompiledPlan, PlanFact, PlanOrigin, PlanPromise, PlanTarget } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { Counters } from '../deadline.ts';
import type { Engine } from '../engine.ts';
import type { Term } from './term.ts';

/**
 * What tickets are judged by: the versions of one contract, oldest first, their names resolved to indexes once. Events,
 * states and metrics have one numbering over all versions, so that a ticket can pass from one to the next.
 */
export interface TicketProgram {
  readonly versions: readonly Version[];
  readonly events: Map<string, number>;
  readonly eventNames: string[];
  readonly states: ReadonlyMap<string, number>;
  readonly stateNames: readonly string[];
  readonly metrics: readonly string[];
  /** Whether a ticket may come to other clocks, of another plan or version. */
  readonly changesClocks: boolean;
  /** What an event may say of its ticket, by the key that says it; indexes are those of the last version. */
  readonly said: ReadonlyMap<string, Said>;
}

export type Said =
  | {
      readonly kind: 'attribute';
      readonly of: 'plan' | 'severity' | 'region' | 'channel' | 'type';
      /** By name and by alias. */
      readonly places: ReadonlyMap<string, number>;
      readonly names: readonly string[];
    }
  | { readonly kind: 'fact'; readonly fact: PlanFact; readonly index: number };

export interface Version {
  readonly engine: Engine;
  readonly plan: CompiledPlan;
  /** Since when it is in force; `-Infinity` for the first. */
  readonly from: InstantMs;
  /** The event that ties a ticket to the version then in force. */
  readonly bindsBy: number;
  /** By index of the plans: the clocks by which each measures; plans with the same clocks share one. */
  readonly clockSets: readonly ClockSet[];
  readonly rules: readonly Rule[];
  readonly caps: readonly Rule[];
  readonly escalations: readonly PlanEscalation[];
  /** By index of the plans: the plan itself and those it extends, nearest first. */
  readonly chains: readonly (readonly string[])[];
  /** Whether anything happens by the passing of time alone. */
  readonly isTimed: boolean;
  /** Whether a clock or a pause hangs on what the ticket says. */
  readonly isGuarded: boolean;
  /** By index of the facts the name, and back. */
  readonly factIndexes: ReadonlyMap<string, number>;
  /** The fact that the event `described` makes true; -1 where the contract declares none. */
  readonly describedFact: number;
  /** Cells by ticket and metric, found when they are first asked for. */
  readonly cells: Map<number | string, (Cell | null | undefined)[]>;
  readonly cellOf: Map<PlanTarget, Cell>;
}

/** The clocks of a plan: those in its block, then those of the plans that it extends, then the contract's. */
export interface ClockSet {
  /** By metric; null where no plan of this version speaks of it. */
  readonly clocks: readonly (Clock | null)[];
  /** By event; a hole where the event does nothing. */
  readonly effects: readonly (Effect | undefined)[];
}

/** What an event sets off, by metric. */
export interface Effect {
  readonly starts: readonly number[];
  readonly stops: readonly number[];
  readonly repeats: readonly number[];
  readonly rules: readonly Rule[];
  /** The state that begins with it; -1 for none. */
  readonly begins: number;
}

export interface Clock {
  readonly metric: number;
  readonly terms: PlanClockTerms;
  readonly starts: readonly {
    readonly steps: readonly { readonly which: 'first' | 'last'; readonly events: readonly number[] }[];
    readonly when: PlanCondition | null;
  }[];
  readonly pauses: readonly {
    readonly states: readonly number[];
    readonly line: PlanClockTerms['pauses'][number];
  }[];
  /** Whether it stands still during the open hours of a calendar. */
  readonly pausesDuring: boolean;
  readonly countsOnlyWhile: readonly number[];
  /** The state after whose length the ticket closes; -1 for none. */
  readonly closesIn: number;
  /** Whether nothing about the clock but its start and stop matters. */
  readonly pausesNever: boolean;
}

export interface Rule {
  readonly index: number;
  readonly rule: PlanRule;
  /** The state or the metric of its trigger; -1 where it has none. */
  readonly of: number;
  /** Events that have it begin again with its first stage. */
  readonly resets: readonly number[];
}

/** A cell of the targets, its calendars found. */
export interface Cell {
  readonly target: PlanTarget;
  /** Equal for cells that promise the same. */
  readonly promises: string;
  readonly counts: CellCount;
  /** Whether the clock runs anew each time it is stopped, and the metric whose stop ends that; -1 for the ticket's end. */
  readonly repeatsUntil: number | null;
}

export type CellCount =
  | { readonly kind: 'word' }
  | { readonly kind: 'count'; readonly term: Term; readonly soft: Term | null }
  | {
      /** Counted from, or back from, the deadline of another metric. */
      readonly kind: 'relative';
      readonly side: 'before' | 'after';
      readonly metric: number;
      readonly base: PlanPromise;
      /** Of the version that promises it, whose calendars it names. */
      readonly counters: Counters;
      readonly term: Term;
      readonly soft: Term | null;
    }
  | {
      /** Counted from, or back from, an event, or the stop of another metric; the one that it is not of is -1. */
      readonly kind: 'awaited';
      readonly side: 'before' | 'after';
      readonly event: number;
      readonly metric: number;
      readonly term: Term;
      readonly soft: Term | null;
    };

/** What a change does to running clocks, and the clause that says so; null where the contract leaves it open. */
export type Change = Pick<PlanChange, 'basis' | 'earlierOfBoth' | 'floor' | 'lateFrom' | 'breachStays'> & {
  readonly origin: PlanOrigin | null;
};

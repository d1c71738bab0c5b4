/**
 * What clauses are made of: names, amounts, times, selectors, conditions. Spans everywhere, nothing resolved: a name
 * is a name, a unit is a word, and whether they mean anything is `check`'s business.
 */
import type { Span } from '../text/source.ts';
import type { DaySeconds, Weekday } from '../time/types.ts';

export interface NameNode {
  readonly text: string;
  readonly span: Span;
}

export interface Located {
  readonly span: Span;
}

/** A zone as written: `Europe/Moscow`, `fixed +03:00`, or a bare word that may be an abbreviation. */
export interface ZoneNode extends Located {
  readonly text: string;
  readonly offsetSeconds: number | null;
}

export interface AmountNode extends Located {
  /** Digits as written. */
  readonly amount: string;
  readonly upTo: string | null;
  /** `min`, `business days`: the unit's words joined by one blank. */
  readonly unit: string;
  readonly unitSpan: Span;
}

/** A time of day; `seconds` is null where the wall clock has no such reading (`25:00`, `12:75`). */
export interface TimeNode extends Located {
  readonly seconds: DaySeconds | null;
}

/** Dates as written, `YYYY-MM-DD` or, of every year, `MM-DD`; a single one is both ends. */
export type DateRangeNode =
  | ({
      readonly kind: 'dates';
      readonly every: boolean;
      readonly from: NameNode;
      readonly to: NameNode;
    } & Located)
  /** `every first Sun`, or `every last Mon of 05`. */
  | ({
      readonly kind: 'nth weekday';
      readonly which: 'first' | 'second' | 'third' | 'fourth' | 'last';
      readonly weekday: Weekday;
      /** Digits as written; null for every month. */
      readonly month: NameNode | null;
      /** Whether it says `of each month`, so that nobody takes `every second Sun` for every other one. */
      readonly saysEachMonth: boolean;
    } & Located)
  /** `every 2 weeks from 2026-01-09`. */
  | ({
      readonly kind: 'cycle';
      /** Digits as written. */
      readonly every: NameNode;
      readonly unit: 'weeks' | 'days';
      readonly from: NameNode;
      readonly to: NameNode;
    } & Located)
  /** `every Sat..Sun of odd weeks`. */
  | ({
      readonly kind: 'weeks';
      readonly from: Weekday;
      readonly to: Weekday;
      readonly number: 'odd' | 'even';
    } & Located);

export interface TimeRangeNode extends Located {
  readonly from: TimeNode;
  readonly to: TimeNode;
}

export interface MomentNode extends Located {
  readonly weekday: { readonly day: Weekday; readonly span: Span } | null;
  readonly at:
    | { readonly kind: 'instant'; readonly text: string }
    | { readonly kind: 'local'; readonly date: NameNode; readonly time: TimeNode };
  readonly zone: ZoneNode | null;
}

export interface SelectorNode extends Located {
  readonly terms: readonly SelectorTermNode[];
}

export interface SelectorTermNode extends Located {
  /** The word before the names: `severity`, `region`, `channel`, `type` or a fact; null where there is none. */
  readonly kind: NameNode | null;
  /** `not addon`. */
  readonly negated: boolean;
  readonly names: readonly NameNode[];
}

export type ConditionNode = Located &
  (
    | { readonly kind: 'any' | 'all'; readonly of: readonly ConditionNode[] }
    | { readonly kind: 'not'; readonly of: ConditionNode }
    | {
        readonly kind: 'test';
        readonly fact: NameNode;
        readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>=' | null;
        readonly value: (NameNode & { readonly number: boolean }) | null;
      }
  );

export type CalendarExpressionNode = Located &
  (
    | { readonly kind: 'name'; readonly name: NameNode }
    | { readonly kind: 'or' | 'and' | 'except'; readonly of: readonly CalendarExpressionNode[] }
  );

/** What a declaration or block is: read wholly, or with clauses missing that the grammar could not read. */
export interface Declared extends Located {
  readonly name: NameNode;
  /** The words given to it; empty when there are none. */
  readonly text: string;
  readonly broken: boolean;
}

export type ZoneChoiceNode = Located &
  ({ readonly kind: 'zone'; readonly zone: ZoneNode } | { readonly kind: 'of'; readonly owner: NameNode });

export interface PeriodNode extends Located {
  readonly contract: boolean;
  readonly fiscal: boolean;
  readonly unit: NameNode;
}

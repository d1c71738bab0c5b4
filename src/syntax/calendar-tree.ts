import type { Span } from '../text/source.ts';
import type { Weekday } from '../time/types.ts';
import type {
  AmountNode,
  CalendarExpressionNode,
  DateRangeNode,
  Declared,
  Located,
  NameNode,
  SelectorNode,
  TimeNode,
  TimeRangeNode,
  ZoneChoiceNode,
  ZoneNode,
} from './part-tree.ts';

export interface CalendarNode extends Declared {
  readonly kind: 'calendar';
  readonly expression: CalendarExpressionNode | null;
  readonly clauses: readonly CalendarClauseNode[];
}

export type CalendarClauseNode =
  | ({ readonly kind: 'zone'; readonly choice: ZoneChoiceNode } & Located)
  | DatesOfNode
  | OpenNode
  | OpenOnNode
  | ClosedNode
  | SeasonNode
  | HolidaysClauseNode
  | OnHolidaysNode
  | LimitedNode
  | BoundToDayNode
  | UseNode
  | ClosuresNode;

export interface OpenNode extends Located {
  readonly kind: 'open';
  readonly windows: readonly WeekWindowNode[];
  /** True for `24x7`; the windows are then the whole week. */
  readonly always: boolean;
  /** The span of `24x5` where the author wrote it. */
  readonly fiveDays: Span | null;
  readonly for: SelectorNode | null;
}

export interface WeekWindowNode extends Located {
  readonly fromDay: Weekday;
  readonly fromTime: TimeNode;
  readonly toDay: Weekday;
  readonly toTime: TimeNode;
  /** The zones in which the ends are read, where the window names them. */
  readonly zones: { readonly from: ZoneNode; readonly to: ZoneNode } | null;
}

export interface OpenOnNode extends Located {
  readonly kind: 'open on';
  /** The word `on`; null where it is not written. */
  readonly on: Span | null;
  readonly dates: readonly DateRangeNode[];
  readonly hours: readonly TimeRangeNode[];
  readonly as: Weekday | null;
  readonly label: string;
  readonly for: SelectorNode | null;
}

export interface ClosedNode extends Located {
  readonly kind: 'closed';
  readonly dates: readonly DateRangeNode[];
  readonly label: string;
  readonly for: SelectorNode | null;
}

export interface SeasonNode extends Located {
  readonly kind: 'season';
  readonly label: string;
  readonly dates: DateRangeNode;
  readonly open: readonly OpenNode[];
  readonly limited: readonly LimitedNode[];
  readonly holidays: readonly HolidaysClauseNode[];
  readonly for: SelectorNode | null;
  readonly broken: boolean;
}

export interface HolidaysClauseNode extends Located {
  readonly kind: 'holidays';
  /** From the left, each added to or taken from what stands before it; the first is added to nothing. */
  readonly terms: readonly HolidayTermNode[];
  readonly widened: {
    readonly fromBefore: TimeNode | null;
    readonly untilAfter: TimeNode | null;
  } | null;
  readonly for: SelectorNode | null;
}

export interface HolidayTermNode extends Located {
  readonly sign: 'plus' | 'minus';
  readonly of:
    /** `of region`. */
    | { readonly kind: 'owner'; readonly owner: NameNode }
    | { readonly kind: 'any' | 'all'; readonly sets: readonly NameNode[] };
}

/** `on holidays open 09:00-14:00`, or `as Sun`. */
export interface OnHolidaysNode extends Located {
  readonly kind: 'on holidays';
  readonly hours: readonly TimeRangeNode[];
  readonly as: Weekday | null;
  readonly label: string;
  readonly for: SelectorNode | null;
}

/** `limited Sat 09:00-12:00 admits P1, others stop`, or with dates. */
export interface LimitedNode extends Located {
  readonly kind: 'limited';
  readonly hours:
    | { readonly kind: 'week'; readonly windows: readonly WeekWindowNode[] }
    /** Without `times`, the hours that the dates have otherwise. */
    | {
        readonly kind: 'dates';
        /** The word `on`; null where it is not written. */
        readonly on: Span | null;
        readonly dates: readonly DateRangeNode[];
        readonly times: readonly TimeRangeNode[] | null;
      };
  readonly label: string;
  readonly for: SelectorNode | null;
  readonly admits: SelectorNode;
  readonly others: 'stop' | 'best effort' | 'lose the promise';
}

/** `bound to the day of opening`. */
export interface BoundToDayNode extends Located {
  readonly kind: 'bound';
}

/** `dates of Europe/Berlin`: whose dates count when days are counted. */
export interface DatesOfNode extends Located {
  readonly kind: 'dates of';
  readonly choice: ZoneChoiceNode;
}

/** `use 24x7 for P1`: the calendar that holds for those tickets. */
export interface UseNode extends Located {
  readonly kind: 'use';
  readonly calendar: NameNode;
  readonly for: SelectorNode | null;
}

/** `closures "closures.jsonl" with 2 calendar days notice, late ones do not count, tickets in flight see them`. */
export interface ClosuresNode extends Located {
  readonly kind: 'closures';
  /** As written, from the folder of the file in which the clause stands. */
  readonly path: NameNode;
  /** Null where the clause says `without notice`. */
  readonly notice: AmountNode | null;
  readonly rules: readonly ClosureRuleNode[];
}

export type ClosureRuleNode = Located &
  (
    | { readonly kind: 'late'; readonly value: 'do not count' | 'from the end of the notice' }
    | { readonly kind: 'tickets in flight'; readonly value: 'see them' | 'keep old' }
  );

export interface HolidaysNode extends Declared {
  readonly kind: 'holidays';
  readonly sources: readonly NameNode[];
  readonly covers: readonly { readonly from: number; readonly to: number; readonly span: Span }[];
  readonly days: readonly HolidayDayNode[];
  readonly rules: readonly HolidayRuleNode[];
  /** The first words of the rows that are no dates, with what their shape says they are. */
  readonly keywords: readonly (NameNode & { readonly says: 'source' | 'covers' })[];
}

/** A holiday of every year that the set covers. */
export interface HolidayRuleNode extends Located {
  readonly on:
    /** A day of every year, or from one to another, which may lie in the next year. */
    | { readonly kind: 'date'; readonly from: NameNode; readonly to: NameNode; readonly span: Span }
    | {
        readonly kind: 'weekday';
        readonly which: 'first' | 'second' | 'third' | 'fourth' | 'last';
        readonly weekday: Weekday;
        /** Digits as written. */
        readonly month: NameNode;
      };
  readonly part: PartOfDayNode | null;
  readonly label: string;
  /** The day that is kept instead, by the weekday that the holiday falls on. */
  readonly moves: readonly { readonly to: Weekday; readonly when: readonly Weekday[] }[];
}

/** What is closed of a day: `from 14:00`, `from 16:00 the day before until 20:00`, `closed until 12:00`, `closed 12:00-14:00`. */
export type PartOfDayNode =
  | { readonly kind: 'from'; readonly from: TimeNode }
  | { readonly kind: 'from the day before'; readonly from: TimeNode; readonly until: TimeNode | null }
  | { readonly kind: 'until'; readonly until: TimeNode }
  | { readonly kind: 'hours'; readonly hours: TimeRangeNode };

/** A day, or from one to another; both are the same of a single one. */
export interface HolidayDayNode extends Located {
  readonly dates: { readonly from: NameNode; readonly to: NameNode; readonly span: Span };
  readonly part: PartOfDayNode | null;
  readonly label: string;
}

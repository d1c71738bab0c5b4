import type { Span } from '../text/source.ts';
import type { Weekday } from '../time/types.ts';
import type {
  CalendarExpressionNode,
  DateRangeNode,
  Declared,
  Located,
  NameNode,
  SelectorNode,
  TimeNode,
  TimeRangeNode,
  ZoneChoiceNode,
} from './part-tree.ts';

export interface CalendarNode extends Declared {
  readonly kind: 'calendar';
  readonly expression: CalendarExpressionNode | null;
  readonly clauses: readonly CalendarClauseNode[];
}

export type CalendarClauseNode =
  | ({ readonly kind: 'zone'; readonly choice: ZoneChoiceNode } & Located)
  | OpenNode
  | OpenOnNode
  | ClosedNode
  | SeasonNode
  | HolidaysClauseNode
  | UseNode;

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
}

export interface OpenOnNode extends Located {
  readonly kind: 'open on';
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
  readonly for: SelectorNode | null;
  readonly broken: boolean;
}

export interface HolidaysClauseNode extends Located {
  readonly kind: 'holidays';
  readonly sets: readonly NameNode[];
  /** `holidays of region`. */
  readonly owner: NameNode | null;
  readonly for: SelectorNode | null;
}

/** `use 24x7 for P1`: the calendar that holds for those tickets. */
export interface UseNode extends Located {
  readonly kind: 'use';
  readonly calendar: NameNode;
  readonly for: SelectorNode | null;
}

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
    | { readonly kind: 'date'; readonly date: NameNode }
    | {
        readonly kind: 'weekday';
        readonly which: 'first' | 'second' | 'third' | 'fourth' | 'last';
        readonly weekday: Weekday;
        /** Digits as written. */
        readonly month: NameNode;
      };
  readonly from: TimeNode | null;
  readonly label: string;
  /** The day that is kept instead, by the weekday that the holiday falls on. */
  readonly moves: readonly { readonly to: Weekday; readonly when: readonly Weekday[] }[];
}

export interface HolidayDayNode extends Located {
  readonly date: NameNode;
  readonly from: TimeNode | null;
  readonly label: string;
}

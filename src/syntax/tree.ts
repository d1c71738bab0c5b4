/**
 * The tree of a file as written: spans everywhere, nothing resolved. A name is a name, a unit is a word; whether
 * they mean anything is `check`'s business. A clause that the grammar could not read is absent from its block, and
 * the block says so (`broken`), so that later stages do not report what the author did write.
 */
import type { MoneyNode } from './money-tree.ts';
import type { EntitlementNode } from './entitlement-tree.ts';
import type { SourceFile, Span } from '../text/source.ts';
import type { DaySeconds, Weekday } from '../time/types.ts';
import type {
  ChangeNode,
  ClockTermsNode,
  ContractTermNode,
  EscalateNode,
  NoteNode,
  RuleNode,
} from './conduct-tree.ts';

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
export interface DateRangeNode extends Located {
  readonly every: boolean;
  readonly from: NameNode;
  readonly to: NameNode;
}

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
  readonly kind: 'severity' | 'region' | 'channel' | 'type' | null;
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

export interface FileNode {
  readonly source: SourceFile;
  readonly declarations: readonly DeclarationNode[];
  /** True when some declaration could not be read at all. */
  readonly broken: boolean;
}

export type DeclarationNode =
  | ContractNode
  | FactsNode
  | WordNode
  | SeveritiesNode
  | RegionsNode
  | CalendarNode
  | HolidaysNode
  | PlanNode
  | TargetsByPlanNode
  | ClockNode
  | ScenarioNode
  | SimulationNode
  | RuleNode
  | ChangeNode
  | EscalateNode;

export interface ContractNode extends Declared {
  readonly kind: 'contract';
  readonly version: NameNode | null;
  readonly parties: readonly { readonly role: string; readonly name: string; readonly span: Span }[];
  readonly effective: readonly {
    readonly from: NameNode;
    readonly until: NameNode | null;
    readonly zone: ZoneNode;
    readonly span: Span;
  }[];
  readonly zones: readonly ZoneChoiceNode[];
  readonly currencies: readonly NameNode[];
  readonly terms: readonly ContractTermNode[];
}

export type ZoneChoiceNode = Located &
  ({ readonly kind: 'zone'; readonly zone: ZoneNode } | { readonly kind: 'of'; readonly owner: NameNode });

export interface FactsNode extends Located {
  readonly kind: 'facts';
  readonly rows: readonly FactNode[];
  readonly broken: boolean;
}

export interface FactNode extends Declared {
  readonly type:
    | { readonly kind: 'words'; readonly words: readonly NameNode[] }
    | { readonly kind: 'truth' | 'number' | 'text' };
}

/** `channel fax "…"` and its like. */
export interface WordNode extends Declared {
  readonly kind: 'channel' | 'activity' | 'metric' | 'type' | 'event';
}

export interface SeveritiesNode extends Located {
  readonly kind: 'severities';
  readonly rows: readonly SeverityNode[];
  readonly broken: boolean;
}

export interface SeverityNode extends Declared {
  readonly aliases: readonly NameNode[];
  readonly when: ConditionNode | 'otherwise' | null;
}

export interface RegionsNode extends Located {
  readonly kind: 'regions';
  readonly key: NameNode;
  readonly rows: readonly RegionNode[];
  readonly broken: boolean;
}

export interface RegionNode extends Declared {
  readonly zone: ZoneNode | null;
  readonly holidays: readonly NameNode[];
}

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

export interface PlanNode extends Declared {
  readonly kind: 'plan';
  readonly extends: NameNode | null;
  readonly aliases: readonly NameNode[];
  readonly clauses: readonly PlanClauseNode[];
}

export type PlanClauseNode =
  | CoverageNode
  | ChannelsNode
  | BusinessNode
  | TargetsNode
  | AttainNode
  | EntitlementNode
  | MoneyNode
  | FeatureNode
  | RuleNode
  | ChangeNode
  | EscalateNode
  | NoteNode;

export interface CoverageNode extends Located {
  readonly kind: 'coverage';
  readonly activities: readonly NameNode[];
  /** The calendar, or null where a word stands instead of one. */
  readonly hours: NameNode | null;
  readonly word: 'best effort' | 'not offered' | 'optional' | 'unknown' | null;
  readonly for: SelectorNode | null;
}

export interface ChannelsNode extends Located {
  readonly kind: 'channels';
  readonly names: readonly NameNode[];
  readonly onRequest: boolean;
  readonly for: SelectorNode | null;
}

/** `business hours in Office`, `business days in Office at close, …`. */
export interface BusinessNode extends Located {
  readonly kind: 'business';
  readonly unit: 'hours' | 'days';
  readonly basis: BasisNode;
}

export interface BasisNode extends Located {
  readonly calendar: NameNode | null;
  readonly end:
    | ({ readonly kind: 'same time' | 'close' } & Located)
    | ({ readonly kind: 'clock'; readonly time: TimeNode } & Located)
    | null;
  readonly rules: readonly DayRuleNode[];
}

export type DayRuleNode = Located &
  (
    | { readonly kind: 'receipt'; readonly value: 'next opening' | 'as received' }
    | { readonly kind: 'day one'; readonly value: 'day of receipt' | 'day after' }
    | { readonly kind: 'end outside'; readonly value: 'next opening' | 'previous close' | 'stays' }
    | { readonly kind: 'cut-off'; readonly value: TimeNode }
  );

export interface TargetsNode extends Located {
  readonly kind: 'targets';
  readonly for: SelectorNode | null;
  /** Null where the row that names them is missing or cannot be read. */
  readonly columns: readonly NameNode[] | null;
  readonly rows: readonly TargetRowNode[];
  readonly broken: boolean;
}

export interface TargetsByPlanNode extends Located {
  readonly kind: 'targets by plan';
  readonly metric: NameNode;
  readonly for: SelectorNode | null;
  /** Null where the row that names them is missing or cannot be read. */
  readonly columns: readonly NameNode[] | null;
  readonly rows: readonly TargetRowNode[];
  readonly broken: boolean;
}

export interface TargetRowNode extends Located {
  readonly severities: readonly NameNode[];
  /** The severities as written. */
  readonly head: Span;
  readonly cells: readonly CellNode[];
}

export type CellNode =
  | ({
      readonly kind: 'word';
      readonly word: 'best effort' | 'not offered' | 'optional' | 'unknown';
    } & Located)
  | ({ readonly kind: 'next business day'; readonly basis: BasisNode } & Located)
  | ({ readonly kind: 'amount'; readonly amount: AmountNode; readonly basis: BasisNode } & Located);

export interface PeriodNode extends Located {
  readonly contract: boolean;
  readonly unit: NameNode;
}

export interface AttainNode extends Located {
  readonly kind: 'attain';
  /** Digits as written, without the sign. */
  readonly share: NameNode;
  readonly metric: NameNode;
  readonly period: PeriodNode | null;
  readonly population: 'opened' | 'closed' | 'due' | null;
  readonly zone: ZoneNode | null;
  readonly for: SelectorNode | null;
}

export interface FeatureNode extends Located {
  readonly kind: 'feature';
  readonly text: string;
  readonly value: 'yes' | 'no' | 'optional' | 'unknown' | 'text';
  /** What is said of it where that is a text; empty otherwise. */
  readonly says: string;
}

export interface ClockNode extends Declared {
  readonly kind: 'clock';
  readonly terms: ClockTermsNode;
  readonly starts: readonly NameNode[];
  readonly stops: readonly NameNode[];
  readonly pauses: readonly NameNode[];
}

export interface ScenarioNode extends Declared {
  readonly kind: 'scenario';
  readonly clauses: readonly ScenarioClauseNode[];
}

export type ScenarioClauseNode =
  | ({
      readonly kind: 'plan' | 'severity' | 'region' | 'channel' | 'type';
      readonly name: NameNode;
    } & Located)
  | ({ readonly kind: 'opened'; readonly at: MomentNode } & Located)
  | ({ readonly kind: 'expect by'; readonly metric: NameNode; readonly by: MomentNode } & Located)
  | ({
      readonly kind: 'expect word';
      readonly metric: NameNode;
      readonly word: 'best effort' | 'not offered' | 'optional' | 'unknown';
    } & Located);

export interface SimulationNode extends Declared {
  readonly kind: 'simulation';
  readonly clauses: readonly SimulationClauseNode[];
}

export type SimulationClauseNode =
  | ({ readonly kind: 'contract'; readonly path: NameNode } & Located)
  | ({ readonly kind: 'plans'; readonly names: readonly NameNode[] } & Located)
  | ({
      readonly kind: 'span';
      readonly from: NameNode;
      readonly to: NameNode;
      readonly zone: ZoneNode;
    } & Located)
  | ({ readonly kind: 'warm-up'; readonly amount: AmountNode } & Located)
  | ({ readonly kind: 'seed' | 'runs'; readonly value: NameNode } & Located)
  | ArrivalsNode
  | WorkNode
  | DeskNode;

export interface ArrivalsNode extends Declared {
  readonly kind: 'arrivals';
  readonly region: NameNode | null;
  readonly zone: ZoneChoiceNode | null;
  readonly rate: { readonly amount: NameNode; readonly per: NameNode; readonly span: Span } | null;
  readonly hours: { readonly rows: readonly HourRowNode[]; readonly span: Span } | null;
  readonly shares: readonly SharesNode[];
}

export interface HourRowNode extends Located {
  readonly days: readonly Weekday[];
  readonly weights: readonly number[];
}

export interface SharesNode extends Located {
  readonly kind: 'severities' | 'channels' | 'types';
  readonly shares: readonly { readonly name: NameNode; readonly weight: number }[];
}

export interface WorkNode extends Declared {
  readonly kind: 'work' | 'wait';
  /** Per cent as written; null when every ticket has the step. */
  readonly share: NameNode | null;
  readonly stops: { readonly metric: NameNode; readonly at: 'start' | 'end' } | null;
  readonly rows: readonly WorkRowNode[];
}

export interface WorkRowNode extends Located {
  /** Null for `otherwise`. */
  readonly severities: readonly NameNode[] | null;
  readonly distribution: DistributionNode;
}

export type DistributionNode = Located &
  (
    | { readonly kind: 'fixed' | 'exponential' | 'uniform'; readonly amount: AmountNode }
    | {
        readonly kind: 'lognormal';
        readonly median: AmountNode;
        readonly share: NameNode;
        readonly within: AmountNode;
      }
    | {
        readonly kind: 'quantiles';
        readonly points: readonly { readonly at: NameNode; readonly amount: AmountNode }[];
      }
  );

export interface DeskNode extends Located {
  readonly kind: 'desk';
  readonly teams: readonly TeamNode[];
  readonly takes: readonly {
    readonly keys: readonly ('severity' | 'deadline' | 'arrival')[];
    readonly span: Span;
  }[];
  readonly broken: boolean;
}

export interface TeamNode extends Located {
  readonly name: NameNode;
  readonly agents: NameNode;
  readonly calendar: NameNode;
  readonly for: SelectorNode | null;
}

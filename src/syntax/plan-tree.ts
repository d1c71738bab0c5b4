import type { Span } from '../text/source.ts';
import type { ClockNode } from './clock-tree.ts';
import type { ChangeNode, EscalateNode, NoteNode, RuleNode } from './conduct-tree.ts';
import type { BasisNode, BoundNode, CellNode, PromiseWordNode } from './cell-tree.ts';
import type { EntitlementNode } from './entitlement-tree.ts';
import type { MoneyNode } from './money-tree.ts';
import type { Declared, Located, NameNode, SelectorNode, ZoneNode, PeriodNode } from './part-tree.ts';

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
  | ClockNode
  | NoteNode;

export interface CoverageNode extends Located {
  readonly kind: 'coverage';
  readonly activities: readonly NameNode[];
  /** The calendar, or null where a word stands instead of one. */
  readonly hours: NameNode | null;
  readonly word: PromiseWordNode | null;
  readonly for: SelectorNode | null;
  readonly opened: ArrivalNode | null;
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

/** `when opened in Evening`, `when opened outside Office`. */
export interface ArrivalNode extends Located {
  readonly side: 'in' | 'outside';
  readonly calendar: NameNode;
}

export interface TargetsNode extends Located {
  readonly kind: 'targets';
  readonly for: SelectorNode | null;
  readonly opened: ArrivalNode | null;
  /** Null where the row that names them is missing or cannot be read. */
  readonly columns: readonly NameNode[] | null;
  readonly rows: readonly TargetRowNode[];
  readonly broken: boolean;
}

export interface TargetsByPlanNode extends Located {
  readonly kind: 'targets by plan';
  readonly metric: NameNode;
  readonly for: SelectorNode | null;
  readonly opened: ArrivalNode | null;
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

export interface AttainNode extends Located {
  readonly kind: 'attain';
  /** Digits as written, a share without its sign. */
  readonly aim:
    /** `orLate`, where so few late tickets keep it too. */
    | { readonly kind: 'share'; readonly share: NameNode; readonly orLate: NameNode | null }
    | { readonly kind: 'late'; readonly count: NameNode }
    | { readonly kind: 'mean' };
  readonly metric: NameNode;
  readonly bound: { readonly kind: 'within' | 'at most'; readonly bound: BoundNode } | null;
  readonly period: PeriodNode | null;
  readonly population: 'opened' | 'closed' | 'due' | 'resolved' | null;
  readonly below: NameNode | null;
  readonly zone: ZoneNode | null;
  readonly terms: readonly AttainTermNode[];
  readonly for: SelectorNode | null;
}

export type AttainTermNode = Located &
  (
    | { readonly kind: 'else'; readonly share: NameNode }
    | { readonly kind: 'at least'; readonly tickets: NameNode }
    | { readonly kind: 'except'; readonly names: readonly NameNode[] }
    /** Null for all tickets together; else `severity`, `region`, or a fact. */
    | { readonly kind: 'each'; readonly of: NameNode | null }
  );

export interface FeatureNode extends Located {
  readonly kind: 'feature';
  readonly text: string;
  readonly value: 'yes' | 'no' | 'optional' | 'unknown' | 'text';
  /** What is said of it where that is a text; empty otherwise. */
  readonly says: string;
}

/** The tree of a cell: what is promised, and in what it is measured. */
import type { AmountNode, Located, NameNode, TimeNode } from './part-tree.ts';

export type PromiseWordNode = 'best effort' | 'not offered' | 'as agreed' | 'optional' | 'unknown';

export type CellNode = Located &
  (
    | { readonly kind: 'word'; readonly word: PromiseWordNode }
    | { readonly kind: 'bound'; readonly bound: BoundNode; readonly relation: RelationNode | null }
    /** `every 2 h until resolve`. */
    | { readonly kind: 'cadence'; readonly bound: BoundNode; readonly until: NameNode | null }
  );

export type BoundNode =
  | LimitNode
  /** No time at all: due as the clock starts. */
  | ({ readonly kind: 'at once' } & Located)
  | ({
      readonly kind: 'pick';
      readonly pick: 'later' | 'earlier';
      readonly of: readonly LimitNode[];
    } & Located);

export type LimitNode = Located & { readonly basis: BasisNode } & (
    | { readonly kind: 'next business day' | 'same business day' }
    /** `end of month`, `end of next week`. */
    | { readonly kind: 'period end'; readonly unit: NameNode; readonly next: boolean }
    | { readonly kind: 'amount'; readonly amount: AmountNode }
  );

/** `after workaround`, `before resolve is due`. */
export interface RelationNode extends Located {
  readonly side: 'before' | 'after';
  readonly name: NameNode;
  /** Whether it is the deadline of the promise named, and not the event that stops its clock. */
  readonly due: boolean;
}

export interface BasisNode extends Located {
  readonly calendar: NameNode | null;
  /** How many hours a day of the calendar is, where days are turned into hours. */
  readonly dayLength: AmountNode | null;
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

import type { Located, NameNode } from './part-tree.ts';
import type { DistributionNode } from './simulation-tree.ts';

/** What customers do, and what becomes of their tickets beside the work on them. */
export type BehaviourNode =
  | MisjudgedNode
  | ({
      readonly kind: 'raised' | 'lowered';
      readonly share: NameNode;
      /** Null for all. */
      readonly of: readonly NameNode[] | null;
      readonly to:
        | { readonly kind: 'by'; readonly steps: NameNode }
        | { readonly kind: 'severity'; readonly name: NameNode };
      readonly moment: TurnMomentNode;
    } & Located)
  | ({
      readonly kind: 'event';
      readonly event: NameNode;
      readonly share: NameNode;
      readonly of: readonly NameNode[] | null;
      readonly moment: TurnMomentNode;
    } & Located)
  | ({
      readonly kind: 'undescribed';
      readonly share: NameNode;
      /** The fact that is `no`; null for `described`. */
      readonly fact: NameNode | null;
      readonly described: TurnMomentNode | null;
    } & Located)
  | ({
      readonly kind: 'agrees';
      readonly share: NameNode;
      readonly refuses: NameNode | null;
      readonly after: DelayNode;
    } & Located)
  | ({
      readonly kind: 'reopened';
      readonly share: NameNode;
      readonly of: readonly NameNode[] | null;
      readonly after: DelayNode;
      /** Per cent of the usual time as written; null for all of it. */
      readonly steps: readonly { readonly name: NameNode; readonly share: NameNode | null }[];
    } & Located);

export interface MisjudgedNode extends Located {
  readonly kind: 'misjudged';
  readonly rows: readonly {
    readonly truly: NameNode;
    readonly reported: NameNode;
    readonly share: NameNode;
  }[];
  readonly corrected: TurnMomentNode | null;
}

export type TurnMomentNode =
  | { readonly kind: 'after'; readonly delay: DelayNode }
  | { readonly kind: 'step'; readonly side: 'start' | 'end'; readonly step: NameNode };

export interface DelayNode {
  readonly time: DistributionNode;
  readonly during: HoursNode | null;
}

/** Hours in which a time is counted: the customer's, or those of a calendar. */
export type HoursNode =
  ({ readonly kind: 'their hours' } & Located) | { readonly kind: 'calendar'; readonly name: NameNode };

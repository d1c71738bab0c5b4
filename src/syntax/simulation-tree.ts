import type { Span } from '../text/source.ts';
import type { Weekday } from '../time/types.ts';
import type {
  AmountNode,
  Declared,
  Located,
  NameNode,
  SelectorNode,
  ZoneChoiceNode,
  ZoneNode,
} from './part-tree.ts';

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
  /** The state of the contract in which the ticket is meanwhile. */
  readonly state: NameNode | null;
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

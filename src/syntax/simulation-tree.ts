import type { Span } from '../text/source.ts';
import type { Weekday } from '../time/types.ts';
import type { MoneyAmountNode } from './entitlement-tree.ts';
import type { BehaviourNode, HoursNode } from './behaviour-tree.ts';
import type {
  AmountNode,
  ConditionNode,
  DateRangeNode,
  Declared,
  Located,
  NameNode,
  SelectorNode,
  TimeNode,
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
  | ({ readonly kind: 'report'; readonly parts: readonly NameNode[] } & Located)
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
  | PatienceNode
  | CustomerNode
  | NeedNode
  | BehaviourNode
  | DeskNode;

export interface ArrivalsNode extends Declared {
  readonly kind: 'arrivals';
  /** The stream that says what this one does not. */
  readonly extends: NameNode | null;
  readonly region: NameNode | null;
  readonly zone: ZoneChoiceNode | null;
  readonly rate: { readonly amount: NameNode; readonly per: NameNode; readonly span: Span } | null;
  readonly hours: { readonly rows: readonly HourRowNode[]; readonly span: Span } | null;
  /** Hours that have a name, in place of weights. */
  readonly pattern: ({ readonly name: 'office' | 'even' } & Located) | null;
  readonly quiet: readonly QuietNode[];
  readonly shares: readonly SharesNode[];
  readonly swings: readonly SwingNode[];
  readonly facts: readonly FactSharesNode[];
  readonly events: readonly ArrivalEventNode[];
  /** The calendar in which its customers work. */
  readonly works: NameNode | null;
  readonly behaviour: readonly BehaviourNode[];
  readonly log: LogNode | null;
  readonly takes: readonly LogTakesNode[];
}

/** A step that takes each ticket of a log as long as the log says. */
export interface LogTakesNode extends Located {
  readonly step: NameNode;
  readonly from:
    | {
        readonly kind: 'column';
        readonly column: NameNode;
        /** The unit of its numbers, where the column is not called by it. */
        readonly unit: NameNode | null;
      }
    | { readonly kind: 'state'; readonly state: NameNode };
}

/** Tickets of a history, in place of a rate. */
export interface LogNode extends Located {
  readonly path: NameNode;
  readonly map: NameNode;
  /** Dates of opening, both included; null for all of the log. */
  readonly dates: { readonly first: NameNode; readonly last: NameNode } | null;
  readonly how: 'as written' | 'by week' | 'by day';
}

/** How the rate of a stream swings about what it usually is. */
export type SwingNode =
  | ({
      readonly kind: 'growth' | 'decline';
      readonly share: NameNode;
      readonly per: NameNode;
    } & Located)
  | ({ readonly kind: 'season'; readonly dates: DateRangeNode; readonly share: NameNode } & Located)
  | ({
      readonly kind: 'bursts';
      readonly length: AmountNode;
      readonly every: AmountNode;
      readonly factor: NameNode;
    } & Located)
  | ({ readonly kind: 'days vary'; readonly by: NameNode } & Located);

export interface FactSharesNode extends Located {
  readonly fact: NameNode;
  readonly shares: readonly { readonly name: NameNode; readonly weight: number }[];
}

/** Tickets that come beside the usual ones. */
export interface ArrivalEventNode extends Declared {
  readonly kind: 'event';
  readonly time: EventTimeNode | null;
  readonly brings: BringsNode | null;
  readonly shares: readonly SharesNode[];
  readonly facts: readonly FactSharesNode[];
}

/** Whole dates, both included, where there is no time of day. */
export interface EventTimeNode extends Located {
  readonly from: { readonly date: NameNode; readonly time: TimeNode | null };
  readonly to: { readonly date: NameNode; readonly time: TimeNode | null };
}

export interface BringsNode extends Located {
  readonly amount: NameNode;
  /** Whether it is tickets, or per cent of those that come anyway. */
  readonly of: 'tickets' | 'per cent';
}

/** The dates on which fewer tickets come. */
export interface QuietNode extends Located {
  readonly sets: readonly NameNode[];
  /** Per cent of the usual rate as written; null for none at all. */
  readonly share: NameNode | null;
}

export interface HourRowNode extends Located {
  readonly days: readonly Weekday[];
  readonly weights: readonly number[];
}

export interface SharesNode extends Located {
  readonly kind: 'severities' | 'regions' | 'channels' | 'types';
  readonly shares: readonly { readonly name: NameNode; readonly weight: number }[];
}

export interface WorkNode extends Declared {
  readonly kind: 'work' | 'wait';
  /** Teams that do it; null where any may. */
  readonly teams: readonly NameNode[] | null;
  /** The activity that it is; null where nothing says. */
  readonly of: NameNode | null;
  /** The earlier step that a ticket has to have had; null for none. */
  readonly after: NameNode | null;
  /** Per cent as written; null when every ticket has the step. */
  readonly share: NameNode | null;
  readonly stops: { readonly metric: NameNode; readonly at: 'start' | 'end' } | null;
  /** An event of the contract that its start or end is. */
  readonly brings: { readonly event: NameNode; readonly at: 'start' | 'end' } | null;
  /** The state of the contract in which the ticket is meanwhile. */
  readonly state: NameNode | null;
  /** The hours in which its time is counted; null for all of them. */
  readonly during: HoursNode | null;
  readonly rows: readonly WorkRowNode[];
}

export interface WorkRowNode extends Located {
  /** Null for `otherwise`. */
  readonly severities: readonly NameNode[] | null;
  /** Null for `until described`. */
  readonly distribution: DistributionNode | null;
}

/** How long tickets wait for their first work before they are given up. */
export interface PatienceNode extends Located {
  readonly kind: 'patience';
  readonly rows: readonly WorkRowNode[];
  readonly broken: boolean;
}

export type DistributionNode =
  | SpreadNode
  | ({
      readonly kind: 'mixture';
      readonly parts: readonly { readonly share: NameNode; readonly of: SpreadNode }[];
    } & Located);

export type SpreadNode = Located &
  (
    | { readonly kind: 'fixed' | 'exponential' | 'uniform'; readonly amount: AmountNode }
    | { readonly kind: 'erlang'; readonly phases: NameNode; readonly mean: AmountNode }
    | { readonly kind: 'gamma'; readonly mean: AmountNode; readonly deviation: AmountNode }
    | {
        readonly kind: 'lognormal' | 'weibull';
        readonly median: AmountNode;
        readonly share: NameNode;
        readonly within: AmountNode;
      }
    | {
        readonly kind: 'quantiles';
        readonly points: readonly { readonly at: NameNode; readonly amount: AmountNode }[];
      }
    | { readonly kind: 'values'; readonly amounts: readonly AmountNode[] }
    | TimesOfFileNode
  );

/** The times that a column of a file holds, each as likely as the other. */
export interface TimesOfFileNode {
  readonly kind: 'of a file';
  readonly path: NameNode;
  readonly column: NameNode;
  /** The unit of its numbers, where the column is not called by it. */
  readonly unit: NameNode | null;
}

export interface DeskNode extends Located {
  readonly kind: 'desk';
  readonly clauses: readonly DeskClauseNode[];
  readonly broken: boolean;
}

export type DeskClauseNode =
  | TeamNode
  | ({
      readonly kind: 'takes';
      readonly keys: readonly ('severity' | 'deadline' | 'arrival')[];
      /** What age weighs by severity; null where the keys decide. */
      readonly weights: readonly { readonly name: NameNode; readonly weight: NameNode }[] | null;
      readonly allAtOnce: boolean;
    } & Located)
  /** `of` is null for all teams. */
  | ({
      readonly kind: 'shrinkage';
      readonly share: NameNode;
      readonly of: readonly NameNode[] | null;
    } & Located)
  | ({
      readonly kind: 'closing';
      readonly of: readonly NameNode[] | null;
      readonly does: 'finish' | 'hand over' | AgainWord;
      readonly to: readonly NameNode[];
    } & Located)
  | ({
      readonly kind: 'interrupt';
      readonly severities: readonly NameNode[];
      readonly then: AgainWord;
    } & Located)
  | ({ readonly kind: 'room'; readonly waiting: NameNode } & Located);

export type AgainWord = 'resume' | 'restart' | 'redraw';

export interface TeamNode extends Located {
  readonly kind: 'team';
  readonly name: NameNode;
  readonly agents: NameNode;
  readonly calendar: NameNode;
  readonly for: SelectorNode | null;
  readonly pay: PayNode | null;
}

/** What is paid for an hour of an agent, and for one behind the end of the shift, where that is another sum. */
export interface PayNode extends Located {
  readonly regular: PaidNode;
  readonly overtime: PaidNode | null;
}

export interface PaidNode {
  readonly money: MoneyAmountNode;
  readonly per: NameNode;
}

/** The customer whose tickets are played: its size, what else its price hangs on, and what it books. */
export interface CustomerNode extends Located {
  readonly kind: 'customer';
  readonly sizes: readonly { readonly count: NameNode; readonly unit: NameNode }[];
  readonly sums: readonly { readonly of: NameNode; readonly money: MoneyAmountNode }[];
  readonly facts: readonly ConditionNode[];
  readonly region: NameNode | null;
  /** Options and packs by their text; `count` is null where none is said. */
  readonly booked: readonly { readonly text: NameNode; readonly count: NameNode | null }[];
}

/** What share of its tickets the customer needs kept, or answered within a time. */
export interface NeedNode extends Located {
  readonly kind: 'needs';
  readonly metric: NameNode;
  readonly share: NameNode;
  readonly within: AmountNode | null;
  readonly severities: readonly NameNode[] | null;
}

import type { ExpectationNode } from './expectation-tree.ts';
import type {
  AmountNode,
  ConditionNode,
  Declared,
  Located,
  MomentNode,
  NameNode,
  ZoneNode,
} from './part-tree.ts';

export interface ScenarioNode extends Declared {
  readonly kind: 'scenario';
  /** Not where a program wrote it and nobody has read it. */
  readonly reviewed: boolean;
  readonly clauses: readonly ScenarioClauseNode[];
}

export type ScenarioClauseNode =
  | ({ readonly kind: Attribute; readonly name: NameNode } & Located)
  | ({ readonly kind: 'fact'; readonly tests: readonly ConditionNode[] } & Located)
  | ({ readonly kind: 'zone'; readonly zone: ZoneNode } & Located)
  /** Names of holiday sets, or `none`. */
  | ({ readonly kind: 'holidays'; readonly sets: readonly NameNode[] } & Located)
  | ({ readonly kind: 'opened'; readonly at: MomentNode } & Located)
  | StoryRowNode
  | ({ readonly kind: 'until'; readonly at: MomentNode } & Located)
  | ExpectationNode;

/** What every ticket is told by. */
export type Attribute = 'plan' | 'severity' | 'region' | 'channel' | 'type';

/** `at Fri 2026-06-12 23:10 reply`. */
export interface StoryRowNode extends Located {
  readonly kind: 'row';
  readonly at: MomentNode;
  readonly what: StoryWhatNode;
  readonly says: readonly StorySaysNode[];
}

export type StoryWhatNode =
  /** `from` is the state that `resumed` ends, `to` the severity that the ticket gets. */
  | ({
      readonly kind: 'happening';
      readonly name: NameNode;
      readonly to: NameNode | null;
      readonly from: NameNode | null;
    } & Located)
  | ({ readonly kind: 'work'; readonly amount: AmountNode; readonly of: NameNode } & Located)
  | ({ readonly kind: 'bought' | 'used'; readonly amount: NameNode; readonly thing: NameNode } & Located)
  | ({ readonly kind: 'pack'; readonly name: NameNode } & Located)
  /** Nothing but what the row says of the ticket. */
  | ({ readonly kind: 'says' } & Located);

export type StorySaysNode =
  | ({ readonly kind: Attribute; readonly name: NameNode } & Located)
  | ({ readonly kind: 'fact'; readonly test: ConditionNode } & Located);

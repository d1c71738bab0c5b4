import type { PromiseWordNode } from './cell-tree.ts';
import type { ConditionNode, Declared, Located, MomentNode, NameNode, ZoneNode } from './part-tree.ts';

export interface ScenarioNode extends Declared {
  readonly kind: 'scenario';
  readonly clauses: readonly ScenarioClauseNode[];
}

export type ScenarioClauseNode =
  | ({
      readonly kind: 'plan' | 'severity' | 'region' | 'channel' | 'type';
      readonly name: NameNode;
    } & Located)
  | ({ readonly kind: 'fact'; readonly tests: readonly ConditionNode[] } & Located)
  | ({ readonly kind: 'zone'; readonly zone: ZoneNode } & Located)
  /** Names of holiday sets, or `none`. */
  | ({ readonly kind: 'holidays'; readonly sets: readonly NameNode[] } & Located)
  | ({ readonly kind: 'opened'; readonly at: MomentNode } & Located)
  | ({ readonly kind: 'expect by'; readonly metric: NameNode; readonly by: MomentNode } & Located)
  | ({
      readonly kind: 'expect word';
      readonly metric: NameNode;
      readonly word: PromiseWordNode;
    } & Located);

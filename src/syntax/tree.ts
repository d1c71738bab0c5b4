/**
 * The tree of a file as written: spans everywhere, nothing resolved. A clause that the grammar could not read is
 * absent from its block, and the block says so (`broken`), so that later stages do not report what the author did
 * write. The nodes of each domain stand in a file of their own and are all to be had from here.
 */
import type { SourceFile } from '../text/source.ts';
import type { CalendarNode, HolidaysNode } from './calendar-tree.ts';
import type { ClockNode } from './clock-tree.ts';
import type { ChangeNode, EscalateNode, RuleNode } from './conduct-tree.ts';
import type {
  ContractNode,
  FactsNode,
  ImportNode,
  RegionsNode,
  MatrixNode,
  SeveritiesNode,
  WordNode,
} from './contract-tree.ts';
import type { PlanNode, TargetsByPlanNode } from './plan-tree.ts';
import type { ScenarioNode } from './scenario-tree.ts';
import type { SimulationNode } from './simulation-tree.ts';

export type * from './part-tree.ts';
export type * from './contract-tree.ts';
export type * from './calendar-tree.ts';
export type * from './cell-tree.ts';
export type * from './plan-tree.ts';
export type * from './expectation-tree.ts';
export type * from './scenario-tree.ts';
export type * from './behaviour-tree.ts';
export type * from './simulation-tree.ts';
export type { ClockNode } from './clock-tree.ts';

export interface FileNode {
  readonly source: SourceFile;
  readonly declarations: readonly DeclarationNode[];
  /** True when some declaration could not be read at all. */
  readonly broken: boolean;
}

export type DeclarationNode =
  | ImportNode
  | ContractNode
  | FactsNode
  | WordNode
  | SeveritiesNode
  | MatrixNode
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

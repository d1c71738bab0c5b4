import type { SimulationClauseNode, SimulationNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';

/** The clause node that may be of a kind; one node type may serve two kinds (`seed` and `runs`). */
export type ClauseOf<K extends SimulationClauseNode['kind'], Node = SimulationClauseNode> = Node extends {
  kind: infer Kinds;
}
  ? K extends Kinds
    ? Node
    : never
  : never;

/** The clauses of a simulation by their kind; reports those that are missing or said twice. */
export class SimulationClauses {
  readonly #context: CheckContext;
  readonly #node: SimulationNode;

  constructor(context: CheckContext, node: SimulationNode) {
    this.#context = context;
    this.#node = node;
  }

  all<K extends SimulationClauseNode['kind']>(kind: K): readonly ClauseOf<K>[] {
    return this.#node.clauses.filter(
      (clause): clause is SimulationClauseNode & ClauseOf<K> => clause.kind === kind,
    );
  }

  optional<K extends SimulationClauseNode['kind']>(kind: K): ClauseOf<K> | null {
    const [first, second] = this.all(kind);
    if (second !== undefined) report(this.#context, 'simulation/clause-twice', second.span, { clause: kind });
    return first ?? null;
  }

  one<K extends 'contract' | 'plans' | 'span' | 'seed' | 'desk'>(kind: K): ClauseOf<K> | null {
    const found = this.optional(kind);
    if (found === null && !this.#node.broken) {
      report(this.#context, 'simulation/incomplete', this.#node.span, {
        missing: kind,
        of: 'the simulation',
      });
    }
    return found;
  }
}

import { BehaviourRules } from './rules/behaviour-rules.ts';
import type { Rule } from './rules/part-rules.ts';

/**
 * The grammar: one rule a clause, each read by itself. Pure: it builds a concrete tree and decides nothing; what
 * the tree means is `src/syntax`'s and `src/check`'s business. The outline (`outline.ts`) says where each clause
 * begins and ends, and `CLAUSE_RULES` which rule reads it, so no rule has to recover from another's mistakes.
 *
 * The rules stand in `rules/`, by what they speak of; each file's class adds its rules to those of the one before,
 * since Chevrotain wants all rules of a grammar on one object.
 */
export class ClauseParser extends BehaviourRules {
  /** `validate` looks for ambiguities, which only tests need to do. */
  constructor(validate = false) {
    super(validate);
    this.performSelfAnalysis();
  }
}

export type ClauseRule = {
  [K in keyof ClauseParser]: ClauseParser[K] extends Rule ? K : never;
}[keyof ClauseParser];

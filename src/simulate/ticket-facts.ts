import type { TicketEvent } from '../engine/ticket/index.ts';
import type { CompiledPlan } from '../plan/model.ts';

/** What the tickets say of one fact: an index into its words, of a yes-or-no fact 0 for yes and 1 for no, -1 for nothing. */
export interface FactColumn {
  /** Index into the contract's facts. */
  readonly fact: number;
  readonly words: Int8Array;
}

const NOTHING_SAID: readonly number[] = [];

/** What one ticket says, by index of the contract's facts, as the engine asks it. */
export function factsOfTicket(columns: readonly FactColumn[], row: number): readonly number[] {
  if (columns.length === 0) return NOTHING_SAID;
  const facts: number[] = [];
  for (const { fact, words } of columns) {
    while (facts.length < fact) facts.push(-1);
    facts[fact] = words[row] as number;
  }
  return facts;
}

type SaidFacts = NonNullable<TicketEvent['sets']>['facts'];

const NO_FACTS: SaidFacts = [];

/** The same, as the event of an opening says it. */
export function factsSaid(columns: readonly FactColumn[], row: number, plan: CompiledPlan): SaidFacts {
  if (columns.length === 0) return NO_FACTS;
  return columns.flatMap(({ fact, words }) => {
    const word = words[row] as number;
    const type = plan.facts[fact]?.type;
    if (word === -1 || type === undefined) return [];
    const value = type.kind === 'words' ? type.words[word] : word === 0;
    return value === undefined ? [] : [{ fact, value }];
  });
}

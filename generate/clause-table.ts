import {
  Alternation,
  type Alternative,
  getLookaheadPaths,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  type Rule,
  Terminal,
} from 'chevrotain';
import type { ClauseTable, Step, Way } from '../grammar/clause-table.ts';
import { ClauseParser } from '../grammar/parser.ts';
import { MAX_LOOKAHEAD } from '../grammar/rules/part-rules.ts';
import { recordedGates } from './recorded-gates.ts';

type Loop = Option | Repetition | RepetitionMandatory | RepetitionMandatoryWithSeparator;
/** Chevrotain's types leave out how far a part looks ahead that is told to. */
type Decision = (Alternation | Loop) & { readonly maxLookahead?: number };

const gates = recordedGates();

/** The grammar as data: what `grammar/read-clause.ts` reads clauses by. */
export function clauseTable(): ClauseTable {
  const rules = Object.entries(new ClauseParser().getGAstProductions());
  return Object.fromEntries(rules.map(([name, rule]) => [name, stepsOf(rule.definition, rule)]));
}

function stepsOf(productions: readonly IProduction[], rule: Rule): readonly Step[] {
  return productions.map((production) => stepOf(production, rule));
}

function stepOf(production: IProduction, rule: Rule): Step {
  if (production instanceof Terminal) return { kind: 'token', type: production.terminalType.name };
  if (production instanceof NonTerminal) return { kind: 'rule', rule: production.nonTerminalName };
  if (production instanceof Alternation) {
    const ways = production.definition as unknown as readonly Alternative[];
    return {
      kind: 'choice',
      ways: ways.map(({ definition }, i) => wayOf(definition, production, i, rule)),
    };
  }
  const way = (part: Loop): Way => wayOf(part.definition, part, 0, rule);
  if (production instanceof Option) return { kind: 'option', ...way(production) };
  if (production instanceof Repetition) return { kind: 'many', ...way(production) };
  if (production instanceof RepetitionMandatory) return { kind: 'some', ...way(production) };
  if (production instanceof RepetitionMandatoryWithSeparator) {
    return { kind: 'list', separator: production.separator.name, ...way(production) };
  }
  throw new Error(`the rule ${rule.name} has a part of a kind that the reader of clauses does not know`);
}

function wayOf(steps: readonly IProduction[], decision: Decision, way: number, rule: Rule): Way {
  const gate = gates.get(`${rule.name} ${kindOf(decision)} ${decision.idx}`)?.[way] ?? [];
  const paths = pathsOf(decision, rule, decision.maxLookahead ?? MAX_LOOKAHEAD)[way] ?? [];
  return {
    gate,
    first: paths.filter(({ length }) => length === 1).flat(),
    paths: paths.filter(({ length }) => length !== 1),
    steps: stepsOf(steps, rule),
  };
}

/** The paths of each way; those of a part that is there or not come first, before those of what follows it. */
function pathsOf(decision: Decision, rule: Rule, maxLookahead: number) {
  const sequences = getLookaheadPaths({
    occurrence: decision.idx,
    rule,
    prodType: kindOf(decision),
    maxLookahead,
  });
  return sequences.map((paths) => paths.map((path) => path.map(({ name }) => name)));
}

function kindOf(decision: Decision) {
  if (decision instanceof Alternation) return 'Alternation';
  if (decision instanceof Option) return 'Option';
  if (decision instanceof Repetition) return 'Repetition';
  return decision instanceof RepetitionMandatory ? 'RepetitionMandatory' : 'RepetitionMandatoryWithSeparator';
}

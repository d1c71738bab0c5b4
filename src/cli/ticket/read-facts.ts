import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { findNamed } from '../find-named.ts';
import { UsageError } from '../usage-error.ts';

type PlanFact = CompiledPlan['facts'][number];

/** A value of a fact as a ticket says it. */
export type FactValue = string | number | boolean;

/**
 * What `--fact` says of a ticket, by index of the plan's facts: `language=German`, `users=12`, `addon` or `addon=no`.
 * @throws {UsageError} for a fact or a value that the contract does not have, and for a fact given twice.
 */
export function readFacts(plan: CompiledPlan, flags: readonly string[]): ReadonlyMap<number, FactValue> {
  const found = new Map<number, FactValue>();
  for (const flag of flags) {
    const at = flag.indexOf('=');
    const name = at === -1 ? flag : flag.slice(0, at);
    const index = findNamed(plan.facts, name.trim(), '--fact', 'fact');
    const fact = plan.facts[index];
    if (fact === undefined) continue;
    if (found.has(index)) throw new UsageError(`--fact says \`${fact.name}\` twice`, 'say each fact once');
    found.set(index, valueOf(fact, at === -1 ? null : flag.slice(at + 1).trim()));
  }
  return found;
}

/** The values that a flag can give to a fact, as they are typed. */
export function factFlags(fact: string, values: readonly string[]): string {
  return values
    .map((value) => `--fact ${/\s/.test(value) ? `"${fact}=${value}"` : `${fact}=${value}`}`)
    .join(' | ');
}

function valueOf({ name, type }: PlanFact, text: string | null): FactValue {
  const refuse = (expected: string, nearest: string | null = null): never => {
    const problem =
      text === null ? `--fact ${name} says no value` : `--fact ${name}: \`${text}\` is no value of it`;
    throw new UsageError(problem, nearest === null ? expected : `did you mean \`${nearest}\`? ${expected}`);
  };
  switch (type.kind) {
    case 'truth':
      if (text === null || text === 'yes') return true;
      return text === 'no' ? false : refuse(factFlags(name, ['yes', 'no']));
    case 'words': {
      if (text !== null && type.words.includes(text)) return text;
      return refuse(factFlags(name, type.words), text === null ? null : nearestWord(text, type.words));
    }
    case 'number': {
      const value = Number(text);
      return text !== null && text !== '' && Number.isFinite(value) ? value : refuse(`--fact ${name}=12`);
    }
    case 'text':
      return text ?? refuse(`--fact "${name}=…"`);
  }
}

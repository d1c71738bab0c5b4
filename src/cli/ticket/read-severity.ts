import { type FactOf, gradeTicket } from '../../engine/index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { UsageError } from '../usage-error.ts';
import { factFlags, type FactValue } from './read-facts.ts';

/** What of a ticket its severity may follow from. */
export interface Gradable {
  /** What it says of itself, by index of the plan's facts. */
  readonly facts: ReadonlyMap<number, FactValue>;
  /** Indexes into the plan's lists; -1 where the ticket has none. */
  readonly region: number;
  readonly channel: number;
  readonly type: number;
}

/** The index of the severity that its facts make a ticket; null where they do not tell. */
export function severityByFacts(plan: CompiledPlan, ticket: Gradable): number | null {
  const grade = gradeTicket(plan, factsOf(plan, ticket));
  return grade.kind === 'severity' ? grade.severity : null;
}

/**
 * The severity of a ticket for which none is stated: the only one there is, or the one that its facts make it.
 * @throws {UsageError} where its facts do not tell.
 */
export function readSeverity(plan: CompiledPlan, ticket: Gradable): number {
  // A single severity, which need not even have a name, is the one that the ticket has.
  if (plan.severities.length === 1) return 0;
  const names = `--severity ${plan.severities.map(({ name }) => name).join(' | ')}`;
  const grade = gradeTicket(plan, factsOf(plan, ticket));
  if (grade.kind === 'severity' && ticket.facts.size > 0) return grade.severity;
  if (ticket.facts.size === 0) {
    throw new UsageError('the contract promises by severity, so the ticket needs one', names);
  }
  if (grade.kind === 'fact missing') {
    throw new UsageError(
      `whether the ticket is \`${plan.severities[grade.severity]?.name ?? ''}\` depends on \`${grade.fact}\`, which it does not say`,
      `${flagsFor(plan, grade.fact)}, or ${names}`,
    );
  }
  throw new UsageError('no severity takes a ticket of these facts', names);
}

/** What a ticket says of each fact, its region, channel and type among them. */
export function factsOf(plan: CompiledPlan, { facts, region, channel, type }: Gradable): FactOf {
  const said = new Map<string, FactValue | undefined>([
    ['region', plan.regions[region]?.name],
    ['channel', plan.channels[channel]?.name],
    ['type', plan.types[type]?.name],
    ...[...facts].map(([index, value]) => [plan.facts[index]?.name ?? '', value] as const),
  ]);
  return (name) => said.get(name);
}

/** How to say a fact: by its values, or by the flag of its own that every ticket's channel, type and region have. */
function flagsFor(plan: CompiledPlan, name: string): string {
  const fact = plan.facts.find((each) => each.name === name);
  switch (fact?.type.kind) {
    case undefined:
      return `--${name} …`;
    case 'words':
      return factFlags(name, fact.type.words);
    case 'truth':
      return factFlags(name, ['yes', 'no']);
    case 'number':
      return `--fact ${name}=12`;
    case 'text':
      return `--fact "${name}=…"`;
  }
}

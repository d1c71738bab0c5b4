import type { CompiledPlan, PlanFact, PlanName } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { FactValue, TicketChange, TicketEvent } from './event.ts';
import { RESUMED, STATE, UNKNOWN_STATE } from './event.ts';
import type { TicketProgram, Version } from './program.ts';

/** An event as it was recorded, by names. What it says beside the ticket's attributes and facts is left aside. */
export interface RecordedEvent {
  readonly at: InstantMs;
  /** `opened`, `closed`, `raised`, `state`, `resumed` and the like, or an event that the contract declares. */
  readonly event: string;
  /** `plan`, `severity`, `region`, `channel`, `type`, `state` and facts, by the contract's names. */
  readonly says: Readonly<Record<string, unknown>>;
}

/** A name or a value that the contract does not have. */
export interface UnknownValue {
  readonly kind: 'unknown value';
  /** Such as `severity`, or a fact. */
  readonly of: string;
  readonly value: string;
  /** What it may be. */
  readonly values: readonly string[];
}

const ATTRIBUTES = [
  ['plan', 'plans'],
  ['severity', 'severities'],
  ['region', 'regions'],
  ['channel', 'channels'],
  ['type', 'types'],
] as const;

/** Finds the names of an event in the contract, by name or alias; the first that is not there otherwise. */
export function readEvent(
  program: TicketProgram,
  { at, event, says }: RecordedEvent,
): TicketEvent | UnknownValue {
  const { plan } = program.versions[program.versions.length - 1] as Version;
  const sets: Record<'plan' | 'severity' | 'region' | 'channel' | 'type', number> = {
    plan: -1,
    severity: -1,
    region: -1,
    channel: -1,
    type: -1,
  };
  let isSaid = event === 'opened';
  for (const [name, list] of ATTRIBUTES) {
    const value = says[name];
    if (value === undefined || value === null) continue;
    const found = find(plan[list], textOf(value));
    if (found === -1)
      return unknown(
        name,
        value,
        plan[list].map((each) => each.name),
      );
    sets[name] = found;
    isSaid = true;
  }
  const facts: { fact: number; value: FactValue }[] = [];
  for (const [index, fact] of plan.facts.entries()) {
    const value = says[fact.name];
    if (value === undefined || value === null) continue;
    const read = readValue(fact, value);
    if (read === null) return unknown(fact.name, value, valuesOf(fact));
    facts.push({ fact: index, value: read });
    isSaid = true;
  }
  if (event === 'opened' && sets.plan === -1) {
    if (plan.plans.length !== 1)
      return unknown(
        'plan',
        '',
        plan.plans.map(({ name }) => name),
      );
    sets.plan = 0;
  }
  const kind = program.events.get(event) ?? (isSaid ? intern(program, event) : -1);
  const state = kind === STATE || kind === RESUMED ? stateOf(program, says['state']) : -1;
  const change: TicketChange | null = isSaid ? { ...sets, facts } : null;
  return { at, kind, sets: change, state };
}

/** Names of events of which the contract does not speak matter where two of one instant say something of the ticket. */
function intern(program: TicketProgram, event: string): number {
  const index = program.eventNames.push(event) - 1;
  program.events.set(event, index);
  return index;
}

/** A state of which the contract does not speak pauses nothing and starts nothing; it only ends the others. */
function stateOf({ states }: TicketProgram, said: unknown): number {
  return typeof said === 'string' ? (states.get(said) ?? UNKNOWN_STATE) : -1;
}

function find(names: readonly PlanName[], text: string): number {
  const index = names.findIndex(({ name }) => name === text);
  return index === -1 ? names.findIndex(({ aliases }) => aliases.includes(text)) : index;
}

function readValue({ type }: PlanFact, value: unknown): FactValue | null {
  switch (type.kind) {
    case 'truth':
      if (typeof value === 'boolean') return value;
      return value === 'yes' ? true : value === 'no' ? false : null;
    case 'words':
      return typeof value === 'string' && type.words.includes(value) ? value : null;
    case 'number': {
      const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      return typeof read === 'number' && Number.isFinite(read) ? read : null;
    }
    case 'text':
      return typeof value === 'string' ? value : null;
  }
}

function valuesOf({ type }: CompiledPlan['facts'][number]): readonly string[] {
  switch (type.kind) {
    case 'truth':
      return ['yes', 'no'];
    case 'words':
      return type.words;
    case 'number':
      return ['a number'];
    case 'text':
      return ['a text'];
  }
}

function unknown(of: string, value: unknown, values: readonly string[]): UnknownValue {
  return { kind: 'unknown value', of, value: textOf(value), values };
}

/** A name as it was written, or what stands in its place. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

import type { CompiledPlan, PlanFact } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { FactValue, TicketChange, TicketEvent } from './event.ts';
import { RESUMED, STATE, UNKNOWN_STATE } from './event.ts';
import type { TicketProgram, Version } from './program.ts';

/** An event as it was recorded, by names. What it says beside the ticket's attributes and facts is left aside. */
export interface RecordedEvent {
  readonly at: InstantMs;
  /** `opened`, `closed`, `raised`, `state`, `resumed` and the like, or an event that the contract declares. */
  readonly event: string;
  /** `plan`, `severity`, `region`, `channel`, `type`, `state` and facts, by the contract's names; null for nothing. */
  readonly says: Readonly<Record<string, unknown>> | null;
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

/** Finds the names of an event in the contract, by name or alias; the first that is not there otherwise. */
export function readEvent(
  program: TicketProgram,
  { at, event, says }: RecordedEvent,
): TicketEvent | UnknownValue {
  const opens = event === 'opened';
  let change = opens ? nothingSaid() : null;
  if (says !== null) {
    for (const key in says) {
      const named = program.said.get(key);
      const value = says[key];
      if (named === undefined || value === undefined || value === null) continue;
      change ??= nothingSaid();
      if (named.kind === 'attribute') {
        const { of, places, names } = named;
        const found = places.get(textOf(value));
        if (found === undefined) return unknown(of, value, names);
        change[of] = found;
      } else {
        const read = readValue(named.fact, value);
        if (read === null) return unknown(key, value, valuesOf(named.fact));
        change.facts.push({ fact: named.index, value: read });
      }
    }
  }
  if (opens && change !== null && change.plan === -1) {
    const { plans } = lastPlan(program);
    if (plans.length !== 1) {
      return unknown(
        'plan',
        '',
        plans.map(({ name }) => name),
      );
    }
    change.plan = 0;
  }
  const kind = program.events.get(event) ?? (change === null ? -1 : intern(program, event));
  const state = kind === STATE || kind === RESUMED ? stateOf(program, says?.['state']) : -1;
  return { at, kind, sets: change, state };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function nothingSaid(): Mutable<Omit<TicketChange, 'facts'>> & {
  facts: { fact: number; value: FactValue }[];
} {
  return { plan: -1, severity: -1, region: -1, channel: -1, type: -1, facts: [] };
}

function lastPlan({ versions }: TicketProgram): CompiledPlan {
  return (versions[versions.length - 1] as Version).plan;
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

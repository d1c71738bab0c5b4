import type { ChangeTerms, TicketRule } from '../check/conduct-model.ts';
import type {
  CheckedClock,
  CheckedCondition,
  CheckedContract,
  CheckedPromise,
  CheckedTarget,
} from '../check/model.ts';
import type { InstantMs } from '../time/types.ts';
import { targetOf } from './deadline.ts';
import type { TicketFacts } from './facts.ts';
import type { OpenTime } from './open-time.ts';
import { readCalendar } from './read-calendar.ts';
import type { TicketClock } from './ticket-clock.ts';
import type { ReferenceChange, ReferenceConsent, ReferenceNotice } from './ticket-model.ts';

const WALK_MS = 120 * 86_400_000;

export type Value = string | number | boolean;

/** What a change does to clocks that run. */
export type Change = Pick<
  ChangeTerms<string>,
  'basis' | 'earlierOfBoth' | 'floor' | 'lateFrom' | 'breachStays'
>;

/** A change that waits for the customer. */
export interface Proposal {
  readonly rule: TicketRule<string>;
  readonly stage: number;
  readonly consent: ReferenceConsent;
}

export const ATTRIBUTES = ['channel', 'region', 'type', 'plan'] as const;

/** One ticket while its history is gone through: what is known of it, by names. */
export class TicketLife {
  contract: CheckedContract;
  version = 0;
  plan = '';
  severity: string | null = null;
  region: string | null = null;
  channel: string | null = null;
  type: string | null = null;
  said = new Map<string, Value>();
  opened: InstantMs | null = null;
  isBound = false;
  closed: InstantMs | null = null;
  refused: string | null = null;
  /** When anything last happened. */
  last: InstantMs = -Infinity;
  readonly happened = new Map<string, InstantMs>();
  /** By state since when. */
  readonly states = new Map<string, InstantMs>();
  /** The version and the plan whose clocks were last moved. */
  measured: CheckedContract;
  measuredBy = '';
  /** What happened at each instant so far. */
  readonly log: (readonly string[])[] = [];
  /** What time has brought already. */
  readonly brought = new Set<string>();
  proposals: Proposal[] = [];
  readonly changes: ReferenceChange[] = [];
  readonly notices: ReferenceNotice[] = [];
  readonly consents: ReferenceConsent[] = [];
  readonly runs: readonly TicketClock[];
  /** The states of which the contract speaks, in any version. */
  readonly stateNames: ReadonlySet<string>;
  readonly #calendars = new Map<string, OpenTime>();

  constructor(
    contract: CheckedContract,
    metrics: readonly string[],
    newRun: (metric: string) => TicketClock,
    stateNames: ReadonlySet<string>,
  ) {
    this.stateNames = stateNames;
    this.contract = contract;
    this.measured = contract;
    this.runs = metrics.map(newRun);
  }

  get facts(): TicketFacts {
    const { severity, region, channel, type } = this;
    const word = (value: Value) => (value === true ? 'yes' : value === false ? 'no' : String(value));
    const facts = new Map([...this.said].map(([name, value]) => [name, word(value)]));
    return { severity, region, channel, type, zone: null, holidays: null, facts };
  }

  /** A calendar as it is for the ticket, and for a clock that `began` some time, where clocks keep the hours they had. */
  calendar(name: string, began: InstantMs | null): OpenTime {
    const { facts, version, contract } = this;
    const key = JSON.stringify([version, name, { ...facts, facts: [...facts.facts] }, began]);
    const found = this.#calendars.get(key) ?? readCalendar(contract, name, facts, WALK_MS, began);
    this.#calendars.set(key, found);
    return found;
  }

  /** The plan of the ticket and those that it extends, nearest first. */
  get chain(): readonly string[] {
    const names: string[] = [];
    for (let name: string | null = this.plan; name !== null;) {
      names.push(name);
      const found = this.contract.plans.find((each) => each.name === name);
      name = found?.extends ?? null;
    }
    return names;
  }

  isOf(plan: string | null): boolean {
    return plan === null || this.chain.includes(plan);
  }

  /** Of lines that stand in plans, the one of the nearest plan, or else that of the contract. */
  nearest<T extends { readonly plan: string | null }>(lines: readonly T[]): T | undefined {
    return [...this.chain, null]
      .map((owner) => lines.find(({ plan }) => plan === owner))
      .find((line) => line !== undefined);
  }

  clockOf(metric: string): CheckedClock | undefined {
    return this.nearest(this.contract.clocks.filter((clock) => clock.metric === metric));
  }

  targetOf(metric: string, start: InstantMs): CheckedTarget | null {
    return targetOf(this.contract, this.plan, metric, this.facts, start);
  }

  /** What the ticket, as it is now, is promised by clocks that start at an instant. */
  promisesNow(start: InstantMs): (metric: string) => CheckedPromise | null {
    const { contract, plan, facts } = this;
    return (metric) => targetOf(contract, plan, metric, facts, start)?.promise ?? null;
  }

  rank(severity: string | null): number {
    return this.contract.severities.findIndex(({ name }) => name === severity);
  }

  lastOf(event: string): InstantMs | null {
    return this.happened.get(event) ?? null;
  }

  holds(condition: CheckedCondition | null): boolean {
    return condition === null || this.answer(condition) === true;
  }

  /** Null where it hangs on what the ticket does not say. */
  answer(condition: CheckedCondition): boolean | null {
    switch (condition.kind) {
      case 'unstated':
        return false;
      case 'otherwise':
        return true;
      case 'not': {
        const answer = this.answer(condition.of);
        return answer === null ? null : !answer;
      }
      case 'all':
      case 'any': {
        const answers = condition.of.map((each) => this.answer(each));
        const decisive = condition.kind === 'any';
        if (answers.includes(decisive)) return decisive;
        return answers.includes(null) ? null : !decisive;
      }
      case 'compare':
        return compared(condition, this.#valueOf(condition.fact));
    }
  }

  #valueOf(name: string): Value | undefined {
    const { severity, region, channel, type } = this;
    const attributes: Readonly<Record<string, string | null>> = { severity, region, channel, type };
    return this.said.get(name) ?? attributes[name] ?? undefined;
  }
}

function compared(
  { operator, value }: Extract<CheckedCondition, { kind: 'compare' }>,
  said: Value | undefined,
): boolean | null {
  if (said === undefined) return null;
  if (operator === '=') return said === value;
  if (operator === '!=') return said !== value;
  if (operator === '<') return said < value;
  if (operator === '<=') return said <= value;
  return operator === '>' ? said > value : said >= value;
}

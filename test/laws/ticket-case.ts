import type { CheckedContract } from '../../src/check/model.ts';
import { loadPlan } from '../../src/engine/index.ts';
import {
  prepareProgram,
  readEvent,
  ticketMachine,
  type TicketEvent,
  type TicketProgram,
  type Verdict,
} from '../../src/engine/ticket/index.ts';
import { lower } from '../../src/plan/lower.ts';
import type { CompiledPlan } from '../../src/plan/model.ts';
import { judgeTicket } from '../../src/reference/index.ts';
import { checkText } from '../check/findings.ts';
import { instant, type Row } from '../engine/ticket/story.ts';
import type { Told } from './ticket-history-arbitrary.ts';

/** The versions of a contract, for both readings. */
export interface TicketCase {
  readonly contracts: readonly [CheckedContract, ...CheckedContract[]];
  readonly program: TicketProgram;
}

interface Compiled {
  readonly contract: CheckedContract;
  readonly plan: CompiledPlan;
}

const compiled = new Map<string, Compiled>();
/** By contract the number that tells it from others. */
const numbers = new WeakMap<CheckedContract, number>();

/** One that is asked for again, by the same cases, is not compiled again. */
function compile(text: string): Compiled {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const { contract, findings } = checkText(text);
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(`${errors.map(({ code }) => code).join()}\n${text}`);
  const made = { contract, plan: lower(contract) };
  compiled.set(text, made);
  numbers.set(contract, compiled.size);
  return made;
}

export function ticketCaseOf(...texts: readonly string[]): TicketCase {
  const [first, ...others] = texts.map(compile);
  if (first === undefined) throw new Error('a contract has a version');
  const all = [first, ...others] as const;
  const contracts = [first.contract, ...others.map(({ contract }) => contract)] as const;
  return { contracts, program: prepareProgram(all.map(({ plan }) => loadPlan(plan))) };
}

export function eventsOf(program: TicketProgram, told: readonly Told[]): readonly TicketEvent[] {
  return told.map(({ at, event, facts, ...says }) => {
    const read = readEvent(program, { at, event, says: { ...says, ...facts } });
    if (!('at' in read)) throw new Error(`${read.of}: ${read.value}`);
    return read;
  });
}

const ATTRIBUTES = ['plan', 'severity', 'channel', 'state'];

/** Rows of a story of the plan Basic, as a history tells them. */
export function toldOf(rows: readonly Row[]): readonly Told[] {
  return rows.map(([at, event, says = {}]) => {
    const entries = Object.entries(says);
    const facts = entries
      .filter(([name]) => !ATTRIBUTES.includes(name))
      .map(([name, value]) => [name, value === 'yes' ? true : value === 'no' ? false : value]);
    return {
      at: instant(at),
      event,
      ...(event === 'opened' ? { plan: 'Basic' } : {}),
      ...Object.fromEntries(entries.filter(([name]) => ATTRIBUTES.includes(name))),
      ...(facts.length === 0 ? {} : { facts: Object.fromEntries(facts) as Record<string, boolean> }),
    };
  });
}

export function judge(program: TicketProgram, told: readonly Told[], at: number): Verdict | null {
  return ticketMachine(program).judge(eventsOf(program, told), at);
}

const time = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** What the machine makes of a history, in names. */
export function byMachine({ program }: TicketCase, told: readonly Told[], at: number) {
  const verdict = judge(program, told, at);
  if (verdict === null) return null;
  const plan = program.versions[verdict.version]?.plan;
  const nameOf = (severity: number) => plan?.severities[severity]?.name ?? null;
  return {
    version: verdict.version,
    plan: plan?.plans[verdict.plan]?.name,
    severity: nameOf(verdict.severity),
    isClosed: verdict.isClosed,
    closed: time(verdict.closed),
    refused: verdict.refused,
    states: verdict.states.map((state) => program.stateNames[state] ?? '').sort(),
    clocks: verdict.clocks.map((clock) => ({
      metric: clock.target.metric,
      occurrence: clock.occurrence,
      severity: nameOf(clock.severity),
      started: time(clock.started),
      due: time(clock.due),
      soft: time(clock.softDue),
      stopped: time(clock.stopped),
      status: clock.status,
      breached: time(clock.breached),
      used: clock.used,
      remaining: clock.remaining,
      paused: clock.paused,
    })),
    changes: verdict.changes.map(({ at: when, from, to, rule }) => ({
      at: time(when),
      from: nameOf(from),
      to: nameOf(to),
      rule,
    })),
    notices: verdict.notices.map((notice) => ({ ...notice, at: time(notice.at) })),
    consents: verdict.consents.map((each) => ({ ...each, asked: time(each.asked), at: time(each.at) })),
  };
}

const judged = new WeakMap<CheckedContract, Map<string, ReturnType<typeof judgeByReference>>>();

/** What the reference makes of the same history. It is asked once for each, since it is slow. */
export function byReference({ contracts }: TicketCase, told: readonly Told[], at: number) {
  const last = contracts[contracts.length - 1] as CheckedContract;
  const known = judged.get(last) ?? new Map<string, ReturnType<typeof judgeByReference>>();
  judged.set(last, known);
  const key = JSON.stringify([contracts.map((each) => numbers.get(each)), told, at]);
  const verdict = known.get(key) ?? judgeByReference(contracts, told, at);
  known.set(key, verdict);
  return verdict;
}

function judgeByReference(contracts: TicketCase['contracts'], told: readonly Told[], at: number) {
  const verdict = judgeTicket(contracts, told, at);
  if (verdict === null) return null;
  return {
    ...verdict,
    closed: time(verdict.closed),
    clocks: verdict.clocks.map((clock) => ({
      ...clock,
      started: time(clock.started),
      due: time(clock.due),
      soft: time(clock.soft),
      stopped: time(clock.stopped),
      breached: time(clock.breached),
    })),
    changes: verdict.changes.map((each) => ({ ...each, at: time(each.at) })),
    notices: verdict.notices.map((each) => ({ ...each, at: time(each.at) })),
    consents: verdict.consents.map((each) => ({ ...each, asked: time(each.asked), at: time(each.at) })),
  };
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
import { judgeTicket } from '../../src/reference/index.ts';
import { checkText } from '../check/findings.ts';
import { LAW, runs } from './against-reference.ts';
import { contractText, history, type Told } from './ticket-arbitrary.ts';

interface Case {
  readonly contract: CheckedContract;
  readonly program: TicketProgram;
}

function caseOf(text: string): Case {
  const { contract, findings } = checkText(text);
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(`${errors.map(({ code }) => code).join()}\n${text}`);
  return { contract, program: prepareProgram([loadPlan(lower(contract))]) };
}

function eventsOf(program: TicketProgram, told: readonly Told[]): readonly TicketEvent[] {
  return told.map(({ at, event, ...says }) => {
    const read = readEvent(program, { at, event, says });
    if (!('at' in read)) throw new Error(`${read.of}: ${read.value}`);
    return read;
  });
}

function judge(program: TicketProgram, told: readonly Told[], at = endOf(told)): Verdict {
  const verdict = ticketMachine(program).judge(eventsOf(program, told), at);
  if (verdict === null) throw new Error('never opened');
  return verdict;
}

/** A while after the last event, so that clocks that run may have run out. */
function endOf(told: readonly Told[]): number {
  return Math.max(...told.map(({ at }) => at)) + 7 * 3_600_000;
}

const time = (at: number | null) => (at === null ? null : new Date(at).toISOString());

function byEngine(program: TicketProgram, told: readonly Told[]) {
  const { clocks, severity, isClosed } = judge(program, told);
  const names = program.versions[0]?.plan.severities ?? [];
  return {
    severity: names[severity]?.name ?? null,
    isClosed,
    clocks: clocks
      .filter(({ started }) => started !== null)
      .map((clock) => ({
        occurrence: clock.occurrence,
        severity: names[clock.severity]?.name,
        started: time(clock.started),
        due: time(clock.due),
        stopped: time(clock.stopped),
        status: clock.status,
        breached: time(clock.breached),
        used: clock.used,
        paused: clock.paused,
      })),
  };
}

function byReference(contract: CheckedContract, told: readonly Told[]) {
  const events = told.map((each) => (each.event === 'opened' ? { ...each, plan: 'Basic' } : each));
  const { clocks, severity, isClosed } = judgeTicket(contract, events, endOf(told));
  return {
    severity,
    isClosed,
    clocks: clocks.map((clock) => ({
      occurrence: clock.occurrence,
      severity: clock.severity,
      started: time(clock.started),
      due: time(clock.due),
      stopped: time(clock.stopped),
      status: clock.status,
      breached: time(clock.breached),
      used: clock.used,
      paused: clock.paused,
    })),
  };
}

describe('a ticket', LAW, () => {
  it('is judged as the reference judges it, whatever happens to it under whatever contract', () => {
    fc.assert(
      fc.property(contractText, fc.array(history, { minLength: 2, maxLength: 4 }), (text, histories) => {
        const { contract, program } = caseOf(text);
        for (const told of histories) expect(byEngine(program, told)).toEqual(byReference(contract, told));
      }),
      runs(150),
    );
  });

  it('is judged the same in whatever order lines of one instant stand, if those of one kind keep theirs', () => {
    fc.assert(
      fc.property(contractText, history, fc.infiniteStream(fc.nat()), (text, told, random) => {
        const { program } = caseOf(text);
        const kindOf = ({ event }: Told) =>
          ['state', 'resumed', 'waiting for customer', 'third party', 'with an agent'].includes(event)
            ? 'state'
            : event;
        const kinds = [...new Set(told.map(kindOf))];
        const order = new Map(kinds.map((kind) => [kind, random.next().value]));
        const shuffled = [...told].sort((a, b) => (order.get(kindOf(a)) ?? 0) - (order.get(kindOf(b)) ?? 0));
        expect(judge(program, shuffled)).toEqual(judge(program, told));
      }),
      runs(150),
    );
  });
});

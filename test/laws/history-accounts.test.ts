import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import {
  prepareProgram,
  readEvent,
  ticketMachine,
  type TicketEvent,
  type TicketProgram,
} from '../../src/engine/ticket/index.ts';
import { accountForClock, type HistoryAccount } from '../../src/explain/history/history-account.ts';
import { recordHistory, type RecordedHistory } from '../../src/explain/history/record-history.ts';
import { lower } from '../../src/plan/lower.ts';
import { checkText } from '../check/findings.ts';
import { LAW, runs } from './against-reference.ts';
import { contractText, history, type Told } from './ticket-arbitrary.ts';

function programOf(text: string): TicketProgram {
  return prepareProgram([loadPlan(lower(checkText(text).contract))]);
}

function eventsOf(program: TicketProgram, told: readonly Told[]): readonly TicketEvent[] {
  return told.map(({ at, event, ...says }) => {
    const read = readEvent(program, { at, event, says });
    if (!('at' in read)) throw new Error(`${read.of}: ${read.value}`);
    return read;
  });
}

/** Some while after the last event, so that clocks that run may have run out, or not. */
function endOf(told: readonly Told[], hours: number): number {
  return Math.max(...told.map(({ at }) => at)) + hours * 3_600_000;
}

function recorded(text: string, told: readonly Told[], hours: number): RecordedHistory {
  const program = programOf(text);
  const found = recordHistory(program, eventsOf(program, told), endOf(told, hours));
  if (found === null) throw new Error('never opened');
  return found;
}

const wait = fc.constantFrom(0, 1, 7, 200);

/** What is wrong with an account: a gap between stretches, an end that is not the deadline, a sum that is not the promise. */
function wrongIn(account: HistoryAccount): readonly string[] {
  if (account.kind === 'uncounted')
    return account.story.verdict.used === null ? [] : ['nothing is accounted for'];
  const { from, to, promised, stretches, story, unit } = account;
  const { due, started, used } = story.verdict;
  const wrong: string[] = [];
  let at = from;
  let sum = 0;
  for (const stretch of stretches) {
    if (stretch.from !== at) wrong.push(`a gap before ${stretch.reason}`);
    if (stretch.counted ? stretch.amount < 0 : stretch.amount !== 0)
      wrong.push(`the amount of ${stretch.reason}`);
    at = stretch.to;
    sum += stretch.amount;
    if (stretch.sum !== sum) wrong.push(`the sum after ${stretch.reason}`);
  }
  if (at !== to) wrong.push('the last stretch ends elsewhere');
  if (from > (started ?? from)) wrong.push('it begins after the clock has');
  const isBack = story.by?.cell.counts.kind === 'relative' && story.by.cell.counts.side === 'before';
  if (due !== null && !isBack && to !== due) wrong.push('it ends elsewhere than the deadline');
  if (due !== null && !isBack && sum !== promised) wrong.push(`${String(sum)} is not ${String(promised)}`);
  if (due === null && unit === 'ms' && sum !== used)
    wrong.push(`${String(sum)} is not the ${String(used)} used`);
  return wrong;
}

describe('the account of a history', LAW, () => {
  it('has stretches that tile the time of each clock up to its deadline, and what counts of them sums to the promise', () => {
    fc.assert(
      fc.property(
        contractText,
        fc.array(history, { minLength: 1, maxLength: 3 }),
        wait,
        (text, histories, hours) => {
          for (const told of histories) {
            for (const story of recorded(text, told, hours).clocks) {
              expect({ of: story.metric, wrong: wrongIn(accountForClock(story)) }).toEqual({
                of: story.metric,
                wrong: [],
              });
            }
          }
        },
      ),
      runs(300),
    );
  });

  it('is of the verdict that the machine gives unwatched, clock by clock', () => {
    fc.assert(
      fc.property(contractText, history, wait, (text, told, hours) => {
        const program = programOf(text);
        const events = eventsOf(program, told);
        const { verdict, clocks } = recorded(text, told, hours);
        expect(verdict).toEqual(ticketMachine(program).judge(events, endOf(told, hours)));
        expect(clocks.map((story) => story.verdict)).toEqual(verdict.clocks);
      }),
      runs(100),
    );
  });
});

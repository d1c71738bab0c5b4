import { HorizonError, type Engine } from '../../engine/index.ts';
import { account } from '../../explain/account.ts';
import { amountWords } from '../../explain/amount-words.ts';
import { accountForClock } from '../../explain/history/history-account.ts';
import { recordHistory } from '../../explain/history/record-history.ts';
import type { AccountStretch } from '../../explain/stretch.ts';
import type { PlanTarget } from '../../plan/model.ts';
import { speaking } from '../../simulate/life/clock-row.ts';
import type { JudgedHistory, Outcome } from '../../simulate/outcome.ts';
import { factsOfTicket } from '../../simulate/ticket-facts.ts';
import type { Accounting, Explain } from '../../tui/index.tsx';
import { placeOf } from '../why/account-text.ts';

/** Answers the terminal UI's questions about single deadlines. */
export function explainFor(outcome: Outcome, engine: Engine): Explain {
  return (place, metric, ticket) => {
    const history = outcome.historyOf?.(place, ticket) ?? null;
    return history === null ? byOpening(outcome, engine, place, metric, ticket) : byHistory(history, metric);
  };
}

function byHistory({ program, events, at }: JudgedHistory, metric: string): Accounting {
  const recorded = recordHistory(program, events, at);
  const runs = (recorded?.clocks ?? []).filter((story) => story.metric === metric);
  const verdict = speaking(runs.map((story) => story.verdict));
  const story = runs.find((each) => each.verdict === verdict);
  if (story === undefined) return { kind: 'unaccounted', reason: 'the plan says nothing about it' };
  const accounted = accountForClock(story);
  if (accounted.kind === 'uncounted' || story.by === null) {
    return { kind: 'unaccounted', reason: accounted.kind === 'uncounted' ? accounted.reason : '' };
  }
  return shown(story.by.cell.target, accounted.stretches, accounted.unit);
}

function byOpening(
  { plans, tickets }: Outcome,
  engine: Engine,
  place: number,
  metric: string,
  ticket: number,
): Accounting {
  const plan = plans[place]?.plan ?? -1;
  const key = {
    severity: tickets.severity[ticket] ?? -1,
    region: tickets.region[ticket] ?? -1,
    channel: tickets.channel[ticket] ?? -1,
    type: tickets.type[ticket] ?? -1,
    facts: factsOfTicket(tickets.facts, ticket),
  };
  const opened = tickets.opened[ticket] ?? NaN;
  const target = engine.selectTarget(plan, metric, key, opened);
  if (target === null) return { kind: 'unaccounted', reason: 'the plan says nothing about it' };
  try {
    const accounted = account(engine, target, opened);
    if (accounted.kind === 'word') return { kind: 'unaccounted', reason: `the cell says ${accounted.word}` };
    if (accounted.kind === 'unaccounted') return { kind: 'unaccounted', reason: accounted.reason };
    return shown(accounted.target, accounted.stretches, accounted.unit);
  } catch (error) {
    if (error instanceof HorizonError) return { kind: 'unaccounted', reason: error.message };
    throw error;
  }
}

function shown(target: PlanTarget, stretches: readonly AccountStretch[], unit: 'ms' | 'dates'): Accounting {
  return {
    kind: 'accounted',
    promise: target.words,
    place: placeOf(target.origin),
    stretches: stretches.map(({ from, to, counted, amount, sum, reason, origin }) => ({
      from,
      to,
      counted,
      amount: counted ? amountWords(amount, unit) : '',
      sum: amountWords(sum, unit),
      reason,
      place: origin === null ? null : placeOf(origin),
    })),
  };
}

import { HorizonError, type Engine } from '../../engine/index.ts';
import { account } from '../../explain/account.ts';
import type { CountedNot, CountedTime, PromiseAccount } from '../../explain/difference/promise-account.ts';
import { changeWords, effectWords } from '../../explain/history/basis-words.ts';
import type { ClockStory } from '../../explain/history/clock-story.ts';
import { accountForClock } from '../../explain/history/history-account.ts';
import { recordHistory } from '../../explain/history/record-history.ts';
import type { PlanTarget } from '../../plan/model.ts';
import { speaking } from '../../simulate/life/clock-row.ts';
import type { JudgedHistory, Outcome } from '../../simulate/outcome.ts';
import { factsOfTicket } from '../../simulate/ticket-facts.ts';

/** What a plan of an outcome, by its place, made of one promise of one ticket. */
export type PromiseAccountOf = (place: number, metric: string, ticket: number) => PromiseAccount;

export function promiseAccountOf(outcome: Outcome, engine: Engine): PromiseAccountOf {
  return (place, metric, ticket) => {
    const entry = outcome.plans[place];
    const plan = outcome.plan.plans[entry?.plan ?? -1];
    const figures = entry?.metrics.find((each) => each.metric === metric);
    const history = outcome.historyOf?.(place, ticket) ?? null;
    return {
      plan: { name: plan?.name ?? '', extends: plan?.extends ?? null },
      ...(history === null ? byOpening(outcome, engine, place, metric, ticket) : byHistory(history, metric)),
      due: known(figures?.due[ticket]),
      stopped: known(figures?.stopped[ticket]),
    };
  };
}

type Counted = Pick<PromiseAccount, 'target' | 'counted'>;

const SILENT = 'the plan says nothing about it';

function byHistory({ program, events, at }: JudgedHistory, metric: string): Counted {
  const recorded = recordHistory(program, events, at);
  const runs = (recorded?.clocks ?? []).filter((story) => story.metric === metric);
  const verdict = speaking(runs.map((story) => story.verdict));
  const story = runs.find((each) => each.verdict === verdict);
  if (story === undefined) return { target: null, counted: not(SILENT) };
  const accounted = accountForClock(story);
  const target: PlanTarget = story.by?.cell.target ?? story.verdict.target;
  if (accounted.kind === 'uncounted') return { target, counted: not(accounted.reason) };
  return { target, counted: counted(accounted, changesOf(story)) };
}

function changesOf({ changes }: ClockStory): CountedTime['changes'] {
  return changes
    .filter(({ isOther }) => isOther)
    .map((change) => ({
      at: change.at,
      words: `${changeWords(change)}: ${effectWords(change)}`,
      origin: change.line.origin,
    }));
}

function byOpening(
  { plans, tickets }: Outcome,
  engine: Engine,
  place: number,
  metric: string,
  ticket: number,
): Counted {
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
  if (target === null) return { target, counted: not(SILENT) };
  try {
    const accounted = account(engine, target, opened);
    if (accounted.kind === 'word') return { target, counted: not(`the cell says ${accounted.word}`) };
    if (accounted.kind === 'unaccounted') return { target, counted: not(accounted.reason) };
    return { target: accounted.target, counted: counted(accounted, []) };
  } catch (error) {
    if (error instanceof HorizonError) return { target, counted: not(error.message) };
    throw error;
  }
}

function not(reason: string): CountedNot {
  return { kind: 'not counted', reason };
}

function counted(
  { unit, stretches }: Pick<CountedTime, 'unit' | 'stretches'>,
  changes: CountedTime['changes'],
): CountedTime {
  return { kind: 'counted', unit, stretches, changes };
}

function known(instant: number | undefined): number | null {
  return instant === undefined || Number.isNaN(instant) ? null : instant;
}

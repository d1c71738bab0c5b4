import {
  type Cell,
  type Change,
  type ClockVerdict,
  type Rule,
  type RuleOutcome,
  type TicketEvent,
  ticketMachine,
  type TicketProgram,
  type Verdict,
  type Witness,
} from '../../engine/ticket/index.ts';
import type { ClockRun } from '../../engine/ticket/clock-run.ts';
import type { LiveTicket } from '../../engine/ticket/live-ticket.ts';
import type { PauseLine } from '../../engine/ticket/pause-lines.ts';
import { clockOf } from '../../plan/clock-of.ts';
import type { PlanOrigin } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { unmetWords } from '../condition-words.ts';
import type { ClockChange, ClockStory, Counting, PausedBy } from './clock-story.ts';

/** A rule that was looked at, or one of its stages, and what became of it. */
export interface RuleLook {
  readonly at: InstantMs;
  readonly rule: Rule;
  readonly stage: number;
  readonly outcome: RuleOutcome;
  /** What of its condition the ticket did not meet; null where it met it. */
  readonly unmet: string | null;
}

/** What a machine did with the history of one ticket. */
export interface RecordedHistory {
  readonly verdict: Verdict;
  /** In the order of the verdict's clocks. */
  readonly clocks: readonly ClockStory[];
  readonly looks: readonly RuleLook[];
}

/** Judges a history as the machine does, and keeps what it did; null where the ticket was not opened. Throws as it does. */
export function recordHistory(
  program: TicketProgram,
  events: readonly TicketEvent[],
  at: InstantMs,
): RecordedHistory | null {
  const recorder = new Recorder(program);
  const verdict = ticketMachine(program).judge(events, at, recorder);
  if (verdict === null) return null;
  const stories = new Map(recorder.stories.map((story) => [story.verdict, story]));
  return {
    verdict,
    clocks: verdict.clocks.flatMap((clock) => stories.get(clock) ?? []),
    looks: recorder.looks,
  };
}

/** What has happened to a clock since it began. */
interface Running {
  counting: Counting | null;
  readonly changes: ClockChange[];
  readonly pausedBy: PausedBy[];
}

class Recorder implements Witness {
  readonly stories: ClockStory[] = [];
  readonly looks: RuleLook[] = [];
  readonly #program: TicketProgram;
  readonly #running = new Map<number, Running>();
  #at: InstantMs = NaN;

  constructor(program: TicketProgram) {
    this.#program = program;
  }

  instant(at: InstantMs): void {
    this.#at = at;
  }

  rule(rule: Rule, stage: number, outcome: RuleOutcome, ticket: LiveTicket): void {
    const { when } = rule.rule;
    const unmet =
      outcome === 'condition does not hold' && when !== null ? unmetWords(when, ticket.factOf) : null;
    this.looks.push({ at: this.#at, rule, stage, outcome, unmet });
  }

  began(metric: number, run: ClockRun, ticket: LiveTicket): void {
    this.#running.set(metric, { counting: countingOf(run.cell, ticket), changes: [], pausedBy: [] });
  }

  changed(
    metric: number,
    before: Cell | null,
    after: Cell | null,
    line: Change,
    of: string,
    ticket: LiveTicket,
  ): void {
    const running = this.#of(metric);
    const isSame = after !== null && after.promises === before?.promises;
    const isOther = !isSame && line.basis.kind !== 'keep old';
    const counting = countingOf(after, ticket);
    const { severities } = ticket.version.plan;
    running.changes.push({
      at: this.#at,
      of,
      before: running.counting,
      after: counting,
      line,
      isOther,
      severity: severities[ticket.severity]?.name ?? '',
    });
    if (isOther || isSame) running.counting = counting;
  }

  paused(metric: number, lines: readonly PauseLine[], isHeld: boolean, ticket: LiveTicket): void {
    const { pauses = [], terms } = ticket.clocks[metric] ?? {};
    const on = new Set(
      ticket.states.flatMap((since, state) =>
        Number.isNaN(since) ? [] : [this.#program.stateNames[state] ?? ''],
      ),
    );
    const reasons: PausedBy['reasons'][number][] = lines.flatMap(({ holds }, i) => {
      const line = pauses[i]?.line;
      if (!holds || line === undefined) return [];
      const words = line.states.filter((state) => on.has(state)).join(', ');
      return [{ words, origin: line.origin }];
    });
    if (isHeld) {
      const words = `not ${terms?.countsOnlyWhile.join(' or ') ?? ''}`;
      reasons.push({ words, origin: this.#clockOrigin(metric, ticket) });
    }
    this.#of(metric).pausedBy.push({ at: this.#at, reasons });
  }

  reopened(metric: number, ended: InstantMs, ticket: LiveTicket): void {
    const { pausedBy } = this.#of(metric);
    const origin = this.#clockOrigin(metric, ticket);
    pausedBy.push({ at: ended, reasons: [{ words: 'the ticket was over', origin }] });
    pausedBy.push({ at: this.#at, reasons: [] });
  }

  judged(metric: number, run: ClockRun, verdict: ClockVerdict, ticket: LiveTicket): void {
    const clock = ticket.clocks[metric];
    if (clock === null || clock === undefined) return;
    const isStarted = verdict.started !== null;
    const { counting, changes, pausedBy } = this.#of(metric);
    const anchor = isStarted ? run.anchor(ticket) : NaN;
    const over = Number.isNaN(run.stopped) ? run.ended : run.stopped;
    this.stories.push({
      metric: this.#program.metrics[metric] as string,
      verdict,
      started: verdict.started,
      end: Number.isNaN(over) ? this.#at : over,
      by: isStarted ? counting : null,
      count: isStarted ? run.count() : null,
      others: isStarted ? run.others : [],
      floors: isStarted ? run.floors : [],
      pauses: isStarted ? { spans: [...run.spans], during: run.during } : { spans: [], during: [] },
      anchor: Number.isNaN(anchor) ? null : anchor,
      terms: clock.terms,
      origin: this.#clockOrigin(metric, ticket),
      changes: [...changes],
      pausedBy: [...pausedBy],
    });
  }

  #of(metric: number): Running {
    let running = this.#running.get(metric);
    if (running === undefined) {
      running = { counting: null, changes: [], pausedBy: [] };
      this.#running.set(metric, running);
    }
    return running;
  }

  #clockOrigin(metric: number, { version, plan }: LiveTicket): PlanOrigin | null {
    const name = version.plan.plans[plan]?.name ?? null;
    return clockOf(version.plan, name, this.#program.metrics[metric] as string)?.origin ?? null;
  }
}

function countingOf(cell: Cell | null, { version }: LiveTicket): Counting | null {
  return cell === null ? null : { cell, engine: version.engine };
}

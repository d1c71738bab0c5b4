import type { CompiledPlan, PlanOrigin } from '../../plan/model.ts';
import { formatInstantIn, formatInstantUtc } from '../../time/iso-instant.ts';
import { startEvents } from './due-text.ts';
import { hardLimit, type DueAnswer, type DueClock } from './due-answer.ts';

/** The answer in the shape of a line of `track`: every clock as it stands when the ticket is opened. */
export interface DueJson {
  /** The ticket has no name yet. */
  readonly ticket: null;
  readonly plan: string;
  readonly severity: string | null;
  /** What the ticket's facts make it; null where they do not tell. */
  readonly severityByFacts: string | null;
  readonly region: string | null;
  readonly channel: string | null;
  readonly type: string | null;
  /** What else the ticket says, by fact. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly opened: string;
  readonly clocks: readonly DueClockJson[];
  /** What else the contract says that may move these deadlines at the opening, or take them away, each a sentence. */
  readonly notApplied: readonly string[];
  /** Version of the contract, and of the time-zone data, that the answer rests on. */
  readonly contractVersion: string;
  readonly tzdata: string;
}

/** Instants are UTC, durations seconds of the target's own calendar. */
export interface DueClockJson {
  readonly target: string;
  readonly severity: string | null;
  /** The events that start the clock; `started` is taken as the time of one of them. */
  readonly startsOn: readonly string[];
  readonly started: string;
  /** Null where the cell is a word and no duration. */
  readonly due: string | null;
  /** The same instant by the wall clock of `zone`. */
  readonly dueLocal: string | null;
  readonly zone: string | null;
  /** The bound that is aimed at, where the promise is a range. */
  readonly softDue: string | null;
  readonly stopped: null;
  /** `running`, `not started` for a count from an event to come, or the cell's own word. */
  readonly status: string;
  /** Null for targets that count days, and for words. */
  readonly used: number | null;
  readonly remaining: number | null;
  readonly paused: number | null;
  /** The cell, and where the contract says it. */
  readonly by: PlanOrigin & { readonly words: string };
}

export function dueToJson(plan: CompiledPlan, { plan: index, ticket, clocks, leftOut }: DueAnswer): DueJson {
  const { severity, region, channel, type } = ticket.key;
  const named = {
    plan: plan.plans[index]?.name ?? '',
    severity: plan.severities[severity]?.name ?? null,
    severityByFacts: plan.severities[ticket.severityByFacts ?? -1]?.name ?? null,
    region: plan.regions[region]?.name ?? null,
    channel: plan.channels[channel]?.name ?? null,
    type: plan.types[type]?.name ?? null,
  };
  const opened = formatInstantUtc(ticket.opened);
  return {
    ticket: null,
    ...named,
    facts: Object.fromEntries(
      [...ticket.facts].map(([fact, value]) => [plan.facts[fact]?.name ?? '', value]),
    ),
    opened,
    clocks: clocks.map((clock) => clockToJson(plan, index, clock, opened, named.severity)),
    notApplied: leftOut,
    contractVersion: plan.contractVersion,
    tzdata: plan.tzdata,
  };
}

function clockToJson(
  compiled: CompiledPlan,
  plan: number,
  { target, deadline, zone }: DueClock,
  started: string,
  severity: string | null,
): DueClockJson {
  const due = deadline.kind === 'due' ? deadline.due : null;
  const soft = deadline.kind === 'due' ? deadline.soft : null;
  const limit = hardLimit(target);
  const seconds = limit?.kind === 'elapsed' || limit?.kind === 'hours' ? limit.seconds : null;
  return {
    target: target.metric,
    severity,
    startsOn: startEvents(compiled, plan, target.metric),
    started,
    due: due === null ? null : formatInstantUtc(due),
    dueLocal: due === null || zone === null ? null : formatInstantIn(zone, due),
    zone: due === null || zone === null ? null : zone.zone,
    softDue: soft === null ? null : formatInstantUtc(soft),
    stopped: null,
    status: deadline.kind === 'due' ? 'running' : deadline.kind === 'word' ? deadline.word : 'not started',
    used: seconds === null ? null : 0,
    remaining: seconds,
    paused: seconds === null ? null : 0,
    by: { words: target.words, ...target.origin },
  };
}

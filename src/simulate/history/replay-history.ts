/** A history held against the plans of a contract: what each would have promised, and whether it was kept. */
import { HorizonError } from '../../engine/index.ts';
import type { Engine, TicketKey } from '../../engine/index.ts';
import type { CompiledPlan, PlanTarget } from '../../plan/model.ts';
import { STATUSES } from '../outcome.ts';
import type { MetricOutcome, Outcome, PlanOutcome, Status, TicketColumns } from '../outcome.ts';
import { bindMapping } from './bind-mapping.ts';
import type { BoundMapping } from './bind-mapping.ts';
import { choosePlans } from './choose-plans.ts';
import { VALUE_NAMES } from './history.ts';
import type { History, HistoryTicket } from './history.ts';
import type { StopRule } from './mapping.ts';
import type { MappingProblem } from './mapping-fields.ts';
import { createReasonTally } from './reason-tally.ts';
import type { ReasonTally } from './reason-tally.ts';
import { replayNotes } from './replay-notes.ts';

export interface ReplayRequest {
  readonly history: History;
  readonly engine: Engine;
  /** Names or aliases of plans, in the order to show them; none means all of the contract's. */
  readonly plans: readonly string[];
  /** Name of the log, for the report. */
  readonly log: string;
}

export type ReplayResult =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  /** The mapping and the contract do not fit together. */
  | { readonly kind: 'problems'; readonly problems: readonly MappingProblem[] };

/** A ticket that can be judged: `due[p][m]` under plan `p` of the request for metric `m`. */
interface Judged {
  readonly ticket: HistoryTicket;
  readonly key: TicketKey;
  readonly cells: readonly (readonly Cell[])[];
}

interface Cell {
  /** NaN where the cell holds no limit. */
  readonly due: number;
  readonly word: Status | null;
}

export function replayHistory({ history, engine, plans: names, log }: ReplayRequest): ReplayResult {
  const { plan } = engine;
  const { mapping } = history;
  const binding = bindMapping(mapping, plan);
  const chosen = choosePlans(plan, names);
  const problems = [
    ...(binding.kind === 'problems' ? binding.problems : []),
    ...(chosen.kind === 'problems' ? chosen.problems : []),
  ];
  if (binding.kind === 'problems' || chosen.kind === 'problems') return { kind: 'problems', problems };

  const plans = chosen.plans;
  const metrics = promisedMetrics(plan, plans);
  const stopIndexes = metrics.map((metric) => mapping.stops.findIndex((stop) => stop.metric === metric));
  const tally = createReasonTally();
  const judge = createJudge(engine, plans, metrics, stopIndexes, binding.bound, tally);
  const judged = history.tickets.map(judge).filter((ticket) => ticket !== null);
  const tickets = ticketColumns(judged);
  const outcome: Outcome = {
    title: plan.title,
    plan,
    source: {
      kind: 'replay',
      log,
      read: history.read,
      used: judged.length,
      unusable: [...history.unusable, ...tally.list()].sort((a, b) => b.count - a.count),
      rows: history.rows,
    },
    tickets,
    plans: plans.map((planIndex, p) => planOutcome(planIndex, p, metrics, stopIndexes, judged, history)),
    notes: replayNotes({ history, plan, plans, metrics, stopIndexes, tickets }),
  };
  return { kind: 'outcome', outcome };
}

/** Metrics of which any of the plans says anything, in the contract's order. */
function promisedMetrics(plan: CompiledPlan, plans: readonly number[]): readonly string[] {
  const promised = new Set(
    plans.flatMap((index) => plan.plans[index]?.targets.map(({ metric }) => metric) ?? []),
  );
  return [...plan.metrics.filter((metric) => promised.delete(metric)), ...promised];
}

function createJudge(
  engine: Engine,
  plans: readonly number[],
  metrics: readonly string[],
  stopIndexes: readonly number[],
  bound: BoundMapping,
  tally: ReasonTally,
): (ticket: HistoryTicket) => Judged | null {
  const targets = new Map<string, PlanTarget | null>();

  function targetOf(plan: number, metric: string, key: TicketKey): PlanTarget | null {
    const cached = `${plan} ${metric} ${key.severity} ${key.region} ${key.channel} ${key.type}`;
    const known = targets.get(cached);
    if (known !== undefined) return known;
    const target = engine.selectTarget(plan, metric, key);
    targets.set(cached, target);
    return target;
  }

  function cellOf(plan: number, metric: string, key: TicketKey, opened: number): Cell {
    const target = targetOf(plan, metric, key);
    if (target === null) return { due: NaN, word: 'unknown' };
    const deadline = engine.deadline(target.promise, opened);
    return deadline.kind === 'word' ? { due: NaN, word: deadline.word } : { due: deadline.due, word: null };
  }

  return (ticket) => {
    const indexes = VALUE_NAMES.map((what) => bound.indexOf(what, ticket));
    const foreign = VALUE_NAMES.find((_, i) => indexes[i] === null);
    if (foreign !== undefined) {
      tally.add(`a ${foreign} that the contract does not have`, `${ticket.id} (${String(ticket[foreign])})`);
      return null;
    }
    const [severity = -1, region = -1, channel = -1, type = -1] = indexes.map((index) => index ?? -1);
    const key = { severity, region, channel, type };
    const early = metrics.find((_, m) => (ticket.stops[stopIndexes[m] ?? -1] ?? NaN) < ticket.opened);
    if (early !== undefined) {
      tally.add(`\`${early}\` stops before the ticket is opened`, ticket.id);
      return null;
    }
    try {
      const cells = plans.map((plan) => metrics.map((metric) => cellOf(plan, metric, key, ticket.opened)));
      return { ticket, key, cells };
    } catch (error) {
      if (!(error instanceof HorizonError)) throw error;
      tally.add(`a deadline outside what calendar \`${error.calendar}\` covers`, ticket.id);
      return null;
    }
  };
}

function ticketColumns(judged: readonly Judged[]): TicketColumns {
  return {
    count: judged.length,
    id: (i) => judged[i]?.ticket.id ?? '',
    run: new Uint16Array(judged.length),
    opened: Float64Array.from(judged, ({ ticket }) => ticket.opened),
    severity: Uint8Array.from(judged, ({ key }) => key.severity),
    region: Int8Array.from(judged, ({ key }) => key.region),
    channel: Int8Array.from(judged, ({ key }) => key.channel),
    type: Int8Array.from(judged, ({ key }) => key.type),
  };
}

function planOutcome(
  plan: number,
  p: number,
  metrics: readonly string[],
  stopIndexes: readonly number[],
  judged: readonly Judged[],
  history: History,
): PlanOutcome {
  return {
    plan,
    metrics: metrics.map((metric, m): MetricOutcome => {
      const stopIndex = stopIndexes[m] ?? -1;
      const rule = history.mapping.stops[stopIndex]?.rule ?? null;
      const stopped = Float64Array.from(judged, ({ ticket }) => ticket.stops[stopIndex] ?? NaN);
      const due = Float64Array.from(judged, ({ cells }) => cells[p]?.[m]?.due ?? NaN);
      const status = Uint8Array.from(judged, ({ cells }, i) => {
        const word = cells[p]?.[m]?.word ?? null;
        return STATUSES.indexOf(
          word ?? statusOf(due[i] ?? NaN, stopped[i] ?? NaN, rule, history.observedUntil),
        );
      });
      return { metric, due, stopped, status };
    }),
  };
}

/** A promise is met when the stop is at or before the deadline, missed from the instant after it. */
function statusOf(due: number, stopped: number, rule: StopRule | null, observedUntil: number): Status {
  if (!Number.isNaN(stopped)) return stopped <= due ? 'met' : 'missed';
  if (rule === null || rule.absent === 'unmeasured') return 'unmeasured';
  return observedUntil > due ? 'missed' : 'running';
}

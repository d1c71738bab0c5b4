/** A history held against the plans of a contract: what each would have promised, and whether it was kept. */
import { CustomerError, HorizonError, MissingFactError } from '../../engine/index.ts';
import type { Engine, TicketKey, TicketTerms } from '../../engine/index.ts';
import type { TicketChange } from '../../engine/ticket/index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import type { ClockRow } from '../life/clock-row.ts';
import { prepareLives, type PreparedLives } from '../life/prepare-lives.ts';
import type { MetricOutcome, Outcome, TicketColumns } from '../outcome.ts';
import { judge, promisesOf, type Unstopped } from '../promises.ts';
import { bindMapping } from './bind-mapping.ts';
import type { BoundMapping } from './bind-mapping.ts';
import { choosePlans } from './choose-plans.ts';
import { VALUE_NAMES } from './history.ts';
import type { History, HistoryTicket } from './history.ts';
import {
  eventsOfHistory,
  happeningsOf,
  isRefusal,
  judgeHistory,
  type Refusal,
  type WatchedMetric,
} from './judge-histories.ts';
import type { MappingProblem } from './mapping-fields.ts';
import { createReasonTally } from './reason-tally.ts';
import { readFacts, saysSome, termsOf, type Tally } from './said-of-ticket.ts';
import type { ReportUnusable } from './unusable-report.ts';
import { replayNotes } from './replay-notes.ts';

export interface ReplayRequest {
  readonly history: History;
  readonly engine: Engine;
  /** Names or aliases of plans, in the order to show them; none means all of the contract's. */
  readonly plans: readonly string[];
  /** Name of the log, for the report. */
  readonly log: string;
  /** Told of each ticket that cannot be judged. */
  readonly report?: ReportUnusable;
  /** Told again and again how many of the tickets, each under every plan, have been judged. */
  readonly watch?: (done: number, of: number) => void;
}

export type ReplayResult =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  /** The mapping and the contract do not fit together. */
  | { readonly kind: 'problems'; readonly problems: readonly MappingProblem[] };

/** A ticket, the indexes of its severity, region, channel and type, its facts, and what its customer has. */
interface Known {
  readonly ticket: HistoryTicket;
  readonly key: TicketKey;
  readonly facts: TicketChange['facts'];
  readonly terms: TicketTerms;
}

/**
 * Judges every ticket of a history by what each plan promises it. A ticket that cannot be judged (its severity is not the
 * contract's, its deadline lies outside what a calendar covers) is left out and counted, with the reason.
 */
export function replayHistory({
  history,
  engine,
  plans: names,
  log,
  report,
  watch,
}: ReplayRequest): ReplayResult {
  const { plan } = engine;
  const { mapping } = history;
  const binding = bindMapping(mapping, plan);
  const chosen = choosePlans(plan, names);
  const problems = [
    ...(binding.kind === 'problems' ? binding.problems : []),
    ...(chosen.kind === 'problems' ? chosen.problems : []),
  ];
  if (binding.kind === 'problems' || chosen.kind === 'problems') return { kind: 'problems', problems };

  const { plans } = chosen;
  const metrics = promisedMetrics(plan, plans);
  const stopIndexes = metrics.map((metric) => mapping.stops.findIndex((stop) => stop.metric === metric));
  const reasons = createReasonTally();
  const tally: Tally = {
    add(reason, ticket, found) {
      reasons.add(reason, found === undefined ? ticket : `${ticket} (${found})`);
      report?.({ kind: 'ticket', ticket, reason, ...(found === undefined ? {} : { found }) });
    },
  };
  const factsOf = readFacts(mapping, engine);
  const sound = history.tickets.flatMap((ticket): readonly Known[] => {
    if (stopsEarly(ticket, metrics, stopIndexes, tally)) return [];
    const key = keyOf(ticket, binding.bound, tally);
    const facts = factsOf(ticket, tally);
    if (key === null || facts === null) return [];
    return [{ ticket, key, facts, terms: termsOf(mapping, ticket) }];
  });
  const watched = metrics.map((metric, m) => {
    const stop = stopIndexes[m] ?? -1;
    return { metric, stop, unstopped: watchedUntil(history, stop) };
  });
  let done = 0;
  const more = (tickets: number): void => {
    done += tickets;
    watch?.(done, sound.length * plans.length);
  };
  const judged = byCustomer(sound, engine, tally).map((group) => {
    const saysFacts = group.engine !== engine || saysSome(mapping, plan);
    const lives = prepareLives({ ...happeningsOf(mapping), saysFacts }, group.engine, plans, metrics);
    const answered = saysFacts
      ? group.tickets
      : answerable(group.tickets, group.engine, plans, metrics, tally);
    return {
      lives,
      ...judgeAll(answered, {
        history,
        engine: group.engine,
        lives,
        watched,
        bound: binding.bound,
        tally,
        more,
      }),
    };
  });
  const { used, outcomes, livesOf } = together(judged, plans, metrics);
  const tickets = ticketColumns(used);
  const outcome: Outcome = {
    title: plan.title,
    plan,
    source: {
      kind: 'replay',
      log,
      read: history.read,
      used: used.length,
      unusable: [...history.unusable, ...reasons.list()].sort((x, y) => y.count - x.count),
      rows: history.rows,
    },
    tickets,
    plans: outcomes,
    historyOf: (place, row) => {
      const lives = livesOf(row);
      const lived = lives?.plans[place];
      const known = used[row];
      if (lives === undefined || lived === undefined || lived.isPlain || known === undefined) return null;
      const severityOf = (name: string) => binding.bound.severityOf(name);
      const { ticket, facts } = known;
      const events = eventsOfHistory(
        lives,
        lived,
        { ticket, facts, columns: tickets, row },
        watched,
        severityOf,
      );
      return { program: lives.program, events, at: history.observedUntil };
    },
    notes: replayNotes({
      history,
      plan,
      plans,
      metrics,
      stopIndexes,
      tickets,
      lives: judged[0]?.lives ?? prepareLives(happeningsOf(mapping), engine, plans, metrics),
    }),
  };
  return { kind: 'outcome', outcome };
}

/** Tickets of customers with the same zone and holidays, where the contract's hours hang on them, share an engine. */
function byCustomer(
  sound: readonly Known[],
  engine: Engine,
  tally: Tally,
): readonly { readonly engine: Engine; readonly tickets: readonly Known[] }[] {
  const groups = new Map<string, Known[]>();
  for (const known of sound) {
    const key = JSON.stringify(known.terms);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [known]);
    else group.push(known);
  }
  const engines = new Map<Engine, Known[]>();
  for (const tickets of groups.values()) {
    const [first] = tickets;
    if (first === undefined) continue;
    try {
      const own = engine.forTicket(first.terms);
      engines.set(own, [...(engines.get(own) ?? []), ...tickets]);
    } catch (error) {
      if (!(error instanceof CustomerError)) throw error;
      for (const { ticket } of tickets) tally.add(error.message, ticket.id);
    }
  }
  const placeOf = new Map(sound.map((known, place) => [known, place]));
  const inOrder = (a: Known, b: Known) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0);
  return [...engines].map(([own, tickets]) => ({
    engine: own,
    tickets: engines.size === 1 ? tickets : tickets.sort(inOrder),
  }));
}

interface Judged {
  readonly lives: PreparedLives;
  readonly used: readonly Known[];
  readonly outcomes: Outcome['plans'];
}

/** The tickets of all customers in one order, by their openings. */
function together(
  judged: readonly Judged[],
  plans: readonly number[],
  metrics: readonly string[],
): {
  readonly used: readonly Known[];
  readonly outcomes: Outcome['plans'];
  readonly livesOf: (row: number) => PreparedLives | undefined;
} {
  const [only, ...others] = judged;
  if (only !== undefined && others.length === 0) return { ...only, livesOf: () => only.lives };
  const places = judged
    .flatMap((group) => group.used.map((known, row) => ({ group, known, row })))
    .sort((a, b) => a.known.ticket.opened - b.known.ticket.opened);
  const column = (place: number, m: number, of: 'due' | 'stopped' | 'status') =>
    places.map(({ group, row }) => group.outcomes[place]?.metrics[m]?.[of][row] ?? NaN);
  return {
    used: places.map(({ known }) => known),
    livesOf: (row) => places[row]?.group.lives,
    outcomes: plans.map((plan, place) => ({
      plan,
      metrics: metrics.map((metric, m) => ({
        metric,
        due: Float64Array.from(column(place, m, 'due')),
        stopped: Float64Array.from(column(place, m, 'stopped')),
        status: Uint8Array.from(column(place, m, 'status')),
      })),
    })),
  };
}

interface Judging {
  readonly history: History;
  readonly engine: Engine;
  readonly lives: PreparedLives;
  readonly watched: readonly WatchedMetric[];
  readonly bound: BoundMapping;
  readonly tally: Tally;
  /** So many more have been judged under one plan. */
  readonly more: (tickets: number) => void;
}

/**
 * Judges each ticket under every plan: by its history, or by columns where nothing in it can move a deadline. A ticket
 * that one plan cannot judge is left out under all of them, so that they speak of the same tickets.
 */
function judgeAll(
  known: readonly Known[],
  judging: Judging,
): { used: readonly Known[]; outcomes: Outcome['plans'] } {
  const { history, engine, lives, watched, tally } = judging;
  const columns = ticketColumns(known);
  const left = new Set<Known>();
  const rowsOf = lives.plans.map((plan) =>
    plan.isPlain
      ? null
      : known.map((each, row) => {
          judging.more(1);
          if (left.has(each)) return null;
          const rows = judgeHistory(
            lives,
            plan,
            { ticket: each.ticket, facts: each.facts, columns, row },
            watched,
            history.observedUntil,
            (name) => judging.bound.severityOf(name),
          );
          if (!isRefusal(rows)) return rows;
          tally.add(reasonOf(rows), each.ticket.id);
          left.add(each);
          return null;
        }),
  );
  const kept = known.flatMap((each, row) => (left.has(each) ? [] : [row]));
  const used = kept.map((row) => known[row] as Known);
  const tickets = ticketColumns(used);
  const outcomes = lives.plans.map(({ plan }, i) => {
    const rows = rowsOf[i] ?? null;
    if (rows === null) judging.more(known.length);
    return {
      plan,
      metrics: watched.map((metric, m) =>
        rows === null
          ? byColumns(engine, plan, metric, tickets, used)
          : byRows(metric.metric, kept, (row) => rows[row]?.[m] ?? null),
      ),
    };
  });
  return { used, outcomes };
}

function byRows(
  metric: string,
  kept: readonly number[],
  rowOf: (row: number) => ClockRow | null,
): MetricOutcome {
  const rows = kept.map(rowOf);
  return {
    metric,
    due: Float64Array.from(rows, (row) => row?.due ?? NaN),
    stopped: Float64Array.from(rows, (row) => row?.stopped ?? NaN),
    status: Uint8Array.from(rows, (row) => row?.status ?? NaN),
    used: Float64Array.from(rows, (row) => row?.used ?? NaN),
  };
}

function byColumns(
  engine: Engine,
  plan: number,
  { metric, stop, unstopped }: WatchedMetric,
  tickets: TicketColumns,
  used: readonly Known[],
): MetricOutcome {
  const { due, word } = promisesOf(engine, plan, metric, tickets);
  const stopped = Float64Array.from(used, ({ ticket }) => ticket.stops[stop] ?? NaN);
  const status = Uint8Array.from(due, (at, i) => judge(at, word[i] ?? -1, stopped[i] ?? NaN, unstopped));
  return { metric, due, stopped, status };
}

/** Metrics of which any of the plans says anything, in the contract's order. */
function promisedMetrics(plan: CompiledPlan, plans: readonly number[]): readonly string[] {
  const promised = new Set(
    plans.flatMap((index) => plan.plans[index]?.targets.map(({ metric }) => metric) ?? []),
  );
  return [...plan.metrics.filter((metric) => promised.delete(metric)), ...promised];
}

function watchedUntil(history: History, stopIndex: number): Unstopped {
  const rule = history.mapping.stops[stopIndex]?.rule;
  return rule?.absent === 'still running'
    ? { kind: 'open until', instant: history.observedUntil }
    : { kind: 'unmeasured' };
}

function stopsEarly(
  ticket: HistoryTicket,
  metrics: readonly string[],
  stopIndexes: readonly number[],
  tally: Tally,
): boolean {
  const early = metrics.find((_, m) => (ticket.stops[stopIndexes[m] ?? -1] ?? NaN) < ticket.opened);
  if (early !== undefined) tally.add(`\`${early}\` stops before the ticket is opened`, ticket.id);
  return early !== undefined;
}

function keyOf(ticket: HistoryTicket, bound: BoundMapping, tally: Tally): TicketKey | null {
  const indexes = VALUE_NAMES.map((what) => bound.indexOf(what, ticket));
  const foreign = VALUE_NAMES.find((_, i) => indexes[i] === null);
  if (foreign !== undefined) {
    tally.add(`a ${foreign} that the contract does not have`, ticket.id, String(ticket[foreign]));
    return null;
  }
  const changed = ticket.changes.find(
    (change) => change.kind === 'severity' && bound.severityOf(change.severity) === -1,
  );
  if (indexes[0] !== -1 && changed?.kind === 'severity') {
    tally.add('a severity that the contract does not have', ticket.id, changed.severity);
    return null;
  }
  const [severity, region, channel, type] = indexes.map((index) => index ?? -1);
  return {
    severity: severity ?? -1,
    region: region ?? -1,
    channel: channel ?? -1,
    type: type ?? -1,
    facts: [],
  };
}

/**
 * The tickets all of whose deadlines can be told: they lie within what the calendars cover, and hang on no fact that
 * the log does not say. All at once first, since that is nearly
 * always the answer; one by one only where it is not.
 */
function answerable(
  known: readonly Known[],
  engine: Engine,
  plans: readonly number[],
  metrics: readonly string[],
  tally: Tally,
): readonly Known[] {
  if (unanswerable(known) === null) return known;
  return known.filter((each) => {
    const error = unanswerable([each]);
    if (error === null) return true;
    tally.add(reasonOf(error), each.ticket.id);
    return false;
  });

  function unanswerable(tickets: readonly Known[]): Refusal | null {
    const columns = ticketColumns(tickets);
    try {
      for (const plan of plans) for (const metric of metrics) promisesOf(engine, plan, metric, columns);
      return null;
    } catch (error) {
      if (isRefusal(error)) return error;
      throw error;
    }
  }
}

function reasonOf(refusal: Refusal): string {
  if (refusal instanceof HorizonError)
    return `a deadline outside what calendar \`${refusal.calendar}\` covers`;
  if (refusal instanceof MissingFactError)
    return `a promise that depends on \`${refusal.fact}\`, which the log does not say`;
  if (refusal instanceof CustomerError)
    return `a promise that depends on the customer's ${refusal.term}, which the log does not say`;
  return refusal.message;
}

function ticketColumns(known: readonly Known[]): TicketColumns {
  return {
    count: known.length,
    id: (i) => known[i]?.ticket.id ?? '',
    run: new Uint16Array(known.length),
    opened: Float64Array.from(known, ({ ticket }) => ticket.opened),
    severity: Uint8Array.from(known, ({ key }) => key.severity),
    region: Int8Array.from(known, ({ key }) => key.region),
    channel: Int8Array.from(known, ({ key }) => key.channel),
    type: Int8Array.from(known, ({ key }) => key.type),
    facts: [],
  };
}

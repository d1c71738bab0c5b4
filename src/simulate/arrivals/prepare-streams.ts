/** From the streams of a simulation, in names and dates, to what draws tickets, in indexes and instants. */
import type {
  ArrivalStream,
  CheckedSimulation,
  LoggedArrivals,
  LoggedTicket,
  Share,
} from '../../check/simulation-model.ts';
import type { CompiledPlan, PlanName } from '../../plan/model.ts';
import { civilFieldsOf, parseCivilDate } from '../../time/civil-date.ts';
import type { CivilDate, EpochDay, InstantMs, ZoneTable } from '../../time/types.ts';
import { localToInstant, wallClockAt } from '../../time/zone-arithmetic.ts';
import { lookUpZone } from '../../time/zone-lookup.ts';
import { choiceOf, NOTHING, type Choice } from '../random/choice.ts';
import { distinctPurposes, purposeOf, type Purpose } from '../random/draws.ts';
import { cumulativeRate, type CumulativeRate } from './cumulative-rate.ts';
import { dateFactors } from './date-factors.ts';
import { eventRate } from './event-rate.ts';
import { prepareLog } from './logged-arrivals.ts';
import { prepareModulation } from './modulation.ts';
import type { FactChoice, LoggedStream, PreparedStream } from './tickets.ts';

/** The span in instants: `[from, to)`, and the opening from which tickets count. */
export interface Span {
  readonly from: InstantMs;
  readonly to: InstantMs;
  readonly countedFrom: InstantMs;
}

/** Both dates of the span are included; the warm-up takes whole dates of the span's zone off its beginning. */
export function spanOf(simulation: CheckedSimulation, plan: CompiledPlan): Span {
  const { from, to, zone } = simulation.span;
  const table = zoneTable(plan, simulation.span, zone);
  const first = epochDay(from);
  return {
    from: localToInstant(table, first, 0),
    to: localToInstant(table, epochDay(to) + 1, 0),
    countedFrom: localToInstant(table, first + simulation.warmUpDays, 0),
  };
}

/** The streams in their order, then the events of each, which are streams of their own: one more moves no ticket of another. */
export function prepareStreams(
  simulation: CheckedSimulation,
  plan: CompiledPlan,
  span: Span,
): readonly PreparedStream[] {
  const streams = simulation.arrivals;
  const events = streams.flatMap((stream) => stream.events.map((event) => ({ stream, event })));
  const ids = distinctPurposes([
    ...streams.map((stream) => stream.name),
    ...events.map(({ stream, event }) => `${stream.name} event ${event.name}`),
  ]);
  const facts = factsInUse(simulation, plan);
  const prepared = (
    stream: ArrivalStream,
    mixes: Mixes,
    rest: Pick<PreparedStream, 'id' | 'rate' | 'modulation' | 'log'>,
  ): PreparedStream => ({
    ...rest,
    region: stream.region === null ? -1 : indexOfName(plan.regions, stream.region),
    severity:
      rest.log === null
        ? indexChoice(severityShares(stream.name, mixes.severities, plan), plan.severities)
        : NOTHING,
    regions: indexChoice(mixes.regions, plan.regions),
    channel: indexChoice(mixes.channels, plan.channels),
    type: indexChoice(mixes.types, plan.types),
    facts: facts.map((fact) => choiceOfFact(fact, mixes.facts, plan)),
  });
  const firstDate = epochDay(simulation.span.from);
  const tableOf = (stream: ArrivalStream) => zoneTable(plan, simulation.span, stream.zone);
  return [
    ...streams.map((stream, i) => {
      const table = tableOf(stream);
      const [first, last] = [span.from, span.to - 1].map((at) => wallClockAt(table, at).epochDay);
      return prepared(stream, stream, {
        id: ids[i] as Purpose,
        rate: rateOf(stream, table, span, firstDate),
        modulation: prepareModulation(stream.swings, table, first as number, last as number),
        log: stream.log === null ? null : loggedStream(stream.log, stream.zone, table, plan, span),
      });
    }),
    ...events.map(({ stream, event }, i) =>
      prepared(stream, event, {
        id: ids[streams.length + i] as Purpose,
        rate: eventRate(event, stream, tableOf(stream), span),
        modulation: null,
        log: null,
      }),
    ),
  ];
}

function loggedStream(
  log: LoggedArrivals,
  zone: string,
  ofSpan: ZoneTable,
  plan: CompiledPlan,
  span: Span,
): LoggedStream {
  const { tickets } = log;
  const years = [tickets[0], tickets.at(-1)].map((ticket) => new Date(ticket?.opened ?? 0).getUTCFullYear());
  const ofLog = lookUpZone(zone, (years[0] ?? NaN) - 1, (years[1] ?? NaN) + 1);
  const indexesOf = (names: readonly PlanName[], nameOf: (ticket: LoggedTicket) => string | null) =>
    tickets.map((ticket) => {
      const name = nameOf(ticket);
      return name === null ? -1 : indexOfName(names, name);
    });
  return {
    arrivals: prepareLog(log, ofLog, ofSpan, span),
    severity: Uint8Array.from(indexesOf(plan.severities, ({ severity }) => severity)),
    region: Int8Array.from(indexesOf(plan.regions, ({ region }) => region)),
    channel: Int8Array.from(indexesOf(plan.channels, ({ channel }) => channel)),
    type: Int8Array.from(indexesOf(plan.types, ({ type }) => type)),
    facts: factColumns(tickets, plan),
    takes: new Map(
      log.steps.map(({ name, factor }, step) => [
        name,
        Float64Array.from(tickets, ({ times }) => {
          const seconds = times[step] ?? null;
          if (seconds === null) return NaN;
          return seconds < 0 ? seconds : seconds * factor;
        }),
      ]),
    ),
  };
}

function factColumns(tickets: readonly LoggedTicket[], plan: CompiledPlan): ReadonlyMap<number, Int8Array> {
  const columns = new Map<number, Int8Array>();
  tickets.forEach(({ facts }, place) => {
    for (const { fact: name, word } of facts) {
      const { fact, words } = factChoice(plan, name, [word]);
      let column = columns.get(fact);
      if (column === undefined) columns.set(fact, (column = new Int8Array(tickets.length).fill(-1)));
      column[place] = words[0] as number;
    }
  });
  return columns;
}

type Mixes = Pick<ArrivalStream, 'severities' | 'regions' | 'channels' | 'types' | 'facts'>;

/** Facts of which any stream says something, by rising index. */
function factsInUse({ arrivals }: CheckedSimulation, plan: CompiledPlan): readonly number[] {
  const mixes = arrivals.flatMap((stream) => [stream.facts, ...stream.events.map(({ facts }) => facts)]);
  const told = arrivals.flatMap(({ log }) => (log?.tickets ?? []).flatMap((ticket) => ticket.facts));
  const names = new Set([...mixes.flat(), ...told].map(({ fact }) => fact));
  return [...plan.facts.keys()].filter((index) => names.has(plan.facts[index]?.name ?? ''));
}

function choiceOfFact(index: number, mixes: Mixes['facts'], plan: CompiledPlan): FactChoice {
  const name = plan.facts[index]?.name ?? '';
  const shares = mixes.find(({ fact }) => fact === name)?.shares ?? [];
  const words = shares.flatMap((share) => factChoice(plan, name, [share.name]).words);
  const choose = choiceOf(shares.map(({ weight }) => weight));
  return {
    fact: index,
    purpose: purposeOf(`ticket fact ${name}`),
    choose: shares.length === 0 ? NOTHING : (u) => words[choose(u)] ?? -1,
  };
}

/** A fact and some of its values, by their indexes; of a yes-or-no fact 0 is yes and 1 is no. */
export function factChoice(
  plan: CompiledPlan,
  name: string,
  values: readonly string[],
): { readonly fact: number; readonly words: readonly number[] } {
  const fact = indexOfName(plan.facts, name);
  const type = plan.facts[fact]?.type;
  const words = type?.kind === 'words' ? type.words : ['yes', 'no'];
  return { fact, words: values.map((value) => words.indexOf(value)) };
}

function rateOf(
  { perWeek, profile, quiet, swings }: ArrivalStream,
  table: ZoneTable,
  span: Span,
  firstDate: EpochDay,
): CumulativeRate {
  const stretches = quiet.flatMap(({ days, share }) =>
    days.map(({ date, closed }) => ({ day: epochDay(date), from: closed.from, to: closed.to, share })),
  );
  return cumulativeRate(
    table,
    perWeek,
    profile,
    span.from,
    span.to,
    stretches,
    dateFactors(swings, firstDate),
  );
}

/** A stream may leave the severity out only where the contract has a single one. */
function severityShares(stream: string, shares: readonly Share[], plan: CompiledPlan): readonly Share[] {
  const only = plan.severities.length === 1 ? plan.severities[0] : undefined;
  if (shares.length > 0) return shares;
  if (only === undefined) throw new Error(`arrivals \`${stream}\` state no severities`);
  return [{ name: only.name, weight: 1 }];
}

function indexChoice(shares: readonly Share[], names: readonly PlanName[]): Choice {
  if (shares.length === 0) return NOTHING;
  const indexes = shares.map((share) => indexOfName(names, share.name));
  const choose = choiceOf(shares.map((share) => share.weight));
  return (u) => indexes[choose(u)] ?? -1;
}

/** The checker has resolved every name, so one that is missing is our bug. */
export function indexOfName(names: readonly PlanName[], name: string): number {
  const index = names.findIndex((entry) => entry.name === name);
  if (index === -1) throw new Error(`the compiled plan has no \`${name}\``);
  return index;
}

/** A zone that the simulation alone speaks of is not in the compiled contract; its offsets are the runtime's. */
export function zoneTable(plan: CompiledPlan, span: CheckedSimulation['span'], zone: string): ZoneTable {
  const [fromYear, toYear] = [span.from, span.to].map((date) => civilFieldsOf(epochDay(date)).year);
  return plan.zones[zone] ?? lookUpZone(zone, (fromYear ?? NaN) - 1, (toYear ?? NaN) + 1);
}

function epochDay(date: CivilDate): number {
  const day = parseCivilDate(date);
  if (day === null) throw new Error(`${date} is not a date`);
  return day;
}

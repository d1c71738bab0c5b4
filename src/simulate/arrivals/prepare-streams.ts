/** From the streams of a simulation, in names and dates, to what draws tickets, in indexes and instants. */
import type { ArrivalStream, CheckedSimulation, Share } from '../../check/simulation-model.ts';
import type { CompiledPlan, PlanName } from '../../plan/model.ts';
import { civilFieldsOf, parseCivilDate } from '../../time/civil-date.ts';
import type { CivilDate, InstantMs, ZoneTable } from '../../time/types.ts';
import { localToInstant } from '../../time/zone-arithmetic.ts';
import { lookUpZone } from '../../time/zone-lookup.ts';
import { choiceOf, NOTHING, type Choice } from '../random/choice.ts';
import { distinctPurposes, type Purpose } from '../random/draws.ts';
import { cumulativeRate, type CumulativeRate } from './cumulative-rate.ts';
import type { PreparedStream } from './tickets.ts';

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

export function prepareStreams(
  simulation: CheckedSimulation,
  plan: CompiledPlan,
  span: Span,
): readonly PreparedStream[] {
  const streams = simulation.arrivals;
  const ids = distinctPurposes(streams.map((stream) => stream.name));
  return streams.map((stream, i) => ({
    id: ids[i] as Purpose,
    rate: rateOf(stream, zoneTable(plan, simulation.span, stream.zone), span),
    region: stream.region === null ? -1 : indexOfName(plan.regions, stream.region),
    severity: indexChoice(severityShares(stream, plan), plan.severities),
    channel: indexChoice(stream.channels, plan.channels),
    type: indexChoice(stream.types, plan.types),
  }));
}

function rateOf({ perWeek, profile, quiet }: ArrivalStream, table: ZoneTable, span: Span): CumulativeRate {
  const stretches = quiet.flatMap(({ days, share }) =>
    days.map(({ date, closed }) => ({ day: epochDay(date), from: closed.from, to: closed.to, share })),
  );
  return cumulativeRate(table, perWeek, profile, span.from, span.to, stretches);
}

/** A stream may leave the severity out only where the contract has a single one. */
function severityShares(stream: ArrivalStream, plan: CompiledPlan): readonly Share[] {
  const only = plan.severities.length === 1 ? plan.severities[0] : undefined;
  if (stream.severities.length > 0) return stream.severities;
  if (only === undefined) throw new Error(`arrivals \`${stream.name}\` state no severities`);
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

/** A promised share of tickets in time, held against what was attained. */
import { groundOf } from '../../engine/money/statement-ground.ts';
import { periodAfter, periodAt, type PeriodGround } from '../../engine/entitlement/period.ts';
import type { Engine } from '../../engine/index.ts';
import type { PlanAttainment, PlanFraction, PlanSelector } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { attainmentVerdict } from '../attainment-verdict.ts';
import type { MetricOutcome, Outcome, PlanOutcome, TicketColumns } from '../outcome.ts';
import { attainmentOf } from '../promise-figures.ts';
import { statusCode } from '../promises.ts';
import { intervalOverRuns, wilsonInterval } from '../statistics/share-interval.ts';
import type { Attainment } from '../summary.ts';
import type { KeptPeriods, KeptShare, Verdict } from './answers.ts';

const MET = statusCode('met');
const MISSED = statusCode('missed');

/** The part of time that an outcome tells of, in ms. */
export interface Told {
  readonly from: InstantMs;
  readonly to: InstantMs;
}

/** An entry for each line of the plan's attainment that is about the metric. */
export function keptOf(
  engine: Engine,
  outcome: Outcome,
  planned: PlanOutcome,
  metric: MetricOutcome,
  told: Told,
): readonly KeptShare[] {
  const lines = engine.plan.plans[planned.plan]?.attainment ?? [];
  return lines
    .filter((line) => line.metric === metric.metric)
    .map((line): KeptShare => {
      const rows = rowsOf(line.when, outcome.tickets);
      const share = plainShare(line);
      return {
        line,
        share: share === null ? null : share.numerator / share.denominator,
        overall: share === null || rows === null ? null : verdictOf(outcome, metric, rows, share),
        groups: share === null || rows === null ? [] : groupsOf(outcome, metric, rows, share),
        periods: rows === null ? null : periodsOf(engine, outcome, planned, metric, line, rows, told),
      };
    });
}

/** The share that is promised of all the tickets alike; null where something else is. */
function plainShare({ aim, otherwise }: PlanAttainment): PlanFraction | null {
  return aim.kind === 'share' && aim.within === null && otherwise === null ? aim.share : null;
}

/** The tickets that a line is about; null where that hangs on what a ticket's columns do not say. */
function rowsOf(when: PlanSelector, tickets: TicketColumns): Uint32Array | null {
  if (when.facts.length > 0 || when.opened.length > 0) return null;
  const { severities, regions, channels, types } = when;
  const isIn = (list: readonly number[] | null, index: number): boolean =>
    list === null || list.includes(index);
  const rows = new Uint32Array(tickets.count);
  let count = 0;
  for (let row = 0; row < tickets.count; row += 1) {
    if (
      isIn(severities, tickets.severity[row] as number) &&
      isIn(regions, tickets.region[row] as number) &&
      isIn(channels, tickets.channel[row] as number) &&
      isIn(types, tickets.type[row] as number)
    )
      rows[count++] = row;
  }
  return rows.subarray(0, count);
}

function verdictOf(
  { tickets }: Outcome,
  metric: MetricOutcome,
  rows: Uint32Array,
  promised: PlanFraction,
): Verdict | null {
  const attainment = attainmentOf(metric, tickets, rows);
  return attainment === null ? null : against(attainment, promised);
}

function against(attainment: Attainment, promised: PlanFraction): Verdict {
  const { met, judged, interval } = attainment;
  return { kind: attainmentVerdict(attainment, promised), met, judged, interval };
}

function groupsOf(
  outcome: Outcome,
  metric: MetricOutcome,
  rows: Uint32Array,
  promised: PlanFraction,
): KeptShare['groups'] {
  const { plan, tickets } = outcome;
  const kinds = [
    { by: 'severity', column: tickets.severity, names: plan.severities },
    { by: 'region', column: tickets.region, names: plan.regions },
  ] as const;
  return kinds.flatMap(({ by, column, names }) =>
    names.flatMap(({ name }, index) => {
      const own = rows.filter((row) => column[row] === index);
      const verdict = own.length === 0 ? null : verdictOf(outcome, metric, own, promised);
      return verdict === null ? [] : [{ by, name, verdict }];
    }),
  );
}

/** Whole periods alone: a month of which a week is told may be kept or broken by that week. */
function periodsOf(
  engine: Engine,
  { tickets }: Outcome,
  { metrics }: PlanOutcome,
  metric: MetricOutcome,
  line: PlanAttainment,
  rows: Uint32Array,
  told: Told,
): KeptPeriods | null {
  const { aim, otherwise, leastTickets, each, population, period } = line;
  if (aim.kind === 'mean' || aim.within !== null) return null;
  const ground: PeriodGround = { ...groundOf(engine), zone: engine.zone(line.zone) };
  if (period.anchor === 'contract' && ground.start === null) return null;
  const bounds = wholePeriods(line, ground, told);
  if (bounds.length < 2) return { unit: period.unit, periods: 0, kept: 0, interval: null };
  const by = groupedBy(engine, tickets, each);
  if (by === null) return null;
  const { groups } = by;
  const places = (bounds.length - 1) * groups;
  const byRun = new Map<number, { met: Uint32Array; judged: Uint32Array }>();
  for (const row of rows) {
    const status = metric.status[row];
    if (status !== MET && status !== MISSED) continue;
    const place = periodOf(bounds, instantOf(population, tickets, metrics, metric, row));
    if (place === -1) continue;
    const run = tickets.run[row] as number;
    let counts = byRun.get(run);
    if (counts === undefined)
      byRun.set(run, (counts = { met: new Uint32Array(places), judged: new Uint32Array(places) }));
    const at = place * groups + (by.column?.[row] ?? 0);
    counts.judged[at]! += 1;
    if (status === MET) counts.met[at]! += 1;
  }
  let [periods, kept] = [0, 0];
  const shares: number[] = [];
  for (const { met, judged } of byRun.values()) {
    let [own, ownKept] = [0, 0];
    judged.forEach((count, at) => {
      if (count === 0 || count < leastTickets) return;
      own += 1;
      const share = otherwise !== null && count >= otherwise.fromTickets ? otherwise.share : null;
      const isFew = share === null && aim.kind !== 'share' && count - (met[at] as number) <= aim.count;
      const wanted = share ?? (aim.kind === 'late' ? ALL : aim.share);
      if (isFew || reaches(met[at] as number, count, wanted)) ownKept += 1;
    });
    periods += own;
    kept += ownKept;
    if (own > 0) shares.push(ownKept / own);
  }
  const differ = shares.some((share) => share !== shares[0]);
  const interval =
    periods === 0 ? null : differ ? intervalOverRuns(shares, 0, 1) : wilsonInterval(kept, periods);
  return { unit: period.unit, periods, kept, interval };
}

/** The column by which tickets are counted apart; null where that hangs on what the columns do not say. */
function groupedBy(
  { plan }: Engine,
  { severity, region, channel, type }: TicketColumns,
  each: PlanAttainment['each'],
): { readonly groups: number; readonly column: ArrayLike<number> | null } | null {
  switch (each) {
    case 'all tickets':
      return { groups: 1, column: null };
    case 'severity':
      return { groups: plan.severities.length, column: severity };
    case 'region':
      return { groups: plan.regions.length, column: region };
    case 'channel':
      return { groups: plan.channels.length, column: channel };
    case 'type':
      return { groups: plan.types.length, column: type };
    default:
      return null;
  }
}

const ALL: PlanFraction = { numerator: 1, denominator: 1 };

function reaches(met: number, judged: number, { numerator, denominator }: PlanFraction): boolean {
  return met * denominator >= numerator * judged;
}

/** Bounds of the periods that lie within what is told, rising; fewer than two for none. */
function wholePeriods(
  { period }: PlanAttainment,
  ground: PeriodGround,
  { from, to }: Told,
): readonly number[] {
  const bounds: number[] = [];
  if (!(from < to)) return bounds;
  for (let span = periodAt(period, ground, from); span.from <= to; span = periodAfter(period, ground, span)) {
    if (span.from >= from) bounds.push(span.from);
  }
  return bounds;
}

/** The period that holds an instant; -1 for none. */
function periodOf(bounds: readonly number[], at: InstantMs): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bounds[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return low === bounds.length ? -1 : low - 1;
}

/** What places a ticket in a period. Columns do not say when it was closed: that is when its last clock stopped. */
function instantOf(
  population: PlanAttainment['population'],
  { opened }: TicketColumns,
  metrics: readonly MetricOutcome[],
  { due }: MetricOutcome,
  row: number,
): InstantMs {
  if (population === 'opened') return opened[row] as number;
  if (population === 'due') return due[row] as number;
  if (population === 'resolved')
    return metrics.find(({ metric }) => metric === 'resolve')?.stopped[row] ?? -Infinity;
  let last = -Infinity;
  for (const { stopped } of metrics) {
    const at = stopped[row] as number;
    if (at > last) last = at;
  }
  return last;
}

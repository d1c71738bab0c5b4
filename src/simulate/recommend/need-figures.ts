import type { Need } from '../../check/simulation-model.ts';
import type { PlanPlan } from '../../plan/model.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import type { MetricOutcome, Outcome } from '../outcome.ts';
import { statusCode } from '../promises.ts';
import { lowerBound, type JudgedRun } from '../statistics/lower-bound.ts';

/** What has to hold of a share of the tickets: a need, or a share that the plan itself promises. */
export type Wanted = Pick<Need, 'metric' | 'share' | 'seconds' | 'severities' | 'words'>;

/** How a plan and the desk fare by what is wanted. Shares lie between 0 and 1; NaN where no ticket says anything. */
export interface WantedFigures {
  readonly wanted: Wanted;
  readonly tickets: number;
  /** The share of the tickets that the plan promises it to. */
  readonly promised: number;
  /** The share for which it was so, and above which the true share lies with the confidence asked for. */
  readonly kept: number;
  readonly surelyKept: number;
  readonly verdict: 'kept' | 'not promised' | 'not kept' | 'unknown';
}

const [MET, MISSED, RUNNING] = [statusCode('met'), statusCode('missed'), statusCode('running')];

/** @param place of the plan among those compared */
export function wantedFigures(
  outcome: Outcome,
  place: number,
  wanted: Wanted,
  confidence: number,
): WantedFigures {
  const column = outcome.plans[place]?.metrics.find(({ metric }) => metric === wanted.metric);
  const rows = column === undefined ? [] : rowsOf(outcome, wanted);
  const runs = new Map<number, { met: number; judged: number }>();
  let promised = 0;
  let counted = 0;
  for (const row of rows) {
    const is = judgeRow(column as MetricOutcome, outcome.tickets.opened[row] as number, row, wanted.seconds);
    if (is === null) continue;
    counted += 1;
    if (is.promised) promised += 1;
    if (is.kept === null) continue;
    const run = outcome.tickets.run[row] as number;
    const known = runs.get(run) ?? { met: 0, judged: 0 };
    runs.set(run, known);
    known.judged += 1;
    if (is.kept) known.met += 1;
  }
  return withVerdict(wanted, counted, promised, [...runs.values()], confidence);
}

function withVerdict(
  wanted: Wanted,
  tickets: number,
  promised: number,
  runs: readonly JudgedRun[],
  confidence: number,
): WantedFigures {
  const total = (of: keyof JudgedRun) => runs.reduce((sum, run) => sum + run[of], 0);
  const figures = {
    wanted,
    tickets,
    promised: promised / tickets,
    kept: total('met') / total('judged'),
    surelyKept: lowerBound(runs, confidence),
  };
  if (tickets === 0) return { ...figures, verdict: 'unknown' };
  if (!(figures.promised >= wanted.share)) return { ...figures, verdict: 'not promised' };
  if (Number.isNaN(figures.kept)) return { ...figures, verdict: 'unknown' };
  return { ...figures, verdict: figures.surelyKept >= wanted.share ? 'kept' : 'not kept' };
}

function rowsOf({ tickets, plan }: Outcome, { severities }: Wanted): readonly number[] {
  const names = plan.severities.map(({ name }) => name);
  const rows: number[] = [];
  for (let row = 0; row < tickets.count; row += 1) {
    const name = names[tickets.severity[row] as number] ?? '';
    if (severities === null || severities.includes(name)) rows.push(row);
  }
  return rows;
}

interface JudgedRow {
  readonly promised: boolean;
  /** Null where it is not known. */
  readonly kept: boolean | null;
}

/** Null for a ticket that runs: it is not due yet. */
function judgeRow(
  { due, stopped, status }: MetricOutcome,
  opened: number,
  row: number,
  seconds: number | null,
): JudgedRow | null {
  const code = status[row] as number;
  if (seconds === null) {
    if (code === MET) return { promised: true, kept: true };
    if (code === MISSED) return { promised: true, kept: false };
    return code === RUNNING ? null : { promised: !Number.isNaN(due[row]), kept: null };
  }
  const limit = opened + seconds * MS_PER_SECOND;
  const [by, at] = [due[row] as number, stopped[row] as number];
  if (!Number.isNaN(at)) return { promised: by <= limit, kept: at <= limit };
  if (code === RUNNING) return null;
  return { promised: by <= limit, kept: code === MISSED ? false : null };
}

/** The shares that a plan promises of its own accord, as far as they are shares of the promises kept. */
export function promisedShares({ attainment }: PlanPlan, severities: readonly string[]): readonly Wanted[] {
  return attainment.flatMap(({ metric, aim, otherwise, when, each }): readonly Wanted[] => {
    if (aim.kind !== 'share' || aim.within !== null || otherwise !== null) return [];
    const share = aim.share.numerator / aim.share.denominator;
    const percent = String(Number((share * 100).toFixed(4)));
    const names = when.severities?.map((index) => severities[index] ?? '') ?? null;
    const groups = each === 'severity' ? (names ?? severities).map((name) => [name]) : [names];
    return groups.map((group) => ({
      metric,
      share,
      seconds: null,
      severities: group,
      words: `${metric} ${percent}%${group === null ? '' : ` for ${group.join(', ')}`}`,
    }));
  });
}

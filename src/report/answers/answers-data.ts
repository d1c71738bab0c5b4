/** The answers for programs: every figure, instants as ISO 8601 in UTC, times as ms in fields that end in `Ms`. */
import type { CompiledPlan } from '../../plan/model.ts';
import {
  AGE_BANDS,
  type Answers,
  type Backlog,
  type InBreach,
  type KeptShare,
  type MetricAnswers,
  type PlanAnswers,
  type TimeFigures,
} from '../../simulate/answers/answers.ts';
import { formatInstantUtc } from '../../time/iso-instant.ts';
import { attainmentLineWords } from '../promised-share-words.ts';

export function answersData({ zone, plans }: Answers, plan: CompiledPlan): object {
  return { zone, ageBands: AGE_BANDS, plans: plans.map((each) => planData(each, plan)) };
}

function planData({ name, metrics, backlog, occupancy }: PlanAnswers, plan: CompiledPlan): object {
  return {
    plan: name,
    metrics: metrics.map((metric) => metricData(metric, plan)),
    backlog: backlog === null ? null : backlogData(backlog),
    occupancy,
  };
}

function metricData(
  { metric, breaches, times, inBreach, weeks, kept }: MetricAnswers,
  plan: CompiledPlan,
): object {
  const { firstWork, stop } = times;
  const both = ({ elapsed, working }: typeof stop) => ({
    elapsed: timeData(elapsed),
    working: timeData(working),
  });
  return {
    metric,
    breaches,
    times: { firstWork: firstWork === null ? null : both(firstWork), stop: both(stop) },
    inBreach: inBreachData(inBreach),
    weeks: weeks.weeks.map(({ from, ...week }) => ({ ...week, from: formatInstantUtc(from) })),
    worstWeeks: weeks.worst.map((i) => weeks.weeks[i]?.week),
    kept: kept.map((line) => keptData(line, plan)),
  };
}

function timeData(figures: TimeFigures | null): object | null {
  if (figures === null) return null;
  const { count, mean, p50, p90, p95, p99, max } = figures;
  return { count, meanMs: mean, p50Ms: p50, p90Ms: p90, p95Ms: p95, p99Ms: p99, maxMs: max };
}

function inBreachData({ misses, neverStopped, elapsed, working }: InBreach): object {
  return { misses, neverStopped, elapsed, working };
}

function keptData({ line, share, overall, groups, periods }: KeptShare, plan: CompiledPlan): object {
  return {
    promise: attainmentLineWords(line),
    severities: line.when.severities?.map((index) => plan.severities[index]?.name) ?? null,
    regions: line.when.regions?.map((index) => plan.regions[index]?.name) ?? null,
    share,
    overall,
    groups,
    periods,
  };
}

function backlogData({ days, worst, ...figures }: Backlog): object {
  return {
    ...figures,
    worst: worst === null ? null : { at: formatInstantUtc(worst.at), open: worst.open },
    days: days.map(({ at, open, byAge }) => ({ at: formatInstantUtc(at), open, byAge })),
  };
}

/**
 * A comparison of plans for programs: every figure of the text, exact. Instants are ISO 8601 in UTC, elapsed times
 * are whole milliseconds in fields that end in `Ms`. Fields may be added under one `schemaVersion`; when one changes
 * its meaning or goes, the version rises.
 */
import type { Answers } from '../simulate/answers/answers.ts';
import type { Outcome, OutcomeSource } from '../simulate/outcome.ts';
import type {
  GroupFigures,
  LateFigures,
  MetricSummary,
  PairedDifference,
  PromiseFigures,
  Summary,
  WaitFigures,
} from '../simulate/summary.ts';
import { formatInstantUtc } from '../time/iso-instant.ts';
import { costJson } from './cost-json.ts';
import { answersData } from './answers/answers-data.ts';
import { promiseWords } from './promise-words.ts';
import type { ReportContext } from './report-context.ts';
import { worstMisses } from './worst-misses.ts';
import type { MissUnderPlan } from './worst-misses.ts';

export const COMPARISON_SCHEMA_VERSION = 1;

const WORST = 5;

/** Ends with a line break. */
export function comparisonJson(
  outcome: Outcome,
  summary: Summary,
  context: ReportContext,
  answers: Answers | null = null,
): string {
  return `${JSON.stringify(comparisonData(outcome, summary, context, answers), null, 2)}\n`;
}

/** The same as plain data. */
export function comparisonData(
  outcome: Outcome,
  summary: Summary,
  context: ReportContext,
  answers: Answers | null = null,
): object {
  const { plan } = outcome;
  const metrics = summary.plans[0]?.metrics.map(({ metric }) => metric) ?? [];
  return {
    schemaVersion: COMPARISON_SCHEMA_VERSION,
    surety: context.toolVersion,
    node: context.node,
    tzdata: plan.tzdata,
    title: summary.title,
    contract: { title: plan.title, version: plan.contractVersion },
    source: sourceData(outcome.source),
    tickets: summary.tickets,
    opened:
      summary.opened === null
        ? null
        : { first: formatInstantUtc(summary.opened.first), last: formatInstantUtc(summary.opened.last) },
    plans: summary.plans.map((each) => ({
      name: each.name,
      price: plan.plans[each.plan]?.price ?? null,
      attainmentPromised: (plan.plans[each.plan]?.attainment ?? []).map(
        ({ metric, aim, otherwise, period, population }) => ({
          metric,
          share: aim.kind === 'share' && aim.within === null && otherwise === null ? aim.share : null,
          period,
          population,
        }),
      ),
      metrics: each.metrics.map((metric) => metricData(outcome, each.plan, metric)),
    })),
    differences: summary.differences.map(differenceData),
    costs: summary.costs === undefined ? null : costJson(summary.costs),
    worstMisses: metrics.flatMap((metric) => worstData(outcome, metric)),
    ...(answers === null ? {} : { answers: answersData(answers, plan) }),
    notes: [...summary.notes, ...(answers?.notes ?? []).map(({ text }) => text)],
  };
}

function sourceData(source: OutcomeSource): object {
  if (source.kind === 'simulation') return source;
  return { ...source, unused: source.read - source.used };
}

function metricData(outcome: Outcome, plan: number, metric: MetricSummary): object {
  return {
    metric: metric.metric,
    overall: figuresData(metric.overall),
    bySeverity: metric.bySeverity.map((group) => ({
      severity: group.name,
      promise: promiseWords(outcome, plan, metric.metric, group.index),
      ...figuresData(group.figures),
    })),
    byRegion: metric.byRegion.map((group: GroupFigures) => ({
      region: group.index === -1 ? null : group.name,
      ...figuresData(group.figures),
    })),
  };
}

function figuresData(figures: PromiseFigures): object {
  const { tickets, met, missed, running, unmeasured, words, attainment, wait, late } = figures;
  return {
    tickets,
    met,
    missed,
    running,
    unmeasured,
    words: Object.fromEntries(words.map(({ word, count }) => [word, count])),
    attainment:
      attainment === null
        ? null
        : {
            met: attainment.met,
            judged: attainment.judged,
            share: attainment.met / attainment.judged,
            interval: attainment.interval,
          },
    wait: wait === null ? null : waitData(wait),
    late: late === null ? null : lateData(late),
  };
}

function waitData({ count, mean, median, p90, p95, p99, max }: WaitFigures): object {
  return { count, meanMs: mean, medianMs: median, p90Ms: p90, p95Ms: p95, p99Ms: p99, maxMs: max };
}

function lateData({ count, neverStopped, median, max, total }: LateFigures): object {
  return { count, neverStopped, medianMs: median, maxMs: max, totalMs: total };
}

function differenceData(difference: PairedDifference): object {
  const {
    metric,
    firstName,
    secondName,
    judged,
    bothMet,
    onlyFirstMet,
    onlySecondMet,
    neitherMet,
    interval,
    variance,
  } = difference;
  return {
    metric,
    first: firstName,
    second: secondName,
    judged,
    bothMet,
    onlyFirstMet,
    onlySecondMet,
    neitherMet,
    interval,
    variance,
  };
}

function worstData(outcome: Outcome, metric: string): readonly object[] {
  const { plan, tickets, plans } = outcome;
  const underData = ({ plan: p, due, stopped, status }: MissUnderPlan): object => ({
    plan: plan.plans[plans[p]?.plan ?? -1]?.name ?? '',
    status,
    due: due === null ? null : formatInstantUtc(due),
    stopped: stopped === null ? null : formatInstantUtc(stopped),
    lateMs: status === 'missed' && due !== null && stopped !== null ? stopped - due : null,
  });
  return worstMisses(outcome, metric, WORST).map(({ ticket, under }) => ({
    ticket: tickets.id(ticket),
    metric,
    severity: plan.severities[tickets.severity[ticket] ?? -1]?.name ?? null,
    opened: formatInstantUtc(tickets.opened[ticket] ?? NaN),
    plans: under.map(underData),
  }));
}

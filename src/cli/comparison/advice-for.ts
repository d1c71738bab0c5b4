import { costHeading, costRows } from '../../report/cost-rows.ts';
import { candidateRows, planSentences } from '../../report/recommendation-text.ts';
import type { Engine } from '../../engine/index.ts';
import { weeksByMetric } from '../../simulate/answers/weeks-by-metric.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import { recommendPlan } from '../../simulate/recommend/recommend-plan.ts';
import { summarizeCosts } from '../../simulate/costs/summarize-costs.ts';
import type { Advise, TellWeeks } from '../../tui/index.ts';

/** Answers the terminal UI's questions which plan to take, what the plans cost, and how the weeks went. */
export function adviceFor(outcome: Outcome): Advise {
  return (needs) => {
    const costs = outcome.costs === undefined ? null : summarizeCosts(outcome.costs, outcome.plan);
    const recommended = recommendPlan(outcome, costs, needs ?? undefined);
    const isWanted = recommended.candidates.some(({ wanted }) => wanted.length > 0);
    const rows = costs === null ? [] : costRows(costs);
    return {
      best: recommended.best,
      by: recommended.by,
      // The screens say themselves how a need is told to them.
      sentences: isWanted ? planSentences(outcome, recommended) : [],
      wanted: isWanted ? candidateRows(recommended).map(({ label, cells }) => ({ label, cells })) : [],
      costs:
        costs === null || rows.length === 0
          ? null
          : { heading: costHeading(costs), rows: rows.map(({ label, cells }) => ({ label, cells })) },
    };
  };
}

export function weeksFor(outcome: Outcome, engine: Engine): TellWeeks {
  return () =>
    weeksByMetric(outcome, engine).map((metrics) =>
      metrics.map(({ metric, weeks }) => ({
        metric,
        weeks: weeks.weeks.map(({ week, from, judged, missed }) => ({ week, from, judged, missed })),
        worst: weeks.worst.slice(0, 3),
      })),
    );
}

/** The longer parts of the answers, each asked for by its name. */
import type { Palette } from '../../diagnostics/palette.ts';
import type { ReportPart } from '../../check/simulation-model.ts';
import { assertNever } from '../../text/assert-never.ts';
import type { Answers, MetricAnswers } from '../../simulate/answers/answers.ts';
import { backlogPart } from './backlog-part.ts';
import { breachesPart } from './breaches-part.ts';
import { occupancyPart } from './occupancy-part.ts';
import { promisedPart } from './promised-part.ts';
import { timesPart } from './times-part.ts';
import { weeksPart } from './weeks-part.ts';

export interface PartOptions {
  readonly width: number;
  readonly palette: Palette;
}

/** Sections, each a heading and its lines. */
export type Sections = readonly (readonly string[])[];

/** One metric under every plan, in the order of the answers. */
export interface MetricOfPlans {
  readonly metric: string;
  readonly plans: readonly (MetricAnswers | undefined)[];
}

export function longAnswers(answers: Answers, parts: readonly ReportPart[], options: PartOptions): Sections {
  const metrics = (answers.plans[0]?.metrics ?? []).map(({ metric }, m): MetricOfPlans => ({
    metric,
    plans: answers.plans.map((plan) => plan.metrics[m]),
  }));
  return parts.flatMap((part) => partOf(part, answers, metrics, options)).filter((lines) => lines.length > 0);
}

function partOf(
  part: ReportPart,
  answers: Answers,
  metrics: readonly MetricOfPlans[],
  options: PartOptions,
): Sections {
  switch (part) {
    case 'promised':
      return promisedPart(answers, metrics, options);
    case 'breaches':
      return breachesPart(answers, metrics, options);
    case 'times':
      return timesPart(answers, metrics, options);
    case 'backlog':
      return backlogPart(answers, options);
    case 'occupancy':
      return occupancyPart(answers, options);
    case 'weeks':
      return weeksPart(answers, metrics, options);
    default:
      return assertNever(part);
  }
}

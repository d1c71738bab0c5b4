import type { CompiledPlan } from '../../plan/model.ts';
import { nameWord } from '../../text/name-word.ts';
import { unknownName, type WhatIfProblem } from '../what-if-problem.ts';
import type { Wanted } from './need-figures.ts';

const SECONDS = { s: 1, min: 60, h: 3600, day: 86_400 } as const;

const FORM =
  /^(?:needs\s+)?(?<metric>\S+)\s+(?<share>\d+(?:\.\d+)?)\s*%(?:\s+within\s+(?<count>\d+(?:\.\d+)?)\s*(?<unit>s|min|h|(?:calendar\s+)?days?))?(?:\s+for\s+(?<names>\S.*))?$/;

/**
 * What a customer needs as a line of text, in the words of a simulation: `respond 95%`, `respond 95% within 1 h for P1, P2`.
 * Days are of 24 hours.
 */
export function readNeed(text: string, plan: CompiledPlan): Wanted | WhatIfProblem {
  const line = text.trim().replace(/\s+/g, ' ');
  const help = `write such as ${needExamples(plan).join(', or ')}`;
  const found = FORM.exec(line)?.groups;
  if (found === undefined) return { message: `\`${line}\` is no need`, help };
  const { metric = '', share = '', count, unit, names } = found;
  if (!plan.metrics.includes(metric)) return unknownName('metric', metric, plan.metrics);
  if (!(Number(share) > 0 && Number(share) <= 100))
    return { message: `${share}% is no share of the tickets`, help: 'write more than 0% and at most 100%' };
  const known = plan.severities.map(({ name }) => name);
  const severities = names?.split(/\s*,\s*|\s+and\s+/).map((name) => name.replace(/^"(.*)"$/, '$1')) ?? null;
  const unknown = severities?.find((name) => !known.includes(name));
  if (unknown !== undefined) return unknownName('severity', unknown, known);
  const size = SECONDS[(unit?.replace(/^calendar /, '').replace(/s$/, '') || 's') as keyof typeof SECONDS];
  return {
    metric,
    share: Number(share) / 100,
    seconds: count === undefined ? null : Number(count) * size,
    severities,
    words: line.replace(/^needs /, ''),
  };
}

/** Needs in the words of a contract, for help and messages. */
export function needExamples({ metrics, severities }: CompiledPlan): readonly string[] {
  const [first] = severities;
  const ofFirst = first === undefined ? '' : ` for ${nameWord(first.name)}`;
  return metrics.flatMap((metric) => [`${metric} 95%`, `${metric} 95% within 4 h${ofFirst}`]);
}

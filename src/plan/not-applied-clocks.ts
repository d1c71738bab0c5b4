import type { ClockStart, ClockTerms } from '../check/clock-model.ts';
import type { CheckedClock } from '../check/model.ts';

/** What the compiled plan carries of a clock and no command carries out yet, a sentence a clause. */
export function clockNotApplied({ metric, plan, terms }: CheckedClock): readonly string[] {
  const clauses = [...startClauses(terms.starts), ...clausesOf(terms)];
  return [...new Set(clauses)].map(
    (clause) => `\`${clause}\` of the clock \`${metric}\`${ofPlan(plan)} is not carried out.`,
  );
}

function ofPlan(plan: string | null): string {
  return plan === null ? '' : ` of the plan ${plan}`;
}

function startClauses(starts: readonly ClockStart[]): readonly string[] {
  return starts.flatMap((start) => {
    const guarded = start.when === null ? [] : ['starts … when'];
    if (start.kind === 'previous ticket ends') return [...guarded, 'starts when previous ticket ends'];
    const several = start.steps.length > 1 ? ['starts on … then'] : [];
    const last = start.steps.some(({ which, events }) => which === 'last' && events.length > 1);
    return [...guarded, ...several, ...(last ? ['starts on last of'] : [])];
  });
}

function clausesOf(terms: ClockTerms<string>): readonly string[] {
  const { pauses, work, reopen } = terms;
  return [
    ...(terms.stopsAt === 'last' ? ['stops … at last'] : []),
    ...pauses.flatMap(({ during, cap, when }) => [
      ...(during === null ? [] : ['pauses during']),
      ...(cap === null ? [] : ['pauses … at most']),
      ...(when === null ? [] : ['pauses … when']),
    ]),
    ...(terms.pausedDays === 'run on' ? [] : [`days ${terms.pausedDays}`]),
    ...(terms.countsOnlyWhile.length === 0 ? [] : ['counts only while']),
    ...(work.length === 0 ? [] : ['works at most']),
    ...(reopen.does === 'never' ? [] : ['reopen']),
    ...(terms.closes === null ? [] : ['closes after']),
    ...(terms.repeats === null ? [] : ['every']),
  ];
}

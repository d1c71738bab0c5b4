import type { CheckedClock } from '../check/model.ts';

/** What the compiled plan carries of a clock and no command carries out, a sentence a clause. */
export function clockNotApplied({ metric, plan, terms }: CheckedClock): readonly string[] {
  const { starts, work } = terms;
  const clauses = [
    ...(starts.some(({ kind }) => kind === 'previous ticket ends')
      ? ['starts when previous ticket ends']
      : []),
    ...(work.length === 0 ? [] : ['works at most']),
  ];
  return clauses.map(
    (clause) => `\`${clause}\` of the clock \`${metric}\`${ofPlan(plan)} is not carried out.`,
  );
}

function ofPlan(plan: string | null): string {
  return plan === null ? '' : ` of the plan ${plan}`;
}

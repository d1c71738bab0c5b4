import type { CheckedAttainment, CheckedPlan } from '../check/model.ts';

/** What plans entitle to and no run reckons with yet, a sentence each, so that an answer can say what it left out. */
export function entitlementsNotApplied(plans: readonly CheckedPlan[]): readonly string[] {
  const kinds: readonly [string, (plan: CheckedPlan) => boolean][] = [
    ['packs', (plan) => plan.packs.length > 0],
    ['rollover', (plan) => plan.rollovers.length > 0],
    ['charges', (plan) => plan.charges.length > 0],
    ['eligibility', (plan) => plan.eligibility.length > 0],
    ['exclusions', (plan) => plan.provisions.some(({ says }) => says === 'exclude')],
    ['preconditions', (plan) => plan.provisions.some(({ says }) => says === 'requires')],
    ['versions in scope', (plan) => plan.versions !== null],
    ['languages of support', (plan) => plan.languages !== null],
    ['rates by calendar', (plan) => plan.rates.length > 0],
    ['options', (plan) => plan.options.length > 0],
    ['surcharges', (plan) => plan.surcharges.length > 0],
    ['credits', (plan) => plan.credits.length > 0],
    ['availability', (plan) => plan.availability.length > 0],
    [
      'counts, means, exclusions and limits of their own in the attainment',
      (plan) => plan.attainment.some(isMoreThanAShare),
    ],
    ['regions of availability', (plan) => plan.availableIn !== null],
  ];
  const sentences = kinds.flatMap(([what, isSaid]) => {
    const names = plans.filter(isSaid).map((plan) => plan.name);
    return names.length === 0 ? [] : [`Not applied: ${what} of ${names.join(', ')}.`];
  });
  const things = new Set(plans.flatMap((plan) => plan.quotas.map(({ thing }) => thing)));
  return things.size === 0 ? sentences : [`Not applied: quotas of ${[...things].join(', ')}.`, ...sentences];
}

function isMoreThanAShare({ aim, otherwise, leastTickets, except, each }: CheckedAttainment): boolean {
  const isPlain = aim.kind === 'share' && aim.within === null;
  return !isPlain || otherwise !== null || leastTickets > 0 || except.length > 0 || each === 'severity';
}

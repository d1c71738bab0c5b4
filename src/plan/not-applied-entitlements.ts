import type { CheckedAttainment, CheckedPlan } from '../check/model.ts';

/** What plans entitle to and no run reckons with yet, a sentence each, so that an answer can say what it left out. */
export function entitlementsNotApplied(plans: readonly CheckedPlan[]): readonly string[] {
  const kinds: readonly [string, (plan: CheckedPlan) => boolean][] = [
    ['Packs', (plan) => plan.packs.length > 0],
    ['Rollover', (plan) => plan.rollovers.length > 0],
    ['Charges', (plan) => plan.charges.length > 0],
    ['Eligibility', (plan) => plan.eligibility.length > 0],
    ['Exclusions', (plan) => plan.provisions.some(({ says }) => says === 'exclude')],
    ['Preconditions', (plan) => plan.provisions.some(({ says }) => says === 'requires')],
    ['Versions in scope', (plan) => plan.versions !== null],
    ['Languages of support', (plan) => plan.languages !== null],
    ['Rates by calendar', (plan) => plan.rates.length > 0],
    ['Options', (plan) => plan.options.length > 0],
    ['Surcharges', (plan) => plan.surcharges.length > 0],
    ['Credits', (plan) => plan.credits.length > 0],
    ['Availability', (plan) => plan.availability.length > 0],
    [
      'Counts, means, exclusions and limits of their own in the attainment',
      (plan) => plan.attainment.some(isMoreThanAShare),
    ],
    ['Regions of availability', (plan) => plan.availableIn !== null],
  ];
  const sentences = kinds.flatMap(([what, isSaid]) => {
    const names = plans.filter(isSaid).map((plan) => plan.name);
    return names.length === 0 ? [] : [`${what} of ${names.join(', ')}.`];
  });
  const things = new Set(plans.flatMap((plan) => plan.quotas.map(({ thing }) => thing)));
  return things.size === 0 ? sentences : [`Quotas of ${[...things].join(', ')}.`, ...sentences];
}

function isMoreThanAShare({ aim, otherwise, leastTickets, except, each }: CheckedAttainment): boolean {
  const isPlain = aim.kind === 'share' && aim.within === null;
  return !isPlain || otherwise !== null || leastTickets > 0 || except.length > 0 || each === 'severity';
}

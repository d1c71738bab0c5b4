import { isSettledBeyond } from '../../engine/entitlement/beyond-quota.ts';
import type { PlanProvision } from '../../plan/entitlement-model.ts';
import type { CompiledPlan, PlanClock, PlanPlan } from '../../plan/model.ts';
import { limitedOthers } from './of-cell.ts';

/**
 * What the contract says of tickets that go on and the machine that judges their histories does not carry out, a sentence
 * each: what no line of a history can tell, and what hangs on other tickets.
 */
export function leftOutOfHistories(contract: CompiledPlan): readonly string[] {
  const sentences = [
    ...contract.clocks.flatMap(ofClock),
    ...contract.calendars.flatMap(({ name, body }) =>
      limitedOthers(body).map(
        (others) =>
          `in limited hours of \`${name}\` those who are not admitted have ${others}: their clocks only stand still`,
      ),
    ),
    ...contract.plans.flatMap((plan) => [
      ...ofRequirements(plan),
      ...ofLanguages(contract, plan),
      ...ofRest(plan),
    ]),
    ...ofEscalations(contract),
  ];
  return [...new Set(sentences)];
}

function ofClock({ metric, plan, terms }: PlanClock): readonly string[] {
  const clock = `the clock \`${metric}\`${plan === null ? '' : ` of ${plan}`}`;
  return [
    ...(terms.work.length === 0
      ? []
      : [`${clock} works at most so long: who works, and since when, is not told`]),
    ...terms.starts.flatMap((start) =>
      start.kind === 'previous ticket ends'
        ? [
            `${clock} starts when the previous ticket of the ${start.of} ends: with the event \`previous ticket ended\` alone`,
          ]
        : [],
    ),
  ];
}

function ofRequirements({ name, provisions }: PlanPlan): readonly string[] {
  return provisions.flatMap(({ says, text, otherwise }) =>
    says === 'requires' && otherwise !== null
      ? [`${name} requires "${text}", or else ${OTHERWISE[otherwise]}: every ticket is taken to meet it`]
      : [],
  );
}

const OTHERWISE: Readonly<Record<NonNullable<PlanProvision['otherwise']>, string>> = {
  refuse: 'refuses',
  'best effort': 'gives best effort',
  'no promise': 'promises nothing',
  pause: 'has the clocks pause',
};

/** The language of a ticket is told by a fact of that name. */
function ofLanguages({ facts }: CompiledPlan, { name, languages }: PlanPlan): readonly string[] {
  return languages === null || facts.some((fact) => fact.name === 'language')
    ? []
    : [
        `${name} is given in ${languages.join(', ')}: the contract has no fact \`language\` by which tickets say theirs`,
      ];
}

function ofRest({ name, options, quotas }: PlanPlan): readonly string[] {
  const lost = quotas.filter((quota) => !isSettledBeyond(quota));
  const things = [...new Set(lost.map(({ thing }) => thing))];
  return [
    ...options.flatMap(({ text, gives }) =>
      gives.length === 0
        ? []
        : [`the option "${text}" of ${name} gives other promises: every ticket is taken to be without it`],
    ),
    ...(things.length === 0
      ? []
      : [
          `beyond its ${things.join(', ')} ${name} stops work, or asks the customer: every ticket is taken to be within them`,
        ]),
  ];
}

/** Shares are told of what is counted from the clock's own start. */
function ofEscalations({ conduct, plans }: CompiledPlan): readonly string[] {
  const hanging = new Set(
    plans.flatMap(({ targets }) =>
      targets.flatMap(({ metric, promise }) =>
        promise.kind === 'relative' || promise.kind === 'awaited' ? [metric] : [],
      ),
    ),
  );
  return conduct.escalations.flatMap(({ metric }) =>
    hanging.has(metric)
      ? [
          `\`${metric}\` is escalated by the share of its time: not where it hangs on another promise or an event`,
        ]
      : [],
  );
}

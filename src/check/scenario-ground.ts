import type { Conduct } from './conduct-model.ts';
import type { CheckedClock, CheckedPlan } from './model.ts';
import type { Scope } from './scope.ts';

/** What a scenario's story is checked against: what its plan promises, counts and says. */
export interface ScenarioGround {
  readonly scope: Scope;
  readonly plan: string;
  /** The metrics of which some ticket of the plan, or of one that the story changes to, is promised something. */
  readonly metrics: ReadonlySet<string>;
  /** What the plan counts in quotas, and sells in packs. */
  readonly things: ReadonlySet<string>;
  readonly packs: ReadonlySet<string>;
  readonly charges: ReadonlySet<string>;
  /** Currencies in which it charges. */
  readonly currencies: ReadonlySet<string>;
  /** Whom rules, escalations and reminders tell something. */
  readonly told: ReadonlySet<string>;
  readonly refusals: readonly string[];
  /** Whether nothing is wrong so far: what is missing is not to be told where it was lost to another mistake. */
  readonly isSound: boolean;
}

export interface StoryTerms {
  readonly scope: Scope;
  readonly plans: readonly CheckedPlan[];
  readonly conduct: Conduct<string>;
  readonly clocks: readonly CheckedClock[];
  readonly isSound: boolean;
}

export function scenarioGround(terms: StoryTerms, plan: string, others: readonly string[]): ScenarioGround {
  const { scope, plans, conduct, clocks, isSound } = terms;
  const spoken = plans.filter(({ name }) => name === plan || others.includes(name));
  const quotas = spoken.flatMap((each) => each.quotas);
  const charges = spoken.flatMap((each) => each.charges);
  const rates = charges.flatMap(({ rate, then }) => [rate, ...then]);
  const line = lineOf(plans, spoken);
  const isOfStory = (owner: string | null) => owner === null || line.has(owner);
  return {
    scope,
    plan,
    metrics: new Set(spoken.flatMap(({ targets }) => targets.map(({ metric }) => metric))),
    things: new Set(quotas.flatMap(({ thing, usedWhen }) => (usedWhen === null ? [] : [thing]))),
    packs: new Set(spoken.flatMap(({ packs }) => packs.map(({ text }) => text))),
    charges: new Set(charges.map(({ name }) => name)),
    currencies: new Set(
      rates.flatMap(({ quantity }) => (quantity.kind === 'money' ? [quantity.currency] : [])),
    ),
    told: new Set([
      ...conduct.rules.filter((rule) => isOfStory(rule.plan)).flatMap(toldBy),
      ...conduct.escalations
        .filter((each) => isOfStory(each.plan))
        .flatMap(({ steps }) => steps.map(({ to }) => to)),
      ...(clocks.some(({ terms: { closes } }) => (closes?.reminders.length ?? 0) > 0) ? ['customer'] : []),
    ]),
    refusals: spoken.flatMap(({ eligibility, provisions }) => [
      ...eligibility.map(({ refusal }) => refusal),
      ...provisions.flatMap(({ says, text }) => (says === 'exclude' ? [text] : [])),
    ]),
    isSound,
  };
}

function toldBy({ actions, stages, consent }: Conduct<string>['rules'][number]): readonly string[] {
  const all = [...actions, ...stages.flatMap((stage) => stage.actions)];
  const told = all.flatMap((action) => (action.kind === 'tell' ? [action.whom] : []));
  return consent === null ? told : [...told, 'customer'];
}

/** Plans, and those that they extend. */
function lineOf(plans: readonly CheckedPlan[], of: readonly CheckedPlan[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const plan of of) {
    for (let at: CheckedPlan | undefined = plan; at !== undefined && !names.has(at.name);) {
      names.add(at.name);
      const parent: string | null = at.extends;
      at = plans.find(({ name }) => name === parent);
    }
  }
  return names;
}

import type {
  PlanAction,
  PlanChange,
  PlanChangeBasis,
  PlanEscalation,
  PlanRule,
  PlanTrigger,
} from '../../plan/conduct-model.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import type { Alteration, CoverageItem } from './coverage-model.ts';
import { longerStretch, unitOfStretch } from './stretch-alterations.ts';

/** What makes a severity, rules with each of their actions, steps of escalation, and what changes do to clocks. */
export function ruleItems({ conduct, severities }: CompiledPlan): readonly CoverageItem[] {
  return [
    ...severityItems(severities),
    ...conduct.rules.flatMap(itemsOfRule),
    ...conduct.changes.flatMap(itemsOfChange),
    ...conduct.escalations.flatMap(itemsOfEscalation),
  ];
}

/** Of which severity a ticket is by its facts. */
function severityItems(severities: CompiledPlan['severities']): readonly CoverageItem[] {
  const isGraded = severities.some(({ when }) => when.kind !== 'unstated' && when.kind !== 'otherwise');
  if (!isGraded) return [];
  return severities.flatMap(({ name, when, origin }, index): readonly CoverageItem[] => {
    if (when.kind === 'unstated') return [];
    const never = (plan: CompiledPlan): CompiledPlan => ({
      ...plan,
      severities: plan.severities.map((each, i) =>
        i === index ? { ...each, when: { kind: 'any', of: [] } } : each,
      ),
    });
    const alterations = [{ what: 'never', alter: never }];
    return [{ kind: 'rule', words: `${name} by what the ticket says`, origin, plans: null, alterations, unreachable: null }];
  });
}

function itemsOfRule(rule: PlanRule, index: number): readonly CoverageItem[] {
  const item = (words: string, ...alterations: readonly (readonly [string, (rule: PlanRule) => PlanRule])[]) =>
    ({
      kind: 'rule',
      words: `rule "${rule.name}"${words}`,
      origin: rule.origin,
      plans: null,
      alterations: alterations.map(([what, change]): Alteration => ({
        what,
        alter: (plan) => withRule(plan, index, change),
      })),
      unreachable: null,
    }) satisfies CoverageItem;
  const { when, consent, stages, resetBy, trigger } = rule;
  return [
    ...rule.actions.flatMap((action, i) =>
      actionsOf(action).map(({ words, without }) =>
        item(`: ${words}`, [
          GONE,
          (each) => ({ ...each, actions: replaced(each.actions, i, without) }),
        ]),
      ),
    ),
    ...stages.flatMap((stage, k) =>
      stage.actions.flatMap((action, i) =>
        actionsOf(action).map(({ words, without }) =>
          item(
            `, stage ${k + 2}: ${words}`,
            [GONE, (each) => withStage(each, k, (old) => ({ ...old, actions: replaced(old.actions, i, without) }))],
            [
              `${unitOfStretch(stage.after)} later`,
              (each) => withStage(each, k, (old) => ({ ...old, after: longerStretch(old.after) })),
            ],
          ),
        ),
      ),
    ),
    ...(trigger === null ? [] : laterTriggers(trigger)).map(({ words, what, later }) =>
      item(words, [what, (each) => ({ ...each, trigger: later })]),
    ),
    ...(when === null ? [] : [item(', where its condition fails', ['without it', (each) => ({ ...each, when: null })])]),
    ...resetBy.map((event) =>
      item(`, begun anew by ${event}`, [
        GONE,
        (each) => ({ ...each, resetBy: each.resetBy.filter((old) => old !== event) }),
      ]),
    ),
    ...(consent === null
      ? []
      : [
          item(', if the customer agrees', ['without asking', (each) => ({ ...each, consent: null })]),
          consent.silence === 'refuses'
            ? item(', a customer who is silent', [
                'silence as agreement',
                (each) => ({ ...each, consent: { silence: 'agrees', after: { kind: 'elapsed', seconds: 1 } } }),
              ])
            : item(
                ', a customer who is silent',
                ['silence as refusal', (each) => ({ ...each, consent: { silence: 'refuses' } })],
                [
                  `${unitOfStretch(consent.after)} later`,
                  (each) => ({ ...each, consent: { silence: 'agrees', after: longerStretch(consent.after) } }),
                ],
              ),
        ]),
  ];
}

const GONE = 'not at all';

function withRule(plan: CompiledPlan, index: number, change: (rule: PlanRule) => PlanRule): CompiledPlan {
  const rules = plan.conduct.rules.map((rule, i) => (i === index ? change(rule) : rule));
  return { ...plan, conduct: { ...plan.conduct, rules } };
}

function withStage(
  rule: PlanRule,
  index: number,
  change: (stage: PlanRule['stages'][number]) => PlanRule['stages'][number],
): PlanRule {
  return { ...rule, stages: rule.stages.map((stage, i) => (i === index ? change(stage) : stage)) };
}

function replaced(actions: readonly PlanAction[], index: number, by: PlanAction | null): readonly PlanAction[] {
  return actions.flatMap((action, i) => (i !== index ? [action] : by === null ? [] : [by]));
}

/** An action, or each of its steps, with the action that is left without it. */
function actionsOf(action: PlanAction): readonly { readonly words: string; readonly without: PlanAction | null }[] {
  switch (action.kind) {
    case 'set severity':
      return [{ words: `severity ${action.severity}`, without: null }];
    case 'cap severity':
      return [{ words: `severity at most ${action.severity}`, without: null }];
    case 'raise':
    case 'lower':
      return [{ words: `${action.kind} to ${action.severity}`, without: null }];
    case 'raise by steps':
    case 'lower by steps':
      return action.steps.map((step) => ({
        words: `${action.kind === 'raise by steps' ? 'raise' : 'lower'} ${step.from} to ${step.to}`,
        without: { ...action, steps: action.steps.filter((each) => each !== step) },
      }));
    case 'tell':
      return [{ words: `tell ${action.whom}`, without: null }];
    default:
      return [{ words: action.kind, without: null }];
  }
}

function laterTriggers(trigger: PlanTrigger) {
  switch (trigger.kind) {
    case 'event':
      return [];
    case 'state':
      return [
        {
          words: `, after its time in ${trigger.state}`,
          what: `${unitOfStretch(trigger.after)} later`,
          later: { ...trigger, after: longerStretch(trigger.after) },
        },
      ];
    case 'due':
      return [
        {
          words: `, ${trigger.side} the deadline of ${trigger.metric}`,
          what: `${unitOfStretch(trigger.by)} further from it`,
          later: { ...trigger, by: longerStretch(trigger.by) },
        },
      ];
  }
}

function itemsOfChange(change: PlanChange, index: number): readonly CoverageItem[] {
  const { basis, earlierOfBoth, floor, lateFrom, breachStays, origin, of, plan } = change;
  const item = (
    words: string,
    ...alterations: readonly (readonly [string, (change: PlanChange) => PlanChange])[]
  ) =>
    ({
      kind: 'rule',
      words: `on ${of}: ${words}`,
      origin,
      plans: plan === null ? null : [plan],
      alterations: alterations.map(([what, other]): Alteration => ({
        what,
        alter: (whole) => ({
          ...whole,
          conduct: {
            ...whole.conduct,
            changes: whole.conduct.changes.map((each, i) => (i === index ? other(each) : each)),
          },
        }),
      })),
      unreachable: null,
    }) satisfies CoverageItem;
  return [
    item(
      basis.kind === 'from event' ? `count from ${basis.event}` : BASES[basis.kind],
      ...othersThan(basis).map(
        (other) => [`${BASES[other.kind]} in its place`, (each: PlanChange) => ({ ...each, basis: other })] as const,
      ),
    ),
    ...(earlierOfBoth
      ? [item('the earlier of both', [GONE, (each) => ({ ...each, earlierOfBoth: false })])]
      : []),
    ...(floor === null ? [] : [item('never due less than that after', [GONE, (each) => ({ ...each, floor: null })])]),
    ...(lateFrom === 'change'
      ? [
          {
            ...item('late from the change', ['from the deadline', (each) => ({ ...each, lateFrom: 'deadline' })]),
            unreachable: countsFromChange(change) ? 'what is counted from the change is due after it' : null,
          },
        ]
      : []),
    ...(basis.kind === 'keep old'
      ? []
      : [
          item(breachStays ? 'a breach stays a breach' : 'a breach is forgotten', [
            'the other way',
            (each) => ({ ...each, breachStays: !breachStays }),
          ]),
        ]),
  ];
}

/** A description that is completed is what changes the severity, so counting from it is counting from the change. */
function countsFromChange({ of, basis }: PlanChange): boolean {
  if (basis.kind === 'from change') return true;
  return of === 'completion' && basis.kind === 'from event' && basis.event === 'described';
}

const BASES: Readonly<Record<PlanChangeBasis['kind'], string>> = {
  'from open': 'count from open',
  'from change': 'count from the change',
  'from event': 'count from an event',
  'keep elapsed': 'keep elapsed',
  'keep old': 'keep old',
  proportional: 'proportional',
};

/** Two other readings that are unlike it, and unlike each other: no basis agrees with both. */
function othersThan({ kind }: PlanChangeBasis): readonly PlanChangeBasis[] {
  const old = { kind: kind === 'keep old' ? 'from change' : 'keep old' } as const;
  const open = { kind: kind === 'from open' ? 'from change' : 'from open' } as const;
  return [old, open];
}

function itemsOfEscalation(escalation: PlanEscalation, index: number): readonly CoverageItem[] {
  const { metric, plan, steps, origin } = escalation;
  return steps.map((step, k): CoverageItem => {
    const percent = (step.share.numerator * 100) / step.share.denominator;
    const withStep = (whole: CompiledPlan, other: typeof step | null): CompiledPlan => ({
      ...whole,
      conduct: {
        ...whole.conduct,
        escalations: whole.conduct.escalations.map((each, i) =>
          i !== index
            ? each
            : { ...each, steps: each.steps.flatMap((old, n) => (n !== k ? [old] : other === null ? [] : [other])) },
        ),
      },
    });
    const { numerator, denominator } = step.share;
    const later = { ...step, share: { numerator: numerator * 100 + denominator, denominator: denominator * 100 } };
    return {
      kind: 'rule',
      words: `escalation of ${metric} at ${percent} % to ${step.to}`,
      origin,
      plans: plan === null ? null : [plan],
      alterations: [
        { what: GONE, alter: (whole) => withStep(whole, null) },
        { what: 'a hundredth later', alter: (whole) => withStep(whole, later) },
      ],
      unreachable: null,
    };
  });
}

import type { CompiledPlan, PlanLimit, PlanPlan, PlanPromise, PlanSelector, PlanTarget } from '../../plan/model.ts';
import { assertNever } from '../../text/assert-never.ts';
import type { Alteration, CoverageItem } from './coverage-model.ts';

/** The cells of the target tables, one for each plan and severity for which it holds. */
export function cellItems({ plans, severities }: CompiledPlan): readonly CoverageItem[] {
  const all = severities.length === 0 ? [null] : severities.map((_, severity) => severity);
  return plans.flatMap((plan) => all.flatMap((severity) => cellsOf(plan, severity, severities)));
}

function cellsOf(
  plan: PlanPlan,
  severity: number | null,
  severities: CompiledPlan['severities'],
): readonly CoverageItem[] {
  const holding = plan.targets.filter(({ when }) => isFor(when, severity));
  const groups = new Map<string, PlanTarget[]>();
  for (const target of holding) {
    const key = placeOf(target);
    groups.set(key, [...(groups.get(key) ?? []), target]);
  }
  return [...groups].flatMap(([key, targets]): readonly CoverageItem[] => {
    const [first] = targets;
    if (first === undefined) return [];
    const before = targets.map((target) => hidden(target, holding));
    const by = before.every((each) => each !== null) ? before[0] : null;
    // What a plan takes over from the one it extends, and says anew for all tickets, is no cell of its own.
    if (by !== null && by !== undefined && by.origin.path[0] !== first.origin.path[0]) return [];
    const name = severity === null ? '' : `, ${severities[severity]?.name ?? ''}`;
    return [
      {
        kind: 'cell',
        words: `${plan.name}${name}, ${first.metric}: ${first.words}`,
        origin: first.origin,
        plans: [plan.name],
        alterations: otherPromises(first.promise).map(({ what, change }): Alteration => ({
          what,
          alter: (whole) => withCell(whole, plan.name, key, severity, change),
        })),
        unreachable: by === null || by === undefined ? null : `\`${by.words}\` holds before it for all such tickets`,
      },
    ];
  });
}

function placeOf({ metric, origin: { file, line, column } }: PlanTarget): string {
  return `${metric} ${file} ${line} ${column}`;
}

function isFor({ severities }: PlanSelector, severity: number | null): boolean {
  return severity === null || severities === null || severities.includes(severity);
}

/** The cell of the same metric that stands before another and takes all of its tickets. */
function hidden(target: PlanTarget, holding: readonly PlanTarget[]): PlanTarget | null {
  const before = holding.slice(0, holding.indexOf(target)).filter(({ metric }) => metric === target.metric);
  return before.find((each) => takesAll(each.when, target.when) && placeOf(each) !== placeOf(target)) ?? null;
}

/** Whether every ticket of one selector is one of another; of one severity, so that is not asked. */
function takesAll(wide: PlanSelector, narrow: PlanSelector): boolean {
  const dimensions = ['regions', 'channels', 'types'] as const;
  return (
    dimensions.every((dimension) => within(wide[dimension], narrow[dimension])) &&
    wide.facts.every(({ fact, words }) =>
      narrow.facts.some((each) => each.fact === fact && each.words.every((word) => words.includes(word))),
    ) &&
    wide.opened.every(({ side, calendar }) =>
      narrow.opened.some((each) => each.side === side && each.calendar === calendar),
    )
  );
}

function within(wide: readonly number[] | null, narrow: readonly number[] | null): boolean {
  return wide === null || (narrow !== null && narrow.every((each) => wide.includes(each)));
}

function withCell(
  whole: CompiledPlan,
  plan: string,
  key: string,
  severity: number | null,
  change: (promise: PlanPromise) => PlanPromise,
): CompiledPlan {
  const altered = (target: PlanTarget): readonly PlanTarget[] => {
    if (placeOf(target) !== key || !isFor(target.when, severity)) return [target];
    const severities = severity === null ? target.when.severities : [severity];
    return [{ ...target, when: { ...target.when, severities }, promise: change(target.promise) }, target];
  };
  return {
    ...whole,
    plans: whole.plans.map((each) =>
      each.name === plan ? { ...each, targets: each.targets.flatMap(altered) } : each,
    ),
  };
}

interface OtherPromise {
  readonly what: string;
  readonly change: (promise: PlanPromise) => PlanPromise;
}

/** A promise that is one unit longer or shorter, or another word. */
function otherPromises(promise: PlanPromise): readonly OtherPromise[] {
  switch (promise.kind) {
    case 'word': {
      const word = promise.word === 'not offered' ? 'best effort' : 'not offered';
      return [{ what: `\`${word}\` in its place`, change: () => ({ kind: 'word', word }) }];
    }
    case 'range':
    case 'cadence':
    case 'relative':
    case 'awaited':
      return [
        ...otherLimits(promise.hard).map(({ what, limit }) => ({
          what,
          change: (each: PlanPromise) => ('hard' in each ? { ...each, hard: limit(each.hard) } : each),
        })),
        ...(promise.soft === null ? [] : otherLimits(promise.soft)).map(({ what, limit }) => ({
          what: `what is aimed at ${what}`,
          change: (each: PlanPromise) =>
            'soft' in each && each.soft !== null ? { ...each, soft: limit(each.soft) } : each,
        })),
      ];
    default:
      return otherLimits(promise).map(({ what, limit }) => ({
        what,
        change: (each) => (isLimit(each) ? limit(each) : each),
      }));
  }
}

function isLimit(promise: PlanPromise): promise is PlanLimit {
  return ['elapsed', 'hours', 'days', 'pick'].includes(promise.kind);
}

interface OtherLimit {
  readonly what: string;
  readonly limit: (limit: PlanLimit) => PlanLimit;
}

function otherLimits(limit: PlanLimit): readonly OtherLimit[] {
  const unit = unitOf(limit);
  return [
    { what: `${unit} longer`, limit: (each) => longer(each, 1) },
    ...(hasLess(limit) ? [{ what: `${unit} shorter`, limit: (each: PlanLimit) => longer(each, -1) }] : []),
  ];
}

function unitOf(limit: PlanLimit): string {
  if (limit.kind === 'pick') return 'one unit';
  return limit.kind === 'days' ? `one ${limit.unit}` : 'a second';
}

function hasLess(limit: PlanLimit): boolean {
  if (limit.kind === 'pick') return limit.of.every(hasLess);
  return limit.kind === 'days' ? limit.count > 1 : limit.seconds > 0;
}

function longer(limit: PlanLimit, by: 1 | -1): PlanLimit {
  switch (limit.kind) {
    case 'elapsed':
    case 'hours':
      return { ...limit, seconds: limit.seconds + by };
    case 'days':
      return { ...limit, count: limit.count + by };
    case 'pick':
      return { ...limit, of: limit.of.map((each) => longer(each, by)) };
    default:
      return assertNever(limit);
  }
}

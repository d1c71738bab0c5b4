import type { CompiledPlan, PlanPromise } from '../../../plan/model.ts';
import { assertNever } from '../../../text/assert-never.ts';
import type { WhatIf } from '../../../simulate/what-if.ts';

/** A promise of one plan for one severity, as it stands in the contract. */
export interface PromiseKnob {
  readonly kind: 'promise';
  readonly plan: string;
  readonly severity: string;
  readonly metric: string;
  /** Seconds, or a number of days. */
  readonly amount: number;
  readonly unit: 'seconds' | 'days';
  /** The cell: `16 h in Office`. */
  readonly words: string;
}

/** Those that are counted in time, a plan after another. What is promised by a word, or by several limits, is typed. */
export function promiseKnobs(
  { plans, severities, metrics }: CompiledPlan,
  compared: readonly number[],
): readonly PromiseKnob[] {
  return compared.flatMap((place) => {
    const plan = plans[place];
    if (plan === undefined) return [];
    return metrics.flatMap((metric) =>
      severities.flatMap(({ name }, severity): readonly PromiseKnob[] => {
        const cell = plan.targets.find(
          (target) => target.metric === metric && (target.when.severities?.includes(severity) ?? true),
        );
        const amount = cell === undefined ? null : amountOf(cell.promise);
        return cell === undefined || amount === null
          ? []
          : [{ kind: 'promise', plan: plan.name, severity: name, metric, words: cell.words, ...amount }];
      }),
    );
  });
}

function amountOf(promise: PlanPromise): Pick<PromiseKnob, 'amount' | 'unit'> | null {
  switch (promise.kind) {
    case 'elapsed':
    case 'hours':
      return { amount: promise.seconds, unit: 'seconds' };
    case 'days':
      return { amount: promise.count, unit: 'days' };
    case 'range':
    case 'cadence':
    case 'relative':
    case 'awaited':
      return amountOf(promise.hard);
    case 'pick':
    case 'word':
      return null;
    default:
      return assertNever(promise);
  }
}

const MINUTES = [1, 2, 5, 10, 15, 20, 30, 45, 60, 90];
const HOURS = [
  2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48, 56, 64, 72, 80, 96, 120, 160, 200, 240, 320, 480,
];
const LADDER: readonly number[] = [
  ...MINUTES.map((minutes) => minutes * 60),
  ...HOURS.map((hours) => hours * 3600),
];

/** The change by which a promise is the next longer time that people promise, or the next shorter; null as it was. */
export function turnedPromise(knob: PromiseKnob, change: WhatIf | null, by: 1 | -1): WhatIf | null {
  const { plan, severity, metric, unit } = knob;
  const before = change?.kind === 'promise' && change.to.unit === unit ? change.to.amount : knob.amount;
  const amount = nextAmount(before, unit, by);
  if (amount === null) return change;
  if (amount === knob.amount) return null;
  return { kind: 'promise', plan, severity, metric, to: { amount, unit, counted: 'as now' } };
}

function nextAmount(before: number, unit: PromiseKnob['unit'], by: 1 | -1): number | null {
  if (unit === 'days') return before + by >= 1 ? before + by : null;
  const next = by === 1 ? LADDER.find((step) => step > before) : LADDER.findLast((step) => step < before);
  return next ?? null;
}

/** A promise of one plan at another value, in the compiled plan. */
import { amountWords } from '../explain/amount-words.ts';
import type { CompiledPlan, PlanLimit, PlanPlan, PlanPromise, PlanTarget } from '../plan/model.ts';
import { MS_PER_SECOND } from '../time/units.ts';
import { assertNever } from '../text/assert-never.ts';
import { unknownName, type WhatIfProblem } from './what-if-problem.ts';

/** A limit in place of another. */
export interface NewPromise {
  /** Seconds, above 0; or a whole number of the days by which the promise counts already. */
  readonly amount: number;
  readonly unit: 'seconds' | 'days';
  /** By which time seconds count: as the promise does now, elapsed, or in the hours of a calendar by its name. */
  readonly counted: 'as now' | 'elapsed' | { readonly in: string };
}

/**
 * The plan with the promise of a metric for a severity (all for null) replaced in every cell of one of its plans. Of a
 * range or a cadence the hard bound is replaced and a soft one falls away; what counts from the promise moves with it.
 */
export function changePromise(
  compiled: CompiledPlan,
  planName: string,
  severityName: string | null,
  metric: string,
  to: NewPromise,
): { readonly plan: CompiledPlan; readonly sentence: string } | WhatIfProblem {
  const plan = compiled.plans.find(({ name }) => name === planName);
  if (plan === undefined)
    return unknownName(
      'plan',
      planName,
      compiled.plans.map(({ name }) => name),
    );
  const severity =
    severityName === null ? null : compiled.severities.findIndex(({ name }) => name === severityName);
  if (severity === -1)
    return unknownName(
      'severity',
      severityName ?? '',
      compiled.severities.map(({ name }) => name),
    );
  const cells = plan.targets.filter(
    (target) => target.metric === metric && speaksOf(target, severity, compiled),
  );
  const of = `\`${metric}\`${severityName === null ? '' : ` of \`${severityName}\``} under \`${planName}\``;
  if (cells.length === 0) {
    const metrics = [...new Set(plan.targets.map((target) => target.metric))];
    if (!metrics.includes(metric)) return unknownName(`promise in \`${planName}\``, metric, metrics);
    return { message: `the contract promises nothing for ${of}`, help: `name another severity` };
  }
  if (!(to.amount > 0) || (to.unit === 'days' && !Number.isInteger(to.amount))) {
    return {
      message: `${String(to.amount)} ${to.unit} is nothing to promise`,
      help: 'write such as 4 h, or 3 days',
    };
  }
  const calendar = typeof to.counted === 'object' ? calendarCalled(compiled, to.counted.in) : null;
  if (calendar !== null && typeof calendar !== 'number') return calendar;
  const before = [...new Set(cells.map(({ words }) => words).filter((words) => words !== ''))];
  const replaced = replacedCells(plan, severity, metric, compiled, (limit) => newLimit(limit, to, calendar));
  if (replaced === null) {
    return {
      message: `what is promised for ${of} (${before.join('; ')}) is not counted in ${to.unit === 'days' ? 'days' : 'hours'}`,
      help:
        to.unit === 'days' ? 'give hours and say in which calendar' : 'say in which calendar, or `elapsed`',
    };
  }
  const now = [...new Set(replaced.words)].join('; ');
  return {
    plan: {
      ...compiled,
      plans: compiled.plans.map((each) => (each === plan ? { ...plan, targets: replaced.targets } : each)),
    },
    sentence: `${of} is promised within ${now} instead of ${before.join('; ') || 'what it was'}`,
  };
}

function speaksOf({ when }: PlanTarget, severity: number | null, { severities }: CompiledPlan): boolean {
  if (severity === null) return severities.length > 0;
  return when.severities?.includes(severity) ?? true;
}

type Relimit = (limit: PlanLimit | null) => PlanLimit | null;

/** Null where a cell cannot count by what it is given. */
function replacedCells(
  plan: PlanPlan,
  severity: number | null,
  metric: string,
  compiled: CompiledPlan,
  relimit: Relimit,
): { readonly targets: readonly PlanTarget[]; readonly words: readonly string[] } | null {
  const words: string[] = [];
  const targets: PlanTarget[] = [];
  for (const target of plan.targets) {
    const isMeant = target.metric === metric;
    const promise =
      speaksOf(target, severity, compiled) && (isMeant || leansOn(target.promise, metric))
        ? isMeant
          ? hardBound(target.promise, relimit)
          : rebased(target.promise, metric, relimit)
        : target.promise;
    if (promise === null) return null;
    if (promise === target.promise) {
      targets.push(target);
      continue;
    }
    const said = isMeant ? limitWords(promise, compiled) : target.words;
    if (isMeant) words.push(said);
    const changed: PlanTarget = { ...target, promise, words: said };
    // The first cell that matches holds: one for this severity alone stands before the one it is taken from.
    const isAlone = severity === null || target.when.severities?.length === 1;
    if (isAlone) targets.push(changed);
    else targets.push({ ...changed, when: { ...target.when, severities: [severity] } }, target);
  }
  return { targets, words };
}

function hardBound(promise: PlanPromise, relimit: Relimit): PlanPromise | null {
  switch (promise.kind) {
    case 'range':
      return relimit(promise.hard);
    case 'cadence':
    case 'relative':
    case 'awaited': {
      const hard = relimit(promise.hard);
      return hard === null ? null : { ...promise, soft: null, hard };
    }
    case 'word':
      return relimit(null);
    default:
      return relimit(promise);
  }
}

function leansOn(promise: PlanPromise, metric: string): boolean {
  return promise.kind === 'relative' && (promise.metric === metric || leansOn(promise.base, metric));
}

/** A promise that counts from the deadline of another, with that at its new value. */
function rebased(promise: PlanPromise, metric: string, relimit: Relimit): PlanPromise | null {
  if (promise.kind !== 'relative') return promise;
  const base =
    promise.metric === metric ? hardBound(promise.base, relimit) : rebased(promise.base, metric, relimit);
  return base === null ? null : { ...promise, base };
}

/** @param now null where a word stands instead of a limit */
function newLimit(
  now: PlanLimit | null,
  { amount, unit, counted }: NewPromise,
  calendar: number | null,
): PlanLimit | null {
  if (unit === 'days') return now?.kind === 'days' ? { ...now, count: amount } : null;
  if (calendar !== null) return { kind: 'hours', seconds: amount, calendar };
  if (counted === 'elapsed') return { kind: 'elapsed', seconds: amount };
  return now?.kind === 'hours' || now?.kind === 'elapsed' ? { ...now, seconds: amount } : null;
}

/** As the contract's own cells have it, such as `2 h in Office`. */
function limitWords(promise: PlanPromise, compiled: CompiledPlan): string {
  switch (promise.kind) {
    case 'elapsed':
      return amountWords(promise.seconds * MS_PER_SECOND, 'ms');
    case 'hours': {
      const calendar = compiled.calendars[promise.calendar];
      return `${amountWords(promise.seconds * MS_PER_SECOND, 'ms')} in ${calendar?.of ?? calendar?.name ?? ''}`;
    }
    case 'days':
      return `${promise.count} ${promise.unit}${promise.count === 1 ? '' : 's'}`;
    case 'cadence':
      return `every ${limitWords(promise.hard, compiled)}`;
    case 'relative':
      return `${limitWords(promise.hard, compiled)} ${promise.side} ${promise.metric}`;
    case 'awaited':
      return `${limitWords(promise.hard, compiled)} ${promise.side} ${promise.of.name}`;
    case 'range':
      return limitWords(promise.hard, compiled);
    case 'pick':
      return promise.of.map((limit) => limitWords(limit, compiled)).join(` or ${promise.pick} `);
    case 'word':
      return promise.word;
    default:
      return assertNever(promise);
  }
}

/** Index of the calendar that is the same for every ticket, by its name. */
function calendarCalled({ calendars }: CompiledPlan, name: string): number | WhatIfProblem {
  const index = calendars.findIndex((calendar) => calendar.name === name && calendar.before === null);
  const variants = calendars.filter(({ of }) => of === name);
  if (variants.length > 1 || (index === -1 && variants.length > 0)) {
    return {
      message: `the hours of \`${name}\` hang on the ticket, so a promise cannot simply be counted in it`,
      help: 'name a calendar that is the same for every ticket, or `elapsed`',
    };
  }
  if (index !== -1) return index;
  return unknownName(
    'calendar',
    name,
    calendars.flatMap(({ of }) => of ?? []),
  );
}

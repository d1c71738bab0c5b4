import type {
  CheckedContract,
  CheckedLimit,
  CheckedPlan,
  CheckedPromise,
  CheckedTarget,
  Selector,
} from '../check/model.ts';

/** What plans promise, by metric and severity, looked for once however many rules ask. */
const promises = new WeakMap<CheckedPlan, Map<string, Map<string, CheckedTarget | null>>>();

/** What is promised to the tickets of a severity that nothing else sets apart; null when nothing is said. */
export function promisedTo(plan: CheckedPlan, metric: string, severity: string): CheckedTarget | null {
  const ofPlan = promises.get(plan) ?? new Map<string, Map<string, CheckedTarget | null>>();
  promises.set(plan, ofPlan);
  const ofMetric = ofPlan.get(metric) ?? new Map<string, CheckedTarget | null>();
  ofPlan.set(metric, ofMetric);
  const known = ofMetric.get(severity);
  if (known !== undefined) return known;
  const isMeant = (target: CheckedTarget) => target.metric === metric && speaksOf(target.when, severity);
  const found = plan.targets.find(isMeant) ?? null;
  ofMetric.set(severity, found);
  return found;
}

const metrics = new WeakMap<CheckedPlan, readonly string[]>();

/** The metrics that a plan promises anything for, in the order of its targets. */
export function metricsOf(plan: CheckedPlan): readonly string[] {
  const found = metrics.get(plan) ?? [...new Set(plan.targets.map(({ metric }) => metric))];
  metrics.set(plan, found);
  return found;
}

/** Whether a line speaks of all tickets of a severity, whatever their region, channel, type, facts and hour. */
export function speaksOf(when: Selector, severity: string): boolean {
  return isOfAll(when) && (when.severities === null || when.severities.includes(severity));
}

/** Whether a line is narrowed by nothing but severity. Asked of every cell, so nothing is made for the answer. */
export function isOfAll({ regions, channels, types, facts, opened }: Selector): boolean {
  return regions === null && channels === null && types === null && facts.length === 0 && opened.length === 0;
}

/** The severities that a line names; all of them where it names none. */
export function severitiesOf({ severities }: CheckedContract, when: Selector): readonly string[] {
  return when.severities ?? severities.map(({ name }) => name);
}

/** The limit that is promised: of a range its hard bound; null where no time is. */
export function limitOf(promise: CheckedPromise): CheckedLimit | null {
  switch (promise.kind) {
    case 'word':
      return null;
    case 'range':
    case 'cadence':
    case 'relative':
      return promise.hard;
    default:
      return promise;
  }
}

/** Whether a promise counts no more, of the same unit, than another does, in whatever hours each is counted. */
export function isNoMore(one: CheckedPromise, other: CheckedPromise): boolean {
  const [a, b] = [limitOf(one), limitOf(other)];
  if (a?.kind === 'hours' && b?.kind === 'hours') return a.seconds <= b.seconds;
  return a?.kind === 'days' && b?.kind === 'days' && a.unit === b.unit && a.count <= b.count;
}

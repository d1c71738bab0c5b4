import type { Span } from '../text/source.ts';
import { type Distinctions, distinctionsOf } from './calendar-keys.ts';
import { type CheckContext, report } from './context.ts';
import { admitted, type Dimension, factOf, type Names, narrowedTo } from './dimensions.ts';
import type { CheckedCalendar, CheckedPlan } from './model.ts';
import { calendarsOfPromise } from './promise-calendars.ts';

/** What changes of tickets are held against: what may be promised otherwise afterwards. */
export interface ChangeGround {
  readonly plans: readonly CheckedPlan[];
  readonly calendars: readonly CheckedCalendar[];
  readonly names: Names;
  /** The changes of which the contract says what they do. */
  readonly said: ReadonlySet<string>;
}

/** A place in the contract that declares what may change. */
export interface Changing {
  readonly context: CheckContext;
  readonly span: Span;
}

/**
 * What the contract leaves open of changes that move a deadline. A ticket of another severity counts from the opening
 * then, and a breach stays a breach; one of another channel, type or fact keeps the hours that have gone by.
 */
export function assumeChanges(
  ground: ChangeGround,
  {
    severities,
    channels,
    types,
    facts,
  }: Readonly<Record<'severities' | 'channels' | 'types' | 'facts', Changing | undefined>>,
): void {
  const { said } = ground;
  if (severities !== undefined && movesPromises(ground, 'severities')) {
    const { context, span } = severities;
    if (!said.has('raise')) report(context, 'assume/on-raise', span, {});
    if (!said.has('lower')) report(context, 'assume/on-lower', span, {});
  }
  for (const [of, dimension, changing] of [
    ['channel', 'channels', channels],
    ['type', 'types', types],
  ] as const) {
    if (changing === undefined || said.has(`change of ${of}`) || !movesPromises(ground, dimension)) continue;
    report(changing.context, 'assume/on-change', changing.span, { of });
  }
  if (facts === undefined || said.has('change of a fact')) return;
  const dimensions = [...ground.names.keys()].filter((dimension) => factOf(dimension) !== null);
  if (dimensions.some((dimension) => movesPromises(ground, dimension))) {
    report(facts.context, 'assume/on-change', facts.span, { of: 'a fact' });
  }
}

/** Whether a ticket that changes in the dimension is promised something else, or the same in other hours. */
function movesPromises({ plans, calendars, names }: ChangeGround, dimension: Dimension): boolean {
  if (plans.some((plan) => promisesBy(plan, dimension))) return true;
  const byName = new Map(calendars.map((calendar) => [calendar.name, calendar]));
  const used = plans.flatMap(({ targets }) => targets.flatMap(({ promise }) => calendarsOfPromise(promise)));
  return [...new Set(used)].some((name) => tellsApart(distinctionsOf(byName, name, names), dimension));
}

function tellsApart(distinct: Distinctions, dimension: Dimension): boolean {
  return (distinct.get(dimension)?.size ?? 0) > 0;
}

/** Whether the plan's cells promise a ticket something else by what it is in the dimension. */
function promisesBy(plan: CheckedPlan, dimension: Dimension): boolean {
  // Of several targets for one name the first holds.
  const promises = new Map<string, Map<string, string>>();
  for (const { metric, promise, when } of plan.targets) {
    const key = `${metric} ${JSON.stringify(narrowedTo(when, dimension, null))}`;
    const byName = promises.get(key) ?? new Map<string, string>();
    promises.set(key, byName);
    for (const name of admitted(when, dimension) ?? ['any other']) {
      if (!byName.has(name)) byName.set(name, JSON.stringify(promise));
    }
  }
  return [...promises.values()].some((byName) => new Set(byName.values()).size > 1);
}

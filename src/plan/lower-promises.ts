import { NO_BINDING, NO_CONDUCT } from '../check/conduct-model.ts';
import type { CalendarBody, CheckedContract, CheckedPlan } from '../check/model.ts';
import { NO_ENTITLEMENTS } from '../check/no-entitlements.ts';
import { calendarsOfPromise } from '../check/promise-calendars.ts';
import { lower } from './lower.ts';
import type { CompiledPlan } from './model.ts';

/**
 * What some plans of a contract promise and cover, for who has a question about their hours alone: the plan of a
 * contract that says nothing else. Plans keep their places; the others promise nothing.
 */
export function lowerPromises(contract: CheckedContract, plans: ReadonlySet<string>): CompiledPlan {
  const asked = contract.plans.filter(({ name }) => plans.has(name));
  const needed = calendarsNeeded(contract, asked);
  return lower({
    ...contract,
    calendars: contract.calendars.filter(({ name }) => needed.has(name)),
    clocks: [],
    plans: contract.plans.map((plan) => ({
      ...plan,
      ...NO_ENTITLEMENTS,
      price: null,
      attainment: [],
      channels: [],
      features: [],
      ...(plans.has(plan.name) ? {} : { targets: [], coverage: [] }),
    })),
    conduct: NO_CONDUCT,
    binding: NO_BINDING,
    assumptions: [],
  });
}

/** The calendars that plans speak of, and those of which these are made. */
function calendarsNeeded({ calendars }: CheckedContract, plans: readonly CheckedPlan[]): ReadonlySet<string> {
  const bodies = new Map(calendars.map(({ name, body }) => [name, body]));
  const needed = new Set<string>();
  const need = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    const body = bodies.get(name);
    if (body !== undefined) partsOf(body).forEach(need);
  };
  for (const { targets, coverage } of plans) {
    for (const { promise, when } of targets) {
      [...calendarsOfPromise(promise), ...when.opened.map(({ calendar }) => calendar)].forEach(need);
    }
    for (const { hours, when } of coverage) {
      if (hours.kind === 'calendar') need(hours.calendar);
      when.opened.forEach(({ calendar }) => {
        need(calendar);
      });
    }
  }
  return needed;
}

function partsOf(body: CalendarBody): readonly string[] {
  switch (body.kind) {
    case 'always':
    case 'civil':
      return [];
    case 'named':
      return [body.calendar];
    case 'union':
    case 'intersection':
    case 'difference':
      return [...partsOf(body.left), ...partsOf(body.right)];
    case 'chosen':
      return body.of.flatMap(({ value }) => partsOf(value));
  }
}

import type { KeyedCalendars, PlanStretch } from '../../plan/conduct-model.ts';
import type { CompiledPlan, PlanLimit, PlanPromise } from '../../plan/model.ts';

/** Calendars by which a ticket is counted: in promises, clocks, rules and entitlements, not in coverage alone. */
export function usedCalendars({ plans, clocks, conduct }: CompiledPlan): ReadonlySet<number> {
  const used = new Set<number>();
  const limit = (each: PlanLimit): void => {
    if (each.kind === 'pick') each.of.forEach(limit);
    else if (each.kind !== 'elapsed') used.add(each.calendar);
  };
  const promise = (each: PlanPromise): void => {
    if (each.kind === 'word') return;
    if (!("hard" in each)) {
      limit(each);
      return;
    }
    limit(each.hard);
    if (each.soft !== null) limit(each.soft);
    if (each.kind === 'relative') promise(each.base);
  };
  const keyed = (calendars: KeyedCalendars | null | undefined): void => {
    for (const { calendar } of calendars ?? []) used.add(calendar);
  };
  const stretch = (each: PlanStretch | null | undefined): void => {
    if (each !== null && each !== undefined && each.kind !== 'elapsed') keyed(each.calendar);
  };
  for (const plan of plans) {
    for (const { promise: each, when } of plan.targets) {
      promise(each);
      for (const { calendar } of when.opened) used.add(calendar);
    }
    for (const { outside } of [...plan.quotas, ...plan.charges]) if (outside !== null) used.add(outside.calendar);
    for (const { when } of [...plan.quotas, ...plan.charges, ...plan.provisions]) {
      for (const { calendar } of when.opened) used.add(calendar);
    }
  }
  for (const { terms } of clocks) {
    for (const { during, cap } of terms.pauses) {
      keyed(during);
      stretch(cap?.by);
    }
    stretch(terms.reopen.within);
    stretch(terms.closes?.after);
    for (const { by } of terms.closes?.reminders ?? []) stretch(by);
    stretch(terms.repeats?.group);
  }
  for (const { trigger, stages, consent } of conduct.rules) {
    if (trigger?.kind === 'state') stretch(trigger.after);
    if (trigger?.kind === 'due') stretch(trigger.by);
    for (const { after } of stages) stretch(after);
    if (consent?.silence === 'agrees') stretch(consent.after);
  }
  for (const { floor } of conduct.changes) stretch(floor?.by);
  return used;
}

import type { KeyedCalendars, PlanStretch } from '../../plan/conduct-model.ts';
import type { CompiledPlan, PlanDays, PlanLimit, PlanPromise } from '../../plan/model.ts';

/** What of a calendar decides: all of its hours; its dates, and when they close; or its dates alone. */
export type CalendarUse = 'hours' | 'closings' | 'dates';

const RANK: readonly CalendarUse[] = ['dates', 'closings', 'hours'];

/**
 * Calendars by which a ticket is counted, in promises, clocks, rules and entitlements and not in coverage alone, and what of
 * them decides.
 */
export function usedCalendars(plan: CompiledPlan): ReadonlyMap<number, CalendarUse> {
  const used = new Map<number, CalendarUse>();
  const isOpenTimeAsked = asksOpenTime(plan);
  const use = (calendar: number, of: CalendarUse): void => {
    const known = used.get(calendar) ?? 'dates';
    used.set(calendar, RANK.indexOf(of) > RANK.indexOf(known) ? of : known);
  };
  const limit = (each: PlanLimit): void => {
    if (each.kind === 'pick') each.of.forEach(limit);
    else if (each.kind === 'hours') use(each.calendar, 'hours');
    else if (each.kind === 'days') use(each.calendar, isOpenTimeAsked ? 'hours' : useOfDays(each));
  };
  const promise = (each: PlanPromise): void => {
    if (each.kind === 'word') return;
    if (!('hard' in each)) {
      limit(each);
      return;
    }
    limit(each.hard);
    if (each.soft !== null) limit(each.soft);
    if (each.kind === 'relative') promise(each.base);
  };
  const keyed = (calendars: KeyedCalendars | null | undefined): void => {
    for (const { calendar } of calendars ?? []) use(calendar, 'hours');
  };
  const stretch = (each: PlanStretch | null | undefined): void => {
    if (each !== null && each !== undefined && each.kind !== 'elapsed') keyed(each.calendar);
  };
  for (const { targets, quotas, charges, provisions } of plan.plans) {
    for (const { promise: each } of targets) promise(each);
    for (const { when } of [...targets, ...quotas, ...charges, ...provisions]) {
      for (const { calendar } of when.opened) use(calendar, 'hours');
    }
    for (const { outside } of [...quotas, ...charges]) if (outside !== null) use(outside.calendar, 'hours');
  }
  for (const { terms } of plan.clocks) {
    for (const { during, cap } of terms.pauses) {
      keyed(during);
      stretch(cap?.by);
    }
    stretch(terms.reopen.within);
    stretch(terms.closes?.after);
    for (const { by } of terms.closes?.reminders ?? []) stretch(by);
    stretch(terms.repeats?.group);
  }
  for (const { trigger, stages, consent } of plan.conduct.rules) {
    if (trigger?.kind === 'state') stretch(trigger.after);
    if (trigger?.kind === 'due') stretch(trigger.by);
    for (const { after } of stages) stretch(after);
    if (consent?.silence === 'agrees') stretch(consent.after);
  }
  for (const { floor } of plan.conduct.changes) stretch(floor?.by);
  return used;
}

/** Pauses, shares and escalations measure a count of dates by the open time of its calendar. */
function asksOpenTime({ clocks, conduct }: CompiledPlan): boolean {
  return (
    conduct.escalations.length > 0 ||
    conduct.changes.some(({ basis }) => basis.kind === 'proportional') ||
    clocks.some(({ terms }) => terms.pausedDays === 'add time')
  );
}

function useOfDays({ end, receipt, endOutside }: PlanDays): CalendarUse {
  const isMoved = receipt === 'next opening' || endOutside !== 'stays';
  // What ends as its date closes is open then, and whether it came before the opening or at it is the same date.
  if (end.kind === 'close') return 'closings';
  return isMoved ? 'hours' : 'dates';
}

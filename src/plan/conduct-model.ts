import type { BindingTerms, ClockTerms, Conduct, Stretch } from '../check/conduct-model.ts';
import type { PlanSelector } from './model.ts';

/** A calendar by its index, once for all tickets that it tells apart. */
export type KeyedCalendars = readonly { readonly when: PlanSelector; readonly calendar: number }[];

export type PlanStretch = Stretch<KeyedCalendars>;
export type PlanConduct = Conduct<KeyedCalendars>;
export type PlanClockTerms = ClockTerms<KeyedCalendars>;
export type PlanBinding = BindingTerms<KeyedCalendars>;

import type { CalendarKey } from '../check/calendar-keys.ts';
import type { CheckedEntitlements, CheckedOffHours, CheckedQuota } from '../check/entitlement-model.ts';
import type { CheckedContract, Selector } from '../check/model.ts';
import type { PlanEntitlements, PlanOffHours, PlanQuota } from './entitlement-model.ts';
import type { CalendarTable } from './lower-calendars.ts';
import { calendarsOfLimit } from '../check/promise-calendars.ts';
import { lowerLimit } from './lower-targets.ts';
import type { PlanSelector } from './model.ts';

/**
 * Entitlements with their calendars; a line whose calendar tells tickets apart becomes one line for
 * each part of them, of which the first that matches a ticket holds.
 */
export function lowerEntitlements(
  said: CheckedEntitlements,
  contract: CheckedContract,
  calendars: CalendarTable,
  selectorOf: (selector: Selector) => PlanSelector,
): PlanEntitlements {
  const lines = <T extends { readonly when: Selector; readonly outside: CheckedOffHours | null }>(
    line: T,
  ) => {
    const named = line.outside === null ? [] : [line.outside.calendar];
    return calendars.groups(line.when, named).map(({ when, key }) => ({
      ...line,
      when: selectorOf(when),
      outside: line.outside === null ? null : lowerOffHours(line.outside, calendars, key),
    }));
  };
  const regions = contract.regions.map((region) => region.name);
  return {
    quotas: said.quotas.flatMap((quota) => lowerQuota(quota, calendars, selectorOf)),
    packs: said.packs,
    rollovers: said.rollovers,
    charges: said.charges.flatMap(({ besides: _said, ...charge }) => lines(charge)),
    eligibility: said.eligibility,
    provisions: said.provisions.map((provision) => ({ ...provision, when: selectorOf(provision.when) })),
    languages: said.languages,
    versions: said.versions,
    availableIn: said.availableIn?.map((region) => regions.indexOf(region)) ?? null,
  };
}

function lowerQuota(
  quota: CheckedQuota,
  calendars: CalendarTable,
  selectorOf: (selector: Selector) => PlanSelector,
): readonly PlanQuota[] {
  const { outside, bookedBefore } = quota;
  const named = [
    ...(outside === null ? [] : [outside.calendar]),
    ...(bookedBefore === null ? [] : calendarsOfLimit(bookedBefore)),
  ];
  return calendars.groups(quota.when, named).map(({ when, key }) => ({
    ...quota,
    when: selectorOf(when),
    outside: outside === null ? null : lowerOffHours(outside, calendars, key),
    bookedBefore: bookedBefore === null ? null : lowerLimit(bookedBefore, calendars, key),
  }));
}

function lowerOffHours(outside: CheckedOffHours, calendars: CalendarTable, key: CalendarKey): PlanOffHours {
  return { ...outside, calendar: calendars.indexOf(outside.calendar, key) };
}

import type { CalendarKey } from '../check/calendar-keys.ts';
import type { CheckedEntitlements, CheckedOffHours } from '../check/entitlement-model.ts';
import type { CheckedContract, Selector } from '../check/model.ts';
import type { PlanEntitlements, PlanOffHours } from './entitlement-model.ts';
import type { CalendarTable } from './lower-calendars.ts';
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
    quotas: said.quotas.flatMap(lines),
    rollovers: said.rollovers,
    charges: said.charges.flatMap(lines),
    eligibility: said.eligibility,
    provisions: said.provisions.map((provision) => ({ ...provision, when: selectorOf(provision.when) })),
    languages: said.languages,
    versions: said.versions,
    availableIn: said.availableIn?.map((region) => regions.indexOf(region)) ?? null,
  };
}

function lowerOffHours(outside: CheckedOffHours, calendars: CalendarTable, key: CalendarKey): PlanOffHours {
  return { ...outside, calendar: calendars.indexOf(outside.calendar, key) };
}

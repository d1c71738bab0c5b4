import { type Engine, loadPlan, type TicketTerms } from '../engine/index.ts';
import type { PlanClosedDates } from '../plan/calendar-model.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { RUNTIME_ZONES } from '../workspace/runtime-zones.ts';

/**
 * The engine of a plan for the tickets of a customer. Holidays that the contract does not have are looked for where its
 * own would lie: in `holidays` beside it, or above.
 * @throws {CustomerError} for a zone or holidays that nobody knows.
 * @throws {Unreadable} for a holiday file that cannot be read.
 */
export async function loadEngineFor(plan: CompiledPlan, path: string, terms: TicketTerms): Promise<Engine> {
  return (await loadForCustomers(plan, path, terms.holidays ?? [])).forTicket(terms);
}

/**
 * The engine of a plan for tickets of several customers, which `forTicket` tells apart.
 * @param holidays names of the holiday sets of any of them; one that nobody knows is refused when a ticket names it
 */
export async function loadForCustomers(
  plan: CompiledPlan,
  path: string,
  holidays: readonly string[],
): Promise<Engine> {
  const found = new Map<string, PlanClosedDates>();
  if (plan.calendars.some(({ hangsOn }) => hangsOn.includes('holidays'))) {
    for (const name of holidays) {
      if (plan.holidaySets.some((set) => set.name === name)) continue;
      const { readHolidaySet } = await import('../workspace/read-holiday-set.ts');
      const set = await readHolidaySet(path, name);
      if (set !== null) found.set(name, set);
    }
  }
  return loadPlan(plan, { ...RUNTIME_ZONES, holidays: (name) => found.get(name) ?? null });
}

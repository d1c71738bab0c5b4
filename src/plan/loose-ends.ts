import { CUSTOMER_ZONE } from '../time/customer-zone.ts';
import type { CompiledPlan } from './model.ts';

/** What the fields of a compiled plan that hold indexes point into. Wherever they stand, they mean the same. */
const LISTS = {
  calendar: 'calendars',
  severities: 'severities',
  regions: 'regions',
  availableIn: 'regions',
  channels: 'channels',
  types: 'types',
  fact: 'facts',
} as const satisfies Readonly<Record<string, keyof CompiledPlan>>;

/**
 * The first index in a plan that points at nothing, as `plans/0/targets/3/promise/calendar: there is no 7`, or zone
 * of a calendar without a table; null when all hold.
 */
export function firstLooseEnd(plan: CompiledPlan): string | null {
  const visit = (value: unknown, path: string): string | null => {
    if (typeof value !== 'object' || value === null) return null;
    for (const [key, field] of Object.entries(value) as readonly (readonly [string, unknown])[]) {
      const here = `${path}/${key}`;
      const loose =
        looseIndex(plan, key, field) ?? (isZoneOfCalendar(value, key) ? looseZone(plan, field) : null);
      if (loose !== null) return `${here.slice(1)}: there is no ${loose}`;
      const below = key === 'zones' ? null : visit(field, here);
      if (below !== null) return below;
    }
    return null;
  };
  return visit(plan, '');
}

function looseIndex(plan: CompiledPlan, key: string, field: unknown): string | null {
  if (!(key in LISTS)) return null;
  const { length } = plan[LISTS[key as keyof typeof LISTS]];
  const indexes: readonly unknown[] = Array.isArray(field) ? field : [field];
  const loose = indexes.find((index) => typeof index === 'number' && (index < 0 || index >= length));
  return typeof loose === 'number' ? String(loose) : null;
}

/** Dates are counted by the table of the zone; other zones of a plan are names. */
function isZoneOfCalendar(holder: object, key: string): boolean {
  return key === 'zone' && 'kind' in holder && (holder.kind === 'civil' || holder.kind === 'days');
}

function looseZone(plan: CompiledPlan, zone: unknown): string | null {
  // That of a customer comes with the ticket.
  if (typeof zone !== 'string' || zone === CUSTOMER_ZONE) return null;
  return Object.hasOwn(plan.zones, zone) ? null : zone;
}

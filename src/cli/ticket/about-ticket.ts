import type { CompiledPlan } from '../../plan/model.ts';
import { fixedZoneTable } from '../../time/fixed-zone.ts';
import type { ZoneTable } from '../../time/types.ts';
import { formatForPeople } from '../local-time.ts';
import type { FactValue } from './read-facts.ts';
import type { Ticket } from './read-ticket.ts';

/** Where nothing names a zone, times are shown in UTC and say so. */
export const UTC: ZoneTable = fixedZoneTable('UTC', 0, 1970, 2100);

/** `language German`, `addon`, `not addon`. */
function factWords(name: string, value: FactValue): string {
  if (typeof value === 'boolean') return value ? name : `not ${name}`;
  return `${name} ${String(value)}`;
}

/** `Gold, S2, EMEA, opened Fri 2026-06-12 23:00 +02:00 (Europe/Berlin)`, in two parts. */
export function aboutTicket(
  plan: CompiledPlan,
  planIndex: number,
  { key, facts, opened }: Ticket,
  zone: ZoneTable,
) {
  const names = [
    plan.plans[planIndex]?.name,
    plan.severities[key.severity]?.name,
    plan.regions[key.region]?.name,
    plan.channels[key.channel]?.name,
    plan.types[key.type]?.name,
    ...[...facts].map(([index, value]) => factWords(plan.facts[index]?.name ?? '', value)),
  ].filter((part) => part !== undefined);
  return { names: names.join(', '), opened: `opened ${formatForPeople(zone, opened)} (${zone.zone})` };
}

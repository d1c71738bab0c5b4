import type { CompiledPlan } from '../../plan/model.ts';
import type { LogDates } from '../../simulate/history/log-dates.ts';
import type { TicketMapping } from '../../simulate/history/mapping.ts';
import { isKnownZone } from '../../time/zone-lookup.ts';
import { parseDate } from '../parse-date.ts';
import { UsageError } from '../usage-error.ts';

export interface DateFlags {
  readonly from?: string;
  readonly to?: string;
}

/** The zone whose dates a log is told in: that of its own clock, or of the contract. */
export function zoneOfLog(mapping: TicketMapping, plan: CompiledPlan, flag?: string): string {
  const name = flag ?? mapping.times.zone ?? plan.zone ?? plan.effective?.zone ?? 'UTC';
  if (!isKnownZone(name)) throw new UsageError(`--zone \`${name}\` is no zone of the IANA time-zone data`);
  return name;
}

/** The dates of opening that are asked for; null for all. */
export function logDates({ from, to }: DateFlags, zone: string): LogDates | null {
  if (from === undefined && to === undefined) return null;
  const first = from === undefined ? null : parseDate('--from')(from);
  const last = to === undefined ? null : parseDate('--to')(to);
  if (first !== null && last !== null && last < first) {
    throw new UsageError(`--to ${to ?? ''} lies before --from ${from ?? ''}`);
  }
  return { zone, first, last };
}

import type { CompiledPlan } from '../plan/model.ts';
import { formatInstantIn, formatInstantUtc } from '../time/iso-instant.ts';
import type { InstantMs } from '../time/types.ts';

/**
 * An instant to the minute, as `2016-03-01 09:12`: by the wall clock of the contract's zone, or of UTC where it has
 * none or its offsets are not known for that instant. `zoneWords` says which.
 */
export function instantWords(plan: CompiledPlan, instant: InstantMs): string {
  const zone = plan.zone === null ? undefined : plan.zones[plan.zone];
  const known = zone !== undefined && instant >= zone.from * 1000 && instant < zone.to * 1000;
  const text = known ? formatInstantIn(zone, instant) : formatInstantUtc(instant);
  return `${text.slice(0, 10)} ${text.slice(11, 16)}${zone !== undefined && !known ? ' UTC' : ''}`;
}

/** The zone in which `instantWords` reads the clock. */
export function zoneWords(plan: CompiledPlan): string {
  return plan.zone !== null && plan.zones[plan.zone] !== undefined ? plan.zone : 'UTC';
}

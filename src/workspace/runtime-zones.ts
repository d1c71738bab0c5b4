import type { Outside } from '../engine/index.ts';
import { isKnownZone, lookUpZone } from '../time/zone-lookup.ts';

/** Zones of customers out of the runtime's data, for the years that a compiled plan carries: `loadPlan(plan, RUNTIME_ZONES)`. */
export const RUNTIME_ZONES: Outside = {
  zone: (name) => (isKnownZone(name) ? lookUpZone(name, 1970, 2100) : null),
};

import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { zonesMeantBy } from '../time/zone-abbreviations.ts';
import { canonicalZoneNames, isKnownZone, lookUpZone } from '../time/zone-lookup.ts';
import type { ZoneTable } from '../time/types.ts';
import { UsageError } from './usage-error.ts';

/** The table of a zone: the plan's own where it has one, so that the answer rests on the data it was compiled with. */
export function zoneTable(plan: CompiledPlan, zone: string): ZoneTable {
  const known = Object.hasOwn(plan.zones, zone) ? plan.zones[zone] : undefined;
  if (known !== undefined) return known;
  if (!isKnownZone(zone)) {
    const meant = zonesMeantBy(zone);
    if (meant !== null) {
      throw new UsageError(
        `\`${zone}\` is no time zone but an abbreviation, which means different zones to different readers`,
        `--zone ${meant.map((each) => each.replace('fixed ', '')).join(' | ')}`,
      );
    }
    const near = nearestWord(zone, canonicalZoneNames());
    throw new UsageError(
      `\`${zone}\` is no time zone`,
      near === null
        ? 'write a zone such as Europe/Berlin, or an offset such as +02:00'
        : `did you mean ${near}?`,
    );
  }
  return lookUpZone(zone, 1970, 2100);
}

/** Changes of offset as moment-timezone packs them: out of the zone files, by `zic`, without this runtime's data. */
import moment from 'moment-timezone';
import type { Transition } from './find-transitions.ts';

/** Version of the zone files, such as `2025b`. */
export const PACKED_VERSION = moment.tz.dataVersion;

/** Beyond it the files give rules and no changes. */
export const PACKED_UNTIL = Date.UTC(2037, 0, 1) / 1000;

/** From 1970 to the start of 2037; null for a zone that is not packed. */
export function packedTransitions(zone: string): readonly Transition[] | null {
  const packed = moment.tz.zone(zone);
  if (packed === null) return null;
  // Minutes west of UTC, with a fraction where there are seconds.
  const offsets = packed.offsets.map((west) => -Math.round(west * 60));
  return packed.untils.flatMap((until, i) => {
    const [second, before, after] = [until / 1000, offsets[i] ?? NaN, offsets[i + 1] ?? NaN];
    const isChange = second > 0 && second < PACKED_UNTIL && before !== after;
    return isChange ? [{ second, before, after }] : [];
  });
}

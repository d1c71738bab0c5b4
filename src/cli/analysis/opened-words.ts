import { readingZone } from '../../analyze/reading-zone.ts';
import type { Engine } from '../../engine/index.ts';
import type { PlanTarget } from '../../plan/model.ts';
import type { InstantMs, ZoneTable } from '../../time/types.ts';
import { formatLocalTime } from '../local-time.ts';
import { UTC } from '../ticket/about-ticket.ts';

/** The zone by whose clock a promise is best read; UTC, which says so, where nothing names one. */
export function zoneFor(engine: Engine, region: string | null, cells: readonly PlanTarget[]): ZoneTable {
  return readingZone(engine, region, cells) ?? UTC;
}

/** `Fri 2026-06-12 17:00`; what begins with the next millisecond is `just after` it. */
export function instantWords(zone: ZoneTable, instant: InstantMs): string {
  return instant % 60_000 === 1
    ? `just after ${formatLocalTime(zone, instant - 1)}`
    : formatLocalTime(zone, instant);
}

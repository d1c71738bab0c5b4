/** Zones that are a number of hours and minutes off UTC and never change, written `+03:00`. */
import type { ZoneTable } from './types.ts';

/** No place on Earth is further from UTC, in seconds. */
const MAX_OFFSET_SECONDS = 18 * 3600;

/** Offset in seconds of a zone name such as `+03:00` or `-00:30`; null when the name is none of these. */
export function parseFixedZone(zone: string): number | null {
  const match = /^([+-])(\d{2}):([0-5]\d)$/.exec(zone);
  if (match === null) return null;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  if (seconds > MAX_OFFSET_SECONDS) return null;
  return match[1] === '-' && seconds !== 0 ? -seconds : seconds;
}

/** The zone name of an offset in seconds, such as `+03:00`. Offsets of parts of a minute are written in seconds. */
export function formatOffset(offsetSeconds: number): string {
  const size = Math.abs(offsetSeconds);
  const parts = [
    Math.floor(size / 3600),
    Math.floor(size / 60) % 60,
    ...(size % 60 === 0 ? [] : [size % 60]),
  ];
  return (offsetSeconds < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** A table without transitions, for whole UTC years, both included. */
export function fixedZoneTable(
  zone: string,
  offsetSeconds: number,
  fromYear: number,
  toYear: number,
): ZoneTable {
  return {
    zone,
    from: Date.UTC(fromYear, 0, 1) / 1000,
    to: Date.UTC(toYear + 1, 0, 1) / 1000,
    transitions: [],
    offsets: [offsetSeconds],
  };
}

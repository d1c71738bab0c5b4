/**
 * Zone tables out of the runtime's time-zone data. With this file apart, whatever only computes (the engine and
 * its bundle) needs no `Intl`.
 */
import { fixedZoneTable, parseFixedZone } from './fixed-zone.ts';
import { MS_PER_SECOND, SECONDS_PER_HOUR } from './units.ts';
import type { ZoneTable } from './types.ts';

/**
 * Offsets are compared every five days and the change is then found by bisection to the second. Wider steps miss
 * changes that undo each other: Gaza has some seven days apart.
 */
const PROBE_SECONDS = 5 * 86_400;

const tables = new Map<string, ZoneTable>();

/**
 * Every change of offset of a zone in whole UTC years, both included. `zone` is an IANA name or a fixed offset such
 * as `+03:00`. Throws a RangeError for a name that `isKnownZone` refuses. Tables are kept and shared.
 */
export function lookUpZone(zone: string, fromYear: number, toYear: number): ZoneTable {
  const key = `${zone} ${fromYear} ${toYear}`;
  const known = tables.get(key);
  if (known !== undefined) return known;
  const table = buildTable(zone, fromYear, toYear);
  tables.set(key, table);
  return table;
}

function buildTable(zone: string, fromYear: number, toYear: number): ZoneTable {
  const fixed = parseFixedZone(zone);
  if (fixed !== null) return fixedZoneTable(zone, fixed, fromYear, toYear);
  if (!isKnownZone(zone)) throw new RangeError(`unknown time zone ${JSON.stringify(zone)}`);

  const offsetOf = offsetReader(zone);
  const from = Date.UTC(fromYear, 0, 1) / MS_PER_SECOND;
  const to = Date.UTC(toYear + 1, 0, 1) / MS_PER_SECOND;
  const transitions: number[] = [];
  const offsets = [offsetOf(from)];
  let at = from;
  let offset = offsets[0] as number;
  while (at < to - 1) {
    const next = Math.min(at + PROBE_SECONDS, to - 1);
    const nextOffset = offsetOf(next);
    // One probe step may hold a change and, after it, another: look again from the change on.
    if (nextOffset === offset) {
      at = next;
      continue;
    }
    at = firstSecondWithout(offsetOf, offset, at, next);
    offset = offsetOf(at);
    transitions.push(at);
    offsets.push(offset);
  }
  return { zone, from, to, transitions, offsets };
}

/**
 * The first second in `(low, high]` at which the offset is no longer `offset`, which holds at `low`. Most changes
 * fall on a full hour, so the hours are bisected first and the seconds only where the change lies within one.
 */
function firstSecondWithout(
  offsetOf: (second: number) => number,
  offset: number,
  low: number,
  high: number,
): number {
  const hour = SECONDS_PER_HOUR;
  while (high - low > hour) {
    const middle = Math.max(Math.floor((low + high) / 2 / hour), Math.floor(low / hour) + 1) * hour;
    if (offsetOf(middle) === offset) low = middle;
    else high = middle;
  }
  if (offsetOf(high - 1) === offset) return high;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetOf(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/** Offset at a second by asking what the wall clock shows: the difference to UTC read as if it were UTC. */
function offsetReader(zone: string): (second: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (second) => {
    // Always `MM/DD/YYYY, HH:MM:SS`. Cutting the text is several times quicker than `formatToParts`.
    const text = format.format(second * MS_PER_SECOND);
    const local = Date.UTC(
      number(text, 6, 10),
      number(text, 0, 2) - 1,
      number(text, 3, 5),
      number(text, 12, 14),
      number(text, 15, 17),
      number(text, 18, 20),
    );
    return local / MS_PER_SECOND - second;
  };
}

function number(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

/**
 * Whether a contract may name the zone: a fixed offset (`+03:00`), `UTC`, or an IANA name of the form `Area/Place`
 * in its own spelling. One-word names (`EST`, `CET`, `Cuba`) are refused although the data carries some of them:
 * as abbreviations they mean different things to different readers.
 */
export function isKnownZone(zone: string): boolean {
  const told = knownZones.get(zone);
  if (told !== undefined) return told;
  const isKnown = isSpeltAsKnown(zone);
  knownZones.set(zone, isKnown);
  return isKnown;
}

/** Answers of `isKnownZone`: a long contract names the same few zones again and again, and asking is slow. */
const knownZones = new Map<string, boolean>();

function isSpeltAsKnown(zone: string): boolean {
  if (zone === 'UTC' || parseFixedZone(zone) !== null) return true;
  if (!/^[A-Z][\w+-]*(\/[A-Z][\w+-]*)+$/.test(zone)) return false;
  try {
    // A name that comes back as it was given is spelt right; asking for the whole list takes much longer.
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone });
    if (format.resolvedOptions().timeZone === zone) return true;
  } catch {
    return false;
  }
  const spelling = spellings().get(zone.toLowerCase());
  return spelling === undefined || spelling === zone;
}

/** Names under which ICU still lists zones that the time-zone data has renamed, with the names of today. */
const RENAMED: { readonly [listed: string]: string } = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

let canonical: readonly string[] | null = null;

/** The names to suggest to a reader, sorted: one a zone, in today's spelling. Older names are known as well. */
export function canonicalZoneNames(): readonly string[] {
  canonical ??= Intl.supportedValuesOf('timeZone')
    .map((name) => RENAMED[name] ?? name)
    .filter((name) => name.includes('/'))
    .concat('UTC')
    .sort();
  return canonical;
}

let spelled: ReadonlyMap<string, string> | null = null;

function spellings(): ReadonlyMap<string, string> {
  spelled ??= new Map(canonicalZoneNames().map((name) => [name.toLowerCase(), name]));
  return spelled;
}

/**
 * Version of the time-zone data behind `lookUpZone`, such as `2025c`; `unknown` where the runtime does not say.
 * A constant of the runtime, like the data itself.
 */
export function tzdataVersion(
  versions: { readonly [part: string]: string | undefined } = process.versions,
): string {
  return versions['tz'] ?? 'unknown';
}

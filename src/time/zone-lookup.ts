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

  const writtenAt = offsetWriter(zone);
  const from = Date.UTC(fromYear, 0, 1) / MS_PER_SECOND;
  const to = Date.UTC(toYear + 1, 0, 1) / MS_PER_SECOND;
  const transitions: number[] = [];
  let at = from;
  let offset = writtenAt(from);
  const offsets = [offset];
  while (at < to - 1) {
    const next = Math.min(at + PROBE_SECONDS, to - 1);
    // One probe step may hold a change and, after it, another: look again from the change on.
    if (writtenAt(next) === offset) {
      at = next;
      continue;
    }
    at = firstSecondWithout(writtenAt, offset, at, next);
    offset = writtenAt(at);
    transitions.push(at);
    offsets.push(offset);
  }
  return { zone, from, to, transitions, offsets: offsets.map(secondsOf) };
}

/** The offset in force at a second, as the runtime writes it. */
type WrittenOffset = (second: number) => string;

/**
 * The first second in `(low, high]` at which the offset is no longer `offset`, which holds at `low`. Most changes
 * fall on a full hour, so the hours are bisected first and the seconds only where the change lies within one.
 */
function firstSecondWithout(writtenAt: WrittenOffset, offset: string, low: number, high: number): number {
  const hour = SECONDS_PER_HOUR;
  while (high - low > hour) {
    const middle = Math.max(Math.floor((low + high) / 2 / hour), Math.floor(low / hour) + 1) * hour;
    if (writtenAt(middle) === offset) low = middle;
    else high = middle;
  }
  if (writtenAt(high - 1) === offset) return high;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (writtenAt(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/** Offsets in the words of the runtime are compared as they are: a table takes ten thousand, and few of them differ. */
function offsetWriter(zone: string): WrittenOffset {
  const known = writers.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    // One letter: the fewer other fields, the quicker.
    weekday: 'narrow',
    timeZoneName: 'longOffset',
  });
  // `T, GMT+02:00`, `T, GMT-00:44:30`; UTC may be `GMT` alone.
  const writer: WrittenOffset = (second) => format.format(second * MS_PER_SECOND).slice(3);
  writers.set(zone, writer);
  return writer;
}

/** By zone: to make one takes as long as to ask it about several years, and scenarios ask about the years around each. */
const writers = new Map<string, WrittenOffset>();

function secondsOf(written: string): number {
  const [, sign, hours, minutes, seconds] =
    /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(written) ?? failed(written);
  if (sign === undefined) return 0;
  const size = Number(hours) * SECONDS_PER_HOUR + Number(minutes) * 60 + Number(seconds ?? 0);
  return sign === '-' ? 0 - size : size;
}

function failed(written: string): never {
  throw new Error(`the runtime writes an offset as ${JSON.stringify(written)}`);
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
  // The list is made in a tenth of the time in which the first format is, and most contracts need none.
  if (listedNames().includes(zone) || canonicalZoneNames().includes(zone)) return true;
  try {
    Intl.DateTimeFormat('en-US', { timeZone: zone });
  } catch {
    return false;
  }
  // The runtime knows a name however it is spelt: what is a suggested name but for its capitals is spelt wrong.
  return !canonicalZoneNames().some((name) => name.toLowerCase() === zone.toLowerCase());
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

let listed: readonly string[] | null = null;

function listedNames(): readonly string[] {
  return (listed ??= Intl.supportedValuesOf('timeZone'));
}

let canonical: readonly string[] | null = null;

/** The names to suggest to a reader, sorted: one a zone, in today's spelling. Older names are known as well. */
export function canonicalZoneNames(): readonly string[] {
  return (canonical ??= suggestedNames(listedNames()));
}

/** What of the zones that a runtime lists is suggested. */
export function suggestedNames(listed: readonly string[]): readonly string[] {
  return listed
    .map((name) => RENAMED[name] ?? name)
    .filter((name) => name.includes('/'))
    .concat('UTC')
    .sort();
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

/** The zone that this computer's clock is set to, as its settings say. */
export function localZoneName(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

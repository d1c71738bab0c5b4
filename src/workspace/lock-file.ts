import { formatOffset } from '../time/fixed-zone.ts';
import { formatInstantUtc, parseInstant } from '../time/iso-instant.ts';
import type { ZoneTable } from '../time/types.ts';
import { MS_PER_SECOND } from '../time/units.ts';
import { Unreadable } from './unreadable.ts';

export const LOCK_NAME = 'surety.lock';

/** What contracts rest on and do not say themselves, as it was when the lock was written. */
export interface Lock {
  /** Version of the time-zone data, such as `2025c`. */
  readonly tzdata: string;
  /** Hashes of the holiday files, by path from the lock's folder. */
  readonly holidays: ReadonlyMap<string, string>;
  /** Hashes of the files of closures, likewise. */
  readonly closures: ReadonlyMap<string, string>;
  /** Every zone in use, by name. */
  readonly zones: ReadonlyMap<string, ZoneTable>;
}

const VERSION = 1;
const AGAIN = 'write it again: surety lock';

/** The text of a lock: sorted, and a line for each change of a clock, so that a review sees which were added. */
export function renderLock({ tzdata, holidays, closures, zones }: Lock): string {
  const content = {
    comment: 'Written by `surety lock`: what these contracts rest on. Commit it, and do not edit it.',
    version: VERSION,
    tzdata,
    holidays: Object.fromEntries([...holidays].sort(byName)),
    // Few contracts have any.
    ...(closures.size === 0 ? {} : { closures: Object.fromEntries([...closures].sort(byName)) }),
    zones: Object.fromEntries([...zones].sort(byName).map(([name, table]) => [name, zoneToJson(table)])),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Not by the reader's language: the same contracts give the same bytes everywhere. */
function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function zoneToJson({ from, to, transitions, offsets }: ZoneTable) {
  return {
    from: utc(from),
    to: utc(to),
    offset: formatOffset(offsets[0] ?? 0),
    changes: transitions.map((second, i) => `${utc(second)} ${formatOffset(offsets[i + 1] ?? 0)}`),
  };
}

function utc(second: number): string {
  return formatInstantUtc(second * MS_PER_SECOND);
}

/**
 * Reads what `renderLock` wrote.
 * @throws {Unreadable} when it is no lock, of another version, or damaged.
 */
export function parseLock(path: string, text: string): Lock {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Unreadable(path, 'the lock cannot be read: it is not JSON, or only a part of it', AGAIN);
  }
  if (!isRecord(content) || !('version' in content)) {
    throw new Unreadable(path, 'other JSON than a lock of Surety', AGAIN);
  }
  if (content['version'] !== VERSION) {
    const version = JSON.stringify(content['version']);
    throw new Unreadable(path, `a lock of version ${version}; this Surety reads version ${VERSION}`, AGAIN);
  }
  const damaged = (what: string): Unreadable => new Unreadable(path, `the lock is damaged: ${what}`, AGAIN);
  const { tzdata, holidays, closures = {}, zones } = content;
  if (typeof tzdata !== 'string') throw damaged('it does not name its time-zone data');
  if (!isRecord(holidays) || !isRecord(zones)) throw damaged('it lacks its holidays or its zones');
  if (!isRecord(closures)) throw damaged('its closures cannot be read');
  const hashes = (of: Readonly<Record<string, unknown>>) =>
    new Map(
      Object.entries(of).map(([file, hash]) => {
        if (typeof hash !== 'string') throw damaged(`the hash of ${file} is none`);
        return [file, hash];
      }),
    );
  return {
    tzdata,
    holidays: hashes(holidays),
    closures: hashes(closures),
    zones: new Map(
      Object.entries(zones).map(([zone, json]) => {
        const table = zoneFromJson(zone, json);
        if (table === null) throw damaged(`the clock of ${zone} cannot be read`);
        return [zone, table];
      }),
    ),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Null for anything that is not the whole table of a zone. */
function zoneFromJson(zone: string, json: unknown): ZoneTable | null {
  if (!isRecord(json)) return null;
  const [from, to, first] = [secondOf(json['from']), secondOf(json['to']), offsetOf(json['offset'])];
  const { changes } = json;
  if (from === null || to === null || from >= to || first === null || !Array.isArray(changes)) return null;
  const transitions: number[] = [];
  const offsets = [first];
  let last = from;
  for (const change of changes as readonly unknown[]) {
    const [at, offset, ...rest] = typeof change === 'string' ? change.split(' ') : [];
    const [second, seconds] = [secondOf(at), offsetOf(offset)];
    if (second === null || seconds === null || second <= last || second >= to || rest.length > 0) return null;
    transitions.push(second);
    offsets.push(seconds);
    last = second;
  }
  return { zone, from, to, transitions, offsets };
}

function secondOf(text: unknown): number | null {
  const parsed = typeof text === 'string' ? parseInstant(text) : null;
  if (parsed?.ok !== true || parsed.instant % MS_PER_SECOND !== 0) return null;
  return parsed.instant / MS_PER_SECOND;
}

/** What `formatOffset` writes, seconds included. */
function offsetOf(text: unknown): number | null {
  const match = typeof text === 'string' ? /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) : null;
  if (match === null) return null;
  const size = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return match[1] === '-' ? 0 - size : size;
}

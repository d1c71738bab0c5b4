import { parseInstant } from '../../time/iso-instant.ts';
import type { InstantMs } from '../../time/types.ts';

export type Says = Readonly<Record<string, unknown>>;

/** What a line of a ticket says beside what the ticket machine takes. */
export interface Noted {
  readonly at: InstantMs;
  readonly event: string;
  readonly activity: string | null;
  readonly work: readonly { readonly from: InstantMs; readonly to: InstantMs }[];
}

/** What a line says, and when; null where it is none that can be read, which is for others to say. */
export function readSays(
  text: string,
): { readonly at: InstantMs; readonly event: string; readonly says: Says } | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const says = value as Says;
  const parsed = typeof says['at'] === 'string' ? parseInstant(says['at']) : null;
  if (parsed?.ok !== true || typeof says['event'] !== 'string') return null;
  return { at: parsed.instant, event: says['event'], says };
}

/** What a line notes of its ticket, or what is wrong with it. */
export function readNote(at: InstantMs, event: string, says: Says): Noted | string {
  const work = workOf(says, at);
  if (work === null) return '`work` is a list of {"from","to"}, each an instant';
  return { at, event, activity: typeof says['activity'] === 'string' ? says['activity'] : null, work };
}

/** The work that a line tells of: a list of stretches, or one that began at `from` and ended with the line. */
function workOf(says: Says, at: InstantMs): Noted['work'] | null {
  const stretches: readonly unknown[] = Array.isArray(says['work'])
    ? says['work']
    : says['from'] === undefined
      ? []
      : [{ from: says['from'], to: null }];
  const work = stretches.map((stretch) => {
    const { from, to } = (stretch ?? {}) as Says;
    return { from: instantOf(from), to: to === null ? at : instantOf(to) };
  });
  const isWhole = work.every((each) => each.from !== null && each.to !== null && each.from <= each.to);
  return isWhole ? (work as Noted['work']) : null;
}

function instantOf(said: unknown): InstantMs | null {
  const parsed = typeof said === 'string' ? parseInstant(said) : null;
  return parsed?.ok === true ? parsed.instant : null;
}

/** A name as a line says it. */
export function textOf(said: unknown): string {
  return typeof said === 'string' ? said : said === undefined ? '' : JSON.stringify(said);
}

import type { Engine, FactOf, TicketKey } from '../../engine/index.ts';
import type { TicketEvent, Verdict } from '../../engine/ticket/index.ts';
import { factIndex } from '../../plan/fact-index.ts';
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

/** What a ticket was at each instant: its attributes and facts as its events said them, its severity as it was judged. */
export function keysOf(
  { plan }: Engine,
  events: readonly TicketEvent[],
  { changes, severity }: Verdict,
): (at: InstantMs) => { readonly key: TicketKey; readonly factOf: FactOf } {
  const said = events.filter(({ sets }) => sets !== null).toSorted((a, b) => a.at - b.at);
  return (at) => {
    const now = { region: -1, channel: -1, type: -1 };
    const facts = new Map<number, string | number | boolean>();
    for (const { at: when, sets } of said) {
      if (when > at || sets === null) continue;
      for (const of of ['region', 'channel', 'type'] as const) if (sets[of] !== -1) now[of] = sets[of];
      for (const { fact, value } of sets.facts) facts.set(fact, value);
    }
    const change = changes.findLast((each) => each.at <= at);
    const key = {
      ...now,
      severity: change?.to ?? changes[0]?.from ?? severity,
      facts: plan.facts.map((fact, i) => {
        const value = facts.get(i);
        return value === undefined ? -1 : factIndex(fact, value);
      }),
    };
    const names = new Map([...facts].map(([i, value]) => [plan.facts[i]?.name ?? '', value]));
    return { key, factOf: (name) => names.get(name) };
  };
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

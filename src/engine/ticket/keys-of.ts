import { factIndex } from '../../plan/fact-index.ts';
import type { InstantMs } from '../../time/types.ts';
import type { Engine } from '../engine.ts';
import type { FactOf } from '../grade-ticket.ts';
import type { TicketKey } from '../select-target.ts';
import type { TicketEvent } from './event.ts';
import type { Verdict } from './verdict.ts';

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

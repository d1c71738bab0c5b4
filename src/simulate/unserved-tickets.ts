import { dimensionsOf, teamsOfStep, unservedPart, wordsOfKind } from '../check/unserved-kinds.ts';
import type { SaidOfKind } from '../check/unserved-kinds.ts';
import type { Dimension } from '../check/dimensions.ts';
import { dimensionOfFact } from '../check/dimensions.ts';
import type { PlanName } from '../plan/model.ts';
import { UNFINISHED } from './desk/desk-model.ts';
import type { PreparedSimulation } from './prepare.ts';
import type { RunColumns } from './run-columns.ts';
import { kindsOf, type TicketKinds } from './ticket-kinds.ts';

/** Tickets that no team of a step serves, as they were opened. */
export interface UnservedTickets {
  readonly count: number;
  /** The step that nobody does for them; of several, the first that every ticket passes, else the first. */
  readonly step: string;
  /** What of them nobody serves, in words: `severity P1, channel chat`. */
  readonly kind: string;
}

/** Of the tickets that were never finished under a plan, those that no team serves, over all runs: the most first. */
export function unservedTickets(
  prepared: PreparedSimulation,
  runs: readonly RunColumns[],
  place: number,
): readonly UnservedTickets[] {
  const found = new Map<string, UnservedTickets>();
  for (const { tickets, firstCounted, plans } of runs) {
    const kinds = kindsOf(tickets);
    const unserved = Array.from({ length: kinds.count }, (_, kind) =>
      unservedAs(prepared, tickets, kinds.rows[kinds.starts[kind] as number] as number),
    );
    const fate = plans[place]?.fate ?? new Uint8Array();
    for (let row = firstCounted; row < fate.length; row += 1) {
      const why = fate[row] === UNFINISHED ? unserved[kinds.of[row] as number] : null;
      if (why === null || why === undefined) continue;
      const key = `${why.step}\n${why.kind}`;
      found.set(key, { ...why, count: (found.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

function unservedAs(
  { simulation: { desk }, engine, work }: PreparedSimulation,
  tickets: TicketKinds,
  row: number,
): Omit<UnservedTickets, 'count'> | null {
  const { plan } = engine;
  const nameOf = (list: readonly PlanName[], index: number | undefined) => list[index ?? -1]?.name ?? null;
  const said = (of: Dimension): SaidOfKind => {
    switch (of) {
      case 'severities':
        return { of, name: nameOf(plan.severities, tickets.severity[row]) };
      case 'regions':
        return { of, name: nameOf(plan.regions, tickets.region[row]) };
      case 'channels':
        return { of, name: nameOf(plan.channels, tickets.channel[row]) };
      case 'types':
        return { of, name: nameOf(plan.types, tickets.type[row]) };
      default: {
        const fact = plan.facts.findIndex(({ name }) => dimensionOfFact(name) === of);
        const word = tickets.facts.find((column) => column.fact === fact)?.words[row] ?? -1;
        const type = plan.facts[fact]?.type;
        return { of, name: (type?.kind === 'words' ? type.words : ['yes', 'no'])[word] ?? null };
      }
    }
  };
  const unserved = work.steps.flatMap((step) => {
    if (step.kind === 'wait') return [];
    const teams = teamsOfStep(desk, step);
    const part = unservedPart(teams, dimensionsOf(teams).map(said));
    return part === null ? [] : [{ step, kind: wordsOfKind(part) }];
  });
  const why = unserved.find(({ step }) => step.share === 1 && step.after === null) ?? unserved[0];
  return why === undefined ? null : { step: why.step.name, kind: why.kind };
}

import type { PlanTarget } from '../plan/model.ts';
import type { InstantMs } from '../time/types.ts';
import type { Engine } from './engine.ts';
import type { TicketTable } from './ticket-table.ts';

/** More kinds than this are told apart by a map instead of a list. */
const MOST_LISTED = 1 << 20;

/**
 * Finds the cells that hold for tickets of tables. Tickets that are alike in all that cells hang on are of one kind and have
 * one cell, which is looked for once for all tables of an engine; where cells of a plan hang on the hour of opening, they are
 * looked for with each ticket.
 */
export interface TicketKinds {
  /** The cell that holds for the ticket of a row: see `Engine.selectTarget`, which says what is thrown. */
  cellsOf(tickets: TicketTable): (row: number, opened: InstantMs) => PlanTarget | null;
}

const known = new WeakMap<Engine, Map<string, TicketKinds>>();

/** What is known of an engine's kinds of tickets for a metric. */
export function ticketKinds(engine: Engine, metric: string): TicketKinds {
  const byMetric = known.get(engine) ?? new Map<string, TicketKinds>();
  known.set(engine, byMetric);
  const found = byMetric.get(metric) ?? makeKinds(engine, metric);
  byMetric.set(metric, found);
  return found;
}

function makeKinds(engine: Engine, metric: string): TicketKinds {
  const { plans, severities, regions, channels, types, facts } = engine.plan;
  const cells = plans.map(({ targets }) => targets.filter((target) => target.metric === metric));
  const hangsOnHours = cells.map((each) => each.some(({ when }) => when.opened.length > 0));
  // Facts that no cell of the metric hangs on do not tell tickets apart.
  const matter = [...new Set(cells.flat().flatMap(({ when }) => when.facts.map(({ fact }) => fact)))];
  // Of each dimension how many values there are, and none.
  const sizes = [
    ...[severities, regions, channels, types].map(({ length }) => length + 1),
    ...matter.map((fact) => {
      const type = facts[fact]?.type;
      return type?.kind === 'words' ? type.words.length + 1 : 3;
    }),
  ];
  const kinds = sizes.reduce((product, size) => product * size, plans.length);
  const byKind: Cells = kinds <= MOST_LISTED ? listOf(kinds) : new Map<number, PlanTarget | null>();

  return {
    cellsOf(tickets) {
      const { plan, severity, region, channel, type } = tickets;
      const words = (fact: number) => tickets.facts?.[fact] ?? null;
      const columns = [severity, region, channel, type, ...matter.map(words)];
      /** -1 for a ticket that is of no kind: what the plan does not have is like nothing else. */
      const kindOf = (row: number): number => {
        let kind = plan[row] as number;
        if (hangsOnHours[kind] !== false) return -1;
        for (let i = 0; i < columns.length; i += 1) {
          const size = sizes[i] as number;
          const value = (columns[i]?.[row] ?? -1) + 1;
          if (!(value >= 0 && value < size)) return -1;
          kind = kind * size + value;
        }
        return kind;
      };
      const select = (row: number, opened: InstantMs): PlanTarget | null => {
        const key = {
          severity: severity[row] as number,
          region: region[row] as number,
          channel: channel[row] as number,
          type: type[row] as number,
          facts: facts.map((_, fact) => words(fact)?.[row] ?? -1),
        };
        return engine.selectTarget(plan[row] as number, metric, key, opened);
      };
      return (row, opened) => {
        const kind = kindOf(row);
        if (kind === -1) return select(row, opened);
        const cell = byKind.get(kind);
        if (cell !== undefined) return cell;
        const selected = select(row, opened);
        byKind.set(kind, selected);
        return selected;
      };
    },
  };
}

/** What is known by kind: undefined where it is not. */
interface Cells {
  get(kind: number): PlanTarget | null | undefined;
  set(kind: number, target: PlanTarget | null): unknown;
}

function listOf(kinds: number): Cells {
  const list = new Array<PlanTarget | null | undefined>(kinds).fill(undefined);
  return {
    get: (kind) => list[kind],
    set: (kind, target) => (list[kind] = target),
  };
}

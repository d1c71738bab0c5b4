import { assertNever } from '../text/assert-never.ts';
import type { CalendarBody, CheckedCalendar, Selected, Selector } from './model.ts';

/** What of a ticket a calendar may depend on, in the order in which its name tells them. */
export const DIMENSIONS = ['regions', 'severities', 'channels', 'types'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** One name a dimension; null where no line of the calendar tells the ticket from others. */
export type CalendarKey = Readonly<Record<Dimension, string | null>>;

export const ANY_TICKET: CalendarKey = { regions: null, severities: null, channels: null, types: null };

/** The names that the lines of a calendar tell apart. All others of a dimension have the same hours. */
export type Distinctions = Readonly<Record<Dimension, ReadonlySet<string>>>;

/** Every name there is, by dimension; of channels and types a ticket may have none. */
export type Names = Readonly<Record<Dimension, readonly string[]>>;

/** What the hours of a calendar depend on, through all that it is made of. */
export function distinctionsOf(
  calendars: ReadonlyMap<string, CheckedCalendar>,
  name: string,
  names: Names,
): Distinctions {
  const found = {
    regions: new Set<string>(),
    severities: new Set<string>(),
    channels: new Set<string>(),
    types: new Set<string>(),
  };
  const collect = (selector: Selector): void => {
    // Regions are told apart one and all: a region is a zone of its own, and none stands for the rest.
    if (selector.regions !== null) names.regions.forEach((region) => found.regions.add(region));
    for (const dimension of ['severities', 'channels', 'types'] as const) {
      selector[dimension]?.forEach((each) => found[dimension].add(each));
    }
  };
  const lines = (of: readonly Selected<unknown>[]): void => {
    of.forEach((line) => {
      collect(line.when);
    });
  };
  const visited = new Set<string>();
  const visitNamed = (calendar: string): void => {
    if (visited.has(calendar)) return;
    visited.add(calendar);
    const body = calendars.get(calendar)?.body;
    if (body !== undefined) visit(body);
  };
  const visit = (body: CalendarBody): void => {
    switch (body.kind) {
      case 'always':
        return;
      case 'named':
        visitNamed(body.calendar);
        return;
      case 'union':
      case 'intersection':
      case 'difference':
        visit(body.left);
        visit(body.right);
        return;
      case 'chosen':
        lines(body.of);
        body.of.forEach((line) => {
          visit(line.value);
        });
        return;
      case 'civil': {
        lines([...body.week, ...body.seasons, ...body.holidays, ...body.dated]);
        const ofRegion =
          body.zone.kind === 'region' || body.holidays.some((line) => line.value.kind === 'region');
        if (ofRegion) names.regions.forEach((region) => found.regions.add(region));
        return;
      }
      default:
        assertNever(body);
    }
  };
  visitNamed(name);
  return found;
}

/** A part of the tickets that a selector admits, and the key that they share. */
export interface TicketGroup {
  readonly when: Selector;
  readonly key: CalendarKey;
}

/**
 * The tickets that a selector admits, parted where a calendar tells them apart. Groups may overlap; of those that
 * hold a ticket the first is its own: a name that is told apart comes before the rest of its dimension, which keeps
 * the selector as it was, so that it also speaks of a ticket without channel or type.
 */
export function groupTickets(when: Selector, distinct: Distinctions, names: Names): readonly TicketGroup[] {
  return DIMENSIONS.reduce<readonly TicketGroup[]>(
    (groups, dimension) =>
      groups.flatMap((group) =>
        cellsOf(when[dimension], dimension, distinct, names).map((cell) => ({
          when: { ...group.when, [dimension]: cell.names },
          key: { ...group.key, [dimension]: cell.name },
        })),
      ),
    [{ when, key: ANY_TICKET }],
  );
}

interface Cell {
  readonly name: string | null;
  readonly names: readonly string[] | null;
}

function cellsOf(
  admitted: readonly string[] | null,
  dimension: Dimension,
  distinct: Distinctions,
  names: Names,
): readonly Cell[] {
  const special = names[dimension].filter(
    (name) => distinct[dimension].has(name) && (admitted === null || admitted.includes(name)),
  );
  const cells: Cell[] = special.map((name) => ({ name, names: [name] }));
  // Every ticket has a severity and, where there are any, a region.
  const always = dimension === 'severities' || dimension === 'regions';
  const all = admitted ?? (always ? names[dimension] : null);
  const isRestEmpty = special.length > 0 && all !== null && all.every((name) => special.includes(name));
  return isRestEmpty ? cells : [...cells, { name: null, names: admitted }];
}

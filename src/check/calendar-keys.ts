import { assertNever } from '../text/assert-never.ts';
import { narrowness, wordsOfFact } from './check-selector.ts';
import {
  admitted,
  type Dimension,
  dimensionOfFact,
  factOf,
  type Names,
  narrowedIn,
  narrowedTo,
  TICKET_DIMENSIONS,
} from './dimensions.ts';
import type { HolidayUse } from './calendar-model.ts';
import type {
  CalendarBody,
  CheckedCalendar,
  CheckedFact,
  CivilCalendar,
  Selected,
  Selector,
} from './model.ts';

/** The names that the lines of a calendar tell apart. All others of a dimension have the same hours. */
export type Distinctions = ReadonlyMap<Dimension, ReadonlySet<string>>;

/** One name a dimension; none where no line of the calendar tells the ticket from others. */
export type CalendarKey = ReadonlyMap<Dimension, string>;

export const ANY_TICKET: CalendarKey = new Map();

/** The names of a contract by dimension: of channels and types a ticket may have none. */
export function ticketNames(of: {
  readonly regions: readonly string[];
  readonly severities: readonly string[];
  readonly channels: readonly string[];
  readonly types: readonly string[];
  readonly facts: readonly CheckedFact[];
}): Names {
  const facts = of.facts.flatMap((fact) => {
    const words = wordsOfFact(fact);
    return words === null ? [] : [[dimensionOfFact(fact.name), words] as const];
  });
  return new Map<Dimension, readonly string[]>([
    ...TICKET_DIMENSIONS.map((dimension) => [dimension, of[dimension]] as const),
    ...facts,
  ]);
}

/**
 * Of these dimensions every ticket has a value; those of a region or a fact are told apart one and all, since none
 * stands for the rest.
 */
function isKnownOfAll(dimension: Dimension): boolean {
  return dimension !== 'channels' && dimension !== 'types';
}

function isToldApartWhole(dimension: Dimension): boolean {
  return isKnownOfAll(dimension) && dimension !== 'severities';
}

/** What the hours of a calendar depend on, through all that it is made of. */
export function distinctionsOf(
  calendars: ReadonlyMap<string, CheckedCalendar>,
  name: string,
  names: Names,
): Distinctions {
  const found = new Map<Dimension, Set<string>>();
  const add = (dimension: Dimension, more: readonly string[]): void => {
    const names = found.get(dimension) ?? new Set();
    more.forEach((name) => names.add(name));
    found.set(dimension, names);
  };
  const collect = (selector: Selector): void => {
    for (const dimension of narrowedIn(selector)) {
      const all = isToldApartWhole(dimension) ? names.get(dimension) : admitted(selector, dimension);
      add(dimension, all ?? []);
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
    const found = calendars.get(calendar);
    if (found === undefined) return;
    if (found.dates?.kind === 'region') add('regions', names.get('regions') ?? []);
    visit(found.body);
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
        lines([...body.week, ...body.betweenZones, ...body.seasons, ...body.onHolidays, ...body.dated]);
        const holidays = [...body.holidays, ...body.seasons.flatMap(({ value }) => value.holidays)];
        lines(body.seasons.flatMap(({ value }) => value.week));
        lines(holidays);
        const limited = [body.limited, ...body.seasons.map(({ value }) => value.limited)].flat();
        lines(limited);
        limited.forEach(({ value }) => {
          collect(value.admits);
        });
        body.dated.forEach(({ value }) => {
          if (value.limited !== null) collect(value.limited.admits);
        });
        const ofRegion = body.zone.kind === 'region' || holidays.some((line) => takesRegion(line.value));
        if (ofRegion || closesByRegion(body)) add('regions', names.get('regions') ?? []);
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
  return [...names.keys()].reduce<readonly TicketGroup[]>(
    (groups, dimension) =>
      groups.flatMap((group) =>
        cellsOf(admitted(when, dimension), dimension, distinct, names).map((cell) => ({
          when: cell.isOwn ? narrowedTo(group.when, dimension, cell.names) : group.when,
          key: cell.name === null ? group.key : new Map([...group.key, [dimension, cell.name]]),
        })),
      ),
    [{ when, key: ANY_TICKET }],
  );
}

interface Cell {
  readonly name: string | null;
  readonly names: readonly string[] | null;
  /** False for the rest of a dimension, of which the selector says what it said. */
  readonly isOwn: boolean;
}

function cellsOf(
  of: readonly string[] | null,
  dimension: Dimension,
  distinct: Distinctions,
  names: Names,
): readonly Cell[] {
  const told = distinct.get(dimension);
  const known = names.get(dimension) ?? [];
  const special = known.filter((name) => told?.has(name) === true && (of === null || of.includes(name)));
  const cells: Cell[] = special.map((name) => ({ name, names: [name], isOwn: true }));
  const all = of ?? (isKnownOfAll(dimension) ? known : null);
  const isRestEmpty = special.length > 0 && all !== null && all.every((name) => special.includes(name));
  return isRestEmpty ? cells : [...cells, { name: null, names: of, isOwn: false }];
}

/** Of the lines that speak of the tickets of a key, those that narrow in most dimensions: they replace the wider ones. */
export function narrowestFor<T extends { readonly when: Selector }>(
  lines: readonly T[],
  key: CalendarKey,
): readonly T[] {
  const speaking = lines.filter(({ when }) => speaksOf(when, key));
  const most = Math.max(...speaking.map(({ when }) => narrowness(when)));
  return speaking.filter(({ when }) => narrowness(when) === most);
}

/**
 * The lines that speak of the tickets of a key, the narrowest last: where lines hold on dates, a narrower one wins on
 * its own dates and the wider ones hold on theirs.
 */
export function widestFirst<T extends { readonly when: Selector }>(
  lines: readonly T[],
  key: CalendarKey,
): readonly T[] {
  return lines
    .filter(({ when }) => speaksOf(when, key))
    .sort((a, b) => narrowness(a.when) - narrowness(b.when));
}

export function speaksOf(when: Selector, key: CalendarKey): boolean {
  return narrowedIn(when).every((dimension) => {
    const name = key.get(dimension);
    return name !== undefined && admitted(when, dimension)?.includes(name) === true;
  });
}

/** The names of a key, as a calendar's name or a finding tells them: `P1, phone`, `addon`, `not addon`. */
export function wordsOfKey(key: CalendarKey, names: Names): readonly string[] {
  return [...names.keys()].flatMap((dimension) => {
    const name = key.get(dimension);
    if (name === undefined) return [];
    const fact = factOf(dimension);
    if (fact === null || (name !== 'yes' && name !== 'no')) return [name];
    return [name === 'yes' ? fact : `not ${fact}`];
  });
}

/** Whether some closure is of some regions alone. */
function closesByRegion({ closures }: CivilCalendar): boolean {
  return closures.some((line) => line.closures.some(({ regions }) => regions !== null));
}

function takesRegion(use: HolidayUse): boolean {
  switch (use.kind) {
    case 'none':
    case 'customer':
    case 'sets':
    case 'common':
      return false;
    case 'region':
      return true;
    case 'plus':
    case 'minus':
      return takesRegion(use.left) || takesRegion(use.right);
    case 'widened':
      return takesRegion(use.of);
  }
}

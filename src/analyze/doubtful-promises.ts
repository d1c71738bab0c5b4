import type { TicketKey } from '../engine/index.ts';
import type { PlanOrigin, PlanTarget } from '../plan/model.ts';
import { type Apart, atWholeMinute, compareLines } from './later-than.ts';
import { type Line, type Span } from './piece.ts';
import type { PromiseLines } from './promise-lines.ts';
import { dueWhileShut, openings } from './shut-while.ts';
import { spanLookedAt } from './span.ts';
import { cellAt, cellsOf, type Promised, ticketLine } from './ticket-line.ts';
import { countToldApart, linesFor, ticketsToldApart } from './tickets.ts';

/** What a plan promises of a metric to the tickets of a severity, by indexes; -1 where a contract has no severities. */
export interface PromiseOf {
  readonly plan: number;
  readonly metric: string;
  readonly severity: number;
}

/** A cell that is not in order, and a ticket that shows it. */
export interface LatePromise {
  readonly cell: PlanTarget;
  readonly ticket: TicketKey;
  /** Of all openings that show it one with the widest gap, at a whole minute where there is one. */
  readonly apart: Apart;
  /** The share of all openings that do. */
  readonly share: number;
  readonly span: Span;
}

/** A promise that is due later than another that should not be earlier; `otherCell` is the other's. */
export interface LaterPromise extends LatePromise {
  readonly otherCell: PlanTarget;
}

/** A promise that is due, at `apart.otherDue`, before anybody works: hours open at `apart.due`. */
export interface ShutPromise extends LatePromise {
  /** The line that says so; null where the promise counts in these hours itself. */
  readonly covering: PlanOrigin | null;
}

/**
 * Kinds of tickets that are looked at for one promise. Each may take a walk over all of its openings, so lines that tell
 * more apart are left alone, and the caller is told.
 */
const MOST_KINDS = 5000;

/**
 * The cells of a promise that are due later than another of which they are held, over openings of so many years: each
 * once, for the first kind of ticket that shows it. Where the promise has no deadline it is later than any
 * (`undatedIsLate`), or is not asked about. Null where there are too many kinds of tickets to be looked at.
 */
export function laterPromises(
  lines: PromiseLines,
  one: PromiseOf,
  other: PromiseOf,
  years: number,
  undatedIsLate: boolean,
): readonly LaterPromise[] | null {
  const { plan } = lines.engine;
  const whens = [...whensOf(lines, one), ...whensOf(lines, other)];
  if (countToldApart(plan, whens) > MOST_KINDS) return null;
  const asked = new Set<string>();
  const found = new Map<string, LaterPromise>();
  const keyOf = cellKeys();
  for (const ticket of ticketsToldApart(plan, whens, one.severity)) {
    const mine: Promised = { ...one, ticket };
    const theirs: Promised = { ...other, ticket: { ...ticket, severity: other.severity } };
    const [cells, otherCells] = [cellsOf(lines, mine), cellsOf(lines, theirs)];
    if (cells.length === 0 || otherCells.length === 0) continue;
    const key = `${keyOf(cells)} ${keyOf(otherCells)}`;
    if (asked.has(key)) continue;
    asked.add(key);
    const span = spanLookedAt(lines, [...cells, ...otherCells], years);
    if (span === null) continue;
    const drawn = ticketLine(lines, mine, span);
    const line = undatedIsLate ? drawn : withoutUndated(drawn);
    const otherLine = ticketLine(lines, theirs, span);
    const { later } = compareLines(line, otherLine);
    if (later === null) continue;
    const apart = atWholeMinute(later, line, otherLine);
    const [cell, otherCell] = [cellAt(lines, mine, apart.opened), cellAt(lines, theirs, apart.opened)];
    if (cell === null || otherCell === null) continue;
    const share = later.ms / (span.to - span.from);
    const place = placeOf(cell.origin);
    if (!found.has(place)) found.set(place, { cell, otherCell, ticket, apart, share, span });
  }
  return [...found.values()];
}

/**
 * The cells of a promise that are due before hours open at all, each once. `coverage` names the lines that say who works,
 * in the orders in which they may be meant; where those differ for a ticket it is left alone. Null stands for the hours
 * by whose dates the promise itself is counted. Null where there are too many kinds of tickets to be looked at.
 */
export function shutPromises(
  lines: PromiseLines,
  promise: PromiseOf,
  coverage: readonly (readonly PlanOrigin[])[] | null,
  years: number,
): readonly ShutPromise[] | null {
  const { engine } = lines;
  const covers = engine.plan.plans[promise.plan]?.coverage ?? [];
  const ranked = (coverage ?? []).map((order) =>
    order.flatMap((origin) => covers.filter((line) => placeOf(line.origin) === placeOf(origin))),
  );
  const whens = [...whensOf(lines, promise), ...ranked.flat().map(({ when }) => when)];
  if (countToldApart(engine.plan, whens) > MOST_KINDS) return null;
  const asked = new Set<string>();
  const found = new Map<string, ShutPromise>();
  const keyOf = cellKeys();
  for (const ticket of ticketsToldApart(engine.plan, whens, promise.severity)) {
    const asking: Promised = { ...promise, ticket };
    const cells = cellsOf(lines, asking);
    const [first] = cells;
    if (first === undefined) continue;
    const [cover, ...others] = ranked.map((order) => linesFor(order, ticket)[0]);
    if (others.some((other) => other !== cover)) continue;
    const ofLine = cover?.hours.kind === 'calendar' ? cover.hours.calendar : null;
    const calendar = coverage !== null ? ofLine : cells.length === 1 ? calendarOfDates(first) : null;
    if (calendar === null) continue;
    const covering = cover?.origin ?? null;
    const key = `${calendar} ${keyOf(cells)}`;
    if (asked.has(key)) continue;
    asked.add(key);
    const hours = engine.calendar(calendar);
    const further = { at: (t: number) => hours.nextOpen(t), over: (of: Span) => openings(hours, of) };
    const span = spanLookedAt(lines, cells, years, [further]);
    if (span === null) continue;
    const line = ticketLine(lines, asking, span);
    const later = dueWhileShut(line, hours, span);
    if (later === null) continue;
    const { opened, otherDue } = atWholeMinute(later, openings(hours, span), line);
    const cell = cellAt(lines, asking, opened);
    if (cell === null) continue;
    const apart = { opened, due: hours.nextOpen(opened), otherDue };
    const share = later.ms / (span.to - span.from);
    const place = placeOf(cell.origin);
    if (!found.has(place)) found.set(place, { cell, ticket, covering, apart, share, span });
  }
  return [...found.values()];
}

function whensOf({ engine }: PromiseLines, { plan, metric }: PromiseOf) {
  const targets = engine.plan.plans[plan]?.targets ?? [];
  return targets.filter((target) => target.metric === metric).map(({ when }) => when);
}

/** Tells lists of cells apart, so that kinds of tickets with the same ones are looked at once. */
function cellKeys(): (cells: readonly PlanTarget[]) => string {
  const numbers = new Map<PlanTarget, number>();
  return (cells) =>
    cells
      .map((cell) => {
        const number = numbers.get(cell) ?? numbers.size;
        numbers.set(cell, number);
        return number;
      })
      .join();
}

/** The line without the openings that have no deadline, which is then earlier than any. */
function withoutUndated(line: Line): Line {
  return line.map((piece) => (piece.due === Infinity ? { ...piece, due: -Infinity } : piece));
}

/** The calendar in which a cell counts business days that may end while it is shut; null for any other. */
function calendarOfDates({ promise }: PlanTarget): number | null {
  const limit = promise.kind === 'range' || promise.kind === 'cadence' ? promise.hard : promise;
  const mayEndShut =
    limit.kind === 'days' && limit.unit === 'business day' && limit.endOutside !== 'next opening';
  return mayEndShut ? limit.calendar : null;
}

function placeOf({ file, line, column }: PlanOrigin): string {
  return `${line}:${column} ${file}`;
}

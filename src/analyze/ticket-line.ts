import type { TicketKey } from '../engine/index.ts';
import type { PlanTarget } from '../plan/model.ts';
import { sorted } from './counting.ts';
import { append, type Line, type Piece, slice, type Span, steady } from './piece.ts';
import type { PromiseLines } from './promise-lines.ts';
import { linesFor } from './tickets.ts';

/** What a plan promises a ticket: which one metric of which plan, and the ticket but for its opening. */
export interface Promised {
  /** Index of the contract's plans. */
  readonly plan: number;
  readonly metric: string;
  readonly ticket: TicketKey;
}

/**
 * The deadline of a ticket for every instant of a span at which it may be opened. Where cells hold by the hour of
 * opening, the line is put together of theirs. Where nothing is said there is no deadline.
 */
export function ticketLine(lines: PromiseLines, promised: Promised, span: Span): Line {
  const cells = cellsOf(lines, promised);
  const [first] = cells;
  if (first === undefined) return steady(span, Infinity);
  if (first.when.opened.length === 0) return lines.line(first.promise, span);
  const { engine } = lines;
  const bands = new Set(cells.flatMap(({ when }) => when.opened.map(({ calendar }) => calendar)));
  const edges = [...bands].flatMap((calendar) => engine.calendar(calendar).edgesBetween(span.from, span.to));
  const line: Piece[] = [];
  let from = span.from;
  for (const to of sorted([...edges, span.to])) {
    if (to <= from || to > span.to) continue;
    const cell = cellAt(lines, promised, from);
    const stretch = { from, to };
    const part = cell === null ? steady(stretch, Infinity) : slice(lines.line(cell.promise, span), stretch);
    for (const piece of part) append(line, piece);
    from = to;
  }
  return line;
}

/** The cell that holds for a ticket opened at an instant; null where nothing is said. */
export function cellAt(
  { engine }: PromiseLines,
  { plan, metric, ticket }: Promised,
  opened: number,
): PlanTarget | null {
  return engine.selectTarget(plan, metric, ticket, opened);
}

/** The cells that may hold for a ticket, by the hour at which it is opened. */
export function cellsOf({ engine }: PromiseLines, { plan, metric, ticket }: Promised): readonly PlanTarget[] {
  const targets = engine.plan.plans[plan]?.targets ?? [];
  return linesFor(
    targets.filter((target) => target.metric === metric),
    ticket,
  );
}

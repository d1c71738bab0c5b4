import type { Command } from 'commander';
import { answerable, type Asked, firstDay, midnight } from '../../analyze/span.ts';
import type { Span } from '../../analyze/piece.ts';
import { type Engine, HorizonError } from '../../engine/index.ts';
import { epochDayOfDate, formatCivilDate } from '../../time/civil-date.ts';
import type { EpochDay, InstantMs } from '../../time/types.ts';
import { MS_PER_DAY } from '../../time/units.ts';
import { wallClockAt } from '../../time/zone-arithmetic.ts';
import { UTC } from '../ticket/about-ticket.ts';
import { parseDate } from '../parse-date.ts';
import { UsageError } from '../usage-error.ts';

/** Dates of opening that are looked at, both included. */
export interface SpanFlags {
  readonly from?: EpochDay;
  readonly to?: EpochDay;
}

/** Whole weeks, so that no weekday counts more often than another. */
const DAYS = 522 * 7;

/** Where nothing is asked for and all of it is known: ten years. */
export function usualSpanFrom(from: InstantMs): Span {
  return { from, to: from + DAYS * MS_PER_DAY };
}

/** Years of which every date is known by every clock. */
const FIRST_YEAR = 1971;

export const SPAN_HELP = [
  'Every instant of opening is looked at, to the millisecond, without sampling. Where --from and --to say nothing,',
  'the span begins on the day the contract takes effect (2026-01-01 where it names none) and has ten years, or ends',
  'where the contract or its holidays do.',
];

export function addSpanFlags(command: Command): Command {
  return command
    .option('--from <date>', 'the first date of opening that is looked at', parseDate('--from', FIRST_YEAR))
    .option('--to <date>', 'the last one', parseDate('--to', FIRST_YEAR));
}

/**
 * The span that is asked for, or the one that is taken where nothing is.
 * @throws {UsageError} where deadlines of the span asked for are not known.
 * @throws {HorizonError} where none is.
 */
export function readSpan(
  engine: Engine,
  { from: first, to: last }: SpanFlags,
  asked: readonly Asked[],
): Span {
  const from = first === undefined ? firstWholeDay(engine, asked) : midnight(engine, first);
  const to = last === undefined ? usualEnd(engine, from) : midnight(engine, last + 1);
  if (from >= to) throw new UsageError('--to lies before the first date that is looked at');
  const known = answerable({ from, to }, asked);
  if (known === null) {
    for (const { at, over } of asked) {
      at(from);
      over({ from, to: from + MS_PER_DAY });
    }
    throw new Error('a deadline that is not known is known');
  }
  if (last !== undefined && known.to < to) {
    const reason = reasonBehind(known, asked);
    throw new UsageError(
      `--to ${formatCivilDate(last)}: of tickets opened after ${lastDate(engine, known)} not every deadline is known`,
      `${reason}; write --to ${lastDate(engine, known)}, or leave it out`,
    );
  }
  return known;
}

/** Ten years on, or the end of the contract where that comes before. */
function usualEnd(engine: Engine, from: InstantMs): InstantMs {
  const usual = usualSpanFrom(from).to;
  const last = engine.plan.effective?.to ?? null;
  const end = last === null ? usual : midnight(engine, epochDayOfDate(last) + 1);
  return from < end ? Math.min(usual, end) : usual;
}

/** The day on which the contract takes effect; the next, where a region to the west is still in the year before what is known. */
function firstWholeDay(engine: Engine, asked: readonly Asked[]): InstantMs {
  const from = firstDay(engine);
  const next = midnight(engine, wallClockAt(contractZone(engine), from).epochDay + 1);
  const isKnown = (start: InstantMs) => answerable({ from: start, to: start + 1 }, asked) !== null;
  return !isKnown(from) && isKnown(next) ? next : from;
}

/** Why not all is known of the day behind a span. */
function reasonBehind({ to }: Span, asked: readonly Asked[]): string {
  try {
    for (const { over } of asked) over({ from: to, to: to + MS_PER_DAY });
  } catch (error) {
    if (error instanceof HorizonError) return error.message;
    throw error;
  }
  return 'a calendar ends';
}

export function firstDate(engine: Engine, { from }: Span): string {
  return formatCivilDate(wallClockAt(contractZone(engine), from).epochDay);
}

export function lastDate(engine: Engine, { to }: Span): string {
  return formatCivilDate(wallClockAt(contractZone(engine), to - 1).epochDay);
}

/** The zone by whose clock the dates of a span begin. */
export function contractZone(engine: Engine) {
  const name = engine.plan.effective?.zone ?? engine.plan.zone;
  return name !== null && Object.hasOwn(engine.plan.zones, name) ? engine.zone(name) : UTC;
}

import { type Engine, HorizonError } from '../engine/index.ts';
import type { PlanArrivalBand } from '../plan/model.ts';
import type { InstantMs } from '../time/types.ts';
import { firstDay } from './span.ts';

/** Hours that must all hold at an instant: inside some calendars, outside others. */
export type Band = readonly PlanArrivalBand[];

/** Instants in which bands are looked at: those that every calendar covers, from the day the contract takes effect. */
export interface BandSpan {
  readonly from: InstantMs;
  readonly to: InstantMs;
}

/** Weeks, seasons and clock changes repeat well within so many years; what dates do beyond them is not looked at. */
const YEARS_MS = 12 * 366 * 86_400_000;

/** Null where no instant is covered by all calendars. */
export function spanOf(engine: Engine, bands: readonly Band[]): BandSpan | null {
  const horizons = bands.flat().map(({ calendar }) => engine.calendar(calendar).horizon);
  const known = Math.max(...horizons.map(({ from }) => from));
  const to = Math.min(...horizons.map((horizon) => horizon.to));
  const wished = firstDay(engine);
  const from = wished >= known && wished < to ? wished : known;
  return from < to ? { from, to: Math.min(to, from + YEARS_MS) } : null;
}

/**
 * The first instant of a span that is in none of the bands; null where there is none. Bands change at the edges of
 * calendars alone, so the walk goes from edge to edge and passes over nothing.
 *
 *     Office  |####|      |####|
 *     Evening      |##|        |##|
 *                     ^ the first instant of the gap
 */
export function firstInNone(engine: Engine, bands: readonly Band[], span: BandSpan): InstantMs | null {
  let at = span.from;
  while (at < span.to) {
    const ends = bands.filter((band) => holdsAt(engine, band, at)).map((band) => endOf(engine, band, at));
    if (ends.length === 0) return at;
    at = Math.max(...ends);
  }
  return null;
}

/** The first instant of a span that is in both bands; null where there is none. */
export function firstInBoth(engine: Engine, a: Band, b: Band, span: BandSpan): InstantMs | null {
  const both = [...a, ...b];
  let at = span.from;
  while (at < span.to) {
    const missing = both.filter((part) => !holdsAt(engine, [part], at));
    if (missing.length === 0) return at;
    // No instant before the last of these can be in both.
    at = Math.max(...missing.map((part) => changeAfter(engine, part, at, false)));
  }
  return null;
}

function holdsAt(engine: Engine, band: Band, at: InstantMs): boolean {
  return band.every(({ side, calendar }) => engine.calendar(calendar).isOpen(at) === (side === 'in'));
}

/** When a band that holds at an instant ends. */
function endOf(engine: Engine, band: Band, at: InstantMs): InstantMs {
  return Math.min(...band.map((part) => changeAfter(engine, part, at, true)));
}

/** The next instant at which a part of a band, which holds or does not hold now, turns; never is infinitely far. */
function changeAfter(
  engine: Engine,
  { side, calendar: index }: PlanArrivalBand,
  at: InstantMs,
  holds: boolean,
): InstantMs {
  const calendar = engine.calendar(index);
  const isOpen = (side === 'in') === holds;
  try {
    return isOpen ? (calendar.nextClose(at) ?? Infinity) : calendar.nextOpen(at);
  } catch (error) {
    if (error instanceof HorizonError) return Infinity;
    throw error;
  }
}

import { endOfDays, type DaysTerm } from '../../engine/ticket/term.ts';
import { pausesBetween } from '../../engine/ticket/pauses.ts';
import type { Engine } from '../../engine/index.ts';
import { formatCivilDate } from '../../time/civil-date.ts';
import type { EpochDay, InstantMs } from '../../time/types.ts';
import { accountForDays } from '../account-for-days.ts';
import { amountWords } from '../amount-words.ts';
import type { Uncounted } from '../stretch.ts';
import type { ClockStory } from './clock-story.ts';
import { pausedStretches } from './stretches-of-hours.ts';

/**
 * What of the time from where a count of dates begins to its end counts, date by date. What a pause does is as the clock
 * says: nothing, its dates are left out, or its open time is added behind the last date.
 */
export function stretchesOfDates(
  story: ClockStory,
  engine: Engine,
  term: DaysTerm,
  from: InstantMs,
  due: InstantMs,
): readonly Uncounted[] {
  const { limit } = term;
  const plain = endOfDays(term, from, 0);
  const pauses = pausesBetween(story.pauses, from, due);
  if (term.paused === 'run on' || pauses.length === 0 || plain === due)
    return accountForDays(engine, limit, from);
  const [pause] = pausedStretches(story, pauses[0]?.[0] ?? from, pauses[0]?.[1] ?? due);
  const why = pause?.reason ?? 'paused';
  const origin = pause?.origin ?? null;
  const isByDates = limit.unit === 'business day' || limit.unit === 'calendar day';
  if (term.paused === 'add time' || !isByDates) {
    const open = pauses.reduce((sum, [begins, ends]) => sum + term.measure.between(begins, ends), 0);
    const reason =
      term.paused === 'add time'
        ? `${amountWords(open, 'ms')} of open time, ${why}, are added to the end`
        : `dates that end in a pause are added to the end (${why})`;
    return [
      ...accountForDays(engine, limit, from),
      { from: plain, to: due, counted: false, amount: 0, reason, origin },
    ];
  }
  const skipped = pauses.flatMap(([begins, ends]) => datesOf(term, begins, ends));
  const all = accountForDays(engine, { ...limit, count: limit.count + skipped.length }, from);
  return leaveOut(all, skipped, term, why, origin);
}

/** The dates that end in a pause and are left out of the count. */
function datesOf({ limit, dates }: DaysTerm, from: InstantMs, to: InstantMs): readonly EpochDay[] {
  const first = dates.wallClockAt(from).epochDay;
  const last = dates.wallClockAt(to).epochDay;
  const found: EpochDay[] = [];
  for (let date = first; date < last; date += 1) {
    if (limit.unit !== 'business day' || dates.includes(date)) found.push(date);
  }
  return found;
}

/** A date that is left out counts for nothing; where it would not have counted anyhow, the next that does is left out for it. */
function leaveOut(
  stretches: readonly Uncounted[],
  skipped: readonly EpochDay[],
  { dates, limit }: DaysTerm,
  why: string,
  origin: Uncounted['origin'],
): readonly Uncounted[] {
  const left = [...skipped];
  let counted = 0;
  return stretches.map((stretch) => {
    if (!stretch.counted) return stretch;
    const date = dates.wallClockAt(stretch.from).epochDay;
    const skip = left[0];
    if (skip !== undefined && skip <= date) {
      left.shift();
      const reason =
        skip === date
          ? `${formatCivilDate(date)} is left out: ${why}`
          : `left out for ${formatCivilDate(skip)}, which ended in a pause`;
      return { ...stretch, counted: false, amount: 0, reason, origin };
    }
    counted += stretch.amount;
    const reason = stretch.reason.replace(
      /^day \d+ of \d+/,
      `day ${String(counted)} of ${String(limit.count)}`,
    );
    return { ...stretch, reason };
  });
}

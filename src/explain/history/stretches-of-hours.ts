import type { Count } from '../../engine/ticket/count.ts';
import { pausesBetween } from '../../engine/ticket/pauses.ts';
import type { Measure } from '../../engine/ticket/term.ts';
import { calendarWords } from '../../plan/calendar-words.ts';
import type { InstantMs } from '../../time/types.ts';
import { openAndShut } from '../account-for-hours.ts';
import { amountWords } from '../amount-words.ts';
import { joined, type Uncounted } from '../stretch.ts';
import { basisReason } from './basis-words.ts';
import { calendarOf } from './calendar-of.ts';
import type { ClockStory } from './clock-story.ts';
import { countRegions } from './count-regions.ts';

/** What of the time from a clock's start to an instant was counted of its hours, and why. */
export function stretchesOfHours(
  story: ClockStory,
  count: Count,
  start: InstantMs,
  end: InstantMs,
): readonly Uncounted[] {
  return joined(
    countRegions(count, start, end).flatMap((region) => {
      const { from, to } = region;
      if (region.kind === 'counted') return counted(story, region.measure, from, to);
      const { reason, origin } = basisReason(story, to, region.credit);
      return to === from && region.credit === 0
        ? []
        : [{ from, to, counted: region.credit > 0, amount: region.credit, reason, origin }];
    }),
  );
}

/** The time by one calendar, but for what pauses take out of it. */
function counted(story: ClockStory, measure: Measure, from: InstantMs, to: InstantMs): readonly Uncounted[] {
  const stretches: Uncounted[] = [];
  let at = from;
  for (const [begins, ends] of pausesBetween(story.pauses, from, to)) {
    stretches.push(...running(story, measure, at, begins), ...pausedStretches(story, begins, ends));
    at = ends;
  }
  return [...stretches, ...running(story, measure, at, to)];
}

function running(story: ClockStory, measure: Measure, from: InstantMs, to: InstantMs): readonly Uncounted[] {
  if (to <= from) return [];
  const found = calendarOf(story, measure);
  if (found !== null) return openAndShut(found.engine, found.calendar, from, to);
  const amount = measure.between(from, to);
  return [{ from, to, counted: true, amount, reason: 'elapsed time, every hour counts', origin: null }];
}

/** The reasons of a pause, from one instant to another. */
export function pausedStretches(story: ClockStory, from: InstantMs, to: InstantMs): readonly Uncounted[] {
  const { spans } = story.pauses;
  const isOfStates = spans.some(
    (begins, i) => i % 2 === 0 && begins <= from && from < (spans[i + 1] as number),
  );
  if (!isOfStates) return [{ from, to, counted: false, amount: 0, ...duringReason(story) }];
  const changes = story.pausedBy.map(({ at }) => at).filter((at) => at > from && at < to);
  const cuts = [from, ...new Set(changes), to];
  return cuts.slice(1).map((ends, i) => {
    const begins = cuts[i] as InstantMs;
    const reasons = story.pausedBy.findLast(({ at }) => at <= begins)?.reasons ?? [];
    const words = reasons.map((reason) => reason.words).filter((each) => each !== '');
    return {
      from: begins,
      to: ends,
      counted: false,
      amount: 0,
      reason: words.length === 0 ? 'paused' : `paused: ${[...new Set(words)].join(', ')}`,
      origin: reasons[0]?.origin ?? story.origin,
    };
  });
}

function duringReason({ terms, by }: ClockStory): Pick<Uncounted, 'reason' | 'origin'> {
  const line = terms.pauses.find(({ during }) => during !== null);
  const index = line?.during?.[0]?.calendar;
  const calendar = index === undefined ? undefined : by?.engine.plan.calendars[index];
  return {
    reason: calendar === undefined ? 'paused' : `paused during \`${calendarWords(calendar)}\``,
    origin: line?.origin ?? null,
  };
}

/** How long a count of hours is, in words. */
export function budgetWords({ term }: Count): string {
  return term.kind === 'hours' ? amountWords(term.budget, 'ms') : '';
}

import { meet } from '../check/dimensions.ts';
import type { CalendarKey } from '../check/calendar-keys.ts';
import { calendarsOfLimit } from '../check/promise-calendars.ts';
import type {
  CheckedAttainment,
  CheckedLimit,
  CheckedPromise,
  CheckedRelative,
  CheckedTarget,
  Selector,
} from '../check/model.ts';
import { calendarsOfOpening, lowerWithOpening } from './lower-opened.ts';
import type { InstantMs } from '../time/types.ts';
import type { CalendarIndexes, CalendarTable } from './lower-calendars.ts';
import type {
  PlanArrivalBand,
  PlanAttainment,
  PlanLimit,
  PlanPromise,
  PlanSelector,
  PlanTarget,
} from './model.ts';

/** A promise whose anchor, where it has one, has been found. */
type Anchored =
  | Exclude<CheckedPromise, CheckedRelative>
  | {
      readonly kind: 'awaited';
      readonly said: CheckedRelative;
      readonly of: { kind: 'stop' | 'event'; name: string };
    }
  | {
      readonly kind: 'anchored';
      readonly said: CheckedRelative;
      readonly metric: string;
      readonly base: Anchored;
    };

/**
 * A cell, once for each kind of ticket that its calendars tell apart, and once for each cell of the promise whose
 * deadline it is counted from. `all` are the plan's cells in order of precedence.
 */
export function lowerTarget(
  target: CheckedTarget,
  all: readonly CheckedTarget[],
  calendars: CalendarTable,
  selectorOf: (selector: Selector) => PlanSelector,
): readonly PlanTarget[] {
  return anchorings(target.when, target.promise, all).flatMap(({ when: narrowed, promise }) =>
    calendars
      .groups(narrowed, [...calendarsOf(promise), ...calendarsOfOpening(narrowed)])
      .flatMap(({ when, key }) => {
        const selector = lowerWithOpening(when, key, calendars, selectorOf);
        return betweenAnnouncements(calendarsOf(promise), key, calendars).map(({ opened, before }) => ({
          metric: target.metric,
          when: { ...selector, opened: [...selector.opened, ...opened] },
          promise: lowerPromise(promise, calendars.asOf(before), key),
          origin: target.origin,
          words: target.words,
        }));
      }),
  );
}

/**
 * Where clocks keep the hours that they began with, a cell for those that begin between one announcement and the next:
 * theirs are the hours as they were known then. One for all where no calendar has such closures.
 */
function betweenAnnouncements(
  names: readonly string[],
  key: CalendarKey,
  calendars: CalendarTable,
): readonly { readonly opened: readonly PlanArrivalBand[]; readonly before: InstantMs }[] {
  const instants = calendars.announcementsOf(names, key);
  const time = (at: InstantMs) => calendars.indexOfTimeFrom(at);
  return [...instants, Infinity].map((before, i) => {
    const since = instants[i - 1];
    return {
      opened: [
        ...(since === undefined ? [] : [{ side: 'in', calendar: time(since) } as const]),
        ...(before === Infinity ? [] : [{ side: 'outside', calendar: time(before) } as const]),
      ],
      before,
    };
  });
}

/** Where the plan says nothing of the other promise for a ticket, none is offered, and so no count from its end. */
function anchorings(
  when: Selector,
  promise: CheckedPromise,
  all: readonly CheckedTarget[],
): readonly { readonly when: Selector; readonly promise: Anchored }[] {
  if (promise.kind !== 'relative') return [{ when, promise }];
  const { of } = promise;
  if (of.kind !== 'due') {
    const name = of.kind === 'stop' ? of.metric : of.event;
    return [{ when, promise: { kind: 'awaited', said: promise, of: { kind: of.kind, name } } }];
  }
  const { metric } = of;
  const anchored = all
    .filter((other) => other.metric === metric)
    .flatMap((other) => {
      const both = meet(when, other.when);
      return both === null ? [] : anchorings(both, other.promise, all);
    })
    .map((base) => ({
      when: base.when,
      promise: { kind: 'anchored', said: promise, metric, base: base.promise } as const,
    }));
  const nothing = { kind: 'word', word: 'not offered' } as const;
  return [...anchored, { when, promise: { kind: 'anchored', said: promise, metric, base: nothing } }];
}

function calendarsOf(promise: Anchored): readonly string[] {
  const bounds = ({ hard, soft }: { readonly hard: CheckedLimit; readonly soft: CheckedLimit | null }) =>
    (soft === null ? [hard] : [soft, hard]).flatMap(calendarsOfLimit);
  switch (promise.kind) {
    case 'word':
      return [];
    case 'range':
    case 'cadence':
      return bounds(promise);
    case 'awaited':
      return bounds(promise.said);
    case 'anchored':
      return [...bounds(promise.said), ...calendarsOf(promise.base)];
    default:
      return calendarsOfLimit(promise);
  }
}

function lowerPromise(promise: Anchored, calendars: CalendarIndexes, key: CalendarKey): PlanPromise {
  const lowerBounds = (said: { readonly hard: CheckedLimit; readonly soft: CheckedLimit | null }) => ({
    soft: said.soft === null ? null : lowerLimit(said.soft, calendars, key),
    hard: lowerLimit(said.hard, calendars, key),
  });
  switch (promise.kind) {
    case 'word':
      return promise;
    case 'range':
      return {
        kind: 'range',
        soft: lowerLimit(promise.soft, calendars, key),
        hard: lowerLimit(promise.hard, calendars, key),
      };
    case 'cadence':
      return { kind: 'cadence', ...lowerBounds(promise), until: promise.until };
    case 'awaited':
      return { kind: 'awaited', side: promise.said.side, of: promise.of, ...lowerBounds(promise.said) };
    case 'anchored':
      return {
        kind: 'relative',
        side: promise.said.side,
        metric: promise.metric,
        base: lowerPromise(promise.base, calendars, key),
        ...lowerBounds(promise.said),
      };
    default:
      return lowerLimit(promise, calendars, key);
  }
}

export function lowerLimit(limit: CheckedLimit, calendars: CalendarIndexes, key: CalendarKey): PlanLimit {
  switch (limit.kind) {
    case 'elapsed':
      return limit;
    case 'pick':
      return { ...limit, of: limit.of.map((each) => lowerLimit(each, calendars, key)) };
    case 'hours':
      return { ...limit, calendar: calendars.indexOf(limit.calendar, key) };
    case 'days': {
      const calendar = calendars.indexOf(limit.calendar, key);
      const zone = calendars.list[calendar]?.zone ?? null;
      if (zone === null) throw new Error(`days are counted in ${limit.calendar}, which has no zone`);
      return { ...limit, calendar, zone };
    }
  }
}

/** What is promised of all tickets together; a limit of its own makes a line for each kind that its calendar tells apart. */
export function lowerAttainment(
  line: CheckedAttainment,
  calendars: CalendarTable,
  selectorOf: (selector: Selector) => PlanSelector,
): readonly PlanAttainment[] {
  const { aim } = line;
  const own = aim.kind === 'mean' ? aim.atMost : aim.within;
  return calendars.groups(line.when, own === null ? [] : calendarsOfLimit(own)).map(({ when, key }) => ({
    ...line,
    aim:
      aim.kind === 'mean'
        ? { kind: 'mean', atMost: lowerLimit(aim.atMost, calendars, key) }
        : { ...aim, within: aim.within === null ? null : lowerLimit(aim.within, calendars, key) },
    when: selectorOf(when),
  }));
}

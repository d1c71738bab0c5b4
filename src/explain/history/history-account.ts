import { countFrom, dueOfCount, type Count } from '../../engine/ticket/count.ts';
import { startOfTerm } from '../../engine/ticket/find-stretch.ts';
import type { Term } from '../../engine/ticket/term.ts';
import type { InstantMs } from '../../time/types.ts';
import { amountWords } from '../amount-words.ts';
import type { AccountStretch, Uncounted } from '../stretch.ts';
import type { ClockStory } from './clock-story.ts';
import { stretchesOfDates } from './stretches-of-dates.ts';
import { pausedStretches, stretchesOfHours } from './stretches-of-hours.ts';

/**
 * What became of the time of one clock: stretches that tile it from its start to its deadline, or, where it has none, to
 * the end of what is known, each counted or not and by which clause.
 */
export type HistoryAccount =
  | {
      readonly kind: 'counted';
      readonly story: ClockStory;
      readonly unit: 'ms' | 'dates';
      /** What was promised, in that unit: what the counted stretches sum to where there is a deadline. */
      readonly promised: number;
      readonly from: InstantMs;
      readonly to: InstantMs;
      readonly stretches: readonly AccountStretch[];
      /** Of several bounds, or of the promises before and after a change, which decides; null where there is one alone. */
      readonly decides: string | null;
    }
  /** There is nothing to be counted, with the reason. */
  | { readonly kind: 'uncounted'; readonly story: ClockStory; readonly reason: string };

/** Accounts for a clock as it was when its history had been gone through. */
export function accountForClock(story: ClockStory): HistoryAccount {
  const { started, by, verdict, anchor } = story;
  if (started === null) return uncounted(story, startWords(story));
  if (by === null) return uncounted(story, 'the plan promises nothing');
  const { counts, target } = by.cell;
  if (counts.kind === 'word') return uncounted(story, `the cell says ${wordOf(story)}`);
  if (counts.kind === 'count') {
    if (story.count === null) return uncounted(story, 'nothing is counted');
    return accountFor(story, story.count, started);
  }
  if (anchor === null) {
    const { promise } = target;
    const awaited =
      promise.kind === 'awaited' ? promise.of.name : promise.kind === 'relative' ? promise.metric : '';
    return uncounted(story, `it waits for ${awaited}`);
  }
  if (counts.side === 'after') return accountFor(story, countFrom(counts.term, anchor), started);
  return countedBack(story, counts.term, anchor, verdict.due ?? started);
}

function uncounted(story: ClockStory, reason: string): HistoryAccount {
  return { kind: 'uncounted', story, reason };
}

function wordOf({ verdict }: ClockStory): string {
  const { promise } = verdict.target;
  return promise.kind === 'word' ? promise.word : verdict.status;
}

/** What has not happened yet and would start the clock. */
function startWords({ terms }: ClockStory): string {
  const events = terms.starts.flatMap((start) =>
    start.kind === 'events'
      ? [start.steps.map((step) => step.events.join(' or ')).join(', then ')]
      : [`the end of the previous ticket of the ${start.of}`],
  );
  return `its clock starts on ${events.join(', or on ')}, which has not happened`;
}

function accountFor(story: ClockStory, own: Count, started: InstantMs): HistoryAccount {
  const { verdict, pauses } = story;
  const { count, of } = deciding(story, own);
  const from = Math.min(started, count.from);
  const due = dueOfCount(count, pauses);
  const to = Number.isNaN(due) || verdict.due === null ? Math.max(story.end, from) : Math.max(due, from);
  const stretches = stretchesUpTo(story, count, from, to);
  const floored = verdict.due !== null && verdict.due > to ? [floorStretch(story, to, verdict.due)] : [];
  return counted(story, count.term, from, verdict.due ?? to, [...stretches, ...floored], of);
}

/** The count that ends where the promise does: the earlier of old and new, and of several bounds the one that decides. */
function deciding(story: ClockStory, own: Count): { readonly count: Count; readonly of: string | null } {
  const dueOf = (count: Count): number => dueOfCount(count, story.pauses);
  let count = own;
  let of: string | null = null;
  for (const other of story.others) {
    const [end, known] = [dueOf(other), dueOf(count)];
    // What a pause keeps from ending is not the earlier.
    const isAlone = Number.isNaN(known) && !Number.isNaN(end);
    if (!isAlone && !(end < known)) continue;
    count = other;
    of = isAlone
      ? 'a pause keeps the promise after the change from ending, and that of before holds'
      : 'the promise of before the change is due earlier, and holds';
  }
  if (story.others.length > 0 && of === null) of = 'the promise after the change is due no later, and holds';
  while (count.term.kind === 'pick') {
    const { pick, of: bounds } = count.term;
    const end = dueOf(count);
    const term: Term | undefined =
      bounds.find((each) => Object.is(dueOf({ ...count, term: each }), end)) ?? bounds[0];
    if (term === undefined) break;
    count = { ...count, term };
    of = `the ${pick} of ${String(bounds.length)} bounds holds: number ${String(bounds.indexOf(term) + 1)}`;
  }
  return { count, of };
}

function stretchesUpTo(
  story: ClockStory,
  count: Count,
  from: InstantMs,
  to: InstantMs,
): readonly Uncounted[] {
  const { term } = count;
  if (term.kind === 'hours') return stretchesOfHours(story, count, from, to);
  if (term.kind === 'pick' || story.by === null) return [];
  const before = stretchesOfHours(
    story,
    { ...count, term: { kind: 'hours', measure: term.measure, budget: 0 } },
    from,
    count.from,
  );
  const { pauses, by } = story;
  const due = dueOfCount(count, pauses);
  if (!Number.isNaN(due) && story.verdict.due !== null) {
    return [...before, ...clipped(stretchesOfDates(story, by.engine, term, count.from, due), to)];
  }
  // A pause that goes on comes before the end: up to it the dates are those of a count without it.
  const stands = pauses.spans[pauses.spans.length - 2] ?? to;
  const told = { ...story, pauses: { ...pauses, spans: pauses.spans.slice(0, -2) } };
  const unpaused = dueOfCount(count, told.pauses);
  const dates = stretchesOfDates(told, by.engine, term, count.from, unpaused);
  const still = Math.max(stands, count.from);
  return [...before, ...clipped(dates, still), ...(to > still ? pausedStretches(story, still, to) : [])];
}

/** What lies before an instant; a count of dates is whole or not at all, so that a part of one counts for nothing yet. */
function clipped(stretches: readonly Uncounted[], to: InstantMs): readonly Uncounted[] {
  return stretches.flatMap((stretch) => {
    if (stretch.to <= to) return [stretch];
    return stretch.from >= to ? [] : [{ ...stretch, to, counted: false, amount: 0 }];
  });
}

function floorStretch({ changes, floors }: ClockStory, from: InstantMs, to: InstantMs): Uncounted {
  const change = changes.findLast(({ line }) => line.floor !== null);
  const [floor] = floors;
  const length = floor?.term.kind === 'hours' ? amountWords(floor.term.budget, 'ms') : 'so much';
  const after = change?.line.floor?.after ?? 'the change';
  return {
    from,
    to,
    counted: false,
    amount: 0,
    reason: `never due less than ${length} after ${after}`,
    origin: change?.line.origin ?? null,
  };
}

/** A promise that is counted back from an instant: the stretches behind its deadline are those that count. */
function countedBack(story: ClockStory, term: Term, anchor: InstantMs, due: InstantMs): HistoryAccount {
  const starts = startOfTerm(term, anchor);
  const what = story.by?.cell.target;
  const { promise } = what ?? {};
  const name =
    promise?.kind === 'awaited'
      ? promise.of.name
      : promise?.kind === 'relative'
        ? `${promise.metric} is due`
        : '';
  const origin = what?.origin ?? null;
  const from = Math.min(story.started ?? due, due);
  const before: Uncounted[] =
    due > from
      ? [{ from, to: due, counted: false, amount: 0, reason: `counted back from when ${name}`, origin }]
      : [];
  if (term.kind !== 'hours' || starts < due) {
    const to = Math.max(anchor, due);
    const rest = {
      from: due,
      to,
      counted: false,
      amount: 0,
      reason: `lies between it and when ${name}`,
      origin,
    };
    return counted(story, term, from, to, to > due ? [...before, rest] : before, null);
  }
  const back = stretchesOfHours({ ...story, pauses: NO_PAUSES }, countFrom(term, due), due, anchor);
  return counted(story, term, from, anchor, [...before, ...back], null);
}

const NO_PAUSES = { spans: [], during: [] };

function counted(
  story: ClockStory,
  term: Term,
  from: InstantMs,
  to: InstantMs,
  stretches: readonly Uncounted[],
  decides: string | null,
): HistoryAccount {
  let sum = 0;
  return {
    kind: 'counted',
    story,
    unit: term.kind === 'days' ? 'dates' : 'ms',
    promised: promisedOf(term),
    from,
    to,
    stretches: cutAt(cutsOf(story), stretches).map((stretch) => ({
      ...stretch,
      sum: (sum += stretch.amount),
    })),
    decides,
  };
}

/** When something happened to the clock itself: what it had counted by then is of interest. */
function cutsOf({ changes, end }: ClockStory): readonly InstantMs[] {
  return [...new Set([...changes.map(({ at }) => at), end])].sort((a, b) => a - b);
}

/** Stretches of time are cut at instants; a date, or a share, counts whole or not at all. */
function cutAt(cuts: readonly InstantMs[], stretches: readonly Uncounted[]): readonly Uncounted[] {
  return stretches.flatMap((stretch) => {
    const { from, to, amount } = stretch;
    const inside = cuts.filter((cut) => cut > from && cut < to);
    if (inside.length === 0 || (amount !== 0 && amount !== to - from)) return [stretch];
    const ends = [...inside, to];
    return ends.map((until, i) => {
      const since = i === 0 ? from : (ends[i - 1] as InstantMs);
      return { ...stretch, from: since, to: until, amount: amount === 0 ? 0 : until - since };
    });
  });
}

function promisedOf(term: Term): number {
  if (term.kind === 'hours') return term.budget;
  if (term.kind === 'pick') return 0;
  return term.limit.unit.startsWith('end of') ? 1 : term.limit.count;
}

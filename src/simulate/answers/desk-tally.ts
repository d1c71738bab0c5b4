/** How a desk fared in one run under one plan, as sums that add up over runs. */
import type { InstantMs } from '../../time/types.ts';
import type { DeskTeam, DeskWork } from '../desk/desk-model.ts';
import type { MetricOutcome } from '../outcome.ts';
import { statusCode } from '../promises.ts';
import type { TicketKinds } from '../ticket-kinds.ts';
import { AGE_BANDS, PARTS } from './answers.ts';
import { HOURS_OF_WEEK } from './hours-of-week.ts';
import type { PreparedWatch, WatchedPromise, WatchedTeam } from './prepare-watch.ts';
import { ELAPSED, NOTHING_COUNTED } from './promise-calendar.ts';
import { addParts, type TimeMeasure, type WhoWorks } from './ticket-parts.ts';
import type { TicketPaths } from './ticket-paths.ts';

/** Sums of one run. Times are ms. */
export interface DeskTally {
  /** By team and hour of the week, `HOURS_OF_WEEK` a team: agents at work within their shift. */
  readonly busy: Float64Array;
  /** By team and hour of the week: agents there. */
  readonly scheduled: Float64Array;
  /** By team: work outside the shift. */
  readonly overtime: Float64Array;
  /** By date that counts and band of age: tickets open when the backlog is read. */
  readonly backlog: Uint32Array;
  /** By date that counts: tickets done until the backlog is read the next time; the last date ends with the span. */
  readonly done: Uint32Array;
  /** The number of tickets open, summed over the time that counts. */
  readonly openMs: number;
  /** By metric. */
  readonly misses: readonly MissTally[];
}

/** Of a run that nobody tallies. */
export const NOT_TALLIED: DeskTally = {
  busy: new Float64Array(0),
  scheduled: new Float64Array(0),
  overtime: new Float64Array(0),
  backlog: new Uint32Array(0),
  done: new Uint32Array(0),
  openMs: 0,
  misses: [],
};

/** Misses whose clock stopped. By part, in the order of `PARTS`, see `EatenPart`. */
export interface MissTally {
  readonly misses: number;
  readonly shortened: number;
  readonly elapsed: Float64Array;
  readonly counted: Float64Array;
  readonly most: Uint32Array;
  readonly enough: Uint32Array;
}

const MISSED = statusCode('missed');

export interface WatchedRun {
  readonly tickets: TicketKinds;
  readonly firstCounted: number;
  readonly work: Pick<DeskWork, 'groups' | 'groupOf' | 'successorsOf'>;
  readonly teams: readonly DeskTeam[];
  /** When each ticket was done, given up or turned away; Infinity for never. */
  readonly closed: Float64Array;
  readonly metrics: readonly MetricOutcome[];
  /** By metric: the deadlines that stood at the opening. */
  readonly dueAtOpening: readonly Float64Array[];
}

/** @param place of the plan among those compared */
export function tallyDesk(
  watch: PreparedWatch,
  place: number,
  path: TicketPaths,
  run: WatchedRun,
): DeskTally {
  const { opened } = run.tickets;
  return {
    ...tallyWork(watch, path, opened.length),
    scheduled: scheduledBy(watch, run.teams),
    ...tallyBacklog(watch, opened, run.closed),
    misses: run.metrics.map((metric, m) =>
      tallyMisses(watch, watch.promises[place]?.[m] as WatchedPromise, path, run, metric, m),
    ),
  };
}

/** Work within its shift is spread over the hours of its team, of which whole ones are counted and summed up at the end. */
function tallyWork(
  { teams, hours, from, to }: PreparedWatch,
  path: TicketPaths,
  tickets: number,
): Pick<DeskTally, 'busy' | 'overtime'> {
  const { starts } = hours;
  const slots = hours.hourOfWeek.length;
  const ofSlots = teams.map(() => new Float64Array(slots));
  // By slot: how many more pieces of work than in the slot before go on through all of it.
  const throughout = teams.map(() => new Int32Array(slots + 1));
  const overtime = new Float64Array(teams.length);
  // The slot of the last begin: those of tickets that were opened one after the other come close together.
  let slot = 0;
  for (let ticket = 0; ticket < tickets; ticket += 1) {
    path.read(ticket);
    const { first, end: behind, at, does } = path;
    for (let i = first; i < behind; i += 1) {
      const team = does[i] as number;
      if (team < 0) continue;
      const start = Math.max(at[i] as number, from);
      const end = Math.min(i + 1 < behind ? (at[i + 1] as number) : Infinity, to);
      if (start >= end) continue;
      const { open, openBySlot, atClose } = teams[team] as WatchedTeam;
      if (atClose === 'finish') overtime[team]! += end - start - open.between(start, end);
      const ofTeam = ofSlots[team] as Float64Array;
      while (slot > 0 && (starts[slot] as number) > start) slot -= 1;
      while ((starts[slot + 1] as number) <= start) slot += 1;
      const next = starts[slot + 1] as number;
      // Most hours are open from their beginning to their end, and nobody has to be asked.
      const isAllOpen = openBySlot[slot] === next - (starts[slot] as number);
      if (end <= next) {
        ofTeam[slot]! += isAllOpen ? end - start : open.between(start, end);
        continue;
      }
      ofTeam[slot]! += isAllOpen ? next - start : open.between(start, next);
      const last = hours.slotOf(end);
      if (last < slots) ofTeam[last]! += open.between(starts[last] as number, end);
      (throughout[team] as Int32Array)[slot + 1]! += 1;
      (throughout[team] as Int32Array)[last]! -= 1;
    }
  }
  const busy = new Float64Array(teams.length * HOURS_OF_WEEK);
  teams.forEach(({ openBySlot }, team) => {
    const ofTeam = ofSlots[team] as Float64Array;
    for (let i = 0, pieces = 0; i < slots; i += 1) {
      pieces += throughout[team]?.[i] as number;
      ofTeam[i]! += pieces * (openBySlot[i] as number);
    }
    busy.set(hours.byHourOfWeek(ofTeam), team * HOURS_OF_WEEK);
  });
  return { busy, overtime };
}

/** Where agents may be away, they are counted date by date, as the desk counted them. */
function scheduledBy({ teams, hours, from, to }: PreparedWatch, there: readonly DeskTeam[]): Float64Array {
  const scheduled = new Float64Array(teams.length * HOURS_OF_WEEK);
  teams.forEach(({ agents, shiftByHour, open }, team) => {
    const presence = there[team]?.presence ?? null;
    if (presence === null) {
      scheduled.set(
        shiftByHour.map((ms) => ms * agents),
        team * HOURS_OF_WEEK,
      );
      return;
    }
    const ofSlots = new Float64Array(hours.hourOfWeek.length);
    for (let at = from, slot = 0; at < to;) {
      const { agents: present, until } = presence.at(at);
      for (const end = Math.min(until, to); at < end;) {
        const next = Math.min(hours.starts[slot + 1] as number, end);
        ofSlots[slot]! += present * open.between(at, next);
        at = next;
        if (at === hours.starts[slot + 1]) slot += 1;
      }
    }
    scheduled.set(hours.byHourOfWeek(ofSlots), team * HOURS_OF_WEEK);
  });
  return scheduled;
}

/** A ticket is open from its opening until it is closed. */
export function tallyBacklog(
  { days, from, to }: Pick<PreparedWatch, 'days' | 'from' | 'to'>,
  opened: Float64Array,
  closed: Float64Array,
): Pick<DeskTally, 'backlog' | 'done' | 'openMs'> {
  const bands = AGE_BANDS.length;
  const backlog = new Uint32Array(days.length * bands);
  const done = new Uint32Array(days.length);
  let openMs = 0;
  let firstDay = 0;
  for (let ticket = 0; ticket < opened.length; ticket += 1) {
    const start = opened[ticket] as number;
    const end = closed[ticket] as number;
    openMs += Math.max(0, Math.min(end, to) - Math.max(start, from));
    while (firstDay < days.length && (days[firstDay] as number) < start) firstDay += 1;
    let band = 0;
    let day = firstDay;
    for (; day < days.length && (days[day] as number) < end; day += 1) {
      const age = (days[day] as number) - start;
      while (band + 1 < bands && age >= (AGE_BANDS[band + 1] as (typeof AGE_BANDS)[number]).fromMs) band += 1;
      backlog[day * bands + band]! += 1;
    }
    if (end < to && day > 0) done[day - 1]! += 1;
  }
  return { backlog, done, openMs };
}

function tallyMisses(
  watch: PreparedWatch,
  { calendars, paused }: WatchedPromise,
  path: TicketPaths,
  { tickets, firstCounted, work, dueAtOpening }: WatchedRun,
  { status, stopped, due }: MetricOutcome,
  metric: number,
): MissTally {
  const tally = {
    misses: 0,
    shortened: 0,
    elapsed: new Float64Array(PARTS.length),
    counted: new Float64Array(PARTS.length),
    most: new Uint32Array(PARTS.length),
    enough: new Uint32Array(PARTS.length),
  };
  const who: WhoWorks = { ...work, teams: watch.teams };
  const elapsed = measureBy(watch, work.groups, ELAPSED, () => false);
  const measures = new Map<number, TimeMeasure>();
  const its = new Float64Array(PARTS.length);
  let limit = NaN;
  // A pause that begins at the deadline or behind it changes nothing any more.
  const isPaused = (step: number, began: InstantMs): boolean => paused[step] === true && began < limit;
  for (let row = firstCounted; row < status.length; row += 1) {
    const stop = stopped[row] as number;
    if (status[row] !== MISSED || Number.isNaN(stop)) continue;
    const opened = tickets.opened[row] as number;
    tally.misses += 1;
    if (stop <= (dueAtOpening[metric]?.[row] as number)) tally.shortened += 1;
    addParts(path, row, opened, stop, who, elapsed, tally.elapsed);
    const calendar = calendars(tickets, row);
    let measure = measures.get(calendar);
    if (measure === undefined) {
      const by = calendar === NOTHING_COUNTED ? ELAPSED : calendar;
      measure = measureBy(watch, work.groups, by, isPaused);
      measures.set(calendar, measure);
    }
    its.fill(0);
    limit = due[row] as number;
    addParts(path, row, opened, stop, who, measure, its);
    count(tally, its, lateness(measure, due[row] as number, stop));
  }
  return tally;
}

function lateness({ all }: TimeMeasure, due: InstantMs, stop: InstantMs): number {
  return due < stop ? all.between(due, stop) : 0;
}

function count(tally: MissTally, its: Float64Array, lateBy: number): void {
  let most = 0;
  for (let part = 0; part < its.length; part += 1) {
    const ms = its[part] as number;
    tally.counted[part]! += ms;
    if (ms > (its[most] as number)) most = part;
    if (ms > 0 && ms >= lateBy) tally.enough[part]! += 1;
  }
  tally.most[most]! += 1;
}

function measureBy(
  watch: PreparedWatch,
  groups: readonly (readonly number[])[],
  calendar: number,
  isPaused: TimeMeasure['isPaused'],
): TimeMeasure {
  const ofGroups = groups.map((teams) => watch.shiftsIn(calendar, teams));
  const ofTeams = watch.teams.map((_, team) => watch.shiftsIn(calendar, [team]));
  return {
    all: watch.openTime(calendar),
    ofGroup: (group) => ofGroups[group] ?? NEVER,
    ofTeam: (team) => ofTeams[team] ?? NEVER,
    isPaused,
  };
}

const NEVER = { between: () => 0 };

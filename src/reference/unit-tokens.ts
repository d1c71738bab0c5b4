/**
 * What becomes of the units of a quota, one by one: each is a token with a birthday. Days are walked from midnight to
 * midnight on luxon's clock, and every midnight asks of every period whether it begins.
 */
import { DateTime } from 'luxon';
import type { CheckedQuota, CheckedRollover } from '../check/entitlement-model.ts';
import type { Period } from '../check/model.ts';
import type { CivilDate, InstantMs } from '../time/types.ts';

export interface TokenEvent {
  readonly at: InstantMs;
  readonly does: 'bought' | 'used';
  readonly count: number;
}

/** So many tokens of which the same happened at one instant. */
export interface TokenRow {
  readonly at: InstantMs;
  readonly kind: 'granted' | 'bought' | 'carried' | 'used' | 'drawn' | 'over' | 'expired';
  readonly count: number;
}

interface Token {
  readonly born: number;
  carried: number;
  lapses: number | null;
}

/** The clock whose days count, and the day on which the contract took effect. */
export interface TokenClock {
  readonly zone: string;
  readonly firstDay: CivilDate;
}

/** Everything that happens to the units up to an instant, in order. Amounts are whole. */
export function followTokens(
  quota: CheckedQuota,
  rollover: CheckedRollover | null,
  clock: TokenClock,
  start: InstantMs,
  events: readonly TokenEvent[],
  until: InstantMs,
): readonly TokenRow[] {
  const rows: TokenRow[] = [];
  let tokens: Token[] = [];
  let births = 0;
  let usedSinceDraw = 0;
  let owed = 0;
  const carriedAt: { readonly at: number; readonly count: number }[] = [];

  function note(at: InstantMs, kind: TokenRow['kind'], count: number): void {
    if (count > 0) rows.push({ at, kind, count });
  }

  function make(count: number): void {
    for (let i = 0; i < count; i++) {
      births += 1;
      tokens.push({ born: births, carried: 0, lapses: null });
    }
  }

  function next(): Token | undefined {
    const sorted = [...tokens].sort((a, b) => a.born - b.born);
    return rollover?.order === 'newest first' ? sorted[sorted.length - 1] : sorted[0];
  }

  /** Takes tokens one at a time; how many there were. Of the lots of one instant the tokens are alike. */
  function take(count: number): number {
    let taken = 0;
    while (taken < count) {
      const token = next();
      if (token === undefined) break;
      tokens = tokens.filter((each) => each !== token);
      taken += 1;
    }
    return taken;
  }

  function midnight(day: DateTime): void {
    const at = day.toMillis();
    if (quota.leastDrawn !== null && begins(quota.leastDrawn.period, day, clock)) {
      const due = owed + Math.max(0, quota.leastDrawn.amount - usedSinceDraw);
      const drawn = take(due);
      note(at, 'drawn', drawn);
      owed = quota.leastDrawn.madeUpLater ? due - drawn : 0;
      usedSinceDraw = 0;
    }
    const lapsed = tokens.filter(({ lapses }) => lapses !== null && lapses <= at);
    tokens = tokens.filter((token) => !lapsed.includes(token));
    let expired = lapsed.length;
    const turns = quota.period ?? (quota.amount === null ? (rollover?.period ?? null) : null);
    if (turns === null || !begins(turns, day, clock)) {
      note(at, 'expired', expired);
      return;
    }
    const mayGo: Token[] = [];
    let waiting = tokens;
    tokens = [...tokens];
    while (waiting.length > 0) {
      const token = next();
      if (token === undefined) break;
      tokens = tokens.filter((each) => each !== token);
      waiting = waiting.filter((each) => each !== token);
      const allowed = rollover !== null && (rollover.carried === 'again' || token.carried === 0);
      const isWithin = rollover?.upTo === null || mayGo.length < leftOfLimit(day);
      if (allowed && isWithin) mayGo.push(token);
      else expired += 1;
    }
    note(at, 'expired', expired);
    for (const token of mayGo) {
      const { expiresAfter = null, expiresFrom = null } = rollover ?? {};
      if (token.carried === 0 && expiresAfter !== null && expiresFrom === null) {
        const length =
          expiresAfter.unit === 'month' ? { months: expiresAfter.count } : { days: expiresAfter.count };
        token.lapses = day.plus(length).startOf('day').toMillis();
      }
      token.carried += 1;
    }
    tokens = mayGo;
    note(at, 'carried', mayGo.length);
    carriedAt.push({ at, count: mayGo.length });
    if (quota.amount !== null) {
      make(quota.amount);
      note(at, 'granted', quota.amount);
    }
  }

  /** How many may still go over at a midnight: of the whole limit, or of that of the period that ends. */
  function leftOfLimit(day: DateTime): number {
    if (rollover === null || rollover.upTo === null) return Infinity;
    if (rollover.period === null) return rollover.upTo;
    let first = day.minus({ days: 1 });
    while (!begins(rollover.period, first, clock)) first = first.minus({ days: 1 });
    const before = carriedAt.filter(({ at }) => at > first.toMillis() && at < day.toMillis());
    return rollover.upTo - before.reduce((sum, { count }) => sum + count, 0);
  }

  if (quota.amount !== null) {
    make(quota.amount);
    note(start, 'granted', quota.amount);
  }
  let day = DateTime.fromMillis(start, { zone: clock.zone }).startOf('day').plus({ days: 1 }).startOf('day');
  for (const event of [...events, { at: until, does: 'used', count: 0 } as const]) {
    while (day.toMillis() <= event.at) {
      midnight(day);
      day = day.plus({ days: 1 }).startOf('day');
    }
    if (event.does === 'bought') {
      make(event.count);
      note(event.at, 'bought', event.count);
      continue;
    }
    const taken = take(event.count);
    usedSinceDraw += taken;
    note(event.at, 'used', taken);
    note(event.at, 'over', event.count - taken);
  }
  return rows;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Whether a period begins on a day. */
function begins({ unit, anchor }: Period, day: DateTime, { firstDay }: TokenClock): boolean {
  if (unit === 'day') return true;
  if (anchor === 'calendar') {
    if (unit === 'week') return day.weekday === 1;
    return day.day === 1 && (day.month - 1) % MONTHS[unit] === 0;
  }
  return beginnings(unit, anchor === 'contract' ? firstDay : `2000-${anchor}`).has(day.toISODate() ?? '');
}

const known = new Map<string, ReadonlySet<string>>();

/** The dates on which periods of a contract begin, for eleven years either way. */
function beginnings(unit: Exclude<Period['unit'], 'day'>, firstDay: CivilDate): ReadonlySet<string> {
  const key = `${unit} ${firstDay}`;
  const found = known.get(key) ?? new Set(datesOf(unit, firstDay));
  known.set(key, found);
  return found;
}

function datesOf(unit: Exclude<Period['unit'], 'day'>, firstDay: CivilDate): readonly string[] {
  const first = DateTime.fromISO(firstDay, { zone: 'utc' });
  const dates: string[] = [];
  for (let count = -600; count <= 600; count++) {
    const length = unit === 'week' ? { weeks: count } : { months: count * MONTHS[unit] };
    dates.push(first.plus(length).toISODate() ?? '');
  }
  return dates;
}

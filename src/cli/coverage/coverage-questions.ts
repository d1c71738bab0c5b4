import { CustomerError, type Engine, HorizonError } from '../../engine/index.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import { formatCivilDate, parseCivilDate, weekdayOf } from '../../time/civil-date.ts';
import type { EpochDay, ZoneTable } from '../../time/types.ts';
import { wallClockAt } from '../../time/zone-arithmetic.ts';
import type { CoverageDay, CoverageQuestions, CoverageSubject, WorstWait } from '../../tui/index.ts';
import { zoneTable } from '../zone-table.ts';
import { coverageWeek } from './coverage-week.ts';
import { hoursOf } from './hours-of.ts';
import { worstWaits } from './worst-waits.ts';

/** How many weeks are looked through for a date that is not like others: two years. */
const MOST_WEEKS = 106;

/** Whoever has the engine waits for what takes long. */
type Answered = Omit<CoverageQuestions, 'worst'> & { readonly worst: (metric: string) => readonly WorstWait[] };

/** Answers the questions of the terminal's screen of hours; what was answered is kept. */
export function coverageQuestions(outcome: Outcome, engine: Engine): Answered {
  const { plan } = engine;
  const plans = outcome.plans.map((each) => each.plan);
  const opened = outcome.tickets.opened[0] ?? 0;
  const weeks = new Map<string, readonly CoverageDay[] | string>();
  const worst = new Map<string, ReturnType<typeof worstWaits>>();
  const zoneNamed = (name: string): ZoneTable | null =>
    Object.hasOwn(plan.zones, name) ? engine.zone(name) : null;

  const worstOf = (metric: string): ReturnType<typeof worstWaits> => {
    const found = worst.get(metric) ?? worstWaits(outcome, engine, metric);
    worst.set(metric, found);
    return found;
  };
  const week: CoverageQuestions['week'] = (calendar, zone, monday) => {
    const key = `${String(calendar)} ${zone} ${monday}`;
    const found = weeks.get(key) ?? weekOf(calendar, zone, monday);
    if (weeks.size > 2000) weeks.clear();
    weeks.set(key, found);
    return found;
  };
  const weekOf: CoverageQuestions['week'] = (index, zone, monday) => {
    const day = parseCivilDate(monday);
    const entry = plan.calendars[index];
    if (day === null || entry === undefined) return 'there is no such week';
    try {
      return coverageWeek(engine.calendar(index), entry.body, zoneTable(plan, zone), day, zoneNamed);
    } catch (error) {
      if (error instanceof HorizonError || error instanceof CustomerError || error instanceof RangeError)
        return error.message;
      throw error;
    }
  };

  return {
    subjects: () => subjectsOf(outcome, engine),
    hours: (place, subject, severity, region) => {
      const ticket = { severity, region, channel: -1, type: -1, facts: [] };
      return hoursOf(engine, plans[place] ?? -1, subject, ticket, opened);
    },
    mondayOf: (at, zone) => formatCivilDate(mondayBefore(wallClockAt(zoneTable(plan, zone), at).epochDay)),
    mondayOfDate: (date) => {
      const day = parseCivilDate(date);
      return day === null ? null : formatCivilDate(mondayBefore(day));
    },
    weekFrom: (monday, count) => {
      const day = (parseCivilDate(monday) ?? 0) + 7 * count;
      return day < FIRST_MONDAY || day > LAST_MONDAY ? monday : formatCivilDate(day);
    },
    week,
    nextSpecial: (calendars, zone, monday, by) => {
      const first = parseCivilDate(monday) ?? 0;
      for (let step = 1; step <= MOST_WEEKS; step++) {
        const next = formatCivilDate(first + 7 * step * by);
        const found = calendars.map((calendar) => week(calendar, zone, next));
        if (found.every((each) => typeof each === 'string')) return null;
        const isSpecial = found.some(
          (each) => typeof each !== 'string' && each.some(({ notes }) => notes.length > 0),
        );
        if (isSpecial) return next;
      }
      return null;
    },
    worst: (metric) => worstOf(metric).map(({ wait }) => wait),
    explainWorst: (metric, place) =>
      worstOf(metric)[place]?.explain() ?? { kind: 'unaccounted', reason: 'there is no such promise' },
  };
}

/** Weeks of years of which every clock is known. */
const FIRST_MONDAY = mondayBefore(parseCivilDate('1971-01-01') ?? 0);
const LAST_MONDAY = mondayBefore(parseCivilDate('2099-12-01') ?? 0);

function mondayBefore(day: EpochDay): EpochDay {
  return day - (weekdayOf(day) - 1);
}

function subjectsOf(outcome: Outcome, { plan }: Engine): readonly CoverageSubject[] {
  const own = outcome.plans.flatMap((each) => plan.plans[each.plan] ?? []);
  const activities = [...new Set(own.flatMap(({ coverage }) => coverage.map(({ activity }) => activity)))];
  const metrics = plan.metrics.filter((metric) =>
    own.some(({ targets }) => targets.some((target) => target.metric === metric)),
  );
  return [
    ...metrics.map((name): CoverageSubject => ({ kind: 'promise', name })),
    ...activities.map((name): CoverageSubject => ({ kind: 'activity', name })),
  ];
}

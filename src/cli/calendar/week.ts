import type { Calendar, Stretch } from '../../engine/index.ts';
import { closureWords, passedOver } from '../../explain/closure-reason.ts';
import type { PlanAdmission, PlanClosure } from '../../plan/calendar-model.ts';
import type { PlanCalendarBody, PlanCivilHours } from '../../plan/model.ts';
import { assertNever } from '../../text/assert-never.ts';
import { formatCivilDate, weekdayOf } from '../../time/civil-date.ts';
import { dateSetTest } from '../../time/date-set.ts';
import { formatTimeOfDay } from '../../time/iso-instant.ts';
import type { EpochDay, InstantMs, Weekday, ZoneTable } from '../../time/types.ts';
import { localToInstant, wallClockAt } from '../../time/zone-arithmetic.ts';

/** One civil date of a calendar, by the wall clock of one zone. */
export interface CalendarDay {
  readonly date: string;
  readonly weekday: Weekday;
  /** Open stretches within the date, in order. */
  readonly open: readonly Stretch[];
  readonly openMs: number;
  /** Why this date is not like others of its weekday: holidays, dated lines, seasons, clock changes. */
  readonly notes: readonly string[];
}

/** `days` dates from `first` on, each from its midnight to the next; a date that the zone skipped has no time. */
export function calendarDays(
  calendar: Calendar,
  body: PlanCalendarBody,
  zone: ZoneTable,
  first: EpochDay,
  days: number,
): readonly CalendarDay[] {
  const parts = civilParts(body);
  return Array.from({ length: days }, (_, index) => {
    const epochDay = first + index;
    const from = localToInstant(zone, epochDay, 0);
    const to = localToInstant(zone, epochDay + 1, 0);
    const open = from < to ? stretches(calendar.edgesBetween(from, to)) : [];
    return {
      date: formatCivilDate(epochDay),
      weekday: weekdayOf(epochDay),
      open,
      openMs: open.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0),
      notes: [
        ...new Set([...parts.flatMap((part) => notesOf(part, epochDay)), ...clockChange(zone, from, to)]),
      ],
    };
  });
}

function stretches(edges: readonly InstantMs[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let i = 0; i + 1 < edges.length; i += 2) found.push({ from: edges[i] ?? 0, to: edges[i + 1] ?? 0 });
  return found;
}

/** The calendars of hours that a calendar is put together from. */
export function civilParts(body: PlanCalendarBody): readonly PlanCivilHours[] {
  switch (body.kind) {
    case 'always':
    case 'never':
    case 'between zones':
      return [];
    case 'civil':
      return [body];
    case 'union':
    case 'intersection':
      return body.of.flatMap(civilParts);
    case 'difference':
      return [...civilParts(body.from), ...civilParts(body.minus)];
    default:
      return assertNever(body);
  }
}

function notesOf(part: PlanCivilHours, epochDay: EpochDay): readonly string[] {
  const date = formatCivilDate(epochDay);
  const season = part.seasons.filter(({ dates }) => dateSetTest(dates)(epochDay)).at(-1);
  // A season's own holidays hold in place of those of the calendar.
  const closed = (season?.own ?? part).holidays?.days ?? [];
  const holidays = closed.filter((day) => day.date === date).map(({ name }) => name);
  const labelled = [...part.dated, ...part.seasons].filter(({ dates }) => dateSetTest(dates)(epochDay));
  const closures = part.closures.filter(({ from, to }) => from <= date && date <= to);
  const dated = part.dated.filter(({ dates }) => dateSetTest(dates)(epochDay));
  // Over the week stand holidays and dated lines.
  const byWeek =
    holidays.length > 0 || dated.length > 0
      ? []
      : (season ?? part).limited.filter(({ week }) => (week[weekdayOf(epochDay) - 1] ?? []).length > 0);
  return [
    ...holidays,
    ...[...labelled, ...byWeek].map(({ label }) => label).filter((label) => label !== ''),
    ...[...dated.flatMap(({ limited }) => limited ?? []), ...byWeek].map(limitNote),
    ...closures.map((closure) => closureNote(closure, date)),
  ];
}

/** `limited: admits P1, others stop`, whatever hours those have of whom the calendar is. */
function limitNote({ admits, others }: PlanAdmission): string {
  const become = {
    stop: 'others stop',
    'best effort': 'others best effort',
    'no promise': 'others lose the promise',
  };
  return `limited: admits ${admits}, ${become[others]}`;
}

/** `closure (stocktaking) announced 2026-05-18`, or why it does not count, or not yet. */
function closureNote(closure: PlanClosure, date: string): string {
  const { counts } = closure;
  const isWhole = counts.kind === 'from' && (!counts.isLate || counts.date < date);
  return isWhole ? `${closureWords(closure)} announced ${closure.announced}` : passedOver(closure);
}

/** `clocks go forward at 02:00 to 03:00`, for each change of offset within the span. */
function clockChange(zone: ZoneTable, from: InstantMs, to: InstantMs): readonly string[] {
  if (from >= to) return ['this date was skipped'];
  return zone.transitions.flatMap((transition, index) => {
    const at = transition * 1000;
    if (at < from || at >= to) return [];
    const before = zone.offsets[index] ?? 0;
    const after = zone.offsets[index + 1] ?? 0;
    const reads = formatTimeOfDay((((transition + before) % 86_400) + 86_400) % 86_400);
    const becomes = formatTimeOfDay(wallClockAt(zone, at).daySeconds);
    return [`clocks go ${after > before ? 'forward' : 'back'} from ${reads} to ${becomes}`];
  });
}

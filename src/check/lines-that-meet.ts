import type { Span } from '../text/source.ts';
import { formatCivilDate } from '../time/civil-date.ts';
import { firstCommonDay, isWithin, sameDates } from '../time/date-set.ts';
import type { DateSet, EpochDay, MonthDay } from '../time/types.ts';
import type { HolidayHours } from './calendar-model.ts';
import { weekdayName } from './check-time.ts';
import { meetEqually } from './check-selector.ts';
import { type CheckContext, firstSaid, report } from './context.ts';
import type { DatedHours, Season, Selected } from './model.ts';

/**
 * Lines of one layer, equally narrow, of which only one can hold for a date. One whose dates lie within those of an
 * earlier line is an exception to it, and plain.
 */

/** A line with the place that findings underline. */
export interface Line<T> extends Selected<T> {
  readonly span: Span;
}

/** Lines with what recurs by weekday first: it gives way to what names dates, or days of the year. */
export function byDates<T extends { readonly dates: DateSet }>(
  lines: readonly Line<T>[],
): readonly Line<T>[] {
  const recurs = ({ value }: Line<T>): boolean => recursByWeek(value.dates);
  return [...lines.filter(recurs), ...lines.filter((line) => !recurs(line))];
}

/** Whether of two sets one recurs by weekday or every few weeks and the other does not. */
function gives(a: DateSet, b: DateSet): boolean {
  return recursByWeek(a) !== recursByWeek(b);
}

function recursByWeek({ kind }: DateSet): boolean {
  return kind === 'nth weekday' || kind === 'cycle' || kind === 'weeks';
}

/** Two lines for the same dates, or for dates that meet and with other hours. */
export function reportDatesTwice(context: CheckContext, lines: readonly Line<DatedHours>[]): void {
  forPairs(lines, (line, first) => {
    const dates = line.value.dates;
    if (sameDates(first.value.dates, dates)) {
      report(
        context,
        'calendar/dates-twice',
        line.span,
        { dates: datesInWords(dates) },
        firstSaid(context, first.span),
      );
      return true;
    }
    if (sameHours(first.value, line.value) || gives(first.value.dates, dates)) return false;
    if (isWithin(dates, first.value.dates)) return false;
    const common = firstCommonDay(first.value.dates, dates);
    if (common === null) return false;
    const date = dateInWords(common, first.value.dates, dates);
    report(context, 'calendar/dates-meet', line.span, { date }, firstSaid(context, first.span));
    return true;
  });
}

/** Two seasons that hold on one date, with other weeks. */
export function reportSeasonsMeet(context: CheckContext, lines: readonly Line<Season>[]): void {
  forPairs(lines, (line, first) => {
    const { dates } = line.value;
    const isSame = sameDates(first.value.dates, dates);
    if (sameWeek(first.value, line.value) || (isWithin(dates, first.value.dates) && !isSame)) return false;
    if (gives(first.value.dates, dates)) return false;
    const common = firstCommonDay(first.value.dates, dates);
    if (common === null) return false;
    const date = dateInWords(common, first.value.dates, dates);
    report(context, 'calendar/seasons-meet', line.span, { date }, firstSaid(context, first.span));
    return true;
  });
}

export function reportHolidayHoursTwice(context: CheckContext, lines: readonly Line<HolidayHours>[]): void {
  forPairs(lines, (line, first) => {
    report(
      context,
      'calendar/dates-twice',
      line.span,
      { dates: 'on holidays' },
      firstSaid(context, first.span),
    );
    return true;
  });
}

/** Asks of each line and the earlier ones that speak of the same tickets, equally narrowly, until one is reported. */
function forPairs<T>(
  lines: readonly Line<T>[],
  isReported: (line: Line<T>, earlier: Line<T>) => boolean,
): void {
  lines.forEach((line, i) => {
    lines
      .slice(0, i)
      .filter((earlier) => meetEqually(earlier.when, line.when))
      .some((earlier) => isReported(line, earlier));
  });
}

function sameHours(a: DatedHours, b: DatedHours): boolean {
  const said = ({ hours, as, limited }: DatedHours) => JSON.stringify([hours, as, limited]);
  return said(a) === said(b);
}

function sameWeek(a: Season, b: Season): boolean {
  const said = ({ week, limited, holidays }: Season) =>
    JSON.stringify([week, limited, holidays].map((lines) => lines.map(({ when, value }) => [when, value])));
  return said(a) === said(b);
}

/** A date that two sets share; where both are of every year, without the year. */
function dateInWords(date: EpochDay, a: DateSet, b: DateSet): string {
  const words = formatCivilDate(date);
  return a.kind === 'yearly' && b.kind === 'yearly' ? words.slice(5) : words;
}

function datesInWords(dates: DateSet): string {
  if (dates.kind === 'weeks') {
    const days = [dates.from, dates.to].map(weekdayName);
    return `every ${[...new Set(days)].join('..')} of ${dates.number} weeks`;
  }
  if (dates.kind === 'cycle') {
    const [times, unit] = dates.turnDays % 7 === 0 ? [dates.turnDays / 7, 'weeks'] : [dates.turnDays, 'days'];
    return `every ${times} ${unit} from ${[...new Set([dates.from, dates.to])].join(' .. ')}`;
  }
  const word = (day: MonthDay): string =>
    `${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
  if (dates.kind === 'nth weekday') {
    const of = dates.month === null ? '' : ` of ${String(dates.month).padStart(2, '0')}`;
    const which = dates.which === 'last' ? 'last' : ['first', 'second', 'third', 'fourth'][dates.which - 1];
    return `every ${which ?? ''} ${weekdayName(dates.weekday)}${of}`;
  }
  const [from, to] = dates.kind === 'range' ? [dates.from, dates.to] : [word(dates.from), word(dates.to)];
  const range = from === to ? from : `${from} .. ${to}`;
  return dates.kind === 'range' ? range : `every ${range}`;
}

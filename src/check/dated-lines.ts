import type { ClosedNode, OpenOnNode } from '../syntax/tree.ts';
import type { Span } from '../text/source.ts';
import type { DateSet, MonthDay } from '../time/types.ts';
import { meetEqually } from './check-selector.ts';
import { checkDates, checkHours } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { DatedHours, Selected } from './model.ts';

export function checkOpenOn(context: CheckContext, clause: OpenOnNode): readonly DatedHours[] {
  const hours = clause.hours.map((range) => checkHours(context, range));
  if (hours.includes(null)) return [];
  const open = hours.flatMap((interval) => interval ?? []);
  return clause.dates
    .flatMap((dates) => checkDates(context, dates) ?? [])
    .map((dates) => ({ label: clause.label, dates, hours: open, as: clause.as }));
}

export function checkClosed(context: CheckContext, clause: ClosedNode): readonly DatedHours[] {
  return clause.dates
    .flatMap((dates) => checkDates(context, dates) ?? [])
    .map((dates) => ({ label: clause.label, dates, hours: [], as: null }));
}

export interface DatedLine extends Selected<DatedHours> {
  readonly span: Span;
}

/** Two lines for the same dates and the same customers: of several hours for one date only one can hold. */
export function reportDatesTwice(context: CheckContext, lines: readonly DatedLine[]): void {
  lines.forEach((line, i) => {
    const first = lines
      .slice(0, i)
      .find((other) => sameDates(other.value.dates, line.value.dates) && meetEqually(other.when, line.when));
    if (first === undefined) return;
    const related = [{ message: 'first said here', place: { source: context.source, span: first.span } }];
    report(context, 'calendar/dates-twice', line.span, { dates: datesInWords(line.value.dates) }, related);
  });
}

function sameDates(a: DateSet, b: DateSet): boolean {
  return datesInWords(a) === datesInWords(b);
}

function datesInWords(dates: DateSet): string {
  const word = (day: MonthDay): string =>
    `${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
  const [from, to] = dates.kind === 'range' ? [dates.from, dates.to] : [word(dates.from), word(dates.to)];
  const range = from === to ? from : `${from} .. ${to}`;
  return dates.kind === 'range' ? range : `every ${range}`;
}

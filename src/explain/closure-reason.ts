import type { PlanClosure } from '../plan/calendar-model.ts';
import { hoursByDate } from '../plan/hours-by-date.ts';
import type { PlanCalendarBody, PlanCivilHours, PlanOrigin } from '../plan/model.ts';
import { formatCivilDate } from '../time/civil-date.ts';
import { formatTimeOfDay } from '../time/iso-instant.ts';
import type { DaySeconds, EpochDay } from '../time/types.ts';
import { SECONDS_PER_DAY } from '../time/units.ts';

/** The closure that shuts a moment of a date; null where none does, or nothing would be open on the date without it. */
export function closureReason(
  body: PlanCivilHours,
  date: EpochDay,
  time: DaySeconds,
): { readonly reason: string; readonly origin: PlanOrigin } | null {
  const found = body.closures.find((closure) => speaksOf(closure, date, time) && counts(closure, date, time));
  if (found === undefined || hoursByDate({ ...body, closures: [] })(date).length === 0) return null;
  const { counts: since } = found;
  const late =
    since.kind === 'from' && since.isLate
      ? `, which counts from ${since.date} ${formatTimeOfDay(since.time)}, the end of its notice`
      : '';
  return { reason: `${closureWords(found)} announced ${found.announced}${late}`, origin: found.origin };
}

/** What is to be said of an open moment for which closures were announced that do not count; nothing for others. */
export function closuresPassedOver(body: PlanCivilHours, date: EpochDay, time: DaySeconds): string {
  return body.closures
    .filter((closure) => speaksOf(closure, date, time) && !counts(closure, date, time))
    .map((closure) => `; ${passedOver(closure)}`)
    .join('');
}

/** `the closure (stocktaking) announced 2026-06-03 came too late to count`. */
export function passedOver(closure: PlanClosure): string {
  const words = `the ${closureWords(closure)} announced ${closure.announced}`;
  switch (closure.counts.kind) {
    case 'announced too late':
      return `${words} came too late to count`;
    case 'announced afterwards':
      return `${words}, after the clock began, does not count`;
    case 'from':
      return `${words} counts from ${closure.counts.date} ${formatTimeOfDay(closure.counts.time)}, the end of its notice`;
  }
}

export function closureWords({ reason }: PlanClosure): string {
  return reason === '' ? 'closure' : `closure (${reason})`;
}

/** A calendar as it would be without closures. */
export function withoutClosures(body: PlanCalendarBody): PlanCalendarBody {
  switch (body.kind) {
    case 'always':
    case 'never':
    case 'between zones':
      return body;
    case 'union':
    case 'intersection':
      return { ...body, of: body.of.map(withoutClosures) };
    case 'difference':
      return { ...body, from: withoutClosures(body.from), minus: withoutClosures(body.minus) };
    case 'civil':
      return { ...body, closures: [] };
  }
}

function speaksOf({ from, to, closed }: PlanClosure, date: EpochDay, time: DaySeconds): boolean {
  const day = formatCivilDate(date);
  if (day < from || day > to) return false;
  return closed.some(
    (stretch) => stretch.from <= time && (time < stretch.to || stretch.to === SECONDS_PER_DAY),
  );
}

function counts({ counts: since }: PlanClosure, date: EpochDay, time: DaySeconds): boolean {
  if (since.kind !== 'from') return false;
  const day = formatCivilDate(date);
  return since.date < day || (since.date === day && since.time <= time);
}

import type { CalendarNode } from '../syntax/tree.ts';
import type { Span } from '../text/source.ts';
import type { AnnouncedClosures } from './calendar-model.ts';
import { checkClosures } from './check-closures.ts';
import { checkHolidayUse, checkOnHolidays, contradict } from './check-holiday-use.ts';
import { checkLimited } from './check-limited.ts';
import { checkSeason } from './check-season.ts';
import { checkSelector } from './check-selector.ts';
import { checkZoneChoice, type DatesOf } from './check-zone-choice.ts';
import { type CheckContext, firstSaid, originOf, report } from './context.ts';
import { checkClosed, checkOpenOn } from './dated-lines.ts';
import {
  byDates,
  type Line,
  reportDatesTwice,
  reportHolidayHoursTwice,
  reportSeasonsMeet,
} from './lines-that-meet.ts';
import type { CivilCalendar, Selected, ZoneChoice } from './model.ts';
import type { Scope } from './scope.ts';
import { checkBetweenZones, checkOpen, checkOverlaps } from './week-windows.ts';

/** The lines of one layer as they are read. */
type Layer<K extends keyof CivilCalendar> = CivilCalendar[K] extends readonly Selected<infer T>[]
  ? Line<T>[]
  : never;

/** A calendar of hours in one zone; null where it could not be made out. */
export function checkCivil(
  context: CheckContext,
  scope: Scope,
  node: CalendarNode,
  dates: DatesOf,
): CivilCalendar | null {
  const week: Layer<'week'> = [];
  const betweenZones: Layer<'betweenZones'> = [];
  const seasons: Layer<'seasons'> = [];
  const holidays: Layer<'holidays'> = [];
  const onHolidays: Layer<'onHolidays'> = [];
  const dated: Layer<'dated'> = [];
  const limited: Layer<'limited'> = [];
  const closures: AnnouncedClosures[] = [];
  const closureFiles = new Map<string, Span>();
  const zones: { choice: ZoneChoice | null; span: Span }[] = [];
  let bound: CivilCalendar['bound'] = 'each date';
  let complete = !node.broken;

  for (const clause of node.clauses) {
    const { span } = clause;
    if (clause.kind === 'zone') {
      const [first] = zones;
      if (first !== undefined)
        report(context, 'calendar/zone-twice', span, {}, firstSaid(context, first.span));
      else zones.push({ choice: checkZoneChoice(context, clause.choice), span });
      continue;
    }
    if (clause.kind === 'bound') bound = 'day of opening';
    if (clause.kind === 'bound' || clause.kind === 'use' || clause.kind === 'dates of') continue;
    if (clause.kind === 'closures') {
      const { text } = clause.path;
      const first = closureFiles.get(text);
      if (first !== undefined) {
        const said = { clause: `closures "${text}"` };
        report(context, 'contract/clause-twice', span, said, firstSaid(context, first));
        continue;
      }
      closureFiles.set(text, span);
      const value = checkClosures(context, scope, clause);
      if (value === null) complete = false;
      else closures.push(value);
      continue;
    }
    const when = checkSelector(context, scope, clause.for);
    if (when === null) {
      complete = false;
      continue;
    }
    const origin = originOf(context, span);
    // A line that could not be made out leaves the calendar incomplete.
    const keep = <T>(layer: Line<T>[], value: T | null): void => {
      if (value === null) complete = false;
      else layer.push({ when, value, origin, span });
    };
    switch (clause.kind) {
      case 'open': {
        if (clause.windows.some(({ zones }) => zones !== null)) {
          keep(betweenZones, checkBetweenZones(context, clause));
          break;
        }
        const value = checkOpen(context, clause);
        keep(week, value);
        if (value !== null) checkOverlaps(context, clause, value);
        break;
      }
      case 'open on':
      case 'closed': {
        const values = clause.kind === 'closed' ? checkClosed(context, clause) : checkOpenOn(context, clause);
        if (values.length < clause.dates.length) complete = false;
        for (const value of values) keep(dated, value);
        break;
      }
      case 'season':
        keep(seasons, checkSeason(context, scope, clause));
        break;
      case 'limited': {
        const value = checkLimited(context, scope, clause);
        if (value?.kind === 'dates') for (const each of value.dates) keep(dated, each);
        else keep(limited, value?.week ?? null);
        break;
      }
      case 'on holidays':
        keep(onHolidays, checkOnHolidays(context, clause));
        break;
      case 'holidays': {
        const value = checkHolidayUse(context, scope, clause);
        if (value !== null && holidays.some((other) => contradict(other, { when, value }))) {
          report(context, 'calendar/holidays-none-and-some', span, { calendar: node.name.text });
        }
        keep(holidays, value);
      }
    }
  }

  reportDatesTwice(context, dated);
  reportSeasonsMeet(context, seasons);
  reportHolidayHoursTwice(context, onHolidays);
  const [zone] = zones;
  if (complete) {
    const calendar = node.name.text;
    if (zone === undefined && !dates.said) report(context, 'calendar/no-zone', node.span, { calendar });
    if (holidays.length === 0) report(context, 'calendar/no-holidays', node.span, { calendar });
    const [first] = onHolidays;
    if (first !== undefined && holidays.length > 0 && holidays.every(({ value }) => value.kind === 'none')) {
      report(context, 'calendar/hours-on-no-holidays', first.span, { calendar });
    }
    const opens = dated.some(({ value }) => value.hours.length > 0);
    const weekly = [week, betweenZones, seasons, limited, onHolidays];
    if (weekly.every((lines) => lines.length === 0) && !opens) {
      report(context, 'calendar/never-open', node.span, { calendar, isCut: false });
    }
  }
  const choice = zone === undefined ? dates.zone : zone.choice;
  if (choice === null) return null;
  return {
    kind: 'civil',
    zone: choice,
    week: selected(week),
    betweenZones: selected(betweenZones),
    seasons: selected(byDates(seasons)),
    holidays: selected(holidays),
    onHolidays: selected(onHolidays),
    dated: selected(byDates(dated)),
    limited: selected(limited),
    closures,
    bound,
  };
}

function selected<T>(lines: readonly Line<T>[]): readonly Selected<T>[] {
  return lines.map(({ when, value, origin }) => ({ when, value, origin }));
}

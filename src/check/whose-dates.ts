import { zoneNameOf } from './check-time.ts';
import { type CheckContext, report, within } from './context.ts';
import type { CalendarNode } from '../syntax/tree.ts';
import type { CalendarBody, CheckedCalendar, ZoneChoice } from './model.ts';

/**
 * Reports each calendar in which dates are counted though its hours lie in several zones and it does not say whose
 * dates count: one instant is Monday in one of them and Tuesday in another.
 */
export function reportWhoseDates(
  declared: readonly { readonly node: CalendarNode; readonly context: CheckContext }[],
  calendars: readonly CheckedCalendar[],
  counted: readonly string[],
): void {
  const byName = new Map(calendars.map((calendar) => [calendar.name, calendar]));
  const seen = new Set<string>();
  const known = new Map<string, ReadonlySet<string>>();

  const visit = (name: string): void => {
    const calendar = byName.get(name);
    if (calendar === undefined || calendar.dates !== null || seen.has(name)) return;
    seen.add(name);
    const { body } = calendar;
    // Each of the others is the calendar of some tickets, and has dates of its own.
    if (body.kind === 'named') visit(body.calendar);
    else if (body.kind === 'chosen') {
      for (const { value } of body.of) if (value.kind === 'named') visit(value.calendar);
    } else {
      const zones = [...zonesOf({ byName, known }, body)];
      const found = declared.find(({ node }) => node.name.text === name);
      if (zones.length < 2 || found === undefined) return;
      const context = within(found.context, `calendar ${name}`);
      report(context, 'calendar/whose-dates', found.node.name.span, { calendar: name, zones });
    }
  };

  counted.forEach(visit);
}

interface Named {
  readonly byName: ReadonlyMap<string, CheckedCalendar>;
  /** The zones of calendars that have been looked at, each once however often it is named. */
  readonly known: Map<string, ReadonlySet<string>>;
}

/** The zones that the hours of a calendar lie in, as a finding names them. */
function zonesOf(named: Named, body: CalendarBody): ReadonlySet<string> {
  switch (body.kind) {
    case 'always':
      return new Set();
    case 'named':
      return zonesOfNamed(named, body.calendar);
    case 'chosen':
      return new Set(body.of.flatMap(({ value }) => [...zonesOf(named, value)]));
    case 'union':
    case 'intersection':
    case 'difference':
      return new Set([...zonesOf(named, body.left), ...zonesOf(named, body.right)]);
    case 'civil':
      return new Set([
        wordsOf(body.zone),
        ...body.betweenZones.flatMap(({ value }) => [value.fromZone, value.toZone]),
      ]);
  }
}

function zonesOfNamed(named: Named, name: string): ReadonlySet<string> {
  const known = named.known.get(name);
  if (known !== undefined) return known;
  // One that is made of itself adds nothing to itself.
  named.known.set(name, new Set());
  const calendar = named.byName.get(name);
  if (calendar === undefined) return new Set();
  const zones = calendar.dates === null ? zonesOf(named, calendar.body) : new Set([wordsOf(calendar.dates)]);
  named.known.set(name, zones);
  return zones;
}

function wordsOf(zone: ZoneChoice): string {
  if (zone.kind === 'region') return 'the zone of the region';
  return zone.kind === 'customer' ? 'the zone of the customer' : zoneNameOf(zone);
}

import {
  ANY_TICKET,
  type CalendarKey,
  type Distinctions,
  distinctionsOf,
  groupTickets,
  narrowestFor,
  ticketNames,
  type TicketGroup,
  wordsOfKey,
} from '../check/calendar-keys.ts';
import { EVERYTHING } from '../check/check-selector.ts';
import type { Dimension, Names } from '../check/dimensions.ts';
import { zoneNameOf } from '../check/check-time.ts';
import type {
  CalendarBody,
  CheckedCalendar,
  CheckedContract,
  CheckedRegion,
  CivilCalendar,
  Selector,
  ZoneChoice,
} from '../check/model.ts';
import type { PlanCalendar, PlanCalendarBody, PlanOrigin } from './model.ts';
import { CUSTOMER_ZONE } from '../time/customer-zone.ts';
import { ticketTermsOf } from './ticket-terms.ts';
import { lowerBetweenZones, lowerCivil } from './lower-civil-hours.ts';

const NOWHERE: PlanOrigin = { file: '', line: 0, column: 0, path: [] };

/**
 * The concrete calendars of a contract, each once. A calendar whose hours, zone or holidays differ by region, severity,
 * channel, type or fact is one entry for each that makes a difference, named `Standard (ANZ)`, `Support (P1, phone)`; the
 * entry under the bare name is for all that no line of it tells apart.
 */
export class CalendarTable {
  readonly #contract: CheckedContract;
  readonly #names: Names;
  readonly #byName: ReadonlyMap<string, CheckedCalendar>;
  readonly #list: PlanCalendar[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #zones = new Set<string>();
  /** Calendars of which others are made, by name and key: each is lowered once, however often it is named. */
  readonly #named = new Map<string, PlanCalendarBody>();
  readonly #dates = new Map<string, string | null>();
  readonly #distinctions = new Map<string, Distinctions>();

  constructor(contract: CheckedContract) {
    this.#contract = contract;
    this.#names = ticketNames({
      regions: contract.regions.map(({ name }) => name),
      severities: contract.severities.map(({ name }) => name),
      channels: contract.channels.map(({ name }) => name),
      types: contract.types.map(({ name }) => name),
      facts: contract.facts,
    });
    this.#byName = new Map(contract.calendars.map((calendar) => [calendar.name, calendar]));
  }

  get list(): readonly PlanCalendar[] {
    return this.#list;
  }

  get zones(): readonly string[] {
    return [...this.#zones];
  }

  /** Index of a calendar for the tickets of a key, of which only what the calendar tells apart matters. */
  indexOf(name: string, key: CalendarKey): number {
    const own = this.#keyFor(name, key);
    const words = wordsOfKey(own, this.#names);
    const named = words.length === 0 ? name : `${name} (${words.join(', ')})`;
    const known = this.#indexes.get(named);
    if (known !== undefined) return known;
    const index = this.#list.length;
    this.#indexes.set(named, index);
    this.#list.push(this.#lower(named, name, own));
    return index;
  }

  /** Every calendar that can be named, for all tickets that it tells apart. */
  addAll(): void {
    this.indexOf('24x7', ANY_TICKET);
    for (const { name } of this.#contract.calendars) {
      for (const { key } of this.groups(EVERYTHING, [name])) this.indexOf(name, key);
    }
  }

  /** The tickets of a selector, parted where one of the calendars tells them apart. */
  groups(when: Selector, calendars: readonly string[]): readonly TicketGroup[] {
    const all = calendars.map((name) => this.#distinctionsOf(name));
    const distinct = new Map(
      [...this.#names.keys()].map((dimension): [Dimension, ReadonlySet<string>] => [
        dimension,
        new Set(all.flatMap((each) => [...(each.get(dimension) ?? [])])),
      ]),
    );
    return groupTickets(when, distinct, this.#names);
  }

  #distinctionsOf(name: string): Distinctions {
    const known = this.#distinctions.get(name);
    if (known !== undefined) return known;
    const found = distinctionsOf(this.#byName, name, this.#names);
    this.#distinctions.set(name, found);
    return found;
  }

  #keyFor(name: string, key: CalendarKey): CalendarKey {
    const distinct = this.#distinctionsOf(name);
    return new Map([...key].filter(([dimension, value]) => distinct.get(dimension)?.has(value) === true));
  }

  #lower(named: string, name: string, key: CalendarKey): PlanCalendar {
    const calendar = this.#byName.get(name);
    if (calendar === undefined) {
      if (name !== '24x7') throw new Error(`unknown calendar ${name}`);
      return { name, zone: null, hangsOn: [], body: { kind: 'always' }, origin: NOWHERE };
    }
    const zone = this.#datesOf(calendar, key);
    const body = this.#lowerBody(calendar.body, key);
    return { name: named, zone, hangsOn: ticketTermsOf(zone, body), body, origin: calendar.origin };
  }

  /** Whose dates count: as the calendar says, or those of the first part, in the order written, that has a zone. */
  #datesOf(calendar: CheckedCalendar, key: CalendarKey): string | null {
    const named = JSON.stringify([calendar.name, [...key]]);
    const known = this.#dates.get(named);
    if (known !== undefined) return known;
    const { dates, body } = calendar;
    const zone = dates === null ? this.#datesOfBody(body, key) : this.#zoneFor(dates, key);
    this.#dates.set(named, zone);
    return zone;
  }

  #datesOfBody(body: CalendarBody, key: CalendarKey): string | null {
    switch (body.kind) {
      case 'always':
        return null;
      case 'civil':
        return this.#zoneFor(body.zone, key);
      case 'named': {
        const named = this.#byName.get(body.calendar);
        return named === undefined ? null : this.#datesOf(named, key);
      }
      case 'union':
      case 'intersection':
      case 'difference':
        return this.#datesOfBody(body.left, key) ?? this.#datesOfBody(body.right, key);
      case 'chosen':
        // Round the clock has no dates of its own: where it is one of several calendars, theirs count.
        return [...narrowestFor(body.of, key), ...body.of].reduce<string | null>(
          (zone, line) => zone ?? this.#datesOfBody(line.value, key),
          null,
        );
    }
  }

  #lowerBody(body: CalendarBody, key: CalendarKey): PlanCalendarBody {
    switch (body.kind) {
      case 'always':
        return { kind: 'always' };
      case 'named': {
        const calendar = this.#byName.get(body.calendar);
        if (calendar === undefined) throw new Error(`unknown calendar ${body.calendar}`);
        const named = JSON.stringify([body.calendar, [...key]]);
        const known = this.#named.get(named);
        if (known !== undefined) return known;
        const lowered = this.#lowerBody(calendar.body, key);
        this.#named.set(named, lowered);
        return lowered;
      }
      case 'union':
      case 'intersection':
        return joined(body.kind, this.#lowerBody(body.left, key), this.#lowerBody(body.right, key));
      case 'difference':
        return {
          kind: 'difference',
          from: this.#lowerBody(body.left, key),
          minus: this.#lowerBody(body.right, key),
        };
      case 'chosen': {
        const [chosen] = narrowestFor(body.of, key);
        if (chosen === undefined) throw new Error('a calendar that is chosen speaks of every ticket');
        return this.#lowerBody(chosen.value, key);
      }
      case 'civil':
        return this.#lowerCivil(body, key);
    }
  }

  #lowerCivil(body: CivilCalendar, key: CalendarKey): PlanCalendarBody {
    const region = this.#regionOf(key);
    const zone = this.#zoneFor(body.zone, key);
    for (const { value } of body.betweenZones) {
      this.#zones.add(value.fromZone);
      this.#zones.add(value.toZone);
    }
    const hours = lowerCivil(body, key, zone, region, this.#contract.holidaySets);
    return lowerBetweenZones(body, key, hours);
  }

  #regionOf(key: CalendarKey): CheckedRegion | undefined {
    return this.#contract.regions.find((candidate) => candidate.name === key.get('regions'));
  }

  /** The name of a zone, which the plan then carries, but for that of the customer. */
  #zoneFor(choice: ZoneChoice, key: CalendarKey): string {
    const zone = choice.kind === 'region' ? this.#regionOf(key)?.zone : zoneNameOf(choice);
    if (zone === undefined || zone === null)
      throw new Error('a calendar by region was asked for without one');
    if (zone !== CUSTOMER_ZONE) this.#zones.add(zone);
    return zone;
  }
}

/** Several calendars as one; a part that is there already adds nothing, so calendars made of one another stay small. */
function joined(
  kind: 'union' | 'intersection',
  left: PlanCalendarBody,
  right: PlanCalendarBody,
): PlanCalendarBody {
  const partsOf = (body: PlanCalendarBody) => (body.kind === kind ? body.of : [body]);
  const of = [...new Set([...partsOf(left), ...partsOf(right)])];
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind, of };
}

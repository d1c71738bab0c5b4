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
import { type Dimension, factOf, type Names } from '../check/dimensions.ts';
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
import type { ChosenCalendar } from '../check/calendar-model.ts';
import { CUSTOMER_ZONE } from '../time/customer-zone.ts';
import { formatInstantIn, formatInstantUtc } from '../time/iso-instant.ts';
import type { InstantMs, ZoneTable } from '../time/types.ts';
import { announcementsKept, closuresBefore, lowerClosures, type LoweredClosure } from './lower-closures.ts';
import type { PlanCalendar, PlanCalendarBody, PlanCivilHours, PlanOrigin, PlanTicketKind } from './model.ts';
import { ticketTermsOf } from './ticket-terms.ts';
import { timeFrom } from './time-from.ts';
import { zoneTables } from './zone-tables.ts';
import { lowerBetweenZones, lowerCivil } from './lower-civil-hours.ts';

const UTC = 'UTC';
const NOWHERE: PlanOrigin = { file: '', line: 0, column: 0, path: [] };

/** Calendars by index, each lowered when it is first asked for. */
export interface CalendarIndexes {
  readonly list: readonly PlanCalendar[];
  indexOf(name: string, key: CalendarKey): number;
}

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
  /** Closures by calendar and key, since each clock that keeps its hours asks for them. */
  readonly #closures = new Map<CivilCalendar, Map<string, readonly LoweredClosure[]>>();
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

  /**
   * Index of a calendar for the tickets of a key, of which only what the calendar tells apart matters; as it is, or as
   * clocks have it that began before an instant and keep the hours which they had.
   */
  indexOf(name: string, key: CalendarKey, before: InstantMs = Infinity): number {
    const own = this.#keyFor(name, key);
    const keeps = before < Infinity && this.announcementsOf([name], key).some((at) => at >= before);
    const began = keeps ? [`before ${this.#dated(before)}`] : [];
    const words = [...wordsOfKey(own, this.#names), ...began];
    const named = words.length === 0 ? name : `${name} (${words.join(', ')})`;
    return this.#indexOf(named, () => this.#lower(named, name, own, keeps ? before : Infinity));
  }

  /** The calendars as clocks have them that began before an instant. */
  asOf(before: InstantMs): CalendarIndexes {
    return { list: this.#list, indexOf: (name, key) => this.indexOf(name, key, before) };
  }

  /** Index of all the time from an instant on, a whole second, as a calendar. */
  indexOfTimeFrom(instant: InstantMs): number {
    const named = `from ${this.#dated(instant)}`;
    this.#zones.add(UTC);
    return this.#indexOf(named, () => ({
      name: named,
      of: null,
      tickets: [],
      before: null,
      zone: null,
      hangsOn: [],
      body: timeFrom(instant),
      origin: NOWHERE,
    }));
  }

  /**
   * When closures were announced that change nothing for clocks which ran already, rising: from one to the next the
   * calendars are the same for clocks that begin.
   */
  announcementsOf(names: readonly string[], key: CalendarKey): readonly InstantMs[] {
    const instants = names.flatMap((name) => {
      const calendar = this.#byName.get(name);
      return calendar === undefined
        ? []
        : this.#announcementsOfBody(calendar.body, this.#keyFor(name, key), new Set());
    });
    return [...new Set(instants)].sort((a, b) => a - b);
  }

  /** An instant by the contract's clock: `2026-05-18T09:30:00+02:00`. */
  #dated(instant: InstantMs): string {
    const { zone } = this.#contract;
    return zone === null
      ? formatInstantUtc(instant)
      : formatInstantIn(zoneTables([zone])[zone] as ZoneTable, instant);
  }

  #indexOf(named: string, lower: () => PlanCalendar): number {
    const known = this.#indexes.get(named);
    if (known !== undefined) return known;
    const index = this.#list.length;
    this.#indexes.set(named, index);
    this.#list.push(lower());
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

  #lower(named: string, name: string, key: CalendarKey, before: InstantMs): PlanCalendar {
    const calendar = this.#byName.get(name);
    if (calendar === undefined) {
      if (name !== '24x7') throw new Error(`unknown calendar ${name}`);
      const always = { kind: 'always' } as const;
      return {
        name,
        of: name,
        tickets: [],
        before: null,
        zone: null,
        hangsOn: [],
        body: always,
        origin: NOWHERE,
      };
    }
    const zone = this.#datesOf(calendar, key);
    const body = this.#lowerBody(calendar.body, key, before);
    return {
      name: named,
      of: name,
      tickets: kindsOf(key, this.#names),
      before: before === Infinity ? null : before,
      zone,
      hangsOn: ticketTermsOf(zone, body),
      body,
      origin: calendar.origin,
    };
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

  #lowerBody(body: CalendarBody, key: CalendarKey, before: InstantMs): PlanCalendarBody {
    switch (body.kind) {
      case 'always':
        return { kind: 'always' };
      case 'named': {
        const calendar = this.#byName.get(body.calendar);
        if (calendar === undefined) throw new Error(`unknown calendar ${body.calendar}`);
        const named = JSON.stringify([body.calendar, [...key], String(before)]);
        const known = this.#named.get(named);
        if (known !== undefined) return known;
        const lowered = this.#lowerBody(calendar.body, key, before);
        this.#named.set(named, lowered);
        return lowered;
      }
      case 'union':
      case 'intersection':
        return joined(
          body.kind,
          this.#lowerBody(body.left, key, before),
          this.#lowerBody(body.right, key, before),
        );
      case 'difference':
        return {
          kind: 'difference',
          from: this.#lowerBody(body.left, key, before),
          minus: this.#lowerBody(body.right, key, before),
        };
      case 'chosen':
        return this.#lowerBody(chosenFor(body, key), key, before);
      case 'civil':
        return this.#lowerCivil(body, key, before);
    }
  }

  #announcementsOfBody(body: CalendarBody, key: CalendarKey, seen: Set<CalendarBody>): readonly InstantMs[] {
    // Calendars that many others name are looked at once.
    if (seen.has(body)) return [];
    seen.add(body);
    switch (body.kind) {
      case 'always':
        return [];
      case 'named': {
        const named = this.#byName.get(body.calendar);
        return named === undefined ? [] : this.#announcementsOfBody(named.body, key, seen);
      }
      case 'union':
      case 'intersection':
      case 'difference':
        return [
          ...this.#announcementsOfBody(body.left, key, seen),
          ...this.#announcementsOfBody(body.right, key, seen),
        ];
      case 'chosen':
        return this.#announcementsOfBody(chosenFor(body, key), key, seen);
      case 'civil':
        return announcementsKept(this.#closuresOf(body, key));
    }
  }

  #lowerCivil(body: CivilCalendar, key: CalendarKey, before: InstantMs): PlanCalendarBody {
    const hours = this.#lowerWithoutClosures(body, key);
    const closures = closuresBefore(this.#closuresOf(body, key), before);
    return lowerBetweenZones(body, key, { ...hours, closures });
  }

  #closuresOf(body: CivilCalendar, key: CalendarKey): readonly LoweredClosure[] {
    if (body.closures.length === 0) return [];
    const byKey = this.#closures.get(body) ?? new Map<string, readonly LoweredClosure[]>();
    this.#closures.set(body, byKey);
    const named = JSON.stringify([...key]);
    const known = byKey.get(named);
    if (known !== undefined) return known;
    const hours = this.#lowerWithoutClosures(body, key);
    const zone = hours.zone === CUSTOMER_ZONE ? (this.#contract.zone ?? UTC) : hours.zone;
    const between = body.betweenZones.flatMap(({ value }) => [value.fromZone, value.toZone]);
    const zones = zoneTables([zone, ...between]);
    const ground = { zone: zones[zone] as ZoneTable, body: lowerBetweenZones(body, key, hours), zones };
    const lowered = lowerClosures(body.closures, this.#regionOf(key)?.name ?? null, ground);
    byKey.set(named, lowered);
    return lowered;
  }

  #lowerWithoutClosures(body: CivilCalendar, key: CalendarKey): PlanCivilHours {
    const region = this.#regionOf(key);
    const zone = this.#zoneFor(body.zone, key);
    for (const { value } of body.betweenZones) {
      this.#zones.add(value.fromZone);
      this.#zones.add(value.toZone);
    }
    return lowerCivil(body, key, zone, region, this.#contract.holidaySets);
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

const TICKET_PARTS = {
  regions: 'region',
  severities: 'severity',
  channels: 'channel',
  types: 'type',
} as const;

function kindsOf(key: CalendarKey, names: Names): readonly PlanTicketKind[] {
  return [...names.keys()].flatMap((dimension): readonly PlanTicketKind[] => {
    const name = key.get(dimension);
    if (name === undefined) return [];
    const fact = factOf(dimension);
    if (fact !== null) return [{ by: 'fact', fact, name }];
    return [{ by: TICKET_PARTS[dimension as keyof typeof TICKET_PARTS], name }];
  });
}

function chosenFor({ of }: ChosenCalendar, key: CalendarKey): CalendarBody {
  const [chosen] = narrowestFor(of, key);
  if (chosen === undefined) throw new Error('a calendar that is chosen speaks of every ticket');
  return chosen.value;
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

import type { PlanClosedDates } from '../plan/calendar-model.ts';
import type { CompiledPlan, PlanCalendar, PlanCalendarBody, PlanPromise, PlanTarget } from '../plan/model.ts';
import type { InstantMs, ZoneTable } from '../time/types.ts';
import { MS_PER_SECOND } from '../time/units.ts';
import { AlwaysOpenCalendar } from './always-open-calendar.ts';
import { BusinessDates } from './business-dates.ts';
import { calendarHorizon } from './calendar-horizon.ts';
import { calendarKeys } from './calendar-keys.ts';
import type { Calendar } from './calendar.ts';
import { PLAIN_COLUMNS, type ColumnAnswerer } from './column-answerer.ts';
import { deadlineOf, dueOf, type Counters, type Deadline } from './deadline.ts';
import { zoneOf } from '../plan/expand-calendar.ts';
import { CustomerError, notSaid } from './customer-error.ts';
import { MissingFactError } from './missing-fact.ts';
import { answerEach } from './row-by-row.ts';
import { selectTarget, type TicketKey } from './select-target.ts';
import { simplifyCalendar } from './simplify-calendar.ts';
import { holidaysTogether, planForTerms, type TicketTerms } from './ticket-terms.ts';
import type { OpenTable } from './open-table.ts';
import { openStoredTable, sourceOf, TABLE_LAYOUT } from './stored-table.ts';
import { TableCalendar } from './table-calendar.ts';

/**
 * A compiled plan, loaded: everything that asks about time or targets asks here. Instants are whole milliseconds since
 * 1970-01-01T00:00Z, durations milliseconds or, in promises, seconds. An engine keeps nothing about the tickets that it
 * was asked about, so one serves a whole program.
 */
export interface Engine {
  /** What was loaded. */
  readonly plan: CompiledPlan;
  /** The calendar at an index of `plan.calendars`. Equal calendars are one object. */
  calendar(index: number): Calendar;
  /** The dates of a zone that the plan uses on which the calendar at an index opens. */
  businessDates(calendar: number, zone: string): BusinessDates;
  /**
   * The offsets of a zone that the plan uses.
   * @throws {Error} for any other.
   */
  zone(name: string): ZoneTable;
  /**
   * The cell that holds for a ticket opened at `opened` under plan `plan` (an index of `plan.plans`); null when nothing
   * is said. `metric` is one of `plan.metrics`.
   * @throws {MissingFactError} where the cell hangs on a fact that the ticket does not say.
   * @throws {HorizonError} where it hangs on whether a calendar is open outside what that covers.
   * @throws {CustomerError} where it hangs on the hours of a customer whose zone or holidays are not said.
   */
  selectTarget(plan: number, metric: string, ticket: TicketKey, opened: InstantMs): PlanTarget | null;
  /**
   * The plan as it holds for the tickets of a customer; the engine itself where no calendar hangs on that. One engine a
   * zone and set of holidays, which is kept. Without it, what hangs on what a ticket says of its customer throws.
   * @throws {CustomerError} for a zone or holidays that nobody knows.
   */
  forTicket(terms: TicketTerms): Engine;
  /**
   * When a promise falls due whose clock starts at `start` and never pauses. A ticket that pauses, changes or comes back
   * is for `ticketMachine`.
   * @throws {HorizonError} when the deadline lies outside what its calendar covers.
   * @throws {CustomerError} where it hangs on a customer's zone or holidays: ask `forTicket` for its engine.
   */
  deadline(promise: PlanPromise, start: InstantMs): Deadline;
  /**
   * `out[i]` is when the promise started at `starts[i]` falls due, in ms; NaN where it has no deadline or `starts[i]` is
   * NaN. `out` is at least as long as `starts`, and may be the same.
   * @throws {HorizonError} and {CustomerError} as `deadline` does.
   */
  deadlines(promise: PlanPromise, starts: Float64Array, out: Float64Array): void;
}

/** What a plan does not carry and tickets may name. */
export interface Outside {
  /**
   * The offsets of a zone, for the years in which deadlines are asked for; null for a name that is none. Without it a
   * customer's zone is one of those that the plan carries.
   */
  readonly zone?: (name: string) => ZoneTable | null;
  /** The dates that a holiday set closes, by its name; null for one that is not known. */
  readonly holidays?: (name: string) => PlanClosedDates | null;
}

/**
 * Loads a compiled plan. The table of a calendar is built when that is first asked, so loading takes next to no time.
 * @param outside zones and holidays that tickets name and the plan does not carry; without it, those of the plan alone
 * @param columns what answers columns of hours: `fastColumns` of `surety/columns`, or plain JavaScript
 */
export function loadPlan(
  plan: CompiledPlan,
  outside: Outside = {},
  columns: ColumnAnswerer = PLAIN_COLUMNS,
): Engine {
  const hangsOn = new Set(plan.calendars.flatMap((calendar) => calendar.hangsOn));
  const engine = engineOf(plan, calendarsOf(plan, null, columns), (terms) => engineFor(terms));
  const found = new Map<string, Engine>();

  const engineFor = (terms: TicketTerms): Engine => {
    const zone = hangsOn.has('zone') ? terms.zone : null;
    const holidays = hangsOn.has('holidays') ? terms.holidays : null;
    if (zone === null && holidays === null) return engine;
    const key = JSON.stringify([zone, holidays]);
    let known = found.get(key);
    if (known === undefined) {
      const own = planForTerms(plan, {
        zone: zone === null ? null : findZone(plan, outside, zone),
        holidays:
          holidays === null
            ? null
            : holidaysTogether(holidays.map((name) => findHolidays(plan, outside, name))),
      });
      known = engineOf(own, calendarsOf(own, engine, columns), engineFor);
      found.set(key, known);
    }
    return known;
  };
  return engine;
}

function findZone(plan: CompiledPlan, { zone }: Outside, name: string): ZoneTable {
  const table = Object.hasOwn(plan.zones, name) ? plan.zones[name] : zone?.(name);
  if (table !== undefined && table !== null) return table;
  const known = zone === undefined ? Object.keys(plan.zones) : [];
  throw new CustomerError(
    `the zone \`${name}\` of the customer is none that is known: a zone is written as Asia/Tokyo or +09:00`,
    'zone',
    known,
  );
}

function findHolidays(plan: CompiledPlan, { holidays }: Outside, name: string): PlanClosedDates {
  const found = plan.holidaySets.find((set) => set.name === name) ?? holidays?.(name);
  if (found !== undefined && found !== null) return found;
  const known = plan.holidaySets.map((set) => set.name);
  throw new CustomerError(`the holidays \`${name}\` of the customer are not known`, 'holidays', known);
}

function engineOf(
  plan: CompiledPlan,
  calendar: (index: number) => Calendar,
  forTicket: Engine['forTicket'],
): Engine {
  const dates = new Map<string, BusinessDates>();

  const counters: Counters = {
    calendar,
    businessDates(index, zone) {
      const key = `${index} ${zone}`;
      let found = dates.get(key);
      if (found === undefined) {
        found = new BusinessDates(calendar(index), zoneOf(plan.zones, zone));
        dates.set(key, found);
      }
      return found;
    },
  };

  return {
    plan,
    calendar,
    businessDates: (index, zone) => counters.businessDates(index, zone),
    zone: (name) => zoneOf(plan.zones, name),
    forTicket,
    selectTarget(index, metric, ticket, opened) {
      const found = plan.plans[index];
      if (found === undefined) throw new Error(`the contract has no plan ${index}`);
      const selection = selectTarget(found.targets, metric, ticket, (band) => calendar(band).isOpen(opened));
      switch (selection.kind) {
        case 'target':
          return selection.target;
        case 'nothing said':
          return null;
        case 'fact missing': {
          const fact = plan.facts[selection.fact];
          if (fact === undefined) throw new Error(`the plan has no fact ${selection.fact}`);
          const values = fact.type.kind === 'words' ? fact.type.words : ['yes', 'no'];
          throw new MissingFactError(found.name, metric, fact.name, values);
        }
      }
    },
    deadline: (promise, start) => deadlineOf(counters, promise, start),
    deadlines(promise, starts, out) {
      if (promise.kind === 'word' || promise.kind === 'awaited') {
        out.fill(NaN, 0, starts.length);
        return;
      }
      const limit = promise.kind === 'range' || promise.kind === 'cadence' ? promise.hard : promise;
      if (limit.kind === 'hours' && starts.some((start) => !Number.isNaN(start))) {
        calendar(limit.calendar).addEach(starts, limit.seconds * MS_PER_SECOND, out);
        return;
      }
      answerEach(starts, out, (start) => {
        if (limit.kind !== 'relative') return dueOf(counters, limit, start);
        const answer = deadlineOf(counters, limit, start);
        return answer.kind === 'due' ? answer.due : NaN;
      });
    },
  };
}

/**
 * The calendars of a plan by index, each loaded when it is first asked for: what one covers follows from the offsets of
 * its zones, and a question most often needs one zone of many. Those that hang on nothing are shared by all tickets.
 */
function calendarsOf(
  plan: CompiledPlan,
  shared: Engine | null,
  columns: ColumnAnswerer,
): (index: number) => Calendar {
  const loaded: Calendar[] = [];
  const equal = new Map<string, Calendar>();
  const keyOf = calendarKeys();
  return (index) => {
    const known = loaded[index];
    if (known !== undefined) return known;
    const entry = plan.calendars[index];
    if (entry === undefined) throw new Error(`the plan has no calendar ${index}`);
    const calendar =
      shared !== null && shared.plan.calendars[index]?.hangsOn.length === 0
        ? shared.calendar(index)
        : loadCalendar(plan, index, entry, { equal, keyOf, columns });
    loaded[index] = calendar;
    return calendar;
  };
}

/** What the calendars of a plan have together. */
interface Sharing {
  readonly equal: Map<string, Calendar>;
  readonly keyOf: (body: PlanCalendarBody) => string;
  readonly columns: ColumnAnswerer;
}

function loadCalendar(
  plan: CompiledPlan,
  index: number,
  { name, zone, hangsOn, body }: PlanCalendar,
  { equal, keyOf, columns }: Sharing,
): Calendar {
  const { zones, holidaySets } = plan;
  const [term] = hangsOn;
  if (term !== undefined) {
    throw notSaid(name, term, term === 'holidays' ? holidaySets.map((set) => set.name) : []);
  }
  const simple = simplifyCalendar(body);
  const key = `${zone} ${keyOf(simple)}`;
  const known = equal.get(key);
  if (known !== undefined) return known;
  const calendar =
    simple.kind === 'always'
      ? new AlwaysOpenCalendar(name, zone === null ? null : zoneOf(zones, zone))
      : new TableCalendar(
          name,
          zone,
          calendarHorizon(simple, zones),
          simple,
          zones,
          columns,
          storedTable(plan, index, simple),
        );
  equal.set(key, calendar);
  return calendar;
}

/** What opens the table that the plan carries for a calendar; null where it carries none that this engine can use. */
function storedTable(
  { tables, tzdata, zones }: CompiledPlan,
  index: number,
  body: PlanCalendarBody,
): (() => OpenTable | null) | null {
  if (tables === null || tables.layout !== TABLE_LAYOUT || tables.tzdata !== tzdata) return null;
  const stored = tables.tables[tables.tableOf[index] ?? -1];
  return stored === undefined ? null : () => openStoredTable(stored, sourceOf(body, zones));
}

import type { CompiledPlan, PlanCalendar, PlanCalendarBody, PlanPromise, PlanTarget } from '../plan/model.ts';
import type { InstantMs, ZoneTable } from '../time/types.ts';
import { AlwaysOpenCalendar } from './always-open-calendar.ts';
import { BusinessDates } from './business-dates.ts';
import { calendarHorizon } from './calendar-horizon.ts';
import type { Calendar } from './calendar.ts';
import { deadlineOf, dueOf, type Counters, type Deadline } from './deadline.ts';
import { zoneOf, type ZoneTables } from './expand-calendar.ts';
import { MissingFactError } from './missing-fact.ts';
import { selectTarget, type TicketKey } from './select-target.ts';
import { calendarKey, simplifyCalendar } from './simplify-calendar.ts';
import { TableCalendar } from './table-calendar.ts';

/** A compiled plan, loaded: everything that asks about time or targets asks here. */
export interface Engine {
  readonly plan: CompiledPlan;
  /** The calendar at an index of `plan.calendars`. Equal calendars are one object. */
  calendar(index: number): Calendar;
  /** The offsets of a zone that the plan uses; throws for any other. */
  zone(name: string): ZoneTable;
  /**
   * The cell that holds for a ticket opened at `opened` under plan `plan` (an index of `plan.plans`); null when nothing
   * is said. Throws a `MissingFactError` where it hangs on a fact that the ticket does not say, and a `HorizonError`
   * where it hangs on whether a calendar is open outside what that covers.
   */
  selectTarget(plan: number, metric: string, ticket: TicketKey, opened: InstantMs): PlanTarget | null;
  /** Throws a `HorizonError` when the deadline lies outside what its calendar covers. */
  deadline(promise: PlanPromise, start: InstantMs): Deadline;
  /** `out[i]` is when the promise started at `starts[i]` falls due; NaN where it has no deadline or `starts[i]` is NaN. */
  deadlines(promise: PlanPromise, starts: Float64Array, out: Float64Array): void;
}

/** Loads a plan. Tables are built when they are first asked for. */
export function loadPlan(plan: CompiledPlan): Engine {
  const calendar = calendarsOf(plan);
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
    zone: (name) => zoneOf(plan.zones, name),
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
      for (let i = 0; i < starts.length; i += 1) {
        const start = starts[i] as number;
        if (Number.isNaN(start)) out[i] = NaN;
        else if (limit.kind !== 'relative') out[i] = dueOf(counters, limit, start);
        else {
          const answer = deadlineOf(counters, limit, start);
          out[i] = answer.kind === 'due' ? answer.due : NaN;
        }
      }
    },
  };
}

/**
 * The calendars of a plan by index, each loaded when it is first asked for: what one covers follows from the offsets of
 * its zones, and a question most often needs one zone of many.
 */
function calendarsOf({ calendars, zones }: CompiledPlan): (index: number) => Calendar {
  const loaded: Calendar[] = [];
  const shared = new Map<string, Calendar>();
  return (index) => {
    const known = loaded[index];
    if (known !== undefined) return known;
    const entry = calendars[index];
    if (entry === undefined) throw new Error(`the plan has no calendar ${index}`);
    const body = simplifyCalendar(entry.body);
    const key = `${entry.zone} ${calendarKey(body)}`;
    const calendar = shared.get(key) ?? loadCalendar(entry, body, zones);
    shared.set(key, calendar);
    loaded[index] = calendar;
    return calendar;
  };
}

function loadCalendar({ name, zone }: PlanCalendar, body: PlanCalendarBody, zones: ZoneTables): Calendar {
  return body.kind === 'always'
    ? new AlwaysOpenCalendar(name, zone === null ? null : zoneOf(zones, zone))
    : new TableCalendar(name, zone, calendarHorizon(body, zones), body, zones);
}

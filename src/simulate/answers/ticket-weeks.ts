import type { TicketColumns } from '../outcome.ts';
import type { ZoneTable } from '../../time/types.ts';
import { WallWeek } from './hours-of-week.ts';

/** When in the week tickets were opened, in columns that every plan and promise asks for and that are made once a zone. */
export class TicketWeeks {
  readonly #tickets: TicketColumns;
  readonly #zoneOf: (zone: string) => ZoneTable;
  readonly #hours = new Map<string, Uint8Array>();
  readonly #weeks = new Map<string, Int16Array>();

  constructor(tickets: TicketColumns, zoneOf: (zone: string) => ZoneTable) {
    this.#tickets = tickets;
    this.#zoneOf = zoneOf;
  }

  /** Hour of the week of each ticket's opening, from Monday 00:00. */
  hoursIn(zone: string): Uint8Array {
    let hours = this.#hours.get(zone);
    if (hours === undefined) {
      const week = new WallWeek(this.#zoneOf(zone));
      const { opened } = this.#tickets;
      hours = new Uint8Array(opened.length);
      for (let row = 0; row < hours.length; row += 1) hours[row] = week.hourOf(opened[row] as number);
      this.#hours.set(zone, hours);
    }
    return hours;
  }

  /** Number of the week of each ticket's opening, as `WallWeek` counts. */
  weeksIn(zone: string): Int16Array {
    let weeks = this.#weeks.get(zone);
    if (weeks === undefined) {
      const week = new WallWeek(this.#zoneOf(zone));
      const { opened } = this.#tickets;
      weeks = new Int16Array(opened.length);
      for (let row = 0; row < weeks.length; row += 1) weeks[row] = week.weekOf(opened[row] as number);
      this.#weeks.set(zone, weeks);
    }
    return weeks;
  }
}

import type { TicketColumns } from '../outcome.ts';
import type { ZoneTable } from '../../time/types.ts';
import { WallWeek } from './hours-of-week.ts';

/** When in the week tickets were opened, in columns that every plan and promise asks for and that are made once a zone. */
export class TicketWeeks {
  readonly #tickets: TicketColumns;
  readonly #zoneOf: (zone: string) => ZoneTable;
  readonly #hours = new Map<string, Uint8Array>();
  readonly #weeks = new Map<string, Int16Array>();
  readonly #clusters = new Map<string, { readonly week: Int32Array; readonly weeks: number }>();

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

  /** The week of its run in which each ticket was opened, numbered from 0, and how many there are. */
  clustersIn(zone: string): { readonly week: Int32Array; readonly weeks: number } {
    let clusters = this.#clusters.get(zone);
    if (clusters === undefined) {
      const { run } = this.#tickets;
      const numbers = new Map<number, number>();
      const ofRow = this.weeksIn(zone);
      const week = new Int32Array(ofRow.length);
      for (let row = 0; row < week.length; row += 1) {
        const key = (run[row] as number) * 0x10000 + (ofRow[row] as number);
        let number = numbers.get(key);
        if (number === undefined) numbers.set(key, (number = numbers.size));
        week[row] = number;
      }
      clusters = { week, weeks: numbers.size };
      this.#clusters.set(zone, clusters);
    }
    return clusters;
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

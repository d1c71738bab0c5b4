import { zoneOf, type ZoneTables } from '../plan/expand-calendar.ts';
import type { PlanCalendarBody } from '../plan/model.ts';
import type { PlanTable } from '../plan/table-model.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { scaleOf } from './build-open-table.ts';
import { hoursText } from './calendar-keys.ts';
import { Digest } from './digest.ts';
import type { OpenTable } from './open-table.ts';
import { zonesOfCalendar } from '../plan/zones-of-calendar.ts';

/** How tables are laid out and where their buckets may lie: another number for each change of what they hold. */
export const TABLE_LAYOUT = 1;

/** What a table is made from, as a text: all that decides when its calendar is open. */
export function sourceOf(body: PlanCalendarBody, zones: ZoneTables): string {
  const offsets = zonesOfCalendar(body).map((name) => {
    const { zone, from, to, transitions, offsets } = zoneOf(zones, name);
    return [zone, from, to, transitions, offsets];
  });
  return JSON.stringify([TABLE_LAYOUT, hoursText(body), offsets]);
}

export function storeTable(table: OpenTable, source: string): PlanTable {
  const numbers = numbersOf(table);
  return { ...numbers, records: toBase64(table.data), seal: sealOf(numbers, table.data, source) };
}

/** The table; null where it is damaged, or was made from anything else. */
export function openStoredTable(stored: PlanTable, source: string): OpenTable | null {
  const data = fromBase64(stored.records);
  if (data === null) return null;
  const numbers = numbersOf(stored);
  if (sealOf(numbers, data, source) !== stored.seal) return null;
  return { ...numbers, data, slotScale: scaleOf(numbers.slotMs), stepScale: scaleOf(numbers.stepMs) };
}

type Numbers = Omit<PlanTable, 'records' | 'seal'>;

function numbersOf(table: Numbers): Numbers {
  const { from, to, slotOrigin, slotMs, stepMs, total, steps, rows, rowCount } = table;
  return { from, to, slotOrigin, slotMs, stepMs, total, steps, rows, rowCount };
}

function sealOf(numbers: Numbers, data: Int32Array, source: string): string {
  return new Digest()
    .text(source)
    .text(JSON.stringify(Object.values(numbers)))
    .numbers(data).hex;
}

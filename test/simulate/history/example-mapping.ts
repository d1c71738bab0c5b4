/** A mapping for small logs written by hand, and ways to change one field of it. */
import { checkMapping } from '../../../src/simulate/history/check-mapping.ts';
import type { CheckedMapping } from '../../../src/simulate/history/check-mapping.ts';
import type { TicketMapping } from '../../../src/simulate/history/mapping.ts';

const EXAMPLE = {
  notes: ['an example'],
  log: { format: 'csv' },
  missing: ['?'],
  times: { format: 'd/m/yyyy HH:MM', zone: 'Europe/London' },
  ticket: 'id',
  eventTime: 'at',
  opened: { column: 'opened' },
  stops: {
    respond: { event: 'first', where: { column: 'state', not: ['New'] }, absent: 'still running' },
  },
  severity: { column: 'priority', take: 'last', values: { '1': 'S1', '2': 'S2', '3': 'S3' } },
  region: { constant: 'EMEA' },
};

/** The example with fields replaced; `undefined` leaves one out. */
export function exampleText(changes: { readonly [field: string]: unknown } = {}): string {
  return JSON.stringify({ ...EXAMPLE, ...changes });
}

export function checkExample(changes: { readonly [field: string]: unknown } = {}): CheckedMapping {
  return checkMapping(exampleText(changes), 'example.map.json');
}

export function exampleMapping(changes: { readonly [field: string]: unknown } = {}): TicketMapping {
  const checked = checkExample(changes);
  if (checked.kind === 'problems') throw new Error(JSON.stringify(checked.problems));
  return checked.mapping;
}

/** Telling by the first piece of a log which help desk exported it, so that the mapping for it can be named. */
import { delimiterOf } from './csv-reader.ts';
import { scanCsvRow } from './csv-row.ts';
import { fieldAt, isObject, type JsonObject } from './json-field.ts';
import { createJsonList } from './json-list.ts';

/** A mapping that is shipped: `simulations/mappings/NAME.map.json`. */
export interface ReadyMapping {
  readonly name: string;
  readonly what: string;
  readonly kind: 'csv' | 'json' | 'json lines';
  /** Fields that such an export has and the others lack. */
  readonly fields: readonly string[];
  /** Whether its times carry no offset. */
  readonly isLocal: boolean;
}

const csv = (name: string, what: string, ...fields: readonly string[]): ReadyMapping => ({
  name,
  what,
  kind: 'csv',
  fields,
  isLocal: true,
});
const json = (
  name: string,
  what: string,
  kind: 'json' | 'json lines',
  ...fields: readonly string[]
): ReadyMapping => ({ name, what, kind, fields, isLocal: false });

/** Of several that fit, the first is the one that tells most. */
export const READY_MAPPINGS: readonly ReadyMapping[] = [
  csv('jira-csv', 'a search of Jira as CSV', 'Issue key', 'Created', 'Priority'),
  json('jira-json', 'a search of Jira as JSON', 'json', 'key', 'fields.created', 'changelog.histories'),
  json(
    'jira-json-lines',
    'issues of Jira as JSON',
    'json lines',
    'key',
    'fields.created',
    'changelog.histories',
  ),
  json(
    'zendesk-audits',
    'tickets of Zendesk with their audits',
    'json lines',
    'requester_id',
    'created_at',
    'audits',
  ),
  json(
    'zendesk-json',
    'tickets of Zendesk as JSON',
    'json lines',
    'requester_id',
    'created_at',
    'via.channel',
  ),
  csv('zendesk-csv', 'tickets of Zendesk as CSV', 'Id', 'Created at', 'Solved at', 'Priority'),
  csv(
    'servicenow-metrics-csv',
    'metrics of incidents of ServiceNow as CSV',
    'inc_number',
    'mi_definition',
    'mi_start',
  ),
  csv('servicenow-csv', 'incidents of ServiceNow as CSV', 'number', 'opened_at', 'resolved_at', 'priority'),
  json(
    'servicenow-audit',
    'incidents of ServiceNow with their audit',
    'json lines',
    'number',
    'opened_at',
    'sys_audit',
  ),
  json('servicenow-json', 'incidents of ServiceNow as JSON', 'json', 'number', 'opened_at', 'priority'),
  csv(
    'freshdesk-csv',
    'tickets of Freshdesk as CSV',
    'Ticket ID',
    'Created time',
    'Resolved time',
    'Priority',
  ),
  csv(
    'freshservice-csv',
    'tickets of Freshservice as CSV',
    'Ticket Id',
    'Created Time',
    'Resolved Time',
    'Priority',
  ),
  json('freshdesk-json', 'tickets of Freshdesk as JSON', 'json', 'id', 'created_at', 'stats'),
];

export interface Recognized {
  readonly mapping: ReadyMapping | null;
  /** What the log has: its columns, or the keys of its first object. */
  readonly fields: readonly string[];
}

/** @param head the first piece of the log, as text */
export function recognizeExport(head: string): Recognized {
  const text = head.replace(/^\uFEFF/, '').trimStart();
  const object = text.startsWith('{') || text.startsWith('[') ? firstObject(text) : null;
  if (object !== null) {
    const mapping = READY_MAPPINGS.find(
      ({ kind, fields }) =>
        kind === object.kind && fields.every((field) => fieldAt(object.value, field) !== undefined),
    );
    return { mapping: mapping ?? null, fields: Object.keys(object.value) };
  }
  const fittingAs = (columns: readonly string[], as: (name: string) => string): ReadyMapping | undefined => {
    const known = new Set(columns.map(as));
    return READY_MAPPINGS.find(
      ({ kind, fields }) => kind === 'csv' && fields.every((field) => known.has(as(field))),
    );
  };
  const fitting = (columns: readonly string[]): ReadyMapping | undefined =>
    fittingAs(columns, (name) => name) ?? fittingAs(columns, (name) => name.toLowerCase());
  const delimiter = delimiterOf(text, 0, true, (names) => fitting(names) !== undefined);
  const columns = scanCsvRow(text, 0, delimiter, true)?.values ?? [];
  const mapping = fitting(columns);
  return { mapping: mapping ?? null, fields: columns };
}

/** The first ticket: a line that is an object by itself, unless it holds nothing but a list of tickets. */
function firstObject(
  text: string,
): { readonly kind: 'json' | 'json lines'; readonly value: JsonObject } | null {
  const line = parsed(text.split('\n', 1)[0] ?? '');
  const listed: string[] = [];
  createJsonList(null, Infinity, (object) => listed.push(object)).write(text);
  const first = parsed(listed[0] ?? '');
  const isTicket = line !== null && ['id', 'key', 'number'].some((key) => Object.hasOwn(line, key));
  if (line !== null && (isTicket || first === null)) return { kind: 'json lines', value: line };
  return first === null ? null : { kind: 'json', value: first };
}

function parsed(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** A mapping file's text to a mapping, or to everything that is wrong with it. */
import { isKnownZone } from '../../time/zone-lookup.ts';
import { compileTimeFormats, rivalFormats } from './time-formats.ts';
import { ENCODINGS } from './mapping.ts';
import type { FieldRule, LogLayout, RowCondition, TicketMapping, ValueRule } from './mapping.ts';
import { fieldsIn } from './mapping-fields.ts';
import type { Fields, MappingProblem } from './mapping-fields.ts';
import { checkMoment, checkStop } from './check-moment.ts';
import { checkCondition } from './check-condition.ts';
import { checkJsonEvents } from './check-json-events.ts';
import { jsonSyntaxProblem } from './json-syntax.ts';

/** What is stated where the mapping is used, and goes before what it says. */
export interface StatedBeside {
  /** The zone of the log's clock. */
  readonly zone?: string;
  /** How its times are written, as in `times.format`. */
  readonly timeFormat?: string;
  /** The contract's region of every ticket. */
  readonly region?: string;
}

export type CheckedMapping =
  | { readonly kind: 'mapping'; readonly mapping: TicketMapping }
  | { readonly kind: 'problems'; readonly problems: readonly MappingProblem[] };

/**
 * Reads a mapping: how the columns or events of a log become tickets. `simulations/MAPPING.md` has its form.
 * @param text JSON
 * @param file the file's name, for messages
 * @param stated what the mapping need not say
 * @returns the mapping, or everything that is wrong with it
 */
export function checkMapping(text: string, file: string, stated: StatedBeside = {}): CheckedMapping {
  const problems: MappingProblem[] = [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: 'problems', problems: [jsonSyntaxProblem(text, error)] };
  }
  const top = fieldsIn(value, '', problems, 'a mapping is one object: `{ "log": …, "ticket": …, … }`');
  const mapping = top === null ? null : checkTop(top, file, problems, stated);
  // `checkTop` answers null only where it has reported something.
  return mapping === null || problems.length > 0
    ? { kind: 'problems', problems }
    : { kind: 'mapping', mapping };
}

function checkTop(
  top: Fields,
  file: string,
  problems: MappingProblem[],
  stated: StatedBeside,
): TicketMapping | null {
  top.texts('notes');
  const log = checkLog(top);
  const missing = top.texts('missing') ?? [];
  const optional = new Set(top.texts('optional') ?? []);
  const times = checkTimes(top, stated);
  const ticket = top.text('ticket', 'name the field that holds the ticket’s id: `"ticket": "number"`');
  // Rows that are made of the lists of an object have a time of their own.
  const eventTime = top.optionalText('eventTime') ?? (tellsEvents(log) ? 'at' : null);
  const opened = checkMoment(
    top.object(
      'opened',
      'say when a ticket was opened: `"opened": { "column": "opened_at" }` or `{ "event": "first" }`',
    ),
    problems,
  );
  const stops = checkStops(top, problems);
  const states = checkConditions(top, 'states', problems).map(({ name, where }) => ({ state: name, where }));
  const stateRows = top.has('stateRows') ? checkCondition(top.raw('stateRows'), 'stateRows', problems) : null;
  const events = checkConditions(top, 'events', problems).map(({ name, where }) => ({ event: name, where }));
  const severity = checkValue(top, 'severity', true);
  const said = checkValue(top, 'region', false);
  const region = stated.region === undefined ? said : ({ kind: 'constant', name: stated.region } as const);
  const channel = checkValue(top, 'channel', false);
  const type = checkValue(top, 'type', false);
  const facts = checkFacts(top);
  const customer = checkCustomer(top);
  const unapplied = checkConditions(top, 'unapplied', problems).map(({ name, where }) => ({
    what: name,
    where,
  }));
  top.refuseOthers();
  if (log === null || times === null || ticket === null || opened === null || severity === null) return null;

  const mapping = {
    file,
    log,
    optional,
    missing,
    times,
    ticket,
    eventTime,
    opened,
    stops,
    states,
    stateRows,
    events,
    severity,
    region,
    channel,
    type,
    facts,
    customer,
    unapplied,
  };
  if (eventTime === null) requireNoEvents(mapping, top);
  return mapping;
}

function checkLog(top: Fields): LogLayout | null {
  const log = top.object('log', 'say what the log is: `"log": { "format": "csv" }` or `{ "format": "xes" }`');
  if (log === null) return null;
  const format = log.word('format', ['csv', 'xes', 'json lines', 'json']);
  const encoding = log.word('encoding', ENCODINGS, 'utf-8');
  if (format === null || encoding === null) return null;
  if (format === 'json' || format === 'json lines') {
    const list = format === 'json' ? log.optionalText('list') : null;
    const events = checkJsonEvents(log);
    log.refuseOthers();
    return format === 'json' ? { format, encoding, list, events } : { format, encoding, events };
  }
  if (format !== 'csv') {
    log.refuseOthers();
    return { format, encoding };
  }
  const columns = log.texts('columns');
  const delimiter = log.optionalText('delimiter') ?? (columns === null ? null : ',');
  if (delimiter !== null && (delimiter.length !== 1 || /["\r\n]/.test(delimiter))) {
    log.report('delimiter', 'must be one character, and no quote or line break', 'for a tab write `"\\t"`');
  }
  log.refuseOthers();
  return { format, delimiter, columns, encoding };
}

function checkTimes(top: Fields, stated: StatedBeside): TicketMapping['times'] | null {
  const help =
    'say how times are written: `"times": { "format": "d/m/yyyy HH:MM", "zone": "Europe/London" }`';
  const times = top.object('times', help);
  const said = times === null ? null : checkFormats(times, help);
  const formats = stated.timeFormat === undefined ? said : [stated.timeFormat];
  const ofMapping = times?.optionalText('zone') ?? null;
  const zone = stated.zone ?? ofMapping;
  if (times === null) return null;
  times.refuseOthers();
  if (zone !== null && !isKnownZone(zone)) {
    times.report(
      'zone',
      `\`${zone}\` is not a zone of the IANA time-zone data`,
      'write one such as `Europe/London`, `UTC` or `+03:00`',
    );
  }
  if (formats === null) return null;
  const compiled = compileTimeFormats(formats, null);
  if (!compiled.ok) times.report('format', compiled.message, compiled.help);
  else if (compiled.needsZone && zone === null && !times.has('zone')) {
    times.report(
      'zone',
      'is missing: the times of this format carry no offset',
      'name the zone of the log’s clock: `"zone": "Europe/London"`, or `--log-zone Europe/London`',
    );
  }
  const rivals = rivalFormats(formats);
  if (rivals !== null) {
    const [a, b] = rivals.of;
    times.report(
      'format',
      `\`${rivals.text}\` is one time as \`${a}\` and another as \`${b}\``,
      'keep the one that the log is written in',
    );
  }
  return { formats, zone };
}

/** One format, or a list of those that may occur. */
function checkFormats(times: Fields, help: string): readonly string[] | null {
  if (Array.isArray(times.raw('format'))) return times.texts('format');
  const format = times.text('format', help);
  return format === null ? null : [format];
}

function checkStops(top: Fields, problems: MappingProblem[]): TicketMapping['stops'] {
  const stops = top.object(
    'stops',
    'say what stops each clock: `"stops": { "respond": { "event": "first", "where": …, "absent": "still running" } }`; `{}` where the log does not tell',
  );
  return (stops?.keys() ?? []).flatMap((metric) => {
    const rule = checkStop(stops?.object(metric, '') ?? null, problems);
    return rule === null ? [] : [{ metric, rule }];
  });
}

function checkValue(top: Fields, key: string, needed: boolean): ValueRule | null {
  if (!needed && !top.has(key)) return null;
  const help = `say which it is: \`"${key}": { "column": "…", "take": "first", "values": { … } }\` or \`{ "constant": "…" }\``;
  const value = top.object(key, help);
  if (value === null) return null;
  if (value.has('constant')) {
    const name = value.text('constant', help);
    value.refuseOthers();
    return name === null ? null : { kind: 'constant', name };
  }
  const column = value.text('column', help);
  const take = value.word('take', key === 'severity' ? ['first', 'last', 'each'] : ['first', 'last']);
  const absent = value.optionalText('absent');
  const values = value.has('values') ? checkTable(value) : null;
  value.refuseOthers();
  return column === null || take === null ? null : { kind: 'column', column, take, values, absent };
}

function checkFacts(top: Fields): TicketMapping['facts'] {
  if (!top.has('facts')) return [];
  const table = top.object(
    'facts',
    'name a fact of the contract: `"facts": { "language": { "column": … } }`',
  );
  return (table?.keys() ?? []).flatMap((fact) => {
    const rule = table === null ? null : checkValue(table, fact, true);
    return rule === null ? [] : [{ fact, rule: once(rule) }];
  });
}

/** Zone and holidays, where the contract takes them from the customer. */
function checkCustomer(top: Fields): TicketMapping['customer'] {
  if (!top.has('customer')) return { zone: null, holidays: null };
  const fields = top.object(
    'customer',
    'say what the contract takes from the customer: `"customer": { "zone": { "constant": "Asia/Tokyo" } }`',
  );
  const [zone, holidays] = (['zone', 'holidays'] as const).map((key) => {
    const rule = fields === null ? null : checkValue(fields, key, false);
    return rule === null ? null : once(rule);
  });
  fields?.refuseOthers();
  return { zone: zone ?? null, holidays: holidays ?? null };
}

/** `each` is read of severities alone. */
function once(rule: ValueRule): FieldRule {
  return rule.kind === 'constant' ? rule : { ...rule, take: rule.take === 'last' ? 'last' : 'first' };
}

function tellsEvents(log: LogLayout | null): boolean {
  return (log?.format === 'json' || log?.format === 'json lines') && log.events !== null;
}

function checkTable(value: Fields): ReadonlyMap<string, string> {
  const table = value.object(
    'values',
    'a table from the log’s words to the contract’s: `{ "1 - High": "S1" }`',
  );
  const entries = (table?.keys() ?? []).flatMap((key) => {
    const name = table?.optionalText(key) ?? null;
    return name === null ? [] : [[key, name] as const];
  });
  return new Map(entries);
}

const EXAMPLES = {
  states: 'name a state of the contract and its rows: `{ "waiting for customer": { "column": …, "is": … } }`',
  events: 'name an event of the contract and its rows: `{ "reopened": { "column": …, "is": … } }`',
  unapplied: 'name what is not applied and its rows: `{ "waiting": { "column": …, "is": … } }`',
} as const;

/** A table from names to conditions on rows. */
function checkConditions(
  top: Fields,
  field: keyof typeof EXAMPLES,
  problems: MappingProblem[],
): readonly { readonly name: string; readonly where: RowCondition }[] {
  if (!top.has(field)) return [];
  const table = top.object(field, EXAMPLES[field]);
  return (table?.keys() ?? []).flatMap((name) => {
    const where = checkCondition(table?.raw(name), `${table?.at ?? ''}.${name}`, problems);
    return where === null ? [] : [{ name, where }];
  });
}

/** Without a time for its events, a log can only say things in columns. */
function requireNoEvents(mapping: TicketMapping, top: Fields): void {
  const help = 'name the field that holds the time of a row’s event: `"eventTime": "updated_at"`';
  const speakers = [
    ...(mapping.opened.kind === 'event' ? ['opened'] : []),
    ...mapping.stops
      .filter(({ rule }) => rule.moment.kind === 'event')
      .map(({ metric }) => `stops.${metric}`),
    ...mapping.states.map(({ state }) => `states.${state}`),
    ...mapping.events.map(({ event }) => `events.${event}`),
    ...(mapping.severity.kind === 'column' && mapping.severity.take === 'each' ? ['severity'] : []),
  ];
  for (const speaker of speakers)
    top.report('eventTime', `is missing, and \`${speaker}\` speaks of an event’s time`, help);
}

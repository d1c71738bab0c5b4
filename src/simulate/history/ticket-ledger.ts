/**
 * Gathers the rows of a log by ticket. Rows may come in any order and tickets may be interleaved: only what the
 * mapping asks for is kept of each ticket, so memory grows with tickets, and with rows only where the mapping asks for
 * what happens between a ticket's opening and its end.
 */
import type { InstantMs } from '../../time/types.ts';
import type { History, HistoryTicket, ValueName } from './history.ts';
import { VALUE_NAMES } from './history.ts';
import { isOnDates, type LogDates } from './log-dates.ts';
import type { RowSink } from './log-rows.ts';
import { ticketFieldsOf } from './mapping.ts';
import type { MomentRule, TicketMapping } from './mapping.ts';
import type { ReportUnusable } from './unusable-report.ts';
import { createMomentFold, NO_MOMENT, unreadableTime } from './moment-fold.ts';
import type { Moment, RowFault } from './moment-fold.ts';
import { createReasonTally } from './reason-tally.ts';
import { compileRowCondition } from './row-condition.ts';
import type { TimeReader } from './time-format.ts';
import { createValueFold, nameOf, NO_VALUE } from './value-fold.ts';
import type { FoldedValue } from './value-fold.ts';
import { changesOf, createTraceFold, type TracePoint } from './trace-fold.ts';

export interface TicketLedger {
  readonly sink: RowSink;
  close(): History;
}

interface Entry {
  readonly id: string;
  readonly opened: Moment;
  readonly stops: readonly Moment[];
  readonly trace: TracePoint[];
  readonly values: { readonly [what in ValueName]: FoldedValue };
  readonly said: readonly FoldedValue[];
  /** The first thing that is wrong with the ticket. */
  fault: RowFault | null;
}

/** @param fields the fields of each row, as `fieldsOf` lists them */
export function createTicketLedger(
  mapping: TicketMapping,
  fields: readonly string[],
  readTime: TimeReader,
  report: ReportUnusable = () => undefined,
  dates: LogDates | null = null,
): TicketLedger {
  const missing = new Set(['', ...mapping.missing]);
  const slots = new Map(fields.map((field, slot) => [field, slot]));
  const slotOf = (field: string): number => slots.get(field) ?? -1;
  const { eventTime } = mapping;
  const eventSlot = eventTime === null ? -1 : slotOf(eventTime);
  const foldOpened = createMomentFold(mapping.opened, slotOf, missing, readTime);
  const stopFolds = stopMoments(mapping).map((moment) => createMomentFold(moment, slotOf, missing, readTime));
  const valueFolds = VALUE_NAMES.map(
    (what) => [what, createValueFold(mapping[what], slotOf, missing)] as const,
  );
  const ticketFields = ticketFieldsOf(mapping);
  const saidFolds = ticketFields.map(({ rule }) => createValueFold(rule, slotOf, missing));
  const foldTrace = createTraceFold(mapping, slotOf, missing);
  const unapplied = mapping.unapplied.map(({ where }) => compileRowCondition(where, slotOf, missing));

  const entries = new Map<string, Entry>();
  const touchedBy = unapplied.map(() => new Set<Entry>());
  /** Of each id that stands in a row which cannot be read, the first such row: as many as there are tickets, or fewer. */
  const badRows = new Map<string, { readonly reason: string; readonly line: number }>();
  const rowTally = createReasonTally();
  let rows = 0;
  let latestEvent = -Infinity;

  function entryOf(id: string): Entry {
    const known = entries.get(id);
    if (known !== undefined) return known;
    const entry: Entry = {
      id: ownCopy(id),
      opened: { ...NO_MOMENT },
      stops: stopFolds.map(() => ({ ...NO_MOMENT })),
      trace: [],
      values: {
        severity: { ...NO_VALUE },
        region: { ...NO_VALUE },
        channel: { ...NO_VALUE },
        type: { ...NO_VALUE },
      },
      said: saidFolds.map(() => ({ ...NO_VALUE })),
      fault: null,
    };
    entries.set(entry.id, entry);
    return entry;
  }

  function orderOf(entry: Entry, row: readonly string[]): number {
    if (eventTime === null) return rows;
    const text = row[eventSlot] ?? '';
    if (missing.has(text)) {
      entry.fault ??= { reason: `an event without a time in \`${eventTime}\``, found: '' };
      return NaN;
    }
    const at = readTime(text);
    if (Number.isNaN(at)) entry.fault ??= unreadableTime(eventTime, text);
    if (at > latestEvent) latestEvent = at;
    return at;
  }

  function takeRow(row: readonly string[], line: number): void {
    rows += 1;
    const id = row[0] ?? '';
    if (missing.has(id)) {
      reportRow('no ticket id', line, '');
      return;
    }
    const entry = entryOf(id);
    const order = orderOf(entry, row);
    if (entry.fault !== null) return;
    entry.fault = foldOpened(entry.opened, row, order);
    for (let i = 0; i < stopFolds.length; i++) {
      const moment = entry.stops[i];
      if (moment !== undefined) entry.fault ??= stopFolds[i]?.(moment, row, order) ?? null;
    }
    for (const [what, fold] of valueFolds) fold(entry.values[what], row, order);
    for (let i = 0; i < saidFolds.length; i++) {
      const value = entry.said[i];
      if (value !== undefined) saidFolds[i]?.(value, row, order);
    }
    if (foldTrace !== null) entry.trace.push(foldTrace(row, order));
    for (let i = 0; i < unapplied.length; i++) if (unapplied[i]?.(row) === true) touchedBy[i]?.add(entry);
  }

  function takeBadRow(reason: string, line: number, id: string): void {
    rows += 1;
    reportRow(reason, line, missing.has(id) ? '' : id);
    if (!missing.has(id) && !badRows.has(id)) badRows.set(ownCopy(id), { reason, line });
  }

  function reportRow(reason: string, line: number, id: string): void {
    rowTally.add(reason, `line ${String(line)}`);
    report({ kind: 'row', line, ...(id === '' ? {} : { ticket: id }), reason });
  }

  /** What stands where a broken row should have its id is believed only when other rows speak of that ticket. */
  function blameBadRows(): void {
    for (const [id, { reason, line }] of badRows) {
      const entry = entries.get(id);
      if (entry !== undefined)
        entry.fault ??= { reason: `a row with ${reason}`, found: `line ${String(line)}` };
    }
  }

  function close(): History {
    blameBadRows();
    const tally = createReasonTally();
    const tickets: HistoryTicket[] = [];
    const changed = { severity: 0, region: 0, channel: 0, type: 0 };
    const touched = touchedBy.map(() => 0);
    const isAsked = dates === null ? () => true : isOnDates(dates);
    let others = 0;
    for (const entry of entries.values()) {
      // Of a ticket that does not say when it was opened nobody knows whether it is asked for.
      if (!Number.isNaN(entry.opened.at) && !isAsked(Math.floor(entry.opened.at))) {
        others += 1;
        continue;
      }
      const ticket = finishTicket(mapping, entry);
      if ('reason' in ticket) {
        const { reason, found } = ticket;
        tally.add(reason, found === '' ? entry.id : `${entry.id} (${found})`);
        report({ kind: 'ticket', ticket: entry.id, reason, ...(found === '' ? {} : { found }) });
        continue;
      }
      tickets.push(ticket);
      for (const what of VALUE_NAMES) if (entry.values[what].changed) changed[what] += 1;
      touchedBy.forEach((set, i) => {
        if (set.has(entry)) touched[i] = (touched[i] ?? 0) + 1;
      });
    }
    const told = tickets.map(({ opened, stops }) => latest([opened, ...stops]));
    return {
      mapping,
      rows: { read: rows, unusable: rowTally.list() },
      read: entries.size - others,
      tickets: tickets.sort((a, b) => a.opened - b.opened),
      unusable: tally.list(),
      dates: dates === null ? null : { ...dates, others },
      observedUntil: Math.ceil(latest([latestEvent, ...told])),
      touched,
      changed,
    };
  }

  return { sink: { row: takeRow, badRow: takeBadRow }, close };
}

/** The ticket that an entry amounts to, or why it amounts to none. */
function finishTicket(mapping: TicketMapping, entry: Entry): HistoryTicket | RowFault {
  if (entry.fault !== null) return entry.fault;
  if (Number.isNaN(entry.opened.at)) return { reason: 'no time of opening', found: '' };
  const names: { [what in ValueName]?: string } = {};
  for (const what of VALUE_NAMES) {
    const rule = mapping[what];
    if (rule === null) continue;
    const name = nameOf(what, rule, entry.values[what].text);
    if (typeof name !== 'string') return name;
    names[what] = name;
  }
  const opened = Math.floor(entry.opened.at);
  const said: string[] = [];
  for (const [i, { what, rule }] of ticketFieldsOf(mapping).entries()) {
    const text = entry.said[i]?.text ?? '';
    const name = rule.kind === 'column' && text === '' ? (rule.absent ?? '') : nameOf(what, rule, text);
    if (typeof name !== 'string') return name;
    said.push(name);
  }
  const changes = changesOf(mapping, entry.trace, opened);
  // The ticket is made: its rows go, so that both are never there of all tickets at once.
  entry.trace.length = 0;
  if ('reason' in changes) return changes;
  return {
    id: entry.id,
    opened,
    stops: stopsOf(mapping, entry).map((at) => Math.ceil(at)),
    changes,
    severity: names.severity ?? '',
    region: names.region ?? null,
    channel: names.channel ?? null,
    type: names.type ?? null,
    said,
  };
}

/** The moments of every stop, those to take instead behind each. */
function stopMoments({ stops }: TicketMapping): readonly MomentRule[] {
  return stops.flatMap(({ rule }) => [rule.moment, ...rule.or]);
}

/** By stop, the first of its moments that there is; NaN for none. */
function stopsOf(mapping: TicketMapping, { opened, stops }: Entry): readonly InstantMs[] {
  let next = 0;
  return mapping.stops.map(({ rule }) => {
    let found = NaN;
    for (const moment of [rule.moment, ...rule.or]) {
      const at = stops[next]?.at ?? NaN;
      next += 1;
      if (Number.isNaN(found)) found = moment.kind === 'after' ? opened.at + at : at;
    }
    return found;
  });
}

function latest(instants: readonly InstantMs[]): InstantMs {
  return instants.reduce((last, instant) => (instant > last ? instant : last));
}

/**
 * A string cut out of a larger one keeps the larger one alive; a ticket's id would keep the piece of the log that
 * it came from. This makes it a string of its own.
 */
function ownCopy(text: string): string {
  return Array.from(text).join('');
}

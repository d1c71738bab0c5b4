/** What happens to a ticket between its opening and its end, from its rows in whatever order they come. */
import type { InstantMs } from '../../time/types.ts';
import type { HistoryChange } from './history.ts';
import type { TicketMapping } from './mapping.ts';
import type { RowFault } from './moment-fold.ts';
import { compileRowCondition } from './row-condition.ts';
import { nameOf } from './value-fold.ts';

/** What one row says of how things stand with its ticket. */
export interface TracePoint {
  readonly at: InstantMs;
  /** Place in `mapping.states`; -1 for none of them, null where the row tells nothing of the state. */
  readonly state: number | null;
  /** By place in `mapping.events`, whether its condition holds. */
  readonly holds: readonly boolean[];
  /** The severity as the log has it; `''` where it is missing, or not asked for row by row. */
  readonly severity: string;
}

/** Reads a row; null where the mapping asks for nothing that happens between the opening and the end. */
export type TraceFold = (fields: readonly string[], at: InstantMs) => TracePoint;

export function createTraceFold(
  mapping: TicketMapping,
  slotOf: (field: string) => number,
  missing: ReadonlySet<string>,
): TraceFold | null {
  const { severity } = mapping;
  const eachSeverity = severity.kind === 'column' && severity.take === 'each';
  if (mapping.states.length + mapping.events.length === 0 && !eachSeverity) return null;
  const states = mapping.states.map(({ where }) => compileRowCondition(where, slotOf, missing));
  const tellsState =
    mapping.stateRows === null ? () => true : compileRowCondition(mapping.stateRows, slotOf, missing);
  const events = mapping.events.map(({ where }) => compileRowCondition(where, slotOf, missing));
  const slot = eachSeverity ? slotOf(severity.column) : -1;
  /** One string a distinct value, so that tickets do not keep pieces of the log alive. */
  const pool = new Map<string, string>();
  const pooled = (text: string): string => {
    const known = pool.get(text);
    if (known === undefined) pool.set(text, text);
    return known ?? text;
  };
  /** One list a distinct answer: rows are many, and what holds of them is nearly always nothing. */
  const holdings = new Map<string, readonly boolean[]>();
  const holdsOf = (fields: readonly string[]): readonly boolean[] => {
    const holding = events.map((holds) => holds(fields));
    const key = holding.join();
    const known = holdings.get(key);
    if (known === undefined) holdings.set(key, holding);
    return known ?? holding;
  };
  return (fields, at) => {
    const found = slot === -1 ? '' : (fields[slot] ?? '');
    return {
      at,
      state: tellsState(fields) ? states.findIndex((holds) => holds(fields)) : null,
      holds: holdsOf(fields),
      severity: missing.has(found) ? '' : pooled(found),
    };
  };
}

/**
 * From how things stood at each row to what changed, and when: nothing before the opening. Rows of one instant keep the
 * log's order.
 */
export function changesOf(
  mapping: TicketMapping,
  points: readonly TracePoint[],
  opened: InstantMs,
): readonly HistoryChange[] | RowFault {
  const changes: HistoryChange[] = [];
  let before: TracePoint | null = null;
  let state = -1;
  let severity = '';
  for (const point of [...points].sort((a, b) => a.at - b.at)) {
    const at = Math.max(Math.floor(point.at), opened);
    if (point.severity !== '' && point.severity !== severity) {
      // The first of them is what the ticket was opened as.
      if (severity !== '') {
        const name = nameOf('severity', mapping.severity, point.severity);
        if (typeof name !== 'string') return name;
        changes.push({ at, kind: 'severity', severity: name });
      }
      severity = point.severity;
    }
    for (const [i, { event }] of mapping.events.entries()) {
      if (point.holds[i] === true && before?.holds[i] !== true) changes.push({ at, kind: 'event', event });
    }
    if (point.state !== null && point.state !== state) {
      changes.push({ at, kind: 'state', state: mapping.states[point.state]?.state ?? null });
      state = point.state;
    }
    before = point;
  }
  return changes;
}

/**
 * What a `*.map.json` file says: how to read tickets out of a log that was not made for it. Whatever the log lacks
 * is stated here (a zone, a region, which row is the answer) and nothing is guessed. `simulations/MAPPING.md`
 * describes the file for those who write one.
 */
export interface TicketMapping {
  /** Name of the file, for messages. */
  readonly file: string;
  readonly log: LogLayout;
  /** What stands where there is no value, besides the empty field. */
  readonly missing: readonly string[];
  readonly times: { readonly format: string; readonly zone: string | null };
  /** The field that holds the ticket's id; rows of one id are one ticket. */
  readonly ticket: string;
  /** The field that holds the time of the row's event; null for a log with a row a ticket. */
  readonly eventTime: string | null;
  readonly opened: MomentRule;
  /** When the clock of a metric stopped, by the metric's name in the contract. */
  readonly stops: readonly { readonly metric: string; readonly rule: StopRule }[];
  /**
   * The contract's state in which a ticket is from a row on, until a row of which another condition holds, or none; of
   * several the first.
   */
  readonly states: readonly { readonly state: string; readonly where: RowCondition }[];
  /** Events of the contract (or `reopened`, `closed`, `cancelled`): each row of which the condition begins to hold. */
  readonly events: readonly { readonly event: string; readonly where: RowCondition }[];
  readonly severity: ValueRule;
  /** Null where the contract has no regions, and so on. */
  readonly region: ValueRule | null;
  readonly channel: ValueRule | null;
  readonly type: ValueRule | null;
  /** What the log tells and a replay does not apply yet; the tickets it touches are counted. */
  readonly unapplied: readonly { readonly what: string; readonly where: RowCondition }[];
}

export type LogLayout =
  | {
      readonly format: 'csv';
      readonly delimiter: string;
      /** Names of the columns where the file has no header line. */
      readonly columns: readonly string[] | null;
      readonly encoding: Encoding;
    }
  | { readonly format: 'xes' | 'json lines'; readonly encoding: Encoding };

export const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** One moment of a ticket. */
export type MomentRule =
  /** The time of its earliest (latest) event that satisfies the condition; any event where that is null. */
  | { readonly kind: 'event'; readonly take: 'first' | 'last'; readonly where: RowCondition | null }
  /** The time that stands in a field: of its first or last event that has one, or the one that all agree on. */
  | { readonly kind: 'column'; readonly column: string; readonly take: 'first' | 'last' | 'only' };

export interface StopRule {
  readonly moment: MomentRule;
  /**
   * What it means that a ticket has no such moment: its clock was still running when the log ends, or the log does
   * not say.
   */
  readonly absent: 'still running' | 'unmeasured';
}

/** Where a name of the contract (a severity, a region, …) comes from. */
export type ValueRule =
  | { readonly kind: 'constant'; readonly name: string }
  | {
      readonly kind: 'column';
      readonly column: string;
      /** Which event's value holds, where it changes; with `each`, every one from its event on. */
      readonly take: 'first' | 'last' | 'each';
      /** From what the log says to the contract's name; null where the log uses the contract's names. */
      readonly values: ReadonlyMap<string, string> | null;
      /** The name to take where the value is missing; null makes such a ticket unusable. */
      readonly absent: string | null;
    };

/** What must hold of a row. A missing value is in no list. */
export type RowCondition =
  | { readonly kind: 'is'; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: 'is not'; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: 'present'; readonly column: string }
  | { readonly kind: 'all'; readonly of: readonly RowCondition[] }
  | { readonly kind: 'any'; readonly of: readonly RowCondition[] };

/** The fields that a mapping reads, each once, the ticket's id first. */
export function fieldsOf(mapping: TicketMapping): readonly string[] {
  const fields = new Set([mapping.ticket]);
  const addMoment = (rule: MomentRule): void => {
    if (rule.kind === 'column') fields.add(rule.column);
    else if (rule.where !== null) addCondition(rule.where);
  };
  const addCondition = (condition: RowCondition): void => {
    if (condition.kind === 'all' || condition.kind === 'any') condition.of.forEach(addCondition);
    else fields.add(condition.column);
  };
  if (mapping.eventTime !== null) fields.add(mapping.eventTime);
  addMoment(mapping.opened);
  for (const stop of mapping.stops) addMoment(stop.rule.moment);
  for (const rule of [mapping.severity, mapping.region, mapping.channel, mapping.type]) {
    if (rule?.kind === 'column') fields.add(rule.column);
  }
  for (const { where } of [...mapping.unapplied, ...mapping.states, ...mapping.events]) addCondition(where);
  return [...fields];
}

/**
 * What a `*.map.json` file says: how to read tickets out of a log that was not made for it. Whatever the log lacks
 * is stated here (a zone, a region, which row is the answer) and nothing is guessed. `simulations/MAPPING.md`
 * describes the file for those who write one.
 */
export interface TicketMapping {
  /** Name of the file, for messages. */
  readonly file: string;
  readonly log: LogLayout;
  /** Fields that some exports lack; there they are missing. */
  readonly optional: ReadonlySet<string>;
  /** What stands where there is no value, besides the empty field. */
  readonly missing: readonly string[];
  /** How times may be written, each read by the first of the formats that it fits. */
  readonly times: { readonly formats: readonly string[]; readonly zone: string | null };
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
  /** The rows that tell the state; the others leave it as it is. Null for all. */
  readonly stateRows: RowCondition | null;
  /** Events of the contract (or `reopened`, `closed`, `cancelled`): each row of which the condition begins to hold. */
  readonly events: readonly { readonly event: string; readonly where: RowCondition }[];
  readonly severity: ValueRule;
  /** Null where the contract has no regions, and so on. */
  readonly region: ValueRule | null;
  readonly channel: ValueRule | null;
  readonly type: ValueRule | null;
  /** Facts of the contract, by name. */
  readonly facts: readonly { readonly fact: string; readonly rule: FieldRule }[];
  /** What the contract may take from the customer. */
  readonly customer: { readonly zone: FieldRule | null; readonly holidays: FieldRule | null };
  /** What the log tells and a replay does not apply yet; the tickets it touches are counted. */
  readonly unapplied: readonly { readonly what: string; readonly where: RowCondition }[];
}

export type LogLayout =
  | {
      readonly format: 'csv';
      /** One character; null for that which the header line is divided by. */
      readonly delimiter: string | null;
      /** Names of the columns where the file has no header line. */
      readonly columns: readonly string[] | null;
      readonly encoding: Encoding;
    }
  | { readonly format: 'xes'; readonly encoding: Encoding }
  | { readonly format: 'json lines'; readonly encoding: Encoding; readonly events: JsonEvents | null }
  | {
      readonly format: 'json';
      readonly encoding: Encoding;
      /** The key of the list of tickets; null for the first list of objects. */
      readonly list: string | null;
      readonly events: JsonEvents | null;
    };

/** Where an object tells what happened to its ticket. Each of these becomes a row at its own time. */
export interface JsonEvents {
  /** The field with the time of the opening, that of the first row. */
  readonly at: string;
  readonly changes: {
    /** The field with the list of changes, and their fields. */
    readonly in: string;
    readonly at: string;
    /** The list of single changes within one; null where a change is one. */
    readonly items: string | null;
    readonly field: string;
    readonly from: string;
    readonly to: string;
    /** By the name of what changes, the field that holds how it stands in the end. */
    readonly of: ReadonlyMap<string, string>;
  } | null;
  /** Other lists, such as comments, by the name that their fields begin with. */
  readonly lists: readonly { readonly name: string; readonly in: string; readonly at: string }[];
}

export const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** One moment of a ticket. */
export type MomentRule =
  /** The time of its earliest (latest) event that satisfies the condition; any event where that is null. */
  | { readonly kind: 'event'; readonly take: 'first' | 'last'; readonly where: RowCondition | null }
  /** The time that stands in a field: of its first or last event that has one, or the one that all agree on. */
  | {
      readonly kind: 'column';
      readonly column: string;
      readonly take: 'first' | 'last' | 'only';
      /** The time ends before this text; null where it is all that the field holds. */
      readonly before: string | null;
    }
  /** So long after the opening as the field says. */
  | {
      readonly kind: 'after';
      readonly column: string;
      readonly take: 'first' | 'last' | 'only';
      readonly unit: DurationUnit;
    };

export const DURATION_UNITS = ['seconds', 'minutes', 'hours', 'h:mm:ss'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

export interface StopRule {
  readonly moment: MomentRule;
  /** What to take where there is no such moment, in turn. */
  readonly or: readonly MomentRule[];
  /**
   * What it means that a ticket has no such moment: its clock was still running when the log ends, or the log does
   * not say.
   */
  readonly absent: 'still running' | 'unmeasured';
}

/** A text for every ticket, or one from a field. */
export type FieldRule =
  | { readonly kind: 'constant'; readonly name: string }
  | {
      readonly kind: 'column';
      readonly column: string;
      readonly take: 'first' | 'last';
      readonly values: ReadonlyMap<string, string> | null;
      readonly absent: string | null;
    };

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
  | { readonly kind: 'present' | 'absent'; readonly column: string }
  /** Both are there and are not the same: a comment by another than the sender. */
  | { readonly kind: 'differs'; readonly column: string; readonly from: string }
  | { readonly kind: 'all'; readonly of: readonly RowCondition[] }
  | { readonly kind: 'any'; readonly of: readonly RowCondition[] };

/** The fields that a mapping reads, each once, the ticket's id first. */
export function fieldsOf(mapping: TicketMapping): readonly string[] {
  const fields = new Set([mapping.ticket]);
  const addMoment = (rule: MomentRule): void => {
    if (rule.kind !== 'event') fields.add(rule.column);
    else if (rule.where !== null) addCondition(rule.where);
  };
  const addCondition = (condition: RowCondition): void => {
    if (condition.kind === 'all' || condition.kind === 'any') condition.of.forEach(addCondition);
    else {
      fields.add(condition.column);
      if (condition.kind === 'differs') fields.add(condition.from);
    }
  };
  if (mapping.eventTime !== null) fields.add(mapping.eventTime);
  addMoment(mapping.opened);
  for (const { rule } of mapping.stops) [rule.moment, ...rule.or].forEach(addMoment);
  if (mapping.stateRows !== null) addCondition(mapping.stateRows);
  for (const rule of [mapping.severity, mapping.region, mapping.channel, mapping.type]) {
    if (rule?.kind === 'column') fields.add(rule.column);
  }
  for (const { rule } of ticketFieldsOf(mapping)) if (rule.kind === 'column') fields.add(rule.column);
  for (const { where } of [...mapping.unapplied, ...mapping.states, ...mapping.events]) addCondition(where);
  return [...fields];
}

/** What of a ticket is no name of a list of the contract, in one order: its facts, then what its customer has. */
export function ticketFieldsOf({
  facts,
  customer,
}: TicketMapping): readonly { readonly what: string; readonly rule: FieldRule }[] {
  return [
    ...facts.map(({ fact, rule }) => ({ what: fact, rule })),
    ...(customer.zone === null ? [] : [{ what: 'zone of the customer', rule: customer.zone }]),
    ...(customer.holidays === null ? [] : [{ what: 'holidays of the customer', rule: customer.holidays }]),
  ];
}

import type { InstantMs } from '../../time/types.ts';
import type { TicketKey } from '../select-target.ts';
import { ClockRun, type Surroundings } from './clock-run.ts';
import type { FactValue } from './event.ts';
import { cellsFor } from './find-cell.ts';
import type { Cell, ClockSet, Rule, TicketProgram, Version } from './program.ts';
import type { Consent, Notice, SeverityChange } from './verdict.ts';
import type { Witness } from './witness.ts';

/** A change that waits for the customer. */
export interface Proposal {
  readonly rule: Rule;
  readonly stage: number;
  readonly asked: InstantMs;
  /** The version that asked: its calendars are meant. */
  readonly version: Version;
  /** Place in the ticket's consents. */
  readonly place: number;
}

/**
 * One ticket while its history is gone through. A class, and used again for the next ticket, since the machine sees
 * millions of them.
 */
export class LiveTicket implements Surroundings, TicketKey {
  readonly program: TicketProgram;
  readonly runs: ClockRun[];
  versionIndex = 0;
  version: Version;
  plan = 0;
  severity = -1;
  region = -1;
  channel = -1;
  type = -1;
  facts: number[] = [];
  values: (FactValue | undefined)[] = [];
  /** Cells of tickets like this, by metric. */
  row: (Cell | null | undefined)[] = [];

  opened: InstantMs = NaN;
  isBound = false;
  isClosed = false;
  closed: InstantMs = NaN;
  refused: string | null = null;
  /** By event when it last happened, by state when it began; NaN for never and for not. */
  readonly happened: number[] = [];
  readonly states: number[] = [];
  statesOn = 0;
  /** When anything last happened. */
  last: InstantMs = NaN;

  /** The clocks that have taken in what happened so far. */
  readyFor: ClockSet | null = null;
  /** What happened, instant by instant, each ended by -1; kept where a ticket may come to other clocks. */
  readonly log: number[] = [];

  proposals: Proposal[] = [];
  /** What has fired of all that fires once. */
  readonly fired = new Set<string>();
  changes: SeverityChange[] = [];
  notices: Notice[] = [];
  consents: Consent[] = [];
  /** Who is told of what is done; null for nobody. */
  witness: Witness | null = null;

  constructor(program: TicketProgram, first: Version) {
    this.program = program;
    this.version = first;
    this.runs = program.metrics.map(() => new ClockRun());
  }

  forget(first: Version): void {
    for (const run of this.runs) run.forget();
    this.versionIndex = 0;
    this.version = first;
    this.opened = NaN;
    this.isBound = false;
    this.isClosed = false;
    this.refused = null;
    this.happened.fill(NaN);
    this.states.fill(NaN);
    this.statesOn = 0;
    this.readyFor = null;
    if (this.log.length > 0) this.log.length = 0;
    if (this.proposals.length > 0) this.proposals = [];
    if (this.fired.size > 0) this.fired.clear();
    if (this.changes.length > 0) this.changes = [];
    if (this.notices.length > 0) this.notices = [];
    if (this.consents.length > 0) this.consents = [];
  }

  /** The clocks by which the ticket's plan measures. */
  get clocks(): ClockSet['clocks'] {
    return this.clockSet.clocks;
  }

  get effects(): ClockSet['effects'] {
    return this.clockSet.effects;
  }

  get clockSet(): ClockSet {
    const { clockSets } = this.version;
    return clockSets[this.plan] ?? (clockSets[0] as ClockSet);
  }

  lastAt(event: number): InstantMs {
    return this.happened[event] ?? NaN;
  }

  run(metric: number): ClockRun | undefined {
    return this.runs[metric];
  }

  /** Looks for the cells of tickets like this one, after it has changed. */
  findRow(): void {
    this.row = cellsFor(this.version, this.plan, this);
  }

  /** A place in a list of the program's last version, as it is in the ticket's own. */
  placeOf(list: 'plans' | 'severities' | 'regions' | 'channels' | 'types' | 'facts', place: number): number {
    const { versions } = this.program;
    const last = versions[versions.length - 1] as Version;
    if (last === this.version || place === -1) return place;
    const name = last.plan[list][place]?.name;
    return this.version.plan[list].findIndex((each) => each.name === name);
  }

  /** What the ticket says of a fact, by the name in conditions. */
  readonly factOf = (name: string): FactValue | undefined => {
    const { plan, factIndexes } = this.version;
    const index = factIndexes.get(name);
    if (index !== undefined) return this.values[index];
    switch (name) {
      case 'severity':
        return plan.severities[this.severity]?.name;
      case 'channel':
        return plan.channels[this.channel]?.name;
      case 'type':
        return plan.types[this.type]?.name;
      case 'region':
        return plan.regions[this.region]?.name;
      default:
        return undefined;
    }
  };
}

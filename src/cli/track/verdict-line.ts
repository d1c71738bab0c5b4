import type { ClockVerdict, TicketProgram, Verdict } from '../../engine/ticket/index.ts';
import type { CompiledPlan, PlanName, PlanPlan, PlanTarget } from '../../plan/model.ts';
import { formatInstantUtc } from '../../time/iso-instant.ts';
import type { LedgerEntry } from '../../engine/entitlement/ledger-model.ts';
import { chargeToJson } from '../../report/charge-json.ts';
import { isCounting } from './charge-book.ts';
import { LineBytes } from './line-bytes.ts';

/**
 * Writes verdicts as the lines of `track`: JSON, instants in UTC, durations in seconds of the target's own calendar. The
 * bytes are put together here, since most of them are the same for all tickets of a cell.
 */
export class VerdictWriter {
  readonly #program: TicketProgram;
  readonly #line = new LineBytes();
  readonly #cells = new Map<PlanTarget, CellBytes>();
  readonly #names = new Map<PlanName, Uint8Array>();
  readonly #versionsOf = new Map<CompiledPlan, Uint8Array>();

  constructor(program: TicketProgram) {
    this.#program = program;
  }

  /** The lines that were written since they were last taken. */
  take(): Uint8Array {
    return this.#line.take();
  }

  write(
    ticket: string,
    verdict: Verdict,
    charges: readonly LedgerEntry[] | null,
    leftOut: readonly string[],
  ): void {
    const { plan } = this.#program.versions[verdict.version] ?? this.#program.versions[0] ?? {};
    if (plan === undefined) throw new Error('a program has a version');
    const line = this.#line;
    line.put(PARTS.ticket);
    line.text(JSON.stringify(ticket));
    line.put(PARTS.plan);
    line.put(this.#name(plan.plans[verdict.plan]));
    line.put(PARTS.severity);
    line.put(this.#name(plan.severities[verdict.severity]));
    line.put(PARTS.opened);
    line.instant(verdict.opened);
    line.put(verdict.isClosed ? PARTS.closed : PARTS.open);
    for (let i = 0; i < verdict.clocks.length; i += 1) {
      if (i > 0) line.put(PARTS.comma);
      this.#clock(plan, verdict.clocks[i] as ClockVerdict);
    }
    line.put(PARTS.charges);
    if (charges === null) line.text(chargesOf(plan.plans[verdict.plan]));
    else line.text(JSON.stringify(charges.map(chargeToJson)));
    const { notices, consents, changes, refused } = verdict;
    const isQuiet = notices.length + consents.length + changes.length === 0 && refused === null;
    if (isQuiet) line.put(PARTS.quiet);
    else line.text(told(plan, verdict));
    line.put(PARTS.notApplied);
    if (leftOut.length === 0) line.put(PARTS.nothing);
    else line.text(JSON.stringify(leftOut));
    line.put(this.#versions(plan));
    line.put(PARTS.end);
  }

  /** What the deadlines rest on: the version of the contract and of the data of time zones. */
  #versions(plan: CompiledPlan): Uint8Array {
    let known = this.#versionsOf.get(plan);
    if (known === undefined) {
      const { contractVersion, tzdata } = plan;
      known = Buffer.from(`,${JSON.stringify({ contractVersion, tzdata }).slice(1, -1)}`);
      this.#versionsOf.set(plan, known);
    }
    return known;
  }

  #clock(plan: CompiledPlan, clock: ClockVerdict): void {
    const { begins, ends, word } = this.#cell(clock.target);
    const line = this.#line;
    line.put(begins);
    line.number(clock.occurrence);
    line.put(PARTS.severity);
    line.put(this.#name(plan.severities[clock.severity]));
    line.put(PARTS.started);
    line.instant(clock.started);
    line.put(PARTS.due);
    line.instant(clock.due);
    line.put(PARTS.softDue);
    line.instant(clock.softDue);
    line.put(PARTS.stopped);
    line.instant(clock.stopped);
    line.put(PARTS.status);
    line.put(clock.status === 'word' ? word : STATUSES[clock.status]);
    line.put(PARTS.breached);
    line.instant(clock.breached);
    line.put(PARTS.used);
    line.seconds(clock.used);
    line.put(PARTS.remaining);
    line.seconds(clock.remaining);
    line.put(PARTS.paused);
    line.seconds(clock.paused);
    line.put(ends);
  }

  #name(named: PlanName | undefined): Uint8Array {
    if (named === undefined) return PARTS.null;
    let known = this.#names.get(named);
    if (known === undefined) {
      known = Buffer.from(JSON.stringify(named.name));
      this.#names.set(named, known);
    }
    return known;
  }

  #cell(target: PlanTarget): CellBytes {
    let known = this.#cells.get(target);
    if (known === undefined) {
      const { promise, metric, words, origin } = target;
      known = {
        begins: Buffer.from(`{"target":${JSON.stringify(metric)},"occurrence":`),
        ends: Buffer.from(`,"by":${JSON.stringify({ words, ...origin })}}`),
        word: Buffer.from(promise.kind === 'word' ? promise.word : 'null'),
      };
      this.#cells.set(target, known);
    }
    return known;
  }
}

/** What is the same for all clocks of a cell: how they begin and end, and the word that stands in place of a status. */
interface CellBytes {
  readonly begins: Uint8Array;
  readonly ends: Uint8Array;
  readonly word: Uint8Array;
}

const PARTS = {
  ticket: Buffer.from('{"ticket":'),
  plan: Buffer.from(',"plan":'),
  severity: Buffer.from(',"severity":'),
  opened: Buffer.from(',"opened":'),
  closed: Buffer.from(',"closed":true,"clocks":['),
  open: Buffer.from(',"closed":false,"clocks":['),
  comma: Buffer.from(','),
  notApplied: Buffer.from(',"notApplied":'),
  nothing: Buffer.from('[]'),
  charges: Buffer.from('],"charges":'),
  quiet: Buffer.from(',"notices":[],"consents":[],"changes":[],"refused":null'),
  end: Buffer.from('}\n'),
  null: Buffer.from('null'),
  started: Buffer.from(',"started":'),
  due: Buffer.from(',"due":'),
  softDue: Buffer.from(',"softDue":'),
  stopped: Buffer.from(',"stopped":'),
  status: Buffer.from(',"status":"'),
  breached: Buffer.from('","breached":'),
  used: Buffer.from(',"used":'),
  remaining: Buffer.from(',"remaining":'),
  paused: Buffer.from(',"paused":'),
} as const;

const STATUSES = {
  met: Buffer.from('met'),
  missed: Buffer.from('missed'),
  running: Buffer.from('running'),
  paused: Buffer.from('paused'),
  cancelled: Buffer.from('cancelled'),
  'not started': Buffer.from('not started'),
  'best effort': Buffer.from('best effort'),
  'no promise': Buffer.from('no promise'),
} as const;

/** Null where the plan counts what tickets use, and no ledger is kept. */
function chargesOf(plan: PlanPlan | undefined): string {
  return plan === undefined || !isCounting(plan) ? '[]' : 'null';
}

/** What only some tickets have: notices, consents, changes of severity, a refusal. */
function told(plan: CompiledPlan, { notices, consents, changes, refused }: Verdict): string {
  const lists = {
    notices: notices.map((notice) => ({ ...notice, at: formatInstantUtc(notice.at) })),
    consents: consents.map(({ rule, asked, answer, at }) => ({
      rule,
      asked: formatInstantUtc(asked),
      answer,
      at: at === null ? null : formatInstantUtc(at),
    })),
    changes: changes.map(({ at, from, to, rule }) => ({
      at: formatInstantUtc(at),
      from: plan.severities[from]?.name ?? null,
      to: plan.severities[to]?.name ?? null,
      rule,
    })),
    refused,
  };
  return `,${JSON.stringify(lists).slice(1, -1)}`;
}

import type { ClockVerdict, TicketProgram, Verdict } from '../../engine/ticket/index.ts';
import type { CompiledPlan, PlanName, PlanPlan, PlanTarget } from '../../plan/model.ts';
import { formatInstantUtc } from '../../time/iso-instant.ts';

/**
 * Writes verdicts as the lines of `track`: JSON, instants in UTC, durations in seconds of the target's own calendar. The
 * text is put together here, since most of it is the same for all tickets of a cell.
 */
export class VerdictWriter {
  readonly #program: TicketProgram;
  /** By cell what is the same for all of its clocks: how the line begins, and ends. */
  readonly #cells = new Map<PlanTarget, readonly [begins: string, ends: string, word: string | null]>();
  readonly #names = new Map<PlanName, string>();

  constructor(program: TicketProgram) {
    this.#program = program;
  }

  line(ticket: string, verdict: Verdict): string {
    const { plan } = this.#program.versions[verdict.version] ?? this.#program.versions[0] ?? {};
    if (plan === undefined) throw new Error('a program has a version');
    let clocks = '';
    for (const clock of verdict.clocks) {
      clocks = clocks === '' ? this.#clock(plan, clock) : `${clocks},${this.#clock(plan, clock)}`;
    }
    const { notices, consents, changes, refused } = verdict;
    const isQuiet = notices.length + consents.length + changes.length === 0 && refused === null;
    return (
      `{"ticket":${JSON.stringify(ticket)},"plan":${this.#name(plan.plans[verdict.plan])}` +
      `,"severity":${this.#name(plan.severities[verdict.severity])},"opened":"${formatInstantUtc(verdict.opened)}"` +
      `,"closed":${verdict.isClosed},"clocks":[${clocks}],"charges":${chargesOf(plan.plans[verdict.plan])}${isQuiet ? QUIET : told(plan, verdict)}}\n`
    );
  }

  #clock(plan: CompiledPlan, clock: ClockVerdict): string {
    const [begins, ends, word] = this.#cell(clock.target);
    return (
      `${begins},"occurrence":${clock.occurrence},"severity":${this.#name(plan.severities[clock.severity])}` +
      `,"started":${time(clock.started)},"due":${time(clock.due)},"softDue":${time(clock.softDue)}` +
      `,"stopped":${time(clock.stopped)},"status":"${clock.status === 'word' ? word : clock.status}"` +
      `,"breached":${time(clock.breached)},"used":${seconds(clock.used)},"remaining":${seconds(clock.remaining)}` +
      `,"paused":${seconds(clock.paused)}${ends}`
    );
  }

  #name(named: PlanName | undefined): string {
    if (named === undefined) return 'null';
    let known = this.#names.get(named);
    if (known === undefined) {
      known = JSON.stringify(named.name);
      this.#names.set(named, known);
    }
    return known;
  }

  #cell(target: PlanTarget): readonly [begins: string, ends: string, word: string | null] {
    let known = this.#cells.get(target);
    if (known === undefined) {
      const { promise, metric, words, origin } = target;
      known = [
        `{"target":${JSON.stringify(metric)}`,
        `,"by":${JSON.stringify({ words, ...origin })}}`,
        promise.kind === 'word' ? promise.word : null,
      ];
      this.#cells.set(target, known);
    }
    return known;
  }
}

/** Null where the plan charges or counts, since that hangs on all tickets of the customer and is not reckoned here. */
function chargesOf(plan: PlanPlan | undefined): string {
  return plan === undefined || plan.charges.length + plan.quotas.length === 0 ? '[]' : 'null';
}

const QUIET = ',"notices":[],"consents":[],"changes":[],"refused":null';

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

function time(at: number | null): string {
  return at === null ? 'null' : `"${formatInstantUtc(at)}"`;
}

function seconds(ms: number | null): string {
  return ms === null ? 'null' : String(ms / 1000);
}

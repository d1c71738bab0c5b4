import type { ClockVerdict, TicketProgram, Verdict } from '../../engine/ticket/index.ts';
import { formatInstantUtc } from '../../time/iso-instant.ts';

/** A line of `track`. Instants are UTC, durations seconds of the target's own calendar. */
export function verdictToJson(program: TicketProgram, ticket: string, verdict: Verdict) {
  const { plan } = program.versions[verdict.version] ?? program.versions[0] ?? {};
  const severityOf = (index: number) => plan?.severities[index]?.name ?? null;
  return {
    ticket,
    plan: plan?.plans[verdict.plan]?.name ?? null,
    severity: severityOf(verdict.severity),
    opened: formatInstantUtc(verdict.opened),
    closed: verdict.isClosed,
    clocks: verdict.clocks.map((clock) => clockToJson(clock, severityOf)),
    charges: [],
    notices: verdict.notices.map((notice) => ({ ...notice, at: formatInstantUtc(notice.at) })),
    consents: verdict.consents.map(({ rule, asked, answer, at }) => ({
      rule,
      asked: formatInstantUtc(asked),
      answer,
      at: time(at),
    })),
    changes: verdict.changes.map(({ at, from, to, rule }) => ({
      at: formatInstantUtc(at),
      from: severityOf(from),
      to: severityOf(to),
      rule,
    })),
    refused: verdict.refused,
  };
}

function clockToJson(clock: ClockVerdict, severityOf: (index: number) => string | null) {
  const { promise, metric, words, origin } = clock.target;
  const word = promise.kind === 'word' ? promise.word : clock.status;
  return {
    target: metric,
    occurrence: clock.occurrence,
    severity: severityOf(clock.severity),
    started: time(clock.started),
    due: time(clock.due),
    softDue: time(clock.softDue),
    stopped: time(clock.stopped),
    status: clock.status === 'word' ? word : clock.status,
    breached: time(clock.breached),
    used: seconds(clock.used),
    remaining: seconds(clock.remaining),
    paused: seconds(clock.paused),
    by: { words, ...origin },
  };
}

function time(at: number | null): string | null {
  return at === null ? null : formatInstantUtc(at);
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : ms / 1000;
}

import { beyondQuota } from '../../../engine/entitlement/beyond-quota.ts';
import type { Credit, StatementLine } from '../../../engine/money/index.ts';
import {
  ticketMachine,
  type TicketEvent,
  type TicketProgram,
  type Verdict,
} from '../../../engine/ticket/index.ts';
import { type ChargeAccount, chargeAccounts } from '../../../explain/history/charge-account.ts';
import { accountForClock, type HistoryAccount } from '../../../explain/history/history-account.ts';
import { recordHistory } from '../../../explain/history/record-history.ts';
import { type RuleAccount, ruleAccounts } from '../../../explain/history/rule-account.ts';
import { type SeverityAccount, severityAccount } from '../../../explain/history/severity-account.ts';
import type { CompiledPlan, PlanPlan } from '../../../plan/model.ts';
import type { InstantMs } from '../../../time/types.ts';
import { isOfTicket } from '../../track/of-ticket.ts';
import { type ReadHistory, readHistory, underPlan } from './read-history.ts';

/** Everything that can be said of one ticket of a history, and why. */
export interface HistoryAnswer {
  readonly ticket: string;
  readonly compiled: CompiledPlan;
  readonly plan: PlanPlan | undefined;
  readonly verdict: Verdict;
  readonly events: readonly TicketEvent[];
  readonly clocks: readonly HistoryAccount[];
  readonly severity: SeverityAccount;
  readonly rules: readonly RuleAccount[];
  readonly money: TicketMoney;
  readonly others: readonly OtherPlan[];
}

/** What a ticket used and costs, from its customer's ledger and invoices. */
export interface TicketMoney {
  readonly charges: readonly ChargeAccount[];
  /** The lines of invoices that are for it. */
  readonly lines: readonly StatementLine[];
  readonly credits: readonly Credit[];
}

/** What would have been under another plan of the contract. */
export type OtherPlan = { readonly plan: PlanPlan } & (
  | {
      readonly kind: 'judged';
      readonly verdict: Verdict;
      readonly money: TicketMoney;
    }
  /** It cannot be said, with the reason. */
  | { readonly kind: 'unknown'; readonly reason: string }
);

/**
 * Goes through the history of a ticket; null where it was not opened by then.
 * @throws {UnknownTicketError}, {MissingFactError}, {HorizonError} and {RuleLoopError} as the ticket machine does.
 */
export function answerHistory(
  program: TicketProgram,
  lines: readonly string[],
  history: ReadHistory,
  ticket: string,
  at: InstantMs,
): HistoryAnswer | null {
  const events = history.tickets.get(ticket) ?? [];
  const recorded = recordHistory(program, events, at);
  if (recorded === null) return null;
  const { looks } = recorded;
  const money = moneyOf(program, history, ticket, at);
  const verdict = byLedger(recorded.verdict, money);
  const clocks = verdict.clocks.flatMap((clock, i) => {
    const story = recorded.clocks[i];
    return story === undefined ? [] : [{ ...story, verdict: clock }];
  });
  const { plan: compiled } = versionOf(program, verdict);
  return {
    ticket,
    compiled,
    plan: compiled.plans[verdict.plan],
    verdict,
    events,
    clocks: clocks.map(accountForClock),
    severity: severityAccount(program, events, verdict, looks),
    rules: ruleAccounts(program, verdict, looks),
    money,
    others: compiled.plans.flatMap((plan, i) =>
      i === verdict.plan ? [] : [underOther(program, lines, ticket, at, plan)],
    ),
  };
}

function versionOf({ versions }: TicketProgram, { version }: Verdict) {
  const found = versions[version] ?? versions[0];
  if (found === undefined) throw new Error('a program has a version');
  return found;
}

function underOther(
  program: TicketProgram,
  lines: readonly string[],
  ticket: string,
  at: InstantMs,
  plan: PlanPlan,
): OtherPlan {
  const history = readHistory(program, underPlan(lines, plan.name));
  try {
    const verdict = ticketMachine(program).judge(history.tickets.get(ticket) ?? [], at);
    if (verdict === null) return { plan, kind: 'unknown', reason: 'the ticket is not opened by then' };
    const money = moneyOf(program, history, ticket, at);
    return { plan, kind: 'judged', verdict: byLedger(verdict, money), money };
  } catch (error) {
    if (!isOfTicket(error)) throw error;
    return { plan, kind: 'unknown', reason: error.message };
  }
}

function byLedger(verdict: Verdict, { charges }: TicketMoney): Verdict {
  return beyondQuota(
    verdict,
    charges.map(({ entry }) => entry),
  );
}

/** What a ticket was charged and what it was credited, from its customer's ledger. */
function moneyOf(
  program: TicketProgram,
  { tickets, book }: ReadHistory,
  ticket: string,
  at: InstantMs,
): TicketMoney {
  const [version] = program.versions;
  if (version === undefined || !version.plan.plans.some(isCharging)) return NOTHING;
  const machine = ticketMachine(program);
  for (const [name, events] of tickets) {
    try {
      const verdict = machine.judge(events, at);
      if (verdict !== null) book.judged(name, events, verdict);
    } catch (error) {
      // What is wrong with another ticket is for `track` to say.
      if (!isOfTicket(error)) throw error;
    }
  }
  const statements = book.statements(at).map(({ statement }) => statement);
  return {
    charges: statements.flatMap(({ plan, entries }) => {
      const own = entries.filter((entry) => entry.ticket === ticket);
      return own.length === 0 ? [] : chargeAccounts(version.engine, plan, own, book.usesOf(ticket, plan));
    }),
    lines: statements
      .flatMap(({ invoices }) => invoices.flatMap(({ lines }) => lines))
      .filter((line) => line.ticket === ticket && line.kind !== 'credit')
      .toSorted((a, b) => a.at - b.at),
    credits: statements.flatMap(({ credits }) =>
      credits.credits.filter(({ for: ground }) => 'ticket' in ground && ground.ticket === ticket),
    ),
  };
}

const NOTHING: TicketMoney = { charges: [], lines: [], credits: [] };

/** Whether what a ticket comes to hangs on a ledger, or on money. */
export function isCharging(plan: PlanPlan): boolean {
  const { charges, quotas, credits, rates, surcharges } = plan;
  return charges.length + quotas.length + credits.length + rates.length + surcharges.length > 0;
}

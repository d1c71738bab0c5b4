import Fraction from 'fraction.js';
import type { LedgerEntry } from '../../engine/entitlement/ledger-model.ts';
import { statementOf, type Statement, type StatementLine } from '../../engine/money/index.ts';
import type { PlanPlan } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { PreparedSimulation } from '../prepare.ts';
import type { CustomerCosts, ExactMoney, RunCosts } from './cost-model.ts';
import { customerHistory, type WorkedRun } from './customer-history.ts';
import { entriesBeyond, type LostPromise, mayLose } from './lost-promises.ts';
import type { CustomerSize } from './prepare-costs.ts';
import { overtimeIn, piecesIn } from './work-pieces.ts';

/** Whether what a run costs under the plan at a place hangs on its tickets. */
export function wantCosts({ costs }: PreparedSimulation, place: number): boolean {
  return costs.counts[place] === true || costs.hasOvertime;
}

/** What one run came to under the plan at a place of those compared, and which of its tickets lost their promises by it. */
export function runCosts(
  prepared: PreparedSimulation,
  place: number,
  run: WorkedRun,
): { readonly costs: RunCosts; readonly lost: readonly LostPromise[] } {
  const { costs, engine, plans } = prepared;
  const plan = plans[place] as number;
  const of = engine.plan.plans[plan] as PlanPlan;
  const { customer, lost } =
    costs.size === null
      ? { customer: null, lost: [] }
      : customerCosts(prepared, place, plan, of, run, costs.size);
  return { costs: { customer, overtimeMs: overtimeOf(prepared, run) }, lost };
}

function overtimeOf({ desk, costs, span }: PreparedSimulation, run: WorkedRun): readonly number[] {
  const overtime = desk.teams.map(() => 0);
  if (!costs.hasOvertime) return overtime;
  const piecesOf = piecesIn(run.paths);
  for (let ticket = 0; ticket < run.worked.tickets.count; ticket += 1) {
    for (const piece of piecesOf(ticket)) {
      const team = desk.teams[piece.team];
      if (team?.atClose !== 'finish') continue;
      overtime[piece.team]! += overtimeIn(piece, team.calendar, span.countedFrom, span.to);
    }
  }
  return overtime;
}

function customerCosts(
  prepared: PreparedSimulation,
  place: number,
  plan: number,
  of: PlanPlan,
  run: WorkedRun,
  size: CustomerSize,
): { readonly customer: CustomerCosts; readonly lost: readonly LostPromise[] } {
  if (prepared.costs.counts[place] !== true) return { customer: NOTHING, lost: [] };
  const { engine, span } = prepared;
  const worked = customerHistory(prepared, of, run, size);
  const first = statementOf(engine, plan, worked.history(NOT_BEYOND));
  const beyond = mayLose(of) ? entriesBeyond(first.entries) : NOT_BEYOND;
  // Which tickets are beyond a quota is known from what they use; what was broken and is credited only then.
  const history = worked.history(beyond);
  const statement = beyond.size === 0 ? first : statementOf(engine, plan, history);
  return { customer: costsOf(statement, span.to, history.now), lost: worked.lost(beyond) };
}

const NOT_BEYOND: ReadonlyMap<string, readonly LedgerEntry[]> = new Map();

const NOTHING: CustomerCosts = { charged: [], credited: [], unpriced: [], quotas: [], attained: [] };

/** What a run came to where nothing that is asked hangs on its tickets. */
export function costsWithout({ costs, desk }: PreparedSimulation): RunCosts {
  return { customer: costs.size === null ? null : NOTHING, overtimeMs: desk.teams.map(() => 0) };
}

/**
 * What a statement comes to beside the price of the plan and what is booked with it. Periods of quotas that begin at `end` or
 * later are none of it; promised shares are of the periods that are over by `now`.
 */
export function costsOf(statement: Statement, end: InstantMs, now: InstantMs): CustomerCosts {
  const lines = statement.invoices.flatMap((invoice) => invoice.lines).filter(isOfUse);
  const unpriced = new Map<string, number>();
  for (const { amount, words } of lines)
    if (amount === null) unpriced.set(words, (unpriced.get(words) ?? 0) + 1);
  return {
    charged: sums(lines.filter(({ kind }) => kind !== 'credit' && kind !== 'earned back')),
    credited: sums(
      lines.flatMap((line) =>
        (line.kind === 'credit' || line.kind === 'earned back') && line.amount !== null
          ? [{ ...line, amount: line.amount.neg() }]
          : [],
      ),
    ),
    unpriced: [...unpriced].sort(([a], [b]) => (a < b ? -1 : 1)).map(([words, count]) => ({ words, count })),
    quotas: statement.quotas.map(({ quota, periods }) => ({
      quota: statement.plan.quotas.indexOf(quota),
      periods: periods
        .filter(({ from }) => from < end)
        .map(({ from, granted, used, over, closing, expired }) => ({
          from,
          granted: granted.toFraction(),
          used: used.toFraction(),
          left: closing.add(expired).toFraction(),
          over: over.toFraction(),
        })),
    })),
    attained: statement.attainment.map(({ periods }) => {
      const over = periods.filter(({ to }) => to <= now);
      return {
        kept: over.filter(({ kept }) => kept === true).length,
        broken: over.filter(({ kept }) => kept === false).length,
        tooFew: over.filter(({ kept }) => kept === null).length,
      };
    }),
  };
}

/** What tickets bring about; the price, and what is booked with it, is known without them. */
function isOfUse({ kind, ticket }: StatementLine): boolean {
  switch (kind) {
    case 'price':
    case 'option':
    case 'pack':
      return false;
    case 'surcharge':
      return ticket !== null;
    case 'charge':
    case 'over quota':
    case 'work':
    case 'credit':
    case 'earned back':
      return true;
  }
}

function sums(lines: readonly Pick<StatementLine, 'currency' | 'amount'>[]): readonly ExactMoney[] {
  const totals = new Map<string, Fraction>();
  for (const { currency, amount } of lines)
    if (amount !== null) totals.set(currency, (totals.get(currency) ?? new Fraction(0)).add(amount));
  return [...totals].map(([currency, amount]) => ({ currency, amount: amount.toFraction() }));
}

import Fraction from 'fraction.js';
import type { QuoteAnswer } from '../../engine/money/index.ts';
import type { CompiledPlan, PlanAttainment, PlanPlan } from '../../plan/model.ts';
import type { PlanQuota } from '../../plan/entitlement-model.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import type { CustomerCosts, ExactMoney, QuotaPeriod, RunCosts } from './cost-model.ts';
import { type Estimate, estimate, type MoneyEstimate, moneyEstimate } from './estimate.ts';
import type { PaidTeam, PlanCosts, SimulatedCosts } from './simulated-costs.ts';

/** What the runs cost, each figure with its interval. Money is of the days that count, all of them together. */
export interface CostSummary {
  readonly days: SimulatedCosts['days'];
  readonly plans: readonly PlanCostSummary[];
}

export interface PlanCostSummary {
  /** Index into `plan.plans`, and its name. */
  readonly plan: number;
  readonly name: string;
  /** Null where the simulation names no customer. */
  readonly customer: CustomerCostSummary | null;
  /** Null where it does not say what an agent costs. */
  readonly desk: DeskCostSummary | null;
}

export interface CustomerCostSummary {
  readonly quote: QuoteAnswer;
  /** By currency; empty where there is none. */
  readonly charged: readonly MoneyEstimate[];
  readonly credited: readonly MoneyEstimate[];
  /** Price and charges less credits; null where the price has no figure. */
  readonly total: readonly MoneyEstimate[] | null;
  /** What the tickets cost of which the contract has no figure, by its words, and how often in a run. */
  readonly unpriced: readonly { readonly words: string; readonly times: Estimate }[];
  readonly quotas: readonly QuotaSummary[];
  readonly attained: readonly AttainedSummary[];
}

export interface QuotaSummary {
  readonly quota: PlanQuota;
  /** Of its periods that begin within the days that count, of all runs together. */
  readonly periods: number;
  /** What a period grants, uses of it, has left at its end, and uses beyond it, in the mean. */
  readonly granted: Estimate;
  readonly used: Estimate;
  readonly left: Estimate;
  readonly over: Estimate;
  /** The share of the periods in which more is used than there is. */
  readonly exceeded: number;
}

/** How many of the periods of a promised share kept it, of all runs together. */
export interface AttainedSummary {
  readonly line: PlanAttainment;
  readonly kept: number;
  readonly broken: number;
  readonly tooFew: number;
}

export interface DeskCostSummary {
  readonly teams: readonly TeamCostSummary[];
  /** By currency. */
  readonly total: readonly MoneyEstimate[];
}

export interface TeamCostSummary {
  readonly name: string;
  readonly agents: number;
  /** Hours of the shift, of all its agents. */
  readonly hours: number;
  readonly overtimeHours: Estimate;
  readonly cost: MoneyEstimate | null;
}

const MS_PER_HOUR = 3600 * MS_PER_SECOND;

export function summarizeCosts(costs: SimulatedCosts, { plans }: CompiledPlan): CostSummary {
  return {
    days: costs.days,
    plans: costs.plans.map((each) => ({
      plan: each.plan,
      name: plans[each.plan]?.name ?? '',
      customer: customerSummary(each, plans[each.plan]),
      desk: deskSummary(costs.teams, each.runs),
    })),
  };
}

function customerSummary({ quote, runs }: PlanCosts, of: PlanPlan | undefined): CustomerCostSummary | null {
  const known = runs.flatMap(({ customer }) => customer ?? []);
  if (quote === null || of === undefined || known.length === 0) return null;
  const prices = quote.kind === 'quote' ? quote.totals : null;
  return {
    quote,
    charged: byCurrency(known.map(({ charged }) => charged.map(parsed))),
    credited: byCurrency(known.map(({ credited }) => credited.map(parsed))),
    total:
      prices === null
        ? null
        : byCurrency(
            known.map(({ charged, credited }) => [
              ...prices,
              ...charged.map(parsed),
              ...credited.map(parsed).map(({ currency, amount }) => ({ currency, amount: amount.neg() })),
            ]),
          ),
    unpriced: unpricedIn(known),
    quotas: quotaSummaries(known, of),
    attained: of.attainment.map((line, place) => {
      const sum = (kind: 'kept' | 'broken' | 'tooFew') =>
        known.reduce((total, { attained }) => total + (attained[place]?.[kind] ?? 0), 0);
      return { line, kept: sum('kept'), broken: sum('broken'), tooFew: sum('tooFew') };
    }),
  };
}

interface Money {
  readonly currency: string;
  readonly amount: Fraction;
}

function parsed({ currency, amount }: ExactMoney): Money {
  return { currency, amount: new Fraction(amount) };
}

/** @param runs what each of them came to */
function byCurrency(runs: readonly (readonly Money[])[]): readonly MoneyEstimate[] {
  const currencies = [...new Set(runs.flat().map(({ currency }) => currency))].sort();
  return currencies.map((currency) =>
    moneyEstimate(
      currency,
      runs.map((moneys) =>
        moneys
          .filter((money) => money.currency === currency)
          .reduce((sum, { amount }) => sum.add(amount), new Fraction(0)),
      ),
    ),
  );
}

function unpricedIn(runs: readonly CustomerCosts[]): CustomerCostSummary['unpriced'] {
  const words = new Set(runs.flatMap(({ unpriced }) => unpriced.map((each) => each.words)));
  return [...words].sort().map((each) => ({
    words: each,
    times: estimate(runs.map(({ unpriced }) => unpriced.find((line) => line.words === each)?.count ?? 0)),
  }));
}

/** Quotas of which nothing is counted have no periods, and are not told. */
function quotaSummaries(runs: readonly CustomerCosts[], { quotas }: PlanPlan): readonly QuotaSummary[] {
  return quotas.flatMap((quota, place): readonly QuotaSummary[] => {
    const byRun = runs.map((run) => run.quotas.find((each) => each.quota === place)?.periods ?? []);
    const all = byRun.flat();
    const some = byRun.filter((periods) => periods.length > 0);
    if (some.length === 0) return [];
    const meanOf = (amount: (period: QuotaPeriod) => Fraction) =>
      estimate(
        some.map((periods) => {
          const sum = periods.reduce((total, period) => total.add(amount(period)), new Fraction(0));
          return sum.div(periods.length).valueOf();
        }),
      );
    return [
      {
        quota,
        periods: all.length,
        granted: meanOf(({ granted }) => new Fraction(granted)),
        used: meanOf(({ used }) => new Fraction(used)),
        left: meanOf(({ left }) => new Fraction(left)),
        over: meanOf(({ over }) => new Fraction(over)),
        exceeded: all.filter(({ over }) => new Fraction(over).compare(0) > 0).length / all.length,
      },
    ];
  });
}

function deskSummary(teams: readonly PaidTeam[], runs: readonly RunCosts[]): DeskCostSummary | null {
  if (runs.length === 0 || teams.every(({ pay }) => pay === null)) return null;
  const costs = teams.map((team, index) =>
    runs.map(({ overtimeMs }) => costOf(team, overtimeMs[index] ?? 0)),
  );
  return {
    teams: teams.map(({ name, agents, shiftMs }, index) => {
      const own = costs[index]?.flatMap((cost) => cost ?? []) ?? [];
      const [first] = own;
      return {
        name,
        agents,
        hours: (agents * shiftMs) / MS_PER_HOUR,
        overtimeHours: estimate(runs.map(({ overtimeMs }) => (overtimeMs[index] ?? 0) / MS_PER_HOUR)),
        cost:
          first === undefined
            ? null
            : moneyEstimate(
                first.currency,
                own.map(({ amount }) => amount),
              ),
      };
    }),
    total: byCurrency(runs.map((_, run) => costs.flatMap((team) => team[run] ?? []))),
  };
}

/** What a team costs, to the coin of nobody's: hours are paid to the millisecond. */
function costOf({ agents, pay, shiftMs }: PaidTeam, overtimeMs: number): Money | null {
  if (pay === null) return null;
  const hours = (ms: number) => new Fraction(ms, MS_PER_HOUR);
  const regular = hours(shiftMs).mul(agents).mul(pay.perHour);
  return { currency: pay.currency, amount: regular.add(hours(overtimeMs).mul(pay.overtimePerHour)) };
}

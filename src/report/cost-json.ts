import { digitsOf, type MoneyAmount } from '../engine/money/index.ts';
import type { MoneyEstimate } from '../simulate/costs/estimate.ts';
import type {
  CostSummary,
  CustomerCostSummary,
  DeskCostSummary,
  PlanCostSummary,
} from '../simulate/costs/summarize-costs.ts';
import { quoteWords } from './cost-rows.ts';

/** What a simulation cost, for programs. Means of money are exact decimal digits or fractions, intervals are 95 %. */
export function costJson({ days, plans }: CostSummary): object {
  return { days, plans: plans.map(planData) };
}

function planData({ name, customer, desk }: PlanCostSummary): object {
  return {
    plan: name,
    customer: customer === null ? null : customerData(customer),
    desk: desk === null ? null : deskData(desk),
  };
}

function customerData(customer: CustomerCostSummary): object {
  const { quote, charged, credited, total, unpriced, quotas, attained } = customer;
  return {
    price: quote.kind === 'quote' ? quote.totals.map(moneyData) : null,
    noFigure: quote.kind === 'quote' ? null : quoteWords(quote),
    charged: charged.map(estimateData),
    credited: credited.map(estimateData),
    total: total?.map(estimateData) ?? null,
    unpriced,
    quotas: quotas.map(({ quota: { thing, text, clause, period }, ...figures }) => ({
      thing,
      text,
      clause,
      period,
      ...figures,
    })),
    attained: attained.map(({ line: { metric, aim, period, population }, ...counts }) => ({
      metric,
      aim,
      period,
      population,
      ...counts,
    })),
  };
}

function deskData({ teams, total }: DeskCostSummary): object {
  return {
    teams: teams.map(({ cost, ...team }) => ({ ...team, cost: cost === null ? null : estimateData(cost) })),
    total: total.map(estimateData),
  };
}

function moneyData({ currency, amount }: MoneyAmount): object {
  return { currency, amount: digitsOf(amount, currency) };
}

export function estimateData({ currency, mean, low, high, runs }: MoneyEstimate): object {
  return { currency, mean: digitsOf(mean, currency), exactMean: mean.toFraction(), low, high, runs };
}

import type { Need, Team } from '../../check/simulation-model.ts';
import type { Engine } from '../../engine/index.ts';
import type { QuoteAnswer } from '../../engine/money/index.ts';
import { quoteOf } from '../../engine/money/index.ts';
import { formatCivilDate, parseCivilDate } from '../../time/civil-date.ts';
import type { Span } from '../arrivals/prepare-streams.ts';
import type { PreparedTeam } from '../desk/prepare-desk.ts';
import type { PreparedSimulation } from '../prepare.ts';
import type { RunColumns } from '../run-columns.ts';
import type { RunCosts } from './cost-model.ts';
import { openIn } from './work-pieces.ts';

/** What a simulation knows of costs: what hangs on no run, and what each run came to. */
export interface SimulatedCosts {
  /** The days of the span that count, in its zone: `first`, and how many. */
  readonly days: { readonly first: string; readonly count: number };
  readonly hasCustomer: boolean;
  readonly needs: readonly Need[];
  readonly teams: readonly PaidTeam[];
  /** One entry a plan compared. */
  readonly plans: readonly PlanCosts[];
}

export interface PaidTeam extends Pick<Team, 'name' | 'agents' | 'pay'> {
  /** Open time of its shift within the days that count, in ms. */
  readonly shiftMs: number;
}

export interface PlanCosts {
  /** Index into `plan.plans`. */
  readonly plan: number;
  /** The price of the days that count, and of what is booked; null where the simulation names no customer. */
  readonly quote: QuoteAnswer | null;
  /** One entry a run, in the order of their numbers. */
  readonly runs: readonly RunCosts[];
}

/** @param runs in the order of their numbers */
export function simulatedCosts(prepared: PreparedSimulation, runs: readonly RunColumns[]): SimulatedCosts {
  const { simulation, engine, span, plans, desk, costs } = prepared;
  const first = dayOf(simulation.span.from) + simulation.warmUpDays;
  const next = dayOf(simulation.span.to) + 1;
  return {
    days: { first: formatCivilDate(first), count: next - first },
    hasCustomer: costs.size !== null,
    needs: simulation.needs,
    teams: simulation.desk.teams.map(({ name, agents, pay }, team) => ({
      name,
      agents,
      pay,
      shiftMs: shiftOf(desk.teams[team], span),
    })),
    plans: plans.map((plan, place) => ({
      plan,
      quote: costs.size === null ? null : quoteFor(engine, plan, costs.size, first, next),
      runs: runs.map((run) => run.plans[place]?.costs ?? { customer: null, overtimeMs: [] }),
    })),
  };
}

function quoteFor(
  { plan: compiled }: Engine,
  plan: number,
  size: NonNullable<PreparedSimulation['costs']['size']>,
  first: number,
  next: number,
): QuoteAnswer {
  const start = compiled.effective === null ? null : parseCivilDate(compiled.effective.from);
  return quoteOf(compiled, plan, { ...size, term: { kind: 'dates', start, first, next } });
}

function shiftOf(team: PreparedTeam | undefined, { countedFrom, to }: Span): number {
  return team === undefined ? 0 : openIn(team.calendar, countedFrom, to);
}

function dayOf(date: string): number {
  const day = parseCivilDate(date);
  if (day === null) throw new Error(`${date} is not a date`);
  return day;
}

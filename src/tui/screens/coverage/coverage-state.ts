import type { Accounting, CoverageHours, CoverageSubject, Pending, WorstWait } from '../../model.ts';
import type { Command } from '../../state/command.ts';
import type { ReadyState, TuiState } from '../../state/state.ts';
import { moveList, placeList } from '../../widgets/list/list.ts';
import type { ListState } from '../../widgets/list/list.ts';
import { rowsPerStretch } from '../ticket/ticket-sections.ts';
import { accountHeight, coverageLayout } from './coverage-layout.ts';

export interface CoverageState {
  /** Place among the subjects that can be asked about. */
  readonly subject: number;
  /** Indexes into the contract's lists; -1 where it has none. */
  readonly severity: number;
  readonly region: number;
  /** The Monday of the week shown. */
  readonly monday: string;
  /** First plan shown, where not all fit. */
  readonly plan: number;
  /** The promises with their longest waits. */
  readonly list: ListState;
  /** Where the account of one of them is shown: its first row in sight. */
  readonly account: number | null;
}

export function startCoverage({ model }: ReadyState): CoverageState {
  const { outcome, summary, wallClock, coverage } = model;
  return {
    subject: 0,
    severity: outcome.plan.severities.length > 0 ? 0 : -1,
    region: outcome.plan.regions.length > 0 ? 0 : -1,
    monday:
      summary.opened === null ? '2026-01-05' : coverage.mondayOf(summary.opened.first, wallClock.zone),
    plan: 0,
    list: { at: 0, top: 0 },
    account: null,
  };
}

export function subjectOf(state: ReadyState, { subject }: CoverageState): CoverageSubject | null {
  return state.model.coverage.subjects()[subject] ?? null;
}

/** The hours under each plan, in the order of the outcome. */
export function hoursShown(state: ReadyState, shown: CoverageState): readonly CoverageHours[] {
  const subject = subjectOf(state, shown);
  if (subject === null) return [];
  return state.model.outcome.plans.map((_, plan) =>
    state.model.coverage.hours(plan, subject, shown.severity, shown.region),
  );
}

/** The longest waits of the promise asked about, or of the first where an activity is; none while they are worked out. */
export function worstShown(state: ReadyState, shown: CoverageState): readonly WorstWait[] {
  const worst = worstAsked(state, shown);
  return 'kind' in worst ? [] : worst;
}

/** How far they are while they are worked out; null once they are there. */
export function worstPending(state: ReadyState, shown: CoverageState): Pending | null {
  const worst = worstAsked(state, shown);
  return 'kind' in worst ? worst : null;
}

function worstAsked(state: ReadyState, shown: CoverageState): readonly WorstWait[] | Pending {
  const metric = metricShown(state, shown);
  return metric === null ? [] : state.model.coverage.worst(metric);
}

/** The accounting of the wait at the cursor; null where there is none. */
export function accountingShown(state: ReadyState, shown: CoverageState): Accounting | null {
  const metric = metricShown(state, shown);
  if (metric === null || shown.list.at >= worstShown(state, shown).length) return null;
  return state.model.coverage.explainWorst(metric, shown.list.at);
}

export function metricShown(state: ReadyState, shown: CoverageState): string | null {
  const subject = subjectOf(state, shown);
  if (subject?.kind === 'promise') return subject.name;
  return state.model.coverage.subjects().find(({ kind }) => kind === 'promise')?.name ?? null;
}

export function updateCoverage(state: ReadyState, command: Command): TuiState {
  const { coverage: shown, model } = state;
  if (shown === null) return state;
  const { coverage: questions, outcome, wallClock } = model;
  const change = (changes: Partial<CoverageState>): TuiState =>
    placeCoverage({ ...state, coverage: { ...shown, ...changes } });
  const next = (at: number, count: number): number => (count === 0 ? at : (at + 1) % count);
  switch (command.kind) {
    case 'move': {
      if (shown.account !== null) return scrollAccount(state, shown, shown.account, command.move);
      const count = worstShown(state, shown).length;
      return change({ list: moveList(shown.list, command.move, count, coverageLayout(state).worst) });
    }
    case 'open':
      if (worstPending(state, shown) !== null)
        return { ...state, notice: 'the longest waits are still being worked out' };
      return shown.account === null && worstShown(state, shown).length > 0 ? change({ account: 0 }) : state;
    case 'plan': {
      const plans = Math.max(1, outcome.plans.length);
      return change({ plan: (shown.plan + command.by + plans) % plans });
    }
    case 'metric':
      return change({
        subject: next(shown.subject, questions.subjects().length),
        list: { at: 0, top: 0 },
        account: null,
      });
    case 'other':
      return change({ severity: next(shown.severity, outcome.plan.severities.length) });
    case 'region':
      return outcome.plan.regions.length === 0
        ? { ...state, notice: 'the contract has no regions' }
        : change({ region: next(shown.region, outcome.plan.regions.length) });
    case 'week':
      return change({ monday: questions.weekFrom(shown.monday, command.by) });
    case 'special': {
      const calendars = hoursShown(state, shown).flatMap((hours) =>
        hours.kind === 'calendar' ? [hours.calendar] : [],
      );
      const monday = questions.nextSpecial(calendars, wallClock.zone, shown.monday, command.by);
      return monday === null
        ? { ...state, notice: 'no holiday, season or change of the clock within two years' }
        : change({ monday });
    }
    default:
      return state;
  }
}

function scrollAccount(
  state: ReadyState,
  shown: CoverageState,
  top: number,
  move: Extract<Command, { kind: 'move' }>['move'],
): TuiState {
  const steps = Math.max(1, accountRowCount(state, shown) - accountHeight(state) + 1);
  const moved = moveList({ at: top, top }, move, steps, accountHeight(state));
  return { ...state, coverage: { ...shown, account: moved.at } };
}

function accountRowCount(state: ReadyState, shown: CoverageState): number {
  const accounting = accountingShown(state, shown);
  return accounting?.kind === 'accounted' ? accounting.stretches.length * rowsPerStretch(state.size.columns) : 1;
}

/** Goes to the week of a date; the notice says why where there is none. */
export function goToWeek(state: ReadyState, text: string): TuiState {
  const { coverage: shown, model } = state;
  if (shown === null || text.trim() === '') return state;
  const monday = model.coverage.mondayOfDate(text.trim());
  return monday === null
    ? { ...state, notice: `\`${text.trim()}\` is no date: write it as 2026-03-29` }
    : { ...state, coverage: { ...shown, monday: model.coverage.weekFrom(monday, 0) } };
}

/** Escape closes the account. */
export function closeAccount(state: ReadyState): TuiState | null {
  const { coverage: shown } = state;
  if (shown === null || shown.account === null) return null;
  return { ...state, coverage: { ...shown, account: null } };
}

export function placeCoverage(state: ReadyState): ReadyState {
  const { coverage: shown } = state;
  if (shown === null) return state;
  const count = worstShown(state, shown).length;
  const list = placeList(shown.list, shown.list.at, count, coverageLayout(state).worst);
  const steps = Math.max(0, accountRowCount(state, shown) - accountHeight(state));
  const account = shown.account === null || count === 0 ? null : Math.min(shown.account, steps);
  return { ...state, coverage: { ...shown, list, account } };
}

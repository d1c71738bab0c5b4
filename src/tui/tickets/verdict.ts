import type { MetricOutcome, Outcome, Status } from '../../simulate/outcome.ts';
import { STATUSES } from '../../simulate/outcome.ts';
import type { InstantMs } from '../../time/types.ts';
import { elapsedText, shortElapsedText } from '../text/figures.ts';
import type { Glyphs } from '../text/glyphs.ts';
import type { Tone } from '../text/row.ts';

/** How one promise of one ticket ended. Times between two instants are elapsed times in ms. */
export interface Verdict {
  readonly status: Status;
  readonly opened: InstantMs;
  readonly due: InstantMs | null;
  readonly stopped: InstantMs | null;
  /** From opening to the clock's stop. */
  readonly waitMs: number | null;
  /** From the stop to the deadline; negative when it came too late. */
  readonly spareMs: number | null;
}

/** Null where the plan has no such metric. */
export function verdictOf(outcome: Outcome, plan: number, metric: string, ticket: number): Verdict | null {
  const figures = metricOf(outcome, plan, metric);
  if (figures === null) return null;
  const opened = outcome.tickets.opened[ticket] ?? NaN;
  const due = known(figures.due[ticket]);
  const stopped = known(figures.stopped[ticket]);
  return {
    status: STATUSES[figures.status[ticket] ?? 0] ?? 'unmeasured',
    opened,
    due,
    stopped,
    waitMs: stopped === null ? null : stopped - opened,
    spareMs: stopped === null || due === null ? null : due - stopped,
  };
}

export function metricOf(outcome: Outcome, plan: number, metric: string): MetricOutcome | null {
  return outcome.plans[plan]?.metrics.find((one) => one.metric === metric) ?? null;
}

/** Every metric that some plan has figures for, in the order of their first appearance. */
export function metricNames(outcome: Outcome): readonly string[] {
  return [...new Set(outcome.plans.flatMap((plan) => plan.metrics.map((one) => one.metric)))];
}

/** `missed by 2 h`, `met, 40 min to spare`, `best effort`. */
export function verdictText(verdict: Verdict | null): string {
  if (verdict === null) return 'not promised';
  const { status, spareMs } = verdict;
  if (status === 'met' && spareMs !== null) {
    return spareMs === 0 ? 'met on the instant' : `met, ${elapsedText(spareMs)} to spare`;
  }
  if (status === 'missed')
    return spareMs === null ? 'missed, never stopped' : `missed by ${elapsedText(-spareMs)}`;
  return status;
}

/** The same in a dozen cells: `! by 25 h`, `+ 40 min`. */
export function shortVerdictText(verdict: Verdict | null, glyphs: Glyphs): string {
  if (verdict === null) return 'not promised';
  const { status, spareMs } = verdict;
  if (status === 'met') return `${glyphs.met} ${spareMs === null ? 'met' : shortElapsedText(spareMs)}`;
  if (status === 'missed')
    return `${glyphs.missed} ${spareMs === null ? 'never' : `by ${shortElapsedText(-spareMs)}`}`;
  return status;
}

export function statusTone(status: Status | null): Tone {
  if (status === 'met') return 'good';
  if (status === 'missed') return 'bad';
  return status === 'running' ? 'warn' : 'dim';
}

function known(instant: number | undefined): InstantMs | null {
  return instant === undefined || Number.isNaN(instant) ? null : instant;
}

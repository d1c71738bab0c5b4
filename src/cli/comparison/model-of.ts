import type { CheckedSimulation } from '../../check/simulation-model.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import type { Summary } from '../../simulate/summary.ts';
import { fixedZoneTable } from '../../time/fixed-zone.ts';
import type { ZoneTable } from '../../time/types.ts';
import type { Arriving, ReadyModel, WallClock } from '../../tui/index.ts';
import { coverageBy } from '../coverage/coverage-by.ts';
import type { Answers } from './answers.ts';
import { clocksFor } from './clocks-for.ts';
import { commandOf } from './command-of.ts';
import type { OutcomeJob } from './outcome-job.ts';

/** An outcome with its figures. */
export interface Figures {
  readonly outcome: Outcome;
  readonly summary: Summary;
  /** What was simulated; null for a replay. */
  readonly simulation?: CheckedSimulation | null;
}

/** The wall clock of a zone; the UI, which is loaded on demand alone, has it. */
export type ClockOf = (table: ZoneTable) => WallClock;

/** What the terminal UI shows of an outcome. Nothing here loads the engine: who answers may be another thread. */
export function modelOf(
  { outcome, summary, simulation = null }: Figures,
  answers: Answers,
  clockOf: ClockOf,
  arriving: Arriving | null,
  job: OutcomeJob | null = null,
): ReadyModel {
  const { zone } = outcome.plan;
  const table = zone === null ? undefined : outcome.plan.zones[zone];
  return {
    kind: 'ready',
    outcome,
    summary,
    simulation,
    wallClock: clockOf(table ?? fixedZoneTable('UTC', 0, 1970, 2100)),
    ...answers,
    command: commandOf(outcome, job),
    clocks: clocksFor(outcome.plan, clockOf),
    coverage: coverageBy(answers.coverage),
    arriving,
  };
}

import type { CheckedSimulation } from '../../check/simulation-model.ts';
import type { Engine } from '../../engine/index.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import type { Summary } from '../../simulate/summary.ts';
import { fixedZoneTable } from '../../time/fixed-zone.ts';
import type { ZoneTable } from '../../time/types.ts';
import type { Arriving, ReadyModel, WallClock } from '../../tui/index.ts';
import { coverageBy } from '../coverage/coverage-by.ts';
import { answersOf, type Answers } from './answers.ts';
import { commandOf } from './command-of.ts';
import type { OutcomeJob } from './outcome-job.ts';
import { clocksFor } from './clocks-for.ts';

/** An outcome with its figures. */
export interface Figures {
  readonly outcome: Outcome;
  readonly summary: Summary;
  /** What was simulated; null for a replay. */
  readonly simulation?: CheckedSimulation | null;
}

/** An outcome with its figures, and the engine that made it. */
export interface Shown extends Figures {
  readonly engine: Engine;
}

/** The wall clock of a zone; the UI, which is loaded on demand alone, has it. */
type ClockOf = (table: ZoneTable) => WallClock;

/** What the terminal UI shows of an outcome, and the functions by which it asks the engine. */
export function readyModel(shown: Shown, clockOf: ClockOf): ReadyModel {
  return modelOf(shown, answersOf(shown), clockOf, null);
}

/** The same where the answers come from elsewhere. */
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

import type { CheckedExpectation, CheckedScenario } from '../check/model.ts';
import type { Deadline } from '../engine/index.ts';
import type { PlanTarget } from '../plan/model.ts';
import type { InstantMs, ZoneTable } from '../time/types.ts';

/** A scenario that was run. It passes when every expectation is met. */
export interface ScenarioResult {
  readonly scenario: CheckedScenario;
  readonly opened: InstantMs;
  /** In which the story reads its clocks. */
  readonly zone: ZoneTable;
  readonly expectations: readonly ExpectationResult[];
}

export interface ExpectationResult {
  readonly expectation: CheckedExpectation;
  readonly met: boolean;
  /** The cell that holds for the ticket; null where the plan says nothing about the metric. */
  readonly target: PlanTarget | null;
  /** What the plan promises; null where it says nothing, or where `failure` says why it cannot be told. */
  readonly deadline: Deadline | null;
  /** Why there is no answer, such as a year that no holiday set covers or a fact that the ticket does not say; null otherwise. */
  readonly failure: string | null;
  /** The instant expected; null where a word is. */
  readonly expected: InstantMs | null;
}

/** Whether every expectation of a scenario was met. */
export function passes({ expectations }: ScenarioResult): boolean {
  return expectations.every(({ met }) => met);
}

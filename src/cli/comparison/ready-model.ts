import type { Engine } from '../../engine/index.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import type { Summary } from '../../simulate/summary.ts';
import { fixedZoneTable } from '../../time/fixed-zone.ts';
import type { ZoneTable } from '../../time/types.ts';
import type { ReadyModel, WallClock } from '../../tui/index.tsx';
import { explainFor } from './explain-for.ts';

/** An outcome with its figures, and the engine that made it. */
export interface Shown {
  readonly outcome: Outcome;
  readonly summary: Summary;
  readonly engine: Engine;
}

/**
 * What the terminal UI shows of an outcome, and the functions by which it asks the engine.
 * @param clockOf the wall clock of a zone; the UI, which is loaded on demand alone, has it
 */
export function readyModel(
  { outcome, summary, engine }: Shown,
  clockOf: (table: ZoneTable) => WallClock,
): ReadyModel {
  const { zone } = outcome.plan;
  const table = zone === null ? undefined : outcome.plan.zones[zone];
  return {
    kind: 'ready',
    outcome,
    summary,
    wallClock: clockOf(table ?? fixedZoneTable('UTC', 0, 1970, 2100)),
    explain: explainFor(outcome, engine),
    arriving: null,
  };
}

import type { NameNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';
import type { Desk, WorkStep } from './simulation-model.ts';

/** Reports teams that nothing ever comes to: every step names teams, and none of them, nor any hand-over, names this one. */
export function reportIdleTeams(
  context: CheckContext,
  desk: Desk,
  steps: readonly (WorkStep | null)[],
  teams: readonly NameNode[],
): void {
  const work = steps.filter((step) => step?.kind !== 'wait');
  // A step with a mistake may have named any team.
  if (work.some((step) => step === null || step.teams === null)) return;
  const busy = new Set([
    ...work.flatMap((step) => step?.teams ?? []),
    ...desk.teams.flatMap(({ atClose }) => (atClose.kind === 'hand over' ? atClose.to : [])),
  ]);
  for (const { text, span } of teams)
    if (!busy.has(text)) report(context, 'simulation/idle-team', span, { team: text });
}

import type { WorkNode, WorkRowNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';
import type { ArrivalStream } from './simulation-model.ts';

const isUntilDescribed = ({ distribution }: WorkRowNode): boolean => distribution === null;

/** Only a wait ends with a description, and by no hours of its own. Whether something was reported. */
export function reportUntilDescribed(context: CheckContext, { kind, rows, during }: WorkNode): boolean {
  const row = rows.find(isUntilDescribed);
  if (row === undefined || (kind === 'wait' && during === null)) return false;
  report(context, 'simulation/work-until-described', row.span, { what: kind === 'work' ? 'work' : 'hours' });
  return true;
}

/** Reports a wait for descriptions that nobody owes, or that do not come after a time: one would wait for ever. */
export function reportNeverDescribed(
  context: CheckContext,
  streams: readonly Pick<ArrivalStream, 'name' | 'behaviour'>[],
  steps: readonly WorkNode[],
): void {
  const row = steps.flatMap(({ kind, rows }) => (kind === 'wait' ? rows : [])).find(isUntilDescribed);
  if (row === undefined) return;
  const lines = streams.flatMap(({ name, behaviour }) =>
    behaviour.flatMap((each) => (each.kind === 'undescribed' ? [{ name, described: each.described }] : [])),
  );
  const wrong = lines.find(({ described }) => described?.kind !== 'after');
  if (wrong !== undefined) {
    const step = wrong.described?.kind === 'step' ? wrong.described.step : null;
    report(context, 'simulation/never-described', row.span, { stream: wrong.name, step });
  } else if (lines.length === 0 && streams.length > 0)
    report(context, 'simulation/never-described', row.span, { stream: null, step: null });
}

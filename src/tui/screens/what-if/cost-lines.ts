import type { ReadyState } from '../../state/state.ts';
import { adviceOf } from '../advice/advice-of.ts';
import { adviceStart } from '../advice/advice-state.ts';

/** A figure of what the plans cost, before and after, cells by place of the plan. */
export interface CostLine {
  readonly label: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Empty where nothing has been run, or nothing is said of money. */
export function costLines({ model, rerun, advice }: ReadyState): readonly CostLine[] {
  if (rerun?.model.kind !== 'ready') return [];
  const { needs } = advice ?? adviceStart;
  const before = adviceOf(model, needs)?.costs?.rows ?? [];
  const after = adviceOf(rerun.model, needs)?.costs?.rows ?? [];
  return before.flatMap(({ label, cells }) => {
    const then = after.find((each) => each.label === label);
    return then === undefined ? [] : [{ label: label.trim(), before: cells, after: then.cells }];
  });
}

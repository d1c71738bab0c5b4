import type { ReadyState } from '../../state/state.ts';
import { planWindow } from '../../widgets/plan-window/plan-window.ts';
import type { PlanWindow } from '../../widgets/plan-window/plan-window.ts';
import { bodyHeight, layoutOf } from '../layout.ts';
import { promiseLines } from './promise-lines.ts';

/** Rows and columns of the overview's parts: the table, and below it what is said of the promise at the cursor. */
export interface OverviewLayout {
  /** Plans beside each other, or below each other where the screen is narrow. */
  readonly kind: 'columns' | 'stacked';
  /** Rows of the table's head. */
  readonly head: number;
  /** Promises shown at once, below the table's head. */
  readonly lines: number;
  /** Rows of the panel below them. */
  readonly panel: number;
  /** Cells of the first column. */
  readonly label: number;
  /** Cells of the column of names, where plans stand below each other. */
  readonly name: number;
  /** Plans in sight, and the cells that each has for its figures. */
  readonly plans: PlanWindow;
  /** Whether the panel speaks of all plans in sight, in their columns, or of the chosen one. */
  readonly panelOfAll: boolean;
}

const leastPanel = { ofOne: 7, ofAll: 13 };
const leastColumn = { wide: 35, medium: 23 };

export function overviewLayout(state: ReadyState): OverviewLayout {
  const { size, overview, model } = state;
  const kind = layoutOf(size);
  const count = promiseLines(model.summary, overview.grouping).length;
  const all = model.summary.plans.length;
  if (kind !== 'wide' && kind !== 'medium') {
    const body = bodyHeight(size) - 1;
    const [label, name] = [10, 13];
    // At least one promise is seen whole, and something is said of it.
    const beside = Math.max(1, Math.min(all, body - 4));
    const plans = planWindow(all, overview.plan, beside, 1).plans;
    const each = Math.max(1, plans.length);
    const lines = Math.max(1, Math.min(count, Math.floor((body - leastPanel.ofOne + 1) / each)));
    return {
      kind: 'stacked',
      head: 1,
      lines,
      panel: Math.max(0, body - lines * each),
      label,
      name,
      plans: { plans, width: size.columns - label - name },
      panelOfAll: false,
    };
  }
  const panelOfAll = kind === 'wide';
  const label = panelOfAll ? 15 : 11;
  const head = 3;
  const body = bodyHeight(size) - head;
  const lines = Math.max(1, Math.min(count, body - (panelOfAll ? leastPanel.ofAll : leastPanel.ofOne)));
  const plans = planWindow(all, overview.plan, size.columns - label, leastColumn[kind]);
  return {
    kind: 'columns',
    head,
    lines,
    panel: Math.max(0, body - lines),
    label,
    name: 0,
    plans,
    panelOfAll,
  };
}

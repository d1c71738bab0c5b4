import type { ReadyState } from '../../state/state.ts';
import { planWindow } from '../../widgets/plan-window/plan-window.ts';
import type { PlanWindow } from '../../widgets/plan-window/plan-window.ts';
import { bodyHeight, layoutOf } from '../layout.ts';
import { promiseLines } from './promise-lines.ts';

/** Rows and columns of the overview's parts: the table, and below it what is said of the promise at the cursor. */
export interface OverviewLayout {
  /** Lines of promises shown at once, below the table's head. */
  readonly lines: number;
  /** Rows of the panel below them. */
  readonly panel: number;
  /** Cells of the first column; the plans share the rest. */
  readonly label: number;
  readonly plans: PlanWindow;
  /** Whether the panel speaks of all plans in sight, in their columns, or of the chosen one. */
  readonly panelOfAll: boolean;
}

export const tableHead = 3;
const leastPanel = { ofOne: 7, ofAll: 13 };
const leastColumn = { wide: 30, medium: 22, narrow: 46 };

export function overviewLayout(state: ReadyState): OverviewLayout {
  const { size, overview, model } = state;
  const kind = layoutOf(size);
  const panelOfAll = kind === 'wide';
  const label = panelOfAll ? 16 : 11;
  const body = bodyHeight(size) - tableHead;
  const count = promiseLines(model.summary, overview.grouping).length;
  const lines = Math.max(1, Math.min(count, body - (panelOfAll ? leastPanel.ofAll : leastPanel.ofOne)));
  const least = leastColumn[kind === 'too small' ? 'narrow' : kind];
  const plans = planWindow(model.summary.plans.length, overview.plan, size.columns - label, least);
  return { lines, panel: Math.max(0, body - lines), label, plans, panelOfAll };
}

import type { PlanPlan } from '../../../plan/model.ts';
import type { PromiseLine } from './promise-lines.ts';

/** What a plan's contract says about a line of the overview, in its own words and with its place. */
export interface PromiseWords {
  /** `16 h in Office`; with `and others` where it depends on what the line does not fix. */
  readonly promise: string;
  /** `mst.plan:41`; empty where nothing is said. */
  readonly place: string;
}

export function promiseWords(
  plan: PlanPlan | null,
  line: PromiseLine,
  grouping: 'severity' | 'region',
): PromiseWords {
  const cells = (plan?.targets ?? []).filter(({ metric, when }) => {
    const wanted = grouping === 'severity' ? when.severities : when.regions;
    return (
      metric === line.metric && (line.group === null || wanted === null || wanted.includes(line.group.index))
    );
  });
  const first = cells[0];
  if (first === undefined) return { promise: 'nothing promised', place: '' };
  const others = new Set(cells.map((cell) => cell.words)).size > 1;
  const place = `${first.origin.file}:${String(first.origin.line)}`;
  return { promise: others ? `${first.words}, and others` : first.words, place };
}

import { narrowness } from './check-selector.ts';
import type { CheckedContract, Origin, Selector } from './model.ts';

/**
 * Whether two cells of targets, or lines of coverage, known by where they are said, are of one plan's own and narrow
 * equally, so that neither goes before the other.
 */
export function linesTied({ plans }: CheckedContract): (a: Origin, b: Origin) => boolean {
  const linesOf = ({ targets, coverage }: CheckedContract['plans'][number]): readonly Line[] => [
    ...targets,
    ...coverage,
  ];
  const inherited = new Map<string, ReadonlySet<Line>>(
    plans.map((plan) => [plan.name, new Set(linesOf(plan))]),
  );
  const ranks = new Map<string, string>();
  for (const plan of plans) {
    const taken = plan.extends === null ? undefined : inherited.get(plan.extends);
    for (const line of linesOf(plan)) {
      if (taken?.has(line) !== true) ranks.set(placeOf(line.origin), `${narrowness(line.when)} ${plan.name}`);
    }
  }
  return (a, b) => ranks.get(placeOf(a)) === ranks.get(placeOf(b));
}

interface Line {
  readonly when: Selector;
  readonly origin: Origin;
}

function placeOf({ file, line, column }: Origin): string {
  return `${line}:${column} ${file}`;
}

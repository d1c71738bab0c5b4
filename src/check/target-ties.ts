import { narrowness } from './check-selector.ts';
import type { CheckedContract, CheckedTarget, Origin } from './model.ts';

/**
 * Whether two cells, known by where they are said, are of one plan's own tables and narrow equally, so that neither
 * goes before the other.
 */
export function targetTies({ plans }: CheckedContract): (a: Origin, b: Origin) => boolean {
  const inherited = new Map<string, ReadonlySet<CheckedTarget>>(
    plans.map(({ name, targets }) => [name, new Set(targets)]),
  );
  const ranks = new Map<string, string>();
  for (const plan of plans) {
    const taken = plan.extends === null ? undefined : inherited.get(plan.extends);
    for (const target of plan.targets) {
      if (taken?.has(target) !== true) {
        ranks.set(placeOf(target.origin), `${narrowness(target.when)} ${plan.name}`);
      }
    }
  }
  return (a, b) => ranks.get(placeOf(a)) === ranks.get(placeOf(b));
}

function placeOf({ file, line, column }: Origin): string {
  return `${line}:${column} ${file}`;
}

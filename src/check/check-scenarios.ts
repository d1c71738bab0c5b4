import type { ScenarioNode } from '../syntax/tree.ts';
import { report } from './context.ts';
import type { Declared } from './declared.ts';

/** Scenarios by different names, so that a report of one cannot be taken for another. */
export function unlikeNamed(scenarios: readonly Declared<ScenarioNode>[]): readonly Declared<ScenarioNode>[] {
  const seen = new Map<string, Declared<ScenarioNode>>();
  for (const scenario of scenarios) {
    const { name } = scenario.node;
    const first = seen.get(name.text);
    if (first === undefined) seen.set(name.text, scenario);
    else {
      const place = { source: first.context.source, span: first.node.name.span };
      const related = [{ message: 'first declared here', place }];
      report(
        scenario.context,
        'names/declared-twice',
        name.span,
        { kind: 'scenario', name: name.text },
        related,
      );
    }
  }
  return [...seen.values()];
}

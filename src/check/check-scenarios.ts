import type { ScenarioNode } from '../syntax/tree.ts';
import { checkScenario, type ScenarioTerms } from './check-scenario.ts';
import { report } from './context.ts';
import type { Declared } from './declared.ts';
import type { CheckedScenario } from './scenario-model.ts';

/** The scenarios of a contract, when all else of it is checked. */
export function checkScenarios(
  declared: readonly Declared<ScenarioNode>[],
  terms: Omit<ScenarioTerms, 'isSound'>,
): readonly CheckedScenario[] {
  const isSound = declared.every(({ context: { collector } }) =>
    collector.diagnostics.every(({ level }) => level !== 'error'),
  );
  // What a charge is made on is an event, whether or not it is declared.
  for (const { charges } of terms.plans) for (const { on } of charges) terms.scope.know('event', on);
  return unlikeNamed(declared).flatMap(
    ({ node, context }) => checkScenario(context, { ...terms, isSound }, node) ?? [],
  );
}

/** Scenarios by different names, so that a report of one cannot be taken for another. */
function unlikeNamed(scenarios: readonly Declared<ScenarioNode>[]): readonly Declared<ScenarioNode>[] {
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

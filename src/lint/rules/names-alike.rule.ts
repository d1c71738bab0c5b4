import type { CheckedContract, Named, Origin } from '../../check/model.ts';
import { finding, type LintFinding, type LintRule } from '../finding.ts';

/** Two things of one kind whose names or aliases differ in capitals alone. */
export const namesAlike: LintRule = ({ contract }) =>
  Object.entries(kindsOf(contract)).flatMap(([kind, things]) => alikeAmong(kind, things));

function kindsOf(contract: CheckedContract): Readonly<Record<string, readonly Named[]>> {
  return {
    severity: contract.severities,
    region: contract.regions,
    channel: contract.channels,
    activity: contract.activities,
    type: contract.types,
    metric: contract.metrics,
    fact: contract.facts,
    calendar: contract.calendars,
    'holiday set': contract.holidaySets,
    plan: contract.plans,
  };
}

function alikeAmong(kind: string, things: readonly Named[]): readonly LintFinding[] {
  const seen = new Map<string, { readonly word: string; readonly thing: Named }>();
  return things.flatMap((thing) =>
    [thing.name, ...thing.aliases].flatMap((word) => {
      const first = seen.get(word.toLowerCase());
      if (first === undefined) seen.set(word.toLowerCase(), { word, thing });
      if (first === undefined || first.thing === thing || !isWritten(thing.origin)) return [];
      const related = isWritten(first.thing.origin)
        ? [{ message: `\`${first.word}\` is this`, origin: first.thing.origin }]
        : [];
      return [finding('lint/names-alike', thing.origin, { kind, name: word, other: first.word }, related)];
    }),
  );
}

/** False for the words that every contract knows. */
function isWritten(origin: Origin): boolean {
  return origin.file !== '';
}

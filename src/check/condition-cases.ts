import { assertNever } from '../text/assert-never.ts';
import type { CheckedCondition, CheckedFact, FactType } from './model.ts';

/** A ticket's facts, by name. */
export type Case = ReadonlyMap<string, string | number | boolean>;

/** More cases than this are not looked through. */
const MOST_CASES = 50_000;

/**
 * A case in which every one of the conditions holds; `none` where there is none, null where there are too many to
 * tell. Words and yes-or-no facts have few values; of numbers and texts those that the conditions tell apart are
 * tried, so the answer is exact.
 */
export function caseWhere(
  conditions: readonly CheckedCondition[],
  facts: ReadonlyMap<string, CheckedFact>,
): Case | 'none' | null {
  const compared = conditions.flatMap(comparisons);
  const names = [...new Set(compared.map((test) => test.fact))];
  const values = names.map((name) =>
    valuesOf(
      facts.get(name)?.type ?? { kind: 'text' },
      compared.filter((test) => test.fact === name).map((test) => test.value),
    ),
  );
  const count = values.reduce((product, list) => product * list.length, 1);
  if (count > MOST_CASES) return null;
  for (let index = 0; index < count; index++) {
    let rest = index;
    const at = new Map<string, string | number | boolean>();
    for (const [i, name] of names.entries()) {
      const list = values[i] ?? [];
      at.set(name, list[rest % list.length] ?? '');
      rest = Math.floor(rest / list.length);
    }
    if (conditions.every((condition) => holds(condition, at))) return at;
  }
  return 'none';
}

/** `impact = all, not workaround`: a case as a contract would say it. */
export function caseWords(found: Case): string {
  return [...found]
    .map(([name, value]) => {
      if (value === true) return name;
      return value === false ? `not ${name}` : `${name} = ${value}`;
    })
    .join(', ');
}

type Comparison = Extract<CheckedCondition, { kind: 'compare' }>;

function comparisons(condition: CheckedCondition): readonly Comparison[] {
  switch (condition.kind) {
    case 'unstated':
    case 'otherwise':
      return [];
    case 'all':
    case 'any':
      return condition.of.flatMap(comparisons);
    case 'not':
      return comparisons(condition.of);
    case 'compare':
      return [condition];
    default:
      return assertNever(condition);
  }
}

/** One value of each class that the conditions tell apart. */
function valuesOf(type: FactType, compared: readonly (string | number | boolean)[]) {
  switch (type.kind) {
    case 'words':
      return type.words;
    case 'truth':
      return [true, false];
    case 'number': {
      const edges = [...new Set(compared.filter((value) => typeof value === 'number'))].sort((a, b) => a - b);
      const between = edges.map((edge, i) => (edge + (edges[i + 1] ?? edge + 2)) / 2);
      return [(edges[0] ?? 1) - 1, ...edges, ...between];
    }
    case 'text':
      return [...new Set(compared), 'anything else'];
    default:
      return assertNever(type);
  }
}

function holds(condition: CheckedCondition, at: Case): boolean {
  switch (condition.kind) {
    case 'unstated':
    case 'otherwise':
      return true;
    case 'all':
      return condition.of.every((part) => holds(part, at));
    case 'any':
      return condition.of.some((part) => holds(part, at));
    case 'not':
      return !holds(condition.of, at);
    case 'compare':
      return compares(condition, at.get(condition.fact) ?? '');
    default:
      return assertNever(condition);
  }
}

function compares({ operator, value }: Comparison, actual: string | number | boolean): boolean {
  switch (operator) {
    case '=':
      return actual === value;
    case '!=':
      return actual !== value;
    case '<':
      return actual < value;
    case '<=':
      return actual <= value;
    case '>':
      return actual > value;
    case '>=':
      return actual >= value;
    default:
      return assertNever(operator);
  }
}

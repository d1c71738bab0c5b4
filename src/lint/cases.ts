import type { CheckedCondition, CheckedFact } from '../check/model.ts';
import { assertNever } from '../text/assert-never.ts';

/** A value of a fact, or one value that stands for all that no predicate tells from it. */
export interface FactValue {
  readonly value: string | number | boolean;
  /** As a predicate would say it: `impact = all`, `not workaround`, `users > 10`. */
  readonly words: string;
}

/** A value for each fact, by the fact's name. */
export type Case = ReadonlyMap<string, FactValue>;

type Compare = Extract<CheckedCondition, { kind: 'compare' }>;

/** Cases that are looked at; facts that make more are left alone, since nobody would wait for them. */
export const MOST_CASES = 100_000;

/** Every case that the predicates can tell apart; null when there are more than `MOST_CASES`. */
export function casesOf(
  facts: readonly CheckedFact[],
  conditions: readonly CheckedCondition[],
): readonly Case[] | null {
  const tests = conditions.flatMap(testsIn);
  let cases: readonly Case[] = [new Map()];
  for (const fact of facts) {
    const own = tests.filter((test) => test.fact === fact.name);
    if (own.length === 0) continue;
    const values = valuesOf(fact, own);
    if (cases.length * values.length > MOST_CASES) return null;
    cases = cases.flatMap((one) => values.map((value) => new Map([...one, [fact.name, value]])));
  }
  return cases;
}

export function holds(condition: CheckedCondition, facts: Case): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => holds(part, facts));
    case 'any':
      return condition.of.some((part) => holds(part, facts));
    case 'not':
      return !holds(condition.of, facts);
    case 'compare':
      return holdsTest(condition, facts.get(condition.fact)?.value);
    case 'otherwise':
    case 'unstated':
      return false;
    default:
      return assertNever(condition);
  }
}

/**
 * The first case of which something is true, in words, as short as it can be made: a fact is left out when it is
 * true whatever that fact's value. Null when it is true of no case.
 */
export function witness(cases: readonly Case[], isTrue: (one: Case) => boolean): string | null {
  const found = cases.find(isTrue);
  if (found === undefined) return null;
  let kept: Case = found;
  for (const name of found.keys()) {
    const fewer: Case = new Map([...kept].filter(([fact]) => fact !== name));
    const alike = (one: Case) => [...fewer].every(([fact, { value }]) => one.get(fact)?.value === value);
    if (cases.every((one) => !alike(one) || isTrue(one))) kept = fewer;
  }
  return [...kept.values()].map(({ words }) => words).join(' and ');
}

function testsIn(condition: CheckedCondition): readonly Compare[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(testsIn);
    case 'not':
      return testsIn(condition.of);
    case 'compare':
      return [condition];
    case 'otherwise':
    case 'unstated':
      return [];
    default:
      return assertNever(condition);
  }
}

function valuesOf({ name, type }: CheckedFact, tests: readonly Compare[]): readonly FactValue[] {
  switch (type.kind) {
    case 'truth':
      return [
        { value: true, words: name },
        { value: false, words: `not ${name}` },
      ];
    case 'words':
      return type.words.map((word) => ({ value: word, words: `${name} = ${word}` }));
    case 'text': {
      const texts = [...new Set(tests.map(({ value }) => String(value)))];
      return [
        ...texts.map((text) => ({ value: text, words: `${name} = "${text}"` })),
        // Line breaks are in no text of a contract, so this is another one.
        { value: '\n', words: texts.map((text) => `${name} != "${text}"`).join(' and ') },
      ];
    }
    case 'number':
      return numbersOf(
        name,
        tests.map(({ value }) => Number(value)),
      );
    default:
      return assertNever(type);
  }
}

/**
 * The thresholds, and a number in each gap around them:
 *
 *     ──────┬──────────┬──────
 *       x   10    x    20   x
 */
function numbersOf(name: string, thresholds: readonly number[]): readonly FactValue[] {
  const sorted = [...new Set(thresholds)].sort((a, b) => a - b);
  return sorted.flatMap((here, index) => {
    const next = sorted[index + 1];
    const above =
      next === undefined
        ? { value: here + 1, words: `${name} > ${here}` }
        : { value: (here + next) / 2, words: `${name} > ${here} and ${name} < ${next}` };
    const at = { value: here, words: `${name} = ${here}` };
    return index === 0 ? [{ value: here - 1, words: `${name} < ${here}` }, at, above] : [at, above];
  });
}

function holdsTest({ operator, value }: Compare, is: FactValue['value'] | undefined): boolean {
  switch (operator) {
    case '=':
      return is === value;
    case '!=':
      return is !== value;
    case '<':
      return Number(is) < Number(value);
    case '<=':
      return Number(is) <= Number(value);
    case '>':
      return Number(is) > Number(value);
    case '>=':
      return Number(is) >= Number(value);
    default:
      return assertNever(operator);
  }
}

import { isNamed } from '../../check/unit-named.ts';
import { nearestWord } from '../../diagnostics/nearest-word.ts';
import { exactNumber, type QuoteRequest } from '../../engine/money/index.ts';
import type { PlanCharged } from '../../plan/money-model.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { UsageError } from '../usage-error.ts';

export type Sizes = QuoteRequest['sizes'];

/** What the prices of a contract are paid for each of, by the contract's words: `user`, `server`, `visit`. */
export function unitsOf(plan: CompiledPlan): readonly string[] {
  const surcharged = plan.plans.flatMap(({ surcharges }) =>
    surcharges.flatMap(({ amount }) => (amount.kind === 'money' ? [amount.unit] : [])),
  );
  return [...new Set([...chargedIn(plan).flatMap(({ unit }) => unit ?? []), ...surcharged])];
}

/** Every price of a contract that is an amount or a share, those of options as well. */
export function chargedIn({ plans }: CompiledPlan): readonly PlanCharged[] {
  return plans.flatMap(({ price, options }) =>
    [price, ...options.map((option) => option.price)].filter((each): each is PlanCharged => isCharged(each)),
  );
}

function isCharged(price: { readonly kind: string } | null): price is PlanCharged {
  return price !== null && (price.kind === 'amount' || price.kind === 'share');
}

/** How a size is typed: `--users`. */
export function flagOf(unit: string): string {
  return `--${unit}s`;
}

/** A word of a call that commander does not know, with what follows it. */
interface Typed {
  readonly name: string;
  /** Undefined where the call ends after it. */
  readonly value: string | undefined;
}

/** Takes the words of a call apart that commander left: `--users 40`, `--users=40`, and those that stand alone. */
export function splitWords(words: readonly string[]): {
  readonly typed: readonly Typed[];
  readonly alone: readonly string[];
} {
  const typed: Typed[] = [];
  const alone: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    if (!word.startsWith('--')) {
      alone.push(word);
      continue;
    }
    const [name = '', value] = word.slice(2).split(/=(.*)/s);
    if (value !== undefined) typed.push({ name, value });
    else typed.push({ name, value: words[(i += 1)] });
  }
  return { typed, alone };
}

/**
 * How many there are of what prices are for. A size is named as the price names it, in the singular or the plural, or as
 * a number among the contract's facts is; one that is both is both.
 * @throws {UsageError} for a flag that names no size, and for a size that is no number.
 */
export function readSizes(
  plan: CompiledPlan,
  typed: readonly Typed[],
): { readonly sizes: Sizes; readonly facts: ReadonlyMap<string, number> } {
  const units = unitsOf(plan);
  const numbers = plan.facts.flatMap(({ name, type }) => (type.kind === 'number' ? [name] : []));
  const sizes = new Map<string, NonNullable<ReturnType<typeof exactNumber>>>();
  const facts = new Map<string, number>();
  for (const { name, value } of typed) {
    const unit = units.find((each) => isNamed(each, name));
    const fact = numbers.find((each) => each === name || (unit !== undefined && isNamed(unit, each)));
    if (unit === undefined && fact === undefined)
      throw unknown(name, [...units.map((each) => `${each}s`), ...numbers]);
    const size = value === undefined ? null : exactNumber(value);
    if (size === null) {
      const problem = value === undefined ? 'says no number' : `\`${value}\` is not a number from 0 on`;
      throw new UsageError(`--${name} ${problem}`, `write --${name} 40`);
    }
    if (sizes.has(unit ?? '') || facts.has(fact ?? ''))
      throw new UsageError(`--${name} is said twice`, 'say each size once');
    if (unit !== undefined) sizes.set(unit, size);
    if (fact !== undefined) facts.set(fact, size.valueOf());
  }
  return { sizes, facts };
}

function unknown(name: string, known: readonly string[]): UsageError {
  const flags = [...new Set(known)].map((each) => `--${each}`);
  const near = nearestWord(`--${name}`, [...flags, ...OWN]);
  const all =
    flags.length === 0
      ? 'no price of the contract is for each of something'
      : `its prices know ${flags.join(', ')}`;
  return new UsageError(
    `the contract has no price for each \`${name}\``,
    near === null ? all : `did you mean \`${near}\`? ${all}`,
  );
}

/** The flags that every quote has, for one that is misspelt. */
const OWN = ['--plan', '--option', '--pack', '--sum', '--fact', '--term', '--from', '--json'];

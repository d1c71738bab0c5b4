import { exactNumber, type MoneyAmount, type QuoteRequest } from '../../engine/money/index.ts';
import { factIndex } from '../../plan/fact-index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { findNamed } from '../find-named.ts';
import { type FactValue, readFacts } from '../ticket/read-facts.ts';
import { UsageError } from '../usage-error.ts';
import type { ReadTerm } from './read-term.ts';
import { chargedIn, type Sizes } from './sizes.ts';

export interface RequestFlags {
  readonly option?: readonly string[];
  readonly pack?: readonly string[];
  readonly sum?: readonly string[];
  readonly fact?: readonly string[];
  readonly region?: string;
}

/** What is asked to be quoted, its names found in the contract. Throws a UsageError for what the contract does not have. */
export function readRequest(
  plan: CompiledPlan,
  { option = [], pack = [], sum = [], fact = [], region }: RequestFlags,
  { sizes, facts }: { readonly sizes: Sizes; readonly facts: ReadonlyMap<string, number> },
  { term }: ReadTerm,
): QuoteRequest {
  const stated = readFacts(plan, fact);
  const said = new Map<string, FactValue>(facts);
  for (const [index, value] of stated) said.set(plan.facts[index]?.name ?? '', value);
  const regionIndex = region === undefined ? -1 : findNamed(plan.regions, region, '--region', 'region');
  if (region !== undefined) said.set('region', plan.regions[regionIndex]?.name ?? region);
  return {
    sizes,
    sums: new Map(sum.map((flag) => readSum(plan, flag))),
    factOf: (name) => said.get(name),
    key: {
      severity: -1,
      region: regionIndex,
      channel: -1,
      type: -1,
      facts: plan.facts.map((each, index) => {
        const value = stated.get(index);
        return value === undefined ? -1 : factIndex(each, value);
      }),
    },
    options: [...new Set(option.map((text) => findText(plan, 'option', text)))],
    packs: readPacks(plan, pack),
    term,
  };
}

/** The option or pack that a flag names, by its text. */
function findText(plan: CompiledPlan, what: 'option' | 'pack', text: string): string {
  const texts = plan.plans.flatMap(({ options, packs }) =>
    what === 'option' ? options.map((each) => each.text) : packs.map((each) => each.text),
  );
  const names = [...new Set(texts)].map((name) => ({ name, aliases: [] }));
  return names[findNamed(names, text, `--${what}`, what)]?.name ?? text;
}

function readPacks(plan: CompiledPlan, flags: readonly string[]): ReadonlyMap<string, number> {
  const packs = new Map<string, number>();
  for (const flag of flags) {
    const [, text = flag, digits = '1'] = /^(.*?)=(\d+)$/s.exec(flag) ?? [];
    const name = findText(plan, 'pack', text.trim());
    packs.set(name, (packs.get(name) ?? 0) + Number(digits));
  }
  return packs;
}

/** `--sum "monthly charges=EUR 12000"`: what words of the contract come to. */
function readSum(plan: CompiledPlan, flag: string): readonly [string, MoneyAmount] {
  const match = /^(.*?)=\s*(?:([A-Z]{3})\s*)?(\S+)$/s.exec(flag);
  const words = match?.[1]?.trim() ?? '';
  const amount = exactNumber(match?.[3] ?? '');
  const currency = match?.[2] ?? plan.currency;
  if (match === null || amount === null || currency === null) {
    throw new UsageError(
      `--sum \`${flag}\` says no sum`,
      `write the contract's words for it and what it comes to: --sum "monthly charges=${plan.currency ?? 'EUR'} 12000"`,
    );
  }
  if (plan.currency !== null && currency !== plan.currency)
    throw new UsageError(`--sum \`${flag}\` is in ${currency}, and the contract in ${plan.currency}`);
  const known = [...new Set(chargedIn(plan).flatMap((price) => (price.kind === 'share' ? [price.of] : [])))];
  const names = known.map((name) => ({ name, aliases: [] }));
  return [names[findNamed(names, words, '--sum', 'sum')]?.name ?? words, { currency, amount }];
}

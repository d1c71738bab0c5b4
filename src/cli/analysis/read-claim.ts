import { DIMENSIONS, type Dimension, isCalled } from '../../analyze/kinds.ts';
import type { Claim, ClaimSide } from '../../analyze/prove.ts';
import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { CompiledPlan, PlanName } from '../../plan/model.ts';
import { findNamed } from '../find-named.ts';
import { UsageError } from '../usage-error.ts';

export const CLAIM_HELP = [
  'A claim is two sides with `>=` between them (or the words `never later than`): the left is never later than the',
  'right. A side is a plan, and then in any order a metric, a severity, a region, a channel or a type; what neither',
  'names is looked at for each in turn, what one names holds for both. A right side without a plan is of the same',
  'plan; where the contract has one plan alone, neither side need name it. Names with spaces stand in single quotes; a',
  'name of two kinds is written `severity=High`, and a fact `language=German`. `<=` turns a claim round.',
];

const FORM = 'write it as "Premium >= Standard" or "Premium respond P1 >= Standard respond P2"';

/** @throws {UsageError} for a claim of another form, and for names that the contract does not have. */
export function readClaim(plan: CompiledPlan, text: string): Claim {
  const parts = text.split(/(>=|<=|≥|≤|\bnever later than\b)/);
  const [left = '', sign = '', right = ''] = parts;
  if (parts.length !== 3 || left.trim() === '' || right.trim() === '') {
    throw new UsageError(`the claim \`${text}\` has no two sides with one \`>=\` between them`, FORM);
  }
  const first = readSide(plan, left, plan.plans.length === 1 ? 0 : null);
  const second = readSide(plan, right, first.plan);
  return sign === '<=' || sign === '≤' ? { better: second, other: first } : { better: first, other: second };
}

function readSide(plan: CompiledPlan, text: string, planBefore: number | null): ClaimSide {
  const words = [...text.matchAll(/(?:[^\s'"=]+=)?(?:'[^']*'|"[^"]*"|[^\s'"]+)/g)].map(([word]) => word);
  const [first = '', ...rest] = words;
  const firstName = unquoted(first);
  const isPlan = plan.plans.some((entry) => isCalled(entry, firstName));
  if (!isPlan && planBefore === null) findNamed(plan.plans, firstName, 'the claim', 'plan');
  const side: MutableSide = {
    plan: isPlan ? findNamed(plan.plans, firstName, 'the claim', 'plan') : (planBefore ?? -1),
    metric: null,
    named: { severity: null, region: null, channel: null, type: null },
    facts: new Map(),
  };
  for (const word of isPlan ? rest : words) take(plan, side, word);
  return side;
}

interface MutableSide extends ClaimSide {
  metric: string | null;
  named: Record<Dimension, string | null>;
  facts: Map<string, string>;
}

type Meaning =
  { readonly kind: 'metric'; readonly name: string } | { readonly kind: Dimension; readonly name: string };

function take(plan: CompiledPlan, side: MutableSide, word: string): void {
  const equals = /^([^'"=]+)=(.*)$/.exec(word);
  const [kind, name] =
    equals === null ? [null, unquoted(word)] : [equals[1] ?? '', unquoted(equals[2] ?? '')];
  if (kind !== null && !isKind(kind)) {
    takeFact(plan, side, kind, name);
    return;
  }
  const meant = meaningsOf(plan, name).filter((meaning) => kind === null || meaning.kind === kind);
  const [only, other] = meant;
  if (only === undefined) throw unknownName(plan, name);
  if (other !== undefined) {
    const kinds = meant.map((meaning) => meaning.kind);
    throw new UsageError(
      `the claim: \`${name}\` is a ${kinds.join(' and a ')}`,
      `write ${kinds.map((each) => `\`${each}=${name}\``).join(' or ')}`,
    );
  }
  const known = only.kind === 'metric' ? side.metric : side.named[only.kind];
  if (known !== null) {
    throw new UsageError(`the claim: a side names two of a kind, \`${known}\` and \`${only.name}\``, FORM);
  }
  if (only.kind === 'metric') side.metric = only.name;
  else side.named[only.kind] = only.name;
}

function takeFact(plan: CompiledPlan, side: MutableSide, text: string, value: string): void {
  const fact = plan.facts[findNamed(plan.facts, text, 'the claim', 'fact')];
  if (fact === undefined) return;
  const values = fact.type.kind === 'words' ? fact.type.words : ['yes', 'no'];
  if (!values.includes(value)) {
    const near = nearestWord(value, values);
    throw new UsageError(
      `the claim: \`${value}\` is no value of \`${fact.name}\``,
      `${near === null ? '' : `did you mean \`${near}\`? `}known: ${values.join(', ')}`,
    );
  }
  side.facts.set(fact.name, value);
}

function isKind(word: string): word is Meaning['kind'] {
  return word === 'metric' || DIMENSIONS.some((dimension) => dimension === word);
}

function entriesOf(plan: CompiledPlan): readonly (readonly [Meaning['kind'], readonly PlanName[]])[] {
  const metrics = plan.metrics.map((name) => ({ name, aliases: [], text: '' }));
  return [
    ['metric', metrics],
    ['severity', plan.severities],
    ['region', plan.regions],
    ['channel', plan.channels],
    ['type', plan.types],
  ];
}

function meaningsOf(plan: CompiledPlan, word: string): readonly Meaning[] {
  return entriesOf(plan).flatMap(([kind, entries]) => {
    const exact = entries.find(({ name, aliases }) => [name, ...aliases].includes(word));
    const found = exact ?? entries.find((entry) => isCalled(entry, word));
    return found === undefined ? [] : [{ kind, name: found.name }];
  });
}

function unknownName(plan: CompiledPlan, word: string): UsageError {
  const entries = entriesOf(plan);
  const near = nearestWord(
    word,
    entries.flatMap(([, named]) => named.flatMap(({ name, aliases }) => [name, ...aliases])),
  );
  const known = entries.flatMap(([kind, named]) => {
    // Channels and types that every contract knows would bury its own names.
    if (named.length === 0 || kind === 'channel' || kind === 'type') return [];
    return [`${PLURALS[kind]}: ${named.map(({ name }) => name).join(', ')}`];
  });
  return new UsageError(
    `the claim: the contract has no metric, severity, region, channel or type \`${word}\``,
    near === null ? known.join('; ') : `did you mean \`${near}\`? ${known.join('; ')}`,
  );
}

const PLURALS: Readonly<Record<Meaning['kind'], string>> = {
  metric: 'metrics',
  severity: 'severities',
  region: 'regions',
  channel: 'channels',
  type: 'types',
};

function unquoted(word: string): string {
  return /^(['"]).*\1$/.test(word) ? word.slice(1, -1) : word;
}

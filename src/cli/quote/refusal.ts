import type { QuoteAnswer, QuotedThing, QuoteNeed } from '../../engine/money/index.ts';
import type { CompiledPlan, PlanSaid } from '../../plan/model.ts';
import { assertNever } from '../../text/assert-never.ts';
import { factFlags } from '../ticket/read-facts.ts';
import { UsageError } from '../usage-error.ts';
import type { Quoted } from './quoted.ts';
import { flagOf } from './sizes.ts';

type Refusal = Exclude<QuoteAnswer, { kind: 'quote' }>;

/** Why a plan has no figure. */
export function reasonOf(answer: Refusal): string {
  switch (answer.kind) {
    case 'no price':
      return 'the contract states no price';
    case 'on request':
      return `${thingWords(answer.of)} is told on request  ${placeOf(answer.said)}`;
    case 'not offered':
      return `the plan does not offer the ${answer.of} \`${answer.text}\``;
    case 'missing':
      return 'something has to be said first';
    default:
      return assertNever(answer);
  }
}

/**
 * That there is something to show: of the plan asked for, or of one at least.
 * @throws {UsageError} where something has to be said first, and where no plan has a figure.
 */
export function requireFigures(plan: CompiledPlan, quoted: readonly Quoted[]): void {
  const nameOf = ({ index }: Quoted) => plan.plans[index]?.name ?? '';
  const reasons: string[] = [];
  for (const each of quoted) {
    const { answer } = each;
    if (answer.kind === 'missing') throw needError(plan, nameOf(each), answer);
    if (answer.kind !== 'quote') reasons.push(`\`${nameOf(each)}\` has no figure: ${reasonOf(answer)}`);
  }
  const [first, ...others] = reasons;
  if (first !== undefined && reasons.length === quoted.length)
    throw new UsageError(first, others.length === 0 ? null : others.join('\n  '));
}

/** What has to be said first, with the flag that says it. */
function needError(
  compiled: CompiledPlan,
  plan: string,
  { needs, of, said }: Extract<Refusal, { kind: 'missing' }>,
): UsageError {
  const place = placeOf(said);
  const thing = `${thingWords(of)} of \`${plan}\``;
  const [problem, help] = needWords(compiled, needs, thing);
  return new UsageError(`${problem} (${place})`, help);
}

function needWords(compiled: CompiledPlan, needs: QuoteNeed, thing: string): readonly [string, string] {
  switch (needs.kind) {
    case 'size':
      return [
        `${thing} is for each \`${needs.unit}\`, and nothing says how many there are`,
        `add ${flagOf(needs.unit)} 40`,
      ];
    case 'sum':
      return [
        `${thing} is a share of \`${needs.of}\`, and nothing says what that comes to`,
        `add --sum "${needs.of}=${compiled.currency ?? 'EUR'} 12000"`,
      ];
    case 'fact': {
      const { fact, factor } = needs;
      return [
        `whether ${thing} counts ${factor.toString()} times depends on \`${fact}\`, and nothing says it`,
        `add ${flagsOfFact(compiled, fact)}`,
      ];
    }
    case 'dates':
      return [
        `${thing} is for days or weeks, and how many of them a month or a year has depends on the date`,
        'add --from 2026-01-01, the day from which on it is paid',
      ];
    default:
      return assertNever(needs);
  }
}

function flagsOfFact({ facts }: CompiledPlan, name: string): string {
  const type = facts.find((fact) => fact.name === name)?.type;
  if (type?.kind === 'words') return factFlags(name, type.words);
  if (type?.kind === 'truth') return factFlags(name, ['yes', 'no']);
  return `--fact ${name}=40`;
}

function thingWords({ kind, text }: QuotedThing): string {
  return kind === 'price' ? 'the price' : `the price of the ${kind} \`${text}\``;
}

function placeOf({ origin: { file, line, column } }: PlanSaid): string {
  return `${file}:${line}:${column}`;
}

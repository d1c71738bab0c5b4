import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Rule,
  Terminal,
  type TokenType,
} from 'chevrotain';
import fc from 'fast-check';
import { ClauseParser } from '../../grammar/parser.ts';
import { PLACED_WORDS, RESERVED_WORDS } from '../../grammar/words.ts';

/** A clause as the words its author would type. */
export type Words = readonly string[];

const rules = new ClauseParser().getGAstProductions();

/** How deep rules may lead into rules before choices take their shortest way. */
const DEPTH = 14;

const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  Identifier: ['Office', 'P1', 'RU-MOW', 'Größe', 'версия_2', 'x', ...PLACED_WORDS],
  Text: ['"24/7"', '""', '"# no comment; {"', '"a \\" quote"', '"ü  日本"', `"${'long '.repeat(12)}"`],
  Instant: ['2026-06-12T23:00+03:00', '2026-06-12T23:00:30Z'],
  Date: ['2026-01-01', '2026-12-31'],
  Time: ['9:00', '09:00', '24:00', '10:00:30'],
  MonthDay: ['12-24', '02-29'],
  RoundTheClock: ['24x7'],
  FiveDays: ['24x5'],
  Percent: ['90%', '99.5 %'],
  Factor: ['2x'],
  TzdataVersion: ['2025b'],
  Number: ['0', '7', '1.5', '1499.00', '2026'],
  FixedOffset: ['fixed +03:00', 'fixed \t-04:30'],
  ZoneName: ['Europe/Moscow', 'America/Argentina/Buenos_Aires'],
  Weekday: ['Mon', 'Friday', 'Sun'],
  Dash: ['-', '\u2013'],
};

/** A clause that the rule reads, or nearly: what only a gate of the parser tells apart is not told apart here. */
export function clauseOf(rule: string): fc.Arbitrary<Words> {
  return sentence(ruleNamed(rule), DEPTH);
}

/** Any words of the language in any order, signs that break a clause or glue two together among them. */
export const mess: fc.Arbitrary<Words> = fc.array(
  fc.oneof(
    fc.constantFrom(...Object.values(SAMPLES).flat()),
    fc.constantFrom(...RESERVED_WORDS),
    fc.constantFrom(',', '|', '=', '..', '(', ')', '-', '<', '<=', '!='),
  ),
  { minLength: 1, maxLength: 12 },
);

function ruleNamed(name: string): Rule {
  const rule = rules[name];
  if (rule === undefined) throw new Error(`the grammar has no rule ${name}`);
  return rule;
}

function sentence(production: IProduction, depth: number): fc.Arbitrary<Words> {
  if (production instanceof Terminal) return image(production.terminalType);
  if (production instanceof NonTerminal) return sentence(production.referencedRule, depth - 1);
  if (production instanceof Rule || production instanceof Alternative) {
    return inSequence(production.definition, depth);
  }
  if (production instanceof Alternation) {
    const choices = depth > 0 ? production.definition : [shortest(production)];
    return fc.oneof(...choices.map((choice) => sentence(choice, depth - 1)));
  }
  if (production instanceof Option) return repeated(production, depth, 0, 1, null);
  if (production instanceof Repetition) return repeated(production, depth, 0, 2, null);
  if (production instanceof RepetitionMandatory) return repeated(production, depth, 1, 3, null);
  if (production instanceof RepetitionWithSeparator) {
    return repeated(production, depth, 0, 3, production.separator);
  }
  if (production instanceof RepetitionMandatoryWithSeparator) {
    return repeated(production, depth, 1, 3, production.separator);
  }
  throw new Error('a production of an unknown kind');
}

function inSequence(productions: readonly IProduction[], depth: number): fc.Arbitrary<Words> {
  return fc.tuple(...productions.map((part) => sentence(part, depth))).map((parts) => parts.flat());
}

function repeated(
  { definition }: { readonly definition: readonly IProduction[] },
  depth: number,
  least: number,
  most: number,
  separator: TokenType | null,
): fc.Arbitrary<Words> {
  if (depth <= 0 && least === 0) return fc.constant([]);
  const between = separator === null ? fc.constant([]) : image(separator);
  return fc
    .array(fc.tuple(between, inSequence(definition, depth - 1)), {
      minLength: least,
      maxLength: depth <= 0 ? least : most,
    })
    .map((turns) => turns.flatMap(([sep, words], i) => (i === 0 ? words : [...sep, ...words])));
}

/** The last choice, which in this grammar never leads back to where it came from. */
function shortest(alternation: Alternation): IProduction {
  return alternation.definition[alternation.definition.length - 1] as IProduction;
}

function image(type: TokenType): fc.Arbitrary<Words> {
  const samples = SAMPLES[type.name];
  if (samples !== undefined) return fc.constantFrom(...samples).map((text) => [text]);
  const { PATTERN } = type;
  const text = typeof PATTERN === 'string' ? PATTERN : (PATTERN as RegExp).source.replaceAll('\\', '');
  return fc.constant([text]);
}

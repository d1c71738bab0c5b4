/** Railroad diagrams of the grammar's rules, from the parser itself. */
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
  Terminal,
  type TokenType,
} from 'chevrotain';
import railroad from 'railroad-diagrams';
import { formOf } from '../grammar/clauses.ts';
import { kebab, tokenText } from '../grammar/ebnf.ts';

type Piece = ReturnType<typeof railroad.Terminal>;

const STYLE = `<style>
  svg { background: #fff; }
  path { stroke: #444; stroke-width: 2; fill: none; }
  text { font: 14px monospace; text-anchor: middle; fill: #111; }
  rect { stroke: #444; stroke-width: 1.5; fill: #eef3fb; }
  rect[rx] { fill: #f4f0e4; }
</style>`;

/** A rule as an SVG that stands for itself. */
export function diagramOf(rule: string): string {
  const { words, rest } = formOf(rule);
  const first = words.length === 0 ? [] : [choice(words.map((word) => railroad.Terminal(word)))];
  const svg = railroad.Diagram(...first, ...rest.map(pieceOf)).toString();
  return `${svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ').replace(/<svg[^>]*>/, (tag) => `${tag}\n${STYLE}`)}\n`;
}

function pieceOf(production: IProduction): Piece {
  if (production instanceof Terminal) return tokenPiece(production.terminalType);
  if (production instanceof NonTerminal) return railroad.NonTerminal(kebab(production.nonTerminalName));
  if (production instanceof Alternation) return choice(production.definition.map(pieceOf));
  if (production instanceof Alternative) return inside(production);
  if (production instanceof Option) return railroad.Optional(inside(production));
  if (production instanceof Repetition) return railroad.ZeroOrMore(inside(production));
  if (production instanceof RepetitionMandatory) return railroad.OneOrMore(inside(production));
  if (production instanceof RepetitionWithSeparator) {
    return railroad.ZeroOrMore(inside(production), tokenPiece(production.separator));
  }
  if (production instanceof RepetitionMandatoryWithSeparator) {
    return railroad.OneOrMore(inside(production), tokenPiece(production.separator));
  }
  throw new Error('the grammar has a production of an unknown kind');
}

function inside({ definition }: { readonly definition: readonly IProduction[] }): Piece {
  const pieces = definition.map(pieceOf);
  const [only] = pieces;
  return only !== undefined && pieces.length === 1 ? only : railroad.Sequence(...pieces);
}

function choice(pieces: readonly Piece[]): Piece {
  const [only] = pieces;
  return only !== undefined && pieces.length === 1 ? only : railroad.Choice(0, ...pieces);
}

/** A word or a sign stands for itself; any other token by its name. */
function tokenPiece(token: TokenType): Piece {
  const text = tokenText(token);
  return text.startsWith('"') ? railroad.Terminal(text.slice(1, -1)) : railroad.NonTerminal(text);
}

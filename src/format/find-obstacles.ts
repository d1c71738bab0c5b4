import type { Token } from '../../grammar/token.ts';
import { type OutlineProblem, tokenize } from '../../grammar/outline.ts';
import { Close, Open, UnclosedText } from '../../grammar/tokens.ts';
import { assertNever } from '../text/assert-never.ts';
import type { Span } from '../text/source.ts';

/** Why a text cannot be formatted, in the author's words, and where. */
export interface Obstacle {
  readonly message: string;
  readonly span: Span;
}

/** Blocks of the language stand in four others at most; what is nested deeper than this is no contract. */
const DEEPEST = 100;

/** All that hides which clauses a text has, in the order of the text; a mistake inside a clause is none of it. */
export function findObstacles(text: string, problems: readonly OutlineProblem[]): readonly Obstacle[] {
  const { tokens } = tokenize(text);
  const unclosed = tokens.filter((token) => token.tokenType === UnclosedText);
  const tooDeep = findTooDeep(tokens);
  const obstacles = [
    ...problems.map(describeProblem),
    ...unclosed.map((token) => at(token, `the text ${token.image} has no closing quote on its line`)),
    ...(tooDeep === null ? [] : [at(tooDeep, `blocks are nested more than ${String(DEEPEST)} deep`)]),
  ];
  return obstacles.sort((a, b) => a.span.start - b.span.start);
}

/** The first brace that opens a block inside too many others. */
function findTooDeep(tokens: readonly Token[]): Token | null {
  let depth = 0;
  for (const token of tokens) {
    if (token.tokenType === Open && ++depth > DEEPEST) return token;
    if (token.tokenType === Close) depth--;
  }
  return null;
}

function describeProblem(problem: OutlineProblem): Obstacle {
  switch (problem.kind) {
    case 'unknown characters': {
      const span = { start: problem.offset, end: problem.offset + problem.length };
      return { message: `\`${problem.text}\` is not part of the language`, span };
    }
    case 'unclosed block': {
      const head = problem.head.map((token) => token.image).join(' ');
      const where = problem.before === null ? 'at the end of the file' : `before \`${problem.before.image}\``;
      return at(problem.open, `the block of \`${head}\` is still open ${where}`);
    }
    case 'unopened block': {
      const head = problem.head.map((token) => token.image).join(' ');
      return at(problem.head[problem.head.length - 1] as Token, `the block of \`${head}\` has no \`{\``);
    }
    case 'stray close':
      return at(problem.close, '`}` closes no block');
    case 'block without head':
      return at(problem.open, '`{` opens a block that nothing names');
    default:
      return assertNever(problem);
  }
}

function at(token: Token, message: string): Obstacle {
  return { message, span: { start: token.startOffset, end: token.startOffset + token.image.length } };
}

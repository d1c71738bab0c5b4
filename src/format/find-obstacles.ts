import type { IToken } from 'chevrotain';
import { type OutlineProblem, tokenize } from '../../grammar/outline.ts';
import { UnclosedText } from '../../grammar/tokens.ts';
import { assertNever } from '../text/assert-never.ts';
import type { Span } from '../text/source.ts';

/** Why a text cannot be formatted, in the author's words, and where. */
export interface Obstacle {
  readonly message: string;
  readonly span: Span;
}

/** All that hides which clauses a text has, in the order of the text; a mistake inside a clause is none of it. */
export function findObstacles(text: string, problems: readonly OutlineProblem[]): readonly Obstacle[] {
  const unclosed = tokenize(text).tokens.filter((token) => token.tokenType === UnclosedText);
  const obstacles = [
    ...problems.map(describeProblem),
    ...unclosed.map((token) => at(token, `the text ${token.image} has no closing quote on its line`)),
  ];
  return obstacles.sort((a, b) => a.span.start - b.span.start);
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
      return at(problem.head[problem.head.length - 1] as IToken, `the block of \`${head}\` has no \`{\``);
    }
    case 'stray close':
      return at(problem.close, '`}` closes no block');
    case 'block without head':
      return at(problem.open, '`{` opens a block that nothing names');
    default:
      return assertNever(problem);
  }
}

function at(token: IToken, message: string): Obstacle {
  return { message, span: { start: token.startOffset, end: token.startOffset + token.image.length } };
}

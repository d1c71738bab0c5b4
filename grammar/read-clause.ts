import { assertNever } from '../src/text/assert-never.ts';
import { CLAUSE_TABLE, type Step, type Way } from './clause-table.ts';
import type { CstElement, CstNode } from './concrete-tree.ts';
import { isOpen } from './gate.ts';
import { expected, shouldEndBefore } from './messages.ts';
import { END, isOfAny, isOfKind, type Token, type TokenType } from './token.ts';
import { ALL_TOKENS } from './tokens.ts';

/** Where a clause stops to be one. */
export interface Mistake {
  readonly kind: 'other token' | 'no way on' | 'nothing there' | 'not at the end';
  readonly message: string;
  readonly token: Token;
}

/** A clause that was read, or the first thing that is wrong with it. */
export type Reading =
  { readonly tree: CstNode; readonly mistake: null } | { readonly tree: null; readonly mistake: Mistake };

/** Reads all of the tokens by a rule of the grammar. */
export function readClause(rule: string, tokens: readonly Token[]): Reading {
  return new Reader(tokens).readAll(rule);
}

/** A node that is being read. */
interface OpenNode extends CstNode {
  readonly children: Record<string, CstElement[]>;
}

/** A cursor over the tokens of a clause. What reads says whether it could; the first mistake ends it all. */
class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #mistake: Mistake | null = null;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  readAll(rule: string): Reading {
    const tree = this.#node(rule);
    const next = this.#ahead(1);
    if (tree !== null && next === END) return { tree, mistake: null };
    const notAtEnd: Mistake = { kind: 'not at the end', message: shouldEndBefore(next), token: next };
    return { tree: null, mistake: this.#mistake ?? notAtEnd };
  }

  #node(name: string): CstNode | null {
    const node: OpenNode = { name, children: {} };
    return this.#take(stepsOf(name), node) ? node : null;
  }

  #take(steps: readonly Step[], into: OpenNode): boolean {
    for (const step of steps) {
      if (!this.#takeOne(step, into)) return false;
    }
    return true;
  }

  #takeOne(step: Step, into: OpenNode): boolean {
    switch (step.kind) {
      case 'token':
        return this.#token(step.type, into);
      case 'rule': {
        const node = this.#node(step.rule);
        if (node === null) return false;
        add(into, step.rule, node);
        return true;
      }
      case 'choice': {
        const way = step.ways.find((each) => this.#isAhead(each));
        return way === undefined
          ? this.#fail('no way on', step.ways.flatMap(beginnings))
          : this.#take(way.steps, into);
      }
      case 'option':
        return !this.#isAhead(step) || this.#take(step.steps, into);
      case 'many':
        return this.#repeat(step, into);
      case 'some':
        return this.#isAhead(step) ? this.#repeat(step, into) : this.#fail('nothing there', beginnings(step));
      case 'list':
        if (!this.#isAhead(step)) return this.#fail('nothing there', beginnings(step));
        if (!this.#take(step.steps, into)) return false;
        while (isOfKind(this.#ahead(1), step.separator)) {
          if (!this.#token(step.separator, into) || !this.#take(step.steps, into)) return false;
        }
        return true;
      default:
        return assertNever(step);
    }
  }

  #token(type: string, into: OpenNode): boolean {
    const token = this.#ahead(1);
    if (!isOfKind(token, type)) return this.#fail('other token', [type]);
    this.#at += 1;
    add(into, type, token);
    return true;
  }

  #repeat(way: Way, into: OpenNode): boolean {
    while (this.#isAhead(way)) {
      if (!this.#take(way.steps, into)) return false;
    }
    return true;
  }

  #isAhead({ gate, first, paths }: Way): boolean {
    if (!isOfAny(this.#ahead(1), first) && !(paths.length > 0 && this.#isOn(paths))) return false;
    return gate.length === 0 || isOpen(gate, (distance) => this.#ahead(distance));
  }

  #isOn(paths: Way['paths']): boolean {
    return paths.some((path) => path.every((type, i) => isOfKind(this.#ahead(i + 1), type)));
  }

  /** 1 is the next token. */
  #ahead(distance: number): Token {
    return this.#tokens[this.#at + distance - 1] ?? END;
  }

  #fail(kind: Mistake['kind'], types: readonly string[]): false {
    const token = this.#ahead(1);
    this.#mistake = { kind, message: expected(types.map(typeNamed), token), token };
    return false;
  }
}

function add({ children }: OpenNode, name: string, element: CstElement): void {
  const listed = children[name];
  if (listed === undefined) children[name] = [element];
  else listed.push(element);
}

function beginnings({ first, paths }: Way): readonly string[] {
  return [...first, ...paths.flatMap((path) => path.slice(0, 1))];
}

function stepsOf(rule: string): readonly Step[] {
  const steps = CLAUSE_TABLE[rule];
  if (steps === undefined) throw new Error(`the table of clauses lacks the rule ${rule}`);
  return steps;
}

const types: ReadonlyMap<string, TokenType> = new Map(ALL_TOKENS.map((type) => [type.name, type]));

function typeNamed(name: string): TokenType {
  const type = types.get(name);
  if (type === undefined) throw new Error(`the table of clauses names the token ${name}, which there is not`);
  return type;
}

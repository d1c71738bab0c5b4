import fc from 'fast-check';
import { mayBreakBetween, tokenize } from '../../grammar/outline.ts';
import { BLOCK_CONTEXTS, CLAUSE_RULES, type Context, ROW_RULES } from '../../grammar/clause-rules.ts';
import { clauseOf, mess, type Words } from './generated-clause.ts';

export interface GeneratedFile {
  readonly text: string;
  /** How many comments it has; the first is `# 0`, and so on. */
  readonly comments: number;
}

interface Entry {
  readonly head: Words;
  readonly block: readonly Entry[] | null;
}

function entries(context: Context | null, most: number): fc.Arbitrary<readonly Entry[]> {
  return fc.array(fc.oneof({ weight: 9, arbitrary: entry(context) }, { weight: 1, arbitrary: strange }), {
    maxLength: most,
  });
}

function entry(context: Context | null): fc.Arbitrary<Entry> {
  if (context === null) return mess.map((head) => ({ head, block: null }));
  const rows: Readonly<Record<string, string>> = ROW_RULES;
  const row = rows[context];
  if (row !== undefined) return clauseOf(row).map((head) => ({ head, block: null }));
  const clauses: Readonly<Record<string, Readonly<Record<string, string>>>> = CLAUSE_RULES;
  return fc.oneof(
    ...Object.entries(clauses[context] ?? {}).map(([first, rule]) =>
      fc
        .tuple(clauseOf(rule), block(BLOCK_CONTEXTS[rule] ?? null))
        .map(([head, inside]) => ({ head: [first, ...head.slice(1)], block: inside })),
    ),
  );
}

function block(context: Context | null): fc.Arbitrary<readonly Entry[] | null> {
  return context === null ? fc.constant(null) : entries(context, 5);
}

const strange: fc.Arbitrary<Entry> = fc.tuple(mess, fc.option(fc.constant([]))).map(([head, inside]) => ({
  head,
  block: inside,
}));

const IN_LINE = [' ', '  ', '\t', ' \u00A0 '];
const ACROSS_LINES = ['\n', '\r\n  ', ' #\n', '\n\t#\r\n', '\n #\n#  \n'];
const BEHIND_CLAUSE = ['\n', '\r\n', ';', ' ; ', ';;\n', ' #\n', '; #\n', '\n\n\n', '\n#\n', '\n \n #\n\n'];
const BEFORE_OPEN = [' ', '', '\t', '\n', ' #\n', '\n#\n'];
const BEHIND_OPEN = ['', ' ', '\n', ' #\n', '\n\n', '\n\n#\n\n'];
const BEFORE_CLOSE = ['', ' ', '\n', ';', '\n#\n', ' #\n'];
const BEHIND_CLOSE = ['\n', ' ', ' #\n', '\n\n\n', ';', '\n#\n'];
const AROUND_FILE = ['', '\uFEFF', '\n\n', '#\n', '\n #\n\n'];

/** Writes entries down, taking each white space from a list of choices, over and over. */
class Scribe {
  readonly #choices: readonly number[];
  #used = 0;
  #comments = 0;

  constructor(choices: readonly number[]) {
    this.#choices = choices;
  }

  write(top: readonly Entry[]): GeneratedFile {
    const text = this.#pick(AROUND_FILE) + this.#entries(top) + this.#pick(AROUND_FILE);
    return { text, comments: this.#comments };
  }

  #entries(list: readonly Entry[]): string {
    return list.map((one) => this.#entry(one)).join('');
  }

  #entry({ head, block: inside }: Entry): string {
    const clause = this.#clause(head);
    if (inside === null) return clause + this.#pick(BEHIND_CLAUSE);
    const open = `${this.#pick(BEFORE_OPEN)}{${this.#pick(BEHIND_OPEN)}`;
    return `${clause}${open}${this.#entries(inside)}${this.#pick(BEFORE_CLOSE)}}${this.#pick(BEHIND_CLOSE)}`;
  }

  #clause(words: Words): string {
    return words.reduce((text, word, i) => {
      const before = words[i - 1];
      if (before === undefined) return word;
      const space = this.#pick(breaks(before, word) ? [...IN_LINE, ...ACROSS_LINES] : IN_LINE);
      return text + space + word;
    }, '');
  }

  /** One of the white spaces, its comments numbered. */
  #pick(spaces: readonly string[]): string {
    const choice = this.#choices[this.#used++ % this.#choices.length] ?? 0;
    const space = spaces[choice % spaces.length] ?? ' ';
    return space.replaceAll('#', () => `# ${String(this.#comments++)}`);
  }
}

function breaks(left: string, right: string): boolean {
  const [last, next] = [tokenize(left).tokens[0], tokenize(right).tokens[0]];
  return last !== undefined && next !== undefined && mayBreakBetween(last, next);
}

/** Files of declarations and clauses of every kind, laid out as no author would. */
export const generatedFile: fc.Arbitrary<GeneratedFile> = fc
  .tuple(entries('file', 4), fc.array(fc.nat(99), { minLength: 1, maxLength: 120 }))
  .map(([top, choices]) => new Scribe(choices).write(top));

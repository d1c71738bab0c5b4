/** A kind of clause that support policies are made of, and how a contract says it. */
export interface ClauseType {
  /** A letter for the group and two digits, such as `A01`. */
  readonly code: string;
  readonly title: string;
  /** What of the language carries it, in Markdown. */
  readonly construct: string;
  /**
   * A few lines of a contract. `«…»` marks what carries the clause, `«… => …»` with what stands there otherwise: taken
   * out, or exchanged, it leaves a contract that compiles to another plan.
   */
  readonly example: string;
}

export interface Group {
  readonly title: string;
  readonly types: readonly ClauseType[];
}

export function clauseType(code: string, title: string, construct: string, example: string): ClauseType {
  return { code, title, construct, example };
}

const MARKED = /«(?<says>[^»]*?)(?: => (?<otherwise>[^»]*))?»/g;

/** The example as it is read and shown. */
export function written({ example }: ClauseType): string {
  return example.replace(MARKED, '$<says>');
}

/** The example once for each of its marks, without what the mark holds. */
export function withoutEach({ example }: ClauseType): readonly string[] {
  return [...example.matchAll(MARKED)].map(({ 0: mark, index, groups }) => {
    const rest = example.slice(index + mark.length).replace(MARKED, '$<says>');
    return example.slice(0, index).replace(MARKED, '$<says>') + (groups?.['otherwise'] ?? '') + rest;
  });
}

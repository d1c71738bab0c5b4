/**
 * The reference manual: a page a kind of block, a section a clause. Syntax and diagrams come from the grammar, meaning
 * and examples from the entries in `grammar/manual/`, one for each rule that reads clauses or rows.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { format } from 'prettier';
import { contextsFrom, firstWords, RULE_NAMES, rulesOf } from '../grammar/clauses.ts';
import { kebab, renderRule } from '../grammar/ebnf.ts';
import { format as layOut } from '../src/format/format.ts';
import { BLOCK_CONTEXTS, type Context } from '../grammar/clause-rules.ts';
import { RESERVED_WORDS } from '../grammar/words.ts';

const ENTRIES = 'grammar/manual';
const NOTE = '<!-- Generated from the grammar and `grammar/manual/` by `npm run generate`. -->';

export interface ManualEntry {
  readonly rule: string;
  /** What the clause means. */
  readonly says: string;
  readonly examples: readonly string[];
}

/** The entries as they are written: a heading with the rule's name, a sentence, an example in a `plan` block; parts of clauses need no example. */
export function manualEntries(): readonly ManualEntry[] {
  return readdirSync(ENTRIES)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => readFileSync(`${ENTRIES}/${name}`, 'utf8').split(/^## /m).slice(1))
    .map((section) => {
      const [rule = '', ...lines] = section.split('\n');
      const body = lines.join('\n');
      const examples = [...body.matchAll(/^```plan\n([^]*?)^```$/gm)].map((match) =>
        canonical(match[1] ?? ''),
      );
      return { rule: rule.trim(), says: body.replace(/^```plan\n[^]*?^```$/gm, '').trim(), examples };
    });
}

/** As `surety fmt` lays it out; what it cannot read is left to the test that compiles it. */
function canonical(example: string): string {
  const result = layOut(example);
  return result.kind === 'unreadable' ? example : result.text;
}

/** The rules that read a clause or a row, each under the first kind of block that has it. */
export function clauseRulesByContext(): ReadonlyMap<Context, readonly string[]> {
  const seen = new Set<string>();
  return new Map(
    contextsFrom('file').map((context) => {
      const own = rulesOf(context).filter((rule) => !seen.has(rule));
      for (const rule of own) seen.add(rule);
      return [context, own];
    }),
  );
}

/** Path below `docs/reference/` to text, of every page. */
export async function manualPages(): Promise<ReadonlyMap<string, string>> {
  const entries = new Map(manualEntries().map((entry) => [entry.rule, entry]));
  const byContext = clauseRulesByContext();
  const pageOf = new Map(
    [...byContext].flatMap(([context, own]) => own.map((rule) => [rule, context] as const)),
  );
  const parts = RULE_NAMES.filter((rule) => !pageOf.has(rule));

  const pages: [string, string][] = [['README.md', indexPage(byContext, pageOf)]];
  for (const [context, own] of byContext) {
    if (own.length === 0) continue;
    const elsewhere = rulesOf(context).filter((rule) => !own.includes(rule));
    pages.push([
      `${context}.md`,
      [
        `# ${titleOf(context)}`,
        ...elsewhere.map(
          (rule) => `${wordsOf(rule, context)}: see [${titleOf(pageOf.get(rule))}](${linkTo(rule, pageOf)}).`,
        ),
        ...own.map((rule) => sectionOf(rule, entries.get(rule), pageOf)),
      ].join('\n\n'),
    ]);
  }
  pages.push([
    'parts.md',
    [
      '# Parts of clauses',
      'What the clauses are made of. Tokens are at the end of the [EBNF](../../grammar/surety.ebnf).',
      ...parts.map((rule) => sectionOf(rule, entries.get(rule), pageOf)),
    ].join('\n\n'),
  ]);
  return new Map(
    await Promise.all(
      pages.map(
        async ([path, text]) =>
          [path, await format(`${NOTE}\n\n${text}\n`, { parser: 'markdown', printWidth: 110 })] as const,
      ),
    ),
  );
}

function indexPage(
  byContext: ReadonlyMap<Context, readonly string[]>,
  pageOf: ReadonlyMap<string, Context>,
): string {
  const rows = [...byContext.keys()].map((context) => {
    const links = rulesOf(context).map((rule) => `[${wordsOf(rule, context)}](${linkTo(rule, pageOf)})`);
    return `- ${titleOf(context)}: ${links.join(', ')}`;
  });
  return [
    '# Reference',
    'Every construct of the language: its syntax, its diagram, what it means, and an example that the tests compile. ' +
      'The [tour](../../grammar/tour.md) tells it in order; the [EBNF](../../grammar/surety.ebnf) is the whole grammar on one page.',
    rows.join('\n'),
    'What clauses are made of is on the page [parts of clauses](parts.md).',
    `Reserved words, which cannot be names unless quoted: ${RESERVED_WORDS.map((word) => `\`${word}\``).join(', ')}. ` +
      'Every other word means something only where its clause begins or its rule expects it.',
  ].join('\n\n');
}

function sectionOf(
  rule: string,
  entry: ManualEntry | undefined,
  pageOf: ReadonlyMap<string, Context>,
): string {
  const words = firstWords(rule);
  const blocks = (entry?.examples ?? []).map((example) => `\`\`\`plan\n${example}\`\`\``);
  const inside = BLOCK_CONTEXTS[rule];
  return [
    anchored(rule, words.length === 0 ? kebab(rule) : words.join(', ')),
    entry?.says ?? '',
    ...(inside === undefined ? [] : [`Its block: [${titleOf(inside)}](${inside}.md).`]),
    ...blocks,
    syntaxOf(rule, pageOf),
  ].join('\n\n');
}

/** Before the heading, so that who follows a link sees it. */
function anchored(rule: string, title: string): string {
  return `<a id="${kebab(rule)}"></a>\n\n## ${title}`;
}

function syntaxOf(rule: string, pageOf: ReadonlyMap<string, Context>): string {
  const syntax = renderRule(rule);
  const words = new Set(syntax.replace(/"[^"]*"/g, '').match(/[a-z][\w-]*/g));
  const parts = RULE_NAMES.filter((part) => part !== rule && words.has(kebab(part)));
  const links = parts.map((part) => `[${kebab(part)}](${linkTo(part, pageOf)})`);
  return [
    `\`\`\`ebnf\n${syntax}\n\`\`\``,
    ...(links.length === 0 ? [] : [`Parts: ${links.join(', ')}.`]),
    `![diagram of ${kebab(rule)}](diagrams/${kebab(rule)}.svg)`,
  ].join('\n\n');
}

function wordsOf(rule: string, context: Context): string {
  const words = firstWords(rule, context);
  return words.length === 0 ? kebab(rule) : words.map((word) => `\`${word}\``).join(', ');
}

function titleOf(context: Context | undefined): string {
  return context === 'file' ? 'The file' : `The ${context} block`;
}

function linkTo(rule: string, pageOf: ReadonlyMap<string, Context>): string {
  return `${pageOf.get(rule) ?? 'parts'}.md#${kebab(rule)}`;
}

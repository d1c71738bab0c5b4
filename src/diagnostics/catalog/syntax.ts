import { didYouMean, error } from '../define.ts';
import { type Applicability, insertAt, spellAs, takeOut, writeInstead } from '../fix.ts';
import { synonymOf } from '../synonyms.ts';
import { desk } from './examples.ts';

const office = `calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}
`;

/** What to write for characters that other documents use and the language does not. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/[€£$¥₽₹]/, 'write the code of the currency: `EUR 149.00`'],
  [/[“”„«»‘’]/, 'write straight quotes: `"`'],
  [/\./, 'dates are `2026-06-04`, and a number has digits on both sides of its point'],
  [/\//, 'round the clock is `24x7`, and dates are `2026-06-04`'],
  [/—/, 'write `-` between times and `..` between days'],
];

function instead(text: string): string {
  return INSTEAD.find(([pattern]) => pattern.test(text))?.[1] ?? 'take it out, or put the text in quotes';
}

function choice(texts: readonly string[]): string {
  return texts.map((text) => `\`${oneLine(text)}\``).join(' or ');
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** Findings about how a clause is written. */
export const syntaxDiagnostics = {
  'syntax/unexpected': error<{ problem: string; clause: string | null; examples: readonly string[] }>({
    message: ({ problem, clause }) => (clause === null ? problem : `${problem}, in the \`${clause}\` clause`),
    help: ({ clause, examples }) =>
      `such a ${clause === null ? 'row' : 'clause'} reads, for example, ${examples.map((example) => `\`${example}\``).join(' or ')}`,
    fixes: ({ problem }, place) => {
      const { start } = place.span;
      // Columns stand apart by more than one blank; a single one is most often a word too many.
      const isColumn =
        problem.startsWith('expected `|`') && /(?:\s\s|\t)$/.test(place.source.text.slice(0, start));
      return isColumn ? [insertAt(place, start, '| ')] : [];
    },
    page: {
      why: 'A clause has a fixed shape, given in `grammar/surety.ebnf` and shown in `grammar/tour.md`. The rest of the file is read as if the clause were not there.',
      wrong: office.replace('Mon..Fri', 'Mon..Fri,'),
      right: office,
    },
  }),
  'syntax/foreign-form': error<{
    written: string;
    instead: readonly string[];
    applicability: Applicability;
    advice: { problem: string; help: string } | null;
  }>({
    message: ({ written, instead: texts, applicability, advice }) =>
      `\`${oneLine(written)}\` ${advice?.problem ?? `${applicability === 'safe' ? 'is written' : 'may mean'} ${choice(texts)}${applicability === 'safe' ? ' here' : ''}`}`,
    help: ({ instead: texts, advice }) => advice?.help ?? `write ${choice(texts)}`,
    fixes: ({ instead: texts, applicability }, place) =>
      texts.map((text) => ({
        ...writeInstead(place, text, applicability),
        title: `write \`${oneLine(text)}\``,
      })),
    page: {
      why: 'Documents write times, dates, sums and promises in many ways, and some of them can be read in two. Here each is written in one way.',
      wrong: office.replace('Mon..Fri', 'Mon-Fri'),
      right: office,
    },
  }),
  'syntax/name-of-words': error<{ name: string }>({
    message: ({ name }) => `\`${name}\` is several words, and a name is one`,
    help: ({ name }) => `write \`"${name}"\` where it is one name, and a comma between two`,
    fixes: ({ name }, place) => [writeInstead(place, `"${name}"`)],
    page: {
      why: 'A name of several words stands in quotes wherever it is written; without them nobody could tell where it ends.',
      wrong: office.replace('calendar Office', 'calendar Business Hours'),
      right: office.replace('calendar Office', 'calendar "Business Hours"'),
    },
  }),
  'syntax/comma-missing': error<{ before: string }>({
    message: ({ before }) => `a comma is missing before \`${before}\``,
    help: ({ before }) => `write \`, ${before}\``,
    fixes: ({ before }, place) => {
      const { text } = place.source;
      const { start } = place.span;
      const at = text.slice(0, start).trimEnd().length;
      const fix = insertAt(place, at, ',', `write \`, ${before}\``);
      return [{ ...fix, applicability: 'safe' }];
    },
    page: {
      why: 'What is said of a thing after the thing itself stands behind commas, so that one can see where each begins.',
      wrong: `${desk('4 h').replace(/\}\s*$/, '')}  price EUR 10 per month billed yearly\n}\n`,
      right: `${desk('4 h').replace(/\}\s*$/, '')}  price EUR 10 per month, billed yearly\n}\n`,
    },
  }),
  'syntax/narrowed-too-early': error<{ narrowing: string; rest: string }>({
    message: ({ narrowing }) => `\`${oneLine(narrowing)}\` stands at the end of the clause`,
    help: ({ narrowing, rest }) => `write \`${oneLine(rest)} ${oneLine(narrowing)}\``,
    fixes: ({ narrowing, rest }, place) => [writeInstead(place, `${rest} ${narrowing}`, 'safe')],
    page: {
      why: 'What a clause holds for is said once, behind all that it says, so that one can see that it holds for the whole of it.',
      wrong: desk('4 h', [
        'attain 90% of respond for P1 per month of tickets closed, per severity, except none',
      ]),
      right: desk('4 h', [
        'attain 90% of respond per month of tickets closed, per severity, except none for P1',
      ]),
    },
  }),
  'syntax/dash-as-cell': error<Record<never, never>>({
    message: () => 'a dash may mean that nothing is promised, that nothing is offered, or that nobody knows',
    help: () => 'write `not offered`, `best effort` or `unknown`',
    fixes: (_, place) => ['not offered', 'best effort', 'unknown'].map((word) => writeInstead(place, word)),
    page: {
      why: 'Tables use a dash for different things. What is not offered cannot be asked for, best effort can, and what is unknown has to be found out.',
      wrong: desk('4 h').replace('4 h', '-'),
      right: desk('not offered'),
    },
  }),
  'syntax/nested-too-deeply': error<{ most: number }>({
    message: ({ most }) => `the clause is nested more than ${most} deep here`,
    help: () =>
      'take parentheses and doubled `not` out, or name parts of it: a calendar of its own, a fact of its own',
    page: {
      why: 'Nobody can tell what is meant by a clause that is nested so deeply, so it is not read.',
      wrong: `${office}calendar Desk = ${'('.repeat(51)}Office${')'.repeat(51)}\n`,
      right: `${office}calendar Desk = Office\n`,
    },
  }),
  'syntax/unknown-clause': error<{
    word: string;
    context: string;
    candidates: readonly string[];
    nearest: string | null;
    elsewhere: readonly string[];
  }>({
    message: ({ word, context }) => `\`${word}\` begins no clause of ${context}`,
    help: ({ word, candidates, nearest, elsewhere }) =>
      elsewhere.length > 0
        ? `\`${word}\` is a clause of ${elsewhere.join(' or ')}; is a brace missing, or one too many?`
        : (didYouMean(nearest) ??
          `a clause here begins with ${candidates.map((c) => `\`${c}\``).join(', ')}`),
    fixes: ({ word, nearest, elsewhere }, place) =>
      elsewhere.length > 0
        ? []
        : spellAs(place, nearest).map((fix) =>
            synonymOf('clause', word) === nearest ? { ...fix, applicability: 'suggested' } : fix,
          ),
    page: {
      why: 'Each block has its own clauses, and each clause begins with its own word.',
      wrong: office.replace('open ', 'opne '),
      right: office,
    },
  }),
  'syntax/unknown-characters': error<{ text: string }>({
    message: ({ text }) => `\`${text}\` means nothing here`,
    help: ({ text }) => instead(text),
    page: {
      why: 'Outside quotes and comments a file holds words, numbers, dates, times and the signs `{ } ( ) | , ; = < > - ..` alone.',
      wrong: office.replace('Office', 'Office@home'),
      right: office.replace('Office', '"Office@home"'),
    },
  }),
  'syntax/unclosed-text': error<Record<never, never>>({
    message: () => 'the text has no closing quote',
    help: () => 'a text begins and ends with `"` on one line; two texts that follow each other are one',
    // A quote that nothing follows is the closing one, and only the author knows where the text began.
    fixes: (_, place) =>
      place.span.end - place.span.start === 1
        ? []
        : [insertAt(place, place.span.end, '"', 'close the text with `"`')],
    page: {
      why: 'A text ends on the line on which it begins, so that a forgotten quote cannot swallow the rest of the file.',
      wrong: office.replace('calendar Office', 'calendar Office "the office'),
      right: office.replace('calendar Office', 'calendar Office "the office"'),
    },
  }),
  'syntax/unclosed-block': error<{ head: string }>({
    message: ({ head }) => `the block of \`${head}\` is not closed`,
    help: () => 'write `}` where it ends',
    page: {
      why: 'A block ends at its `}`. A declaration at the left margin shows that one is missing before it.',
      wrong: office.replace('}', ''),
      right: office,
    },
  }),
  'syntax/unopened-block': error<{ head: string }>({
    message: ({ head }) => `the block of \`${head}\` is not opened`,
    help: ({ head }) => `write \`${head} {\``,
    fixes: (_, place) => [
      { ...insertAt(place, place.span.end, ' {', 'open the block with `{`'), applicability: 'safe' },
    ],
    page: {
      why: 'A block stands between `{` and `}`. Clauses that are set in under a line without `{` show that it is missing.',
      wrong: office.replace(' {', ''),
      right: office,
    },
  }),
  'syntax/stray-close': error<Record<never, never>>({
    message: () => 'this `}` closes nothing',
    help: () => 'take it out, or write the `{` that it should close',
    fixes: (_, place) => [takeOut(place)],
    page: {
      why: 'Every `}` closes the nearest block that is still open.',
      wrong: `${office}}\n`,
      right: office,
    },
  }),
  'syntax/block-without-head': error<Record<never, never>>({
    message: () => 'this block says nothing about what it is',
    help: () => 'write the word before it, such as `calendar Office {`',
    page: {
      why: 'What a block means is said by the clause before its `{`.',
      wrong: `${office}{\n}\n`,
      right: office,
    },
  }),
  'syntax/no-block-here': error<{ clause: string }>({
    message: ({ clause }) => `a \`${clause}\` clause has no block`,
    help: () => 'take the braces out; each clause stands on its own line',
    page: {
      why: 'Only declarations and tables hold clauses of their own.',
      wrong: office.replace('holidays  none', 'holidays  none { }'),
      right: office,
    },
  }),
  'syntax/block-missing': error<{ clause: string }>({
    message: ({ clause }) => `\`${clause}\` needs a block that says what it is`,
    help: ({ clause }) =>
      `write \`${clause} … { … }\`${clause === 'calendar' ? ', or `calendar … = Office or Weekend`' : ''}`,
    page: {
      why: 'A declaration without a block would declare nothing.',
      wrong: `${office}calendar Night\n`,
      right: `${office}calendar Night = 24x7 except Office\n`,
    },
  }),
  'syntax/empty-block': error<{ clause: string }>({
    message: ({ clause }) => `the block of \`${clause}\` has no rows`,
    help: () => 'write them, or take the block out',
    page: {
      why: 'A scale without severities or a table without promises is most often one that was to be filled in later.',
      wrong: `severities {\n}\n\n${office}`,
      right: `severities {\n  P1  "nobody can work"\n}\n\n${office}`,
    },
  }),
  'syntax/header-missing': error<Record<never, never>>({
    message: () => 'the table does not begin with a row that names its columns',
    help: () => 'name them above the first row, with `|` between them: `respond | resolve`',
    page: {
      why: 'The first row of a table says what the columns promise; without it a duration is a promise of nothing.',
      wrong: desk('4 h').replace('        respond\n', ''),
      right: desk('4 h'),
    },
  }),
  'syntax/empty-file': error<Record<never, never>>({
    message: () => 'the file says nothing',
    help: () => 'begin with `contract "Title" { … }`; `grammar/tour.md` shows a whole contract',
    page: {
      why: 'A file without a declaration is most often the wrong file.',
      wrong: '# nothing yet\n',
      right: office,
    },
  }),
};

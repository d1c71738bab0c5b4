import type { OutlineEntry } from '../../grammar/outline.ts';
import { createSourceFile, positionAt } from '../../src/text/source.ts';
import { kindOf } from './kind.ts';
import { type Marker, markersIn } from './marker.ts';
import type { Page } from './pages.ts';

const LONGEST_CLAUSE = 60;

const PREFACE = `# The terms of the five published pages

Each of the first five contracts restates a published support page. This table, written by \`npm run terms\` from the
paragraph signs in the contracts, says which clause carries each term. A *construct* is checked and compiled; a *text*
(a definition, an aim, a recommendation) is in the compiled plan in words. Tests take every clause and cell named here
out of its contract and see the compiled plan change, or the contract become one with errors.
`;

/** The pages with the texts of their contracts, as a document. */
export function renderTerms(pages: readonly { readonly page: Page; readonly text: string }[]): string {
  const sections = pages.map(({ page, text }) => section(page, text));
  const [construct, inText, missing] = (['construct', 'text', 'missing'] as const).map((kind) =>
    sections.reduce((sum, { counts }) => sum + counts[kind], 0),
  ) as [number, number, number];
  const all = construct + inText + missing;
  const tally = `${construct + inText} of ${all} terms are carried: ${construct} by constructs, ${inText} as text.`;
  return [PREFACE, `${tally}\n`, ...sections.map((one) => one.text)].join('\n');
}

interface Section {
  readonly text: string;
  readonly counts: Readonly<Record<'construct' | 'text' | 'missing', number>>;
}

function section({ id, contract, terms }: Page, text: string): Section {
  const markers = markersIn(text);
  const counts = { construct: 0, text: 0, missing: 0 };
  const rows = terms.map((says, index) => {
    const own = markers.filter(({ term }) => term === index + 1);
    const kind = own.length === 0 ? 'missing' : kindOf(own);
    counts[kind] += 1;
    const source = createSourceFile(contract, text);
    const places = own.map((marker) => {
      const { line } = positionAt(source, marker.entry.head[0]!.startOffset);
      return `[${line}](../${contract}#L${line}) ${clauseOf(text, marker)}`;
    });
    return `| ${id}.${index + 1} | ${cell(says)} | ${kind} | ${places.join('<br>')} |`;
  });
  const head = ['| term | says | is | line and clause |', '| --- | --- | --- | --- |'];
  return { text: `## ${contract}\n\n${[...head, ...rows].join('\n')}\n`, counts };
}

/** The clause, or the part of it that the marker names, on one line and not too long. */
function clauseOf(text: string, { entry, column }: Marker): string {
  const words = headOf(text, entry).replace(/\s+/g, ' ');
  const [first = ''] = words.split(' ');
  const shown = column === null ? words : `${first} … ${column}`;
  const short = shown.length > LONGEST_CLAUSE ? `${shown.slice(0, LONGEST_CLAUSE - 1).trimEnd()}…` : shown;
  return `\`${cell(short)}\``;
}

function headOf(text: string, { head }: OutlineEntry): string {
  const last = head[head.length - 1]!;
  return text.slice(head[0]!.startOffset, last.startOffset + last.image.length);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

import type { Diagnostic } from './diagnostic.ts';
import { inReadingOrder } from './order.ts';
import { positionAt } from '../text/source.ts';

/** A file that could not be read, and why. */
export interface UnreadFile {
  readonly path: string;
  readonly message: string;
}

/**
 * Findings as JUnit XML, which build servers show as tests: a suite a file, a failed case a finding; a file without
 * one is a case that passed, and one that could not be read is an error. `fails` says which findings fail the run;
 * the others pass, with their text in `system-out`.
 */
export function renderJunit(
  files: readonly string[],
  diagnostics: readonly Diagnostic[],
  unread: readonly UnreadFile[],
  fails: (diagnostic: Diagnostic) => boolean,
): string {
  const ordered = inReadingOrder(diagnostics);
  const names = [...new Set([...files, ...ordered.map(({ place }) => place.source.name)])];
  const suites = names.map((name) => {
    const found = ordered.filter(({ place }) => place.source.name === name);
    const errors = unread.filter(({ path }) => path === name);
    return suiteOf(name, found, errors, fails);
  });
  const failures = ordered.filter(fails).length;
  const tests = suites.reduce((sum, suite) => sum + suite.tests, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="surety check" tests="${tests}" failures="${failures}" errors="${unread.length}">\n`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>\n',
  ].join('');
}

function suiteOf(
  name: string,
  found: readonly Diagnostic[],
  unread: readonly UnreadFile[],
  fails: (diagnostic: Diagnostic) => boolean,
): { readonly tests: number; readonly xml: string } {
  const cases = [
    ...unread.map(({ message }) => caseOf('readable', name, `<error message="${escape(message)}"/>`)),
    ...found.map((diagnostic) => findingCase(name, diagnostic, fails(diagnostic))),
  ];
  if (cases.length === 0) cases.push(caseOf('no findings', name, ''));
  const failures = found.filter(fails).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="${unread.length}"`;
  return {
    tests: cases.length,
    xml: `  <testsuite name="${escape(name)}" ${counts}>\n${cases.join('')}  </testsuite>\n`,
  };
}

function findingCase(
  name: string,
  { code, level, message, place, path, consequence, help }: Diagnostic,
  isFailure: boolean,
) {
  const { line, column } = positionAt(place.source, place.span.start);
  const where = path.length === 0 ? null : `in ${path.join(' > ')}`;
  const text = [`${name}:${line}:${column}: ${level}: ${message}`, where, consequence, help].filter(
    (part) => part !== null,
  );
  const body = escape(text.join('\n'));
  return caseOf(
    `${code} at ${line}:${column}`,
    name,
    isFailure
      ? `<failure type="${escape(code)}" message="${escape(message)}">${body}</failure>`
      : `<system-out>${body}</system-out>`,
  );
}

function caseOf(name: string, classname: string, body: string): string {
  const head = `    <testcase name="${escape(name)}" classname="${escape(classname)}"`;
  return body === '' ? `${head}/>\n` : `${head}>${body}</testcase>\n`;
}

/** Text for content and attributes. Characters that XML has no way to write are replaced. */
function escape(text: string): string {
  return text
    .replace(UNWRITABLE, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;');
}

/** Everything outside the `Char` of XML 1.0, lone surrogates among it. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

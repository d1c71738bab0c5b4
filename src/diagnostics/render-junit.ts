import type { Diagnostic } from './diagnostic.ts';
import { inReadingOrder } from './order.ts';
import { plainPalette } from './palette.ts';
import { renderDiagnostic } from './render-text.ts';

/**
 * Findings as a JUnit report: a suite a file, a case that passes for a file without a finding, else a case a finding
 * that fails where `fails` says so. The text stands in the body, since not every reader shows the attribute.
 */
export function renderJunit(
  files: readonly string[],
  diagnostics: readonly Diagnostic[],
  fails: (diagnostic: Diagnostic) => boolean,
): string {
  const ordered = inReadingOrder(diagnostics);
  // A holiday file that a contract brought in has findings without having been named.
  const names = [...new Set([...files, ...ordered.map(({ place }) => place.source.name)])];
  const suites = names.map((name) => {
    const found = ordered.filter(({ place }) => place.source.name === name);
    const cases =
      found.length === 0 ? [testCase(name, 'check', null)] : found.map((each) => caseOf(each, fails));
    const failures = found.filter(fails).length;
    return `  <testsuite name="${escape(name)}" tests="${cases.length}" failures="${failures}">\n${cases.join('')}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="surety check">\n${suites.join('')}</testsuites>\n`;
}

function caseOf(diagnostic: Diagnostic, fails: (diagnostic: Diagnostic) => boolean): string {
  const { code, message, place } = diagnostic;
  const text = renderDiagnostic(diagnostic, plainPalette);
  const body = fails(diagnostic)
    ? `<failure message="${escape(message)}">${escape(text)}</failure>`
    : `<system-out>${escape(text)}</system-out>`;
  return testCase(place.source.name, code, body);
}

function testCase(file: string, name: string, body: string | null): string {
  const head = `    <testcase classname="${escape(file)}" name="${escape(name)}" file="${escape(file)}"`;
  return body === null ? `${head}/>\n` : `${head}>${body}</testcase>\n`;
}

/** XML has no place for control characters, escaped or not. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

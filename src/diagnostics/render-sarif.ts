import type { Definition } from './define.ts';
import type { Diagnostic, DiagnosticLevel, Place } from './diagnostic.ts';
import type { Fix } from './fix.ts';
import { worstFirst } from './order.ts';
import { isCode, REGISTRY } from './registry.ts';
import { placeToJson } from './render-json.ts';

const LEVEL: Readonly<Record<DiagnosticLevel, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  assumption: 'note',
};

/**
 * Findings as SARIF 2.1.0, which code scanning services read: one run, a rule for each code found, worst first.
 * Columns count UTF-16 code units from 1 and ends are exclusive, as in the JSON format. Files are relative to the
 * folder in which the command ran, which only the reader knows: the base `%SRCROOT%` has no address.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(diagnostics: readonly Diagnostic[], version: string): string {
  const ordered = worstFirst(diagnostics);
  const codes = [...new Set(ordered.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'surety', semanticVersion: version, rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: ordered.map((diagnostic) => resultOf(diagnostic, codes)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The page of a code, where the registry has it. */
function ruleOf(code: string) {
  if (!isCode(code)) return { id: code };
  // What a page says and how severe it is hang on no parameter.
  const { level, page } = REGISTRY[code] as Pick<Definition<never>, 'level' | 'page'>;
  return {
    id: code,
    defaultConfiguration: { level: LEVEL[level] },
    fullDescription: { text: page.why },
    help: { text: `${page.why}\n\nWrong:\n\n${page.wrong}\nRight:\n\n${page.right}` },
  };
}

function resultOf(
  { code, level, message, place, path, consequence, help, related, fixes }: Diagnostic,
  codes: readonly string[],
) {
  const text = [message, consequence, help].filter((part) => part !== null).join('\n');
  const logical = path.length === 0 ? {} : { logicalLocations: [{ fullyQualifiedName: path.join(' > ') }] };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVEL[level],
    message: { text },
    locations: [{ physicalLocation: physical(place), ...logical }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            message: { text: other.message },
            physicalLocation: physical(other.place),
          })),
        }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map(fixOf) }),
  };
}

/** SARIF groups the changes of a fix by file. */
function fixOf({ title, edits }: Fix) {
  const files = [...new Set(edits.map(({ place }) => place.source.name))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file),
      replacements: edits
        .filter(({ place }) => place.source.name === file)
        .map(({ place, text }) => ({ deletedRegion: physical(place).region, insertedContent: { text } })),
    })),
  };
}

function physical(place: Place) {
  const { file, line, column, endLine, endColumn } = placeToJson(place);
  return {
    artifactLocation: artifact(file),
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

function artifact(file: string) {
  return { uri: uriOf(file), ...(isAbsolute(file) ? {} : { uriBaseId: '%SRCROOT%' }) };
}

/** A path as a URI reference: relative as it was given, or a `file:` URI when it is absolute. */
function uriOf(path: string): string {
  const segments = path.replaceAll('\\', '/').split('/');
  const inUri = segments.map((segment) => encodeURIComponent(segment)).join('/');
  if (path.startsWith('/')) return `file://${inUri}`;
  if (isAbsolute(path)) return `file:///${inUri.replace('%3A', ':')}`;
  return inUri.replace(/^(\.\/)+/, '');
}

function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path);
}

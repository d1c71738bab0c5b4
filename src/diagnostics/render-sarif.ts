import type { Diagnostic, DiagnosticLevel, Place } from './diagnostic.ts';
import { worstFirst } from './order.ts';
import { isCode, REGISTRY } from './registry.ts';
import { placeToJson } from './render-json.ts';

const LEVEL: Readonly<Record<DiagnosticLevel, string>> = {
  error: 'error',
  warning: 'warning',
  assumption: 'note',
};

/**
 * Findings as SARIF 2.1.0, worst first, with the page of each code that occurs. Paths are relative to the root of
 * the source tree, as they were given.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(diagnostics: readonly Diagnostic[], toolVersion: string): string {
  const ordered = worstFirst(diagnostics);
  const codes = [...new Set(ordered.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'surety', version: toolVersion, rules: codes.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: ordered.map((diagnostic) => ({
          ruleId: diagnostic.code,
          ruleIndex: codes.indexOf(diagnostic.code),
          level: LEVEL[diagnostic.level],
          message: { text: [diagnostic.message, diagnostic.why, diagnostic.help].filter(isText).join('\n') },
          locations: [location(diagnostic.place)],
          relatedLocations: diagnostic.related.map(({ message, place }) => ({
            ...location(place),
            message: { text: message },
          })),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(code: string) {
  const why = isCode(code) ? REGISTRY[code].page.why : code;
  return { id: code, shortDescription: { text: code }, fullDescription: { text: why } };
}

function location(place: Place) {
  const { file, line, column, endLine, endColumn } = placeToJson(place);
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(file), uriBaseId: '%SRCROOT%' },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

function isText(text: string | null): text is string {
  return text !== null;
}

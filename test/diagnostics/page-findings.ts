import { checkContract } from '../../src/check/check-contract.ts';
import { type FindImport, joinImports } from '../../src/check/check-imports.ts';
import { OFFICE } from '../../src/diagnostics/catalog/examples.ts';
import { Collector } from '../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Code } from '../../src/diagnostics/registry.ts';
import { parseFile } from '../../src/syntax/parse.ts';
import type { FileNode } from '../../src/syntax/tree.ts';
import { createSourceFile } from '../../src/text/source.ts';
import { checkSimulationText, checkText, lintText } from '../check/findings.ts';

/** What the pages' simulations call `desk.plan`; `regions` are there for the page that needs them. */
const deskPlan = (regions: string): string => `contract "Desk" {
  zone  Europe/Berlin
}
${regions}
severities {
  P1  "nobody can work"
  P2  "anything else"
}

clock respond {
  starts on  opened
  stops on   reply
}

plan Basic {
  targets {
         respond
    all  4 h
  }
}
`;

export const withoutRegions = deskPlan('');
export const withRegions = deskPlan(`
regions by site {
  EMEA  zone Europe/Berlin
}
`);

/** What lies beside the pages that import. */
const BESIDE: Readonly<Record<string, string>> = {
  'shared/calendars.plan': OFFICE,
  'other.plan': 'contract "Other" { zone UTC }\n',
};

function importingFindings(text: string): readonly Diagnostic[] {
  const collector = new Collector();
  const parse = (name: string, of: string): FileNode => parseFile(createSourceFile(name, of), collector);
  const main = parse('contract.plan', text);
  const find: FindImport = (_, { path: { text: path } }) => {
    const beside = BESIDE[path];
    if (path === 'contract.plan') return { kind: 'file', path, file: main };
    if (beside === undefined) return { kind: 'none', path, reason: 'no such file' };
    return { kind: 'file', path, file: parse(path, beside) };
  };
  checkContract(joinImports(main, find, collector), collector);
  return collector.diagnostics;
}

/** What is found in an example of a page. */
export function findingsOf(code: Code, text: string): readonly Diagnostic[] {
  // The other pages vary a desk in one thing, and need not use all of it.
  if (code.startsWith('lint/') || code === 'plan/arrivals-overlap') return lintText(text);
  if (code.startsWith('import/')) return importingFindings(text);
  if (!/^simulation /m.test(text)) return checkText(text).findings;
  const needsRegions = code === 'simulation/no-region';
  return checkSimulationText(text, needsRegions ? withRegions : withoutRegions).findings;
}

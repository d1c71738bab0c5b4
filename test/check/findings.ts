import { engineFindings } from '../../src/workspace/engine-findings.ts';
import { checkContract, type CheckResult } from '../../src/check/check-contract.ts';
import { checkSimulation } from '../../src/check/check-simulation.ts';
import type { FindBeside } from '../../src/check/files-beside.ts';
import type { CheckedContract } from '../../src/check/model.ts';
import type { CheckedSimulation } from '../../src/check/simulation-model.ts';
import { Collector } from '../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { inReadingOrder } from '../../src/diagnostics/order.ts';
import { lint } from '../../src/lint/lint.ts';
import { parseFile } from '../../src/syntax/parse.ts';
import { createSourceFile } from '../../src/text/source.ts';

export interface CheckedText {
  readonly contract: CheckedContract;
  /** In reading order. */
  readonly findings: readonly Diagnostic[];
}

/** Checks a contract given as text; `others` are files that it brings in, by name, and `data` such as it names. */
export function checkText(
  text: string,
  name = 'contract.plan',
  others: Readonly<Record<string, string>> = {},
  data: Readonly<Record<string, string>> = {},
): CheckedText {
  const collector = new Collector();
  const { contract } = checkTexts(name, text, others, collector, data);
  return { contract, findings: inReadingOrder(collector.diagnostics) };
}

/** What checking and the linter find in a contract given as text, in reading order. */
export function lintText(
  text: string,
  name = 'contract.plan',
  data: Readonly<Record<string, string>> = {},
): readonly Diagnostic[] {
  const collector = new Collector();
  const files = [parseFile(createSourceFile(name, text), collector)];
  const { contract } = checkContract(files, collector, among(data));
  lint(contract, files, collector, engineFindings(contract, files, collector));
  return inReadingOrder(collector.diagnostics);
}

/** Checks a simulation given as text against a contract given as text. The contract's own findings are left out. */
export function checkSimulationText(
  text: string,
  contract: string,
  name = 'desk.sim',
): { readonly simulation: CheckedSimulation | null; readonly findings: readonly Diagnostic[] } {
  const against = checkTexts('desk.plan', contract, {}, new Collector());
  const collector = new Collector();
  const file = parseFile(createSourceFile(name, text), collector);
  const simulation = checkSimulation([file], against, collector);
  return { simulation, findings: inReadingOrder(collector.diagnostics) };
}

/** `code @ underlined text`, one a finding: what most tests ask. */
export function briefly(findings: readonly Diagnostic[]): readonly string[] {
  return findings.map(({ code, place }) => `${code} @ ${underlined({ place })}`);
}

export function underlined({ place }: Pick<Diagnostic, 'place'>): string {
  return place.source.text.slice(place.span.start, place.span.end);
}

function checkTexts(
  name: string,
  text: string,
  others: Readonly<Record<string, string>>,
  collector: Collector,
  data: Readonly<Record<string, string>> = {},
): CheckResult {
  const sources = [
    createSourceFile(name, text),
    ...Object.entries(others).map(([n, t]) => createSourceFile(n, t)),
  ];
  return checkContract(
    sources.map((source) => parseFile(source, collector)),
    collector,
    among(data),
  );
}

/** Files of data by their path, whoever names them. */
function among(data: Readonly<Record<string, string>>): FindBeside {
  return (_, path) => {
    const found = data[path];
    return found === undefined
      ? { kind: 'none', reason: 'no such file' }
      : { kind: 'file', source: createSourceFile(path, found) };
  };
}

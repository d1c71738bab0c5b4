import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { inReadingOrder } from '../../src/diagnostics/order.ts';
import { positionAt } from '../../src/text/source.ts';
import { loadContract, loadSimulation } from '../../src/workspace/load.ts';

const corpus = dirname(fileURLToPath(import.meta.url));

const REPOSITORY = join(corpus, '..', '..');

/** Full paths of the contracts and simulations in a folder of the corpus, by name. */
export function corpusFiles(folder: 'good' | 'bad' | 'policies'): readonly string[] {
  return readdirSync(join(corpus, folder))
    .filter((name) => /\.(plan|sim)$/.test(name))
    .sort()
    .map((name) => join(corpus, folder, name));
}

/** The contracts that the project keeps, by name. */
export function contractFiles(): readonly string[] {
  const folder = join(REPOSITORY, 'contracts');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.plan'))
    .sort()
    .map((name) => join(folder, name));
}

export async function findingsIn(path: string): Promise<readonly Diagnostic[]> {
  const { diagnostics } = path.endsWith('.sim') ? await loadSimulation(path) : await loadContract(path);
  return inReadingOrder(diagnostics);
}

/**
 * Findings as they stand in an `.expected` file:
 *
 *     error names/unknown at 31:27, in plan Basic > targets
 *       Offce
 *     there is no calendar `Offce`
 *     help: did you mean `Office`?
 */
export function written(findings: readonly Diagnostic[]): string {
  return findings.map(writtenFinding).join('\n');
}

function writtenFinding({ level, code, message, place, path, help, related }: Diagnostic): string {
  const { source, span } = place;
  const within = path.length === 0 ? '' : `, in ${path.join(' > ')}`;
  const underlined = source.text.slice(span.start, span.end).split(/\r?\n/);
  const lines = [
    `${level} ${code} at ${at(place)}${within}`,
    ...underlined.map((line) => `  ${line}`),
    message,
    ...(help === null ? [] : [`help: ${help}`]),
    ...related.map((other) => `${at(other.place)}: ${other.message}`),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function at({ source, span }: Diagnostic['place']): string {
  const { line, column } = positionAt(source, span.start);
  return `${line}:${column}`;
}

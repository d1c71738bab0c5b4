import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { inReadingOrder } from '../../src/diagnostics/order.ts';
import { positionAt } from '../../src/text/source.ts';
import { tzdataVersion } from '../../src/time/zone-lookup.ts';
import { checkLock } from '../../src/workspace/check-lock.ts';
import { readLock } from '../../src/workspace/find-lock.ts';
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

/** What is found in a file; a contract may have a lock of its own beside it, by the name of the contract. */
export async function findingsIn(path: string): Promise<readonly Diagnostic[]> {
  const loaded = path.endsWith('.sim') ? await loadSimulation(path) : await loadContract(path);
  const lock = path.replace(/\.plan$/, '.lock');
  const drift = existsSync(lock) && lock !== path ? checkLock(loaded, await readLock(lock)) : [];
  return inReadingOrder([...loaded.diagnostics, ...drift]);
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
  // The version of the runtime's data differs from machine to machine.
  return findings.map(writtenFinding).join('\n').replaceAll(`data ${tzdataVersion()}`, 'data of the runtime');
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

/** One slip of the hand in a contract that has none, and what the compiler says of it. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { inReadingOrder } from '../../src/diagnostics/order.ts';
import { format } from '../../src/format/format.ts';
import { createSourceFile } from '../../src/text/source.ts';
import { loadContractFrom, type LoadedContract } from '../../src/workspace/load.ts';
import { contractFiles, corpusFiles } from './load-corpus.ts';
import { drawer, mutate } from './mutate.ts';

export interface Judged {
  readonly name: string;
  readonly path: string;
  readonly slip: string;
  readonly text: string;
  /** In reading order; empty where the compiler crashed. */
  readonly findings: readonly Diagnostic[];
  /** How many findings there are beyond those that the contract has without the slip. */
  readonly added: number;
  readonly errors: number;
  /** What the slip comes to where nothing is said of it. */
  readonly silent: 'not silent' | 'means something else' | 'written another way' | 'lost';
  readonly crash: string | null;
  /** Time of the processor, since the clock on the wall measures the neighbours too. */
  readonly ms: number;
}

interface Original {
  readonly path: string;
  readonly name: string;
  readonly text: string;
  readonly findings: number;
  readonly meaning: string;
  readonly layout: string;
}

/** So many mutants of the contracts in turn, drawn from a seed. */
export async function* judgeMutants(count: number, seed: number): AsyncGenerator<Judged> {
  const draw = drawer(seed);
  const originals = await Promise.all(
    [...corpusFiles('good'), ...corpusFiles('policies'), ...contractFiles()]
      .filter((path) => path.endsWith('.plan'))
      .map(originalOf),
  );
  for (let i = 0; i < count; i++) {
    const original = originals[i % originals.length];
    if (original === undefined) throw new Error('there are no contracts to slip in');
    const { slip, text } = mutate(original.text, draw);
    yield judge(original, slip, text);
  }
}

async function originalOf(path: string): Promise<Original> {
  const text = readFileSync(path, 'utf8');
  const loaded = await loadContractFrom(createSourceFile(path, text));
  return {
    path,
    name: basename(path),
    text,
    findings: loaded.diagnostics.length,
    meaning: meaningOf(loaded),
    layout: layoutOf(text),
  };
}

async function judge(original: Original, slip: string, text: string): Promise<Judged> {
  const { path, name } = original;
  const said = { name, path, slip, text };
  const began = cpuMs();
  try {
    const loaded = await loadContractFrom(createSourceFile(path, text));
    const ms = cpuMs() - began;
    const findings = inReadingOrder(loaded.diagnostics);
    const errors = findings.filter(({ level }) => level === 'error').length;
    // An error stops the linter and may take the place of what the contract leaves open.
    const added = errors > 0 ? errors : Math.max(0, findings.length - original.findings);
    const isSilent = findings.length <= original.findings && errors === 0;
    const silent = isSilent ? whatItIs(original, loaded, text) : 'not silent';
    return { ...said, findings, added, errors, silent, crash: null, ms };
  } catch (error) {
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const ms = cpuMs() - began;
    return { ...said, findings: [], added: 0, errors: 0, silent: 'not silent', crash, ms };
  }
}

function whatItIs(original: Original, loaded: LoadedContract, text: string): Judged['silent'] {
  if (meaningOf(loaded) !== original.meaning) return 'means something else';
  return layoutOf(text) === original.layout ? 'written another way' : 'lost';
}

/** What a contract says, wherever it says it: the compiled plan, and what is checked alone (scenarios, definitions). */
function meaningOf({ contract, plan }: LoadedContract): string {
  if (contract === null) return '';
  return JSON.stringify([plan(), contract], (field, value: unknown) =>
    /^(?:origin|clause|weekOrigin|zones)$/.test(field) ? undefined : value,
  );
}

/**
 * The canonical form, without what the language has for readers alone: the weekday before a date, which is held against
 * the date, the kind of a name in a `for`, which may be left out where the name tells it, the bar behind the first word of
 * a row, and `24x5` before the bounds that it has to state.
 */
function layoutOf(text: string): string {
  const result = format(text);
  if (result.kind !== 'formatted') return '';
  const undated = result.text.replace(/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s+(?=\d{4}-\d{2}-\d{2})/g, '');
  const lines = undated.replace(/\|/g, ' ').replace(/\b24x5\b/g, '').split('\n');
  const words = lines.map((line) => (/\bfor\b/.test(line) ? withoutKinds(line) : line)).join('\n');
  return words.replace(/[ \t]+/g, ' ');
}

function withoutKinds(line: string): string {
  return line.replace(/\b(?:severity|region|channel|type)\b/g, '');
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

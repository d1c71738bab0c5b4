import { dirname, isAbsolute, join } from 'node:path';
import { checkContract, type CheckResult } from '../check/check-contract.ts';
import { checkSimulation, contractPathOf } from '../check/check-simulation.ts';
import type { CheckedContract } from '../check/model.ts';
import type { CheckedSimulation } from '../check/simulation-model.ts';
import { withConsequences } from '../consequence/consequences.ts';
import { Collector } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lint } from '../lint/lint.ts';
import { lower } from '../plan/lower.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { parseFile } from '../syntax/parse.ts';
import type { FileNode } from '../syntax/tree.ts';
import type { SourceFile } from '../text/source.ts';
import { AFRESH, contractFiles, holidayFiles } from './contract-files.ts';
import { engineFindings } from './engine-findings.ts';
import { withImports } from './with-imports.ts';
import { loadForExamples } from './stand-in.ts';
import type { Reading } from './reading.ts';
import { readBeside } from './read-beside.ts';
import { readSource } from './read-source.ts';
import { Unreadable } from './unreadable.ts';

/** A contract as it was read from its files: what it says, what is wrong with it, and what the engine works from. */
export interface LoadedContract {
  /** Null when an error stands in the way. */
  readonly contract: CheckedContract | null;
  /**
   * Compiles the contract, once.
   * @throws {Error} when `contract` is null: ask that first.
   */
  readonly plan: () => CompiledPlan;
  /** Findings of this file and of the files it brings in. */
  readonly diagnostics: readonly Diagnostic[];
  /** The same, each with what it comes to in this contract; worked out when it is asked for. */
  readonly explained: () => readonly Diagnostic[];
  /** Every file that was read, the contract's own first. */
  readonly sources: readonly SourceFile[];
  /** Those of them that are data which others name. */
  readonly data: readonly SourceFile[];
}

/** A simulation with the contract whose plans it compares. `plan` holds the calendars of both. */
export interface LoadedSimulation extends LoadedContract {
  /** Null when an error stands in the way. */
  readonly simulation: CheckedSimulation | null;
}

/**
 * Reads, checks and lints a contract and the holiday files it uses.
 * @throws {Unreadable} when the file itself cannot be read; files that it brings in are findings.
 */
export async function loadContract(path: string): Promise<LoadedContract> {
  return loadContractFrom(await readSource(path));
}

/** Checks and lints a contract that was read already; holiday files are looked for from where it lies. */
export async function loadContractFrom(
  source: SourceFile,
  reading: Reading = AFRESH,
): Promise<LoadedContract> {
  const collector = new Collector();
  const files = await contractFiles(source, collector, reading);
  const beside = await readBeside(files, reading);
  const result = checkContract(files, collector, beside.find);
  lint(result.contract, files, collector, engineFindings(result.contract, files, collector));
  return loaded(result, null, files, beside.sources, collector);
}

/**
 * Reads and checks a simulation, the contract it names, and the holiday files both use. The compiled plan holds the
 * simulation's calendars beside the contract's.
 * @throws {Unreadable} when the simulation or its contract cannot be read.
 */
export async function loadSimulation(path: string): Promise<LoadedSimulation> {
  return loadSimulationFrom(await readSource(path));
}

/** Checks a simulation that was read already, against the contract that it names. */
export async function loadSimulationFrom(source: SourceFile): Promise<LoadedSimulation> {
  const collector = new Collector();
  const path = source.name;
  const main = parseFile(source, collector);
  const contractPath = contractPathOf(main);
  if (contractPath === null) {
    // Without its contract nothing in the file can be resolved; what it says about itself is still checked.
    const nothing = checkContract([main], new Collector());
    checkSimulation([main], nothing, collector);
    return { ...loaded(null, null, [main], [], collector), simulation: null };
  }
  if (isAbsolute(contractPath.text)) {
    throw new Unreadable(
      contractPath.text,
      'the path begins at the root of one machine',
      'write it from where the simulation lies',
    );
  }
  const contractFile = join(dirname(path), contractPath.text);
  const itsFiles = await contractFiles(await readSource(contractFile), collector);
  const known = new Set(itsFiles.map((file) => file.source.name));
  // What the contract brings in already is there for its simulations.
  const joined = (await withImports(main, collector, AFRESH)).filter((file) => !known.has(file.source.name));
  const holidays = await holidayFiles(path, [...joined, ...itsFiles], collector);
  const files = [...joined, ...itsFiles, ...holidays];
  const beside = await readBeside(files, AFRESH);
  const result = checkContract(itsFiles, collector, beside.find);
  // The readers of logs are loaded where a simulation is.
  const { readSimulationData } = await import('./read-simulation-data.ts');
  const data = await readSimulationData(main, () => (collector.hasErrors ? null : lower(result.contract)));
  const simulation = checkSimulation([...joined, ...holidays], result, collector, data);
  return { ...loaded(result, simulation, files, beside.sources, collector), simulation };
}

/** Checks a text that has no name to tell by: it is a simulation where it declares one. */
export async function loadFrom(source: SourceFile): Promise<LoadedContract> {
  const { declarations } = parseFile(source, new Collector());
  const isSimulation = declarations.some(({ kind }) => kind === 'simulation');
  return isSimulation ? loadSimulationFrom(source) : loadContractFrom(source);
}

function loaded(
  result: CheckResult | null,
  simulation: CheckedSimulation | null,
  files: readonly FileNode[],
  data: readonly SourceFile[],
  collector: Collector,
): LoadedContract {
  const contract = result === null || collector.hasErrors ? null : withCalendars(result.contract, simulation);
  let plan: CompiledPlan | null = null;
  const lowered = (of: CheckedContract): CompiledPlan => (plan ??= lower(of));
  return {
    contract,
    plan: () => {
      if (contract === null) throw new Error('a contract with errors cannot be run');
      return lowered(contract);
    },
    diagnostics: collector.diagnostics,
    explained: () =>
      withConsequences(
        collector.diagnostics,
        contract === null ? [] : loadForExamples(() => lowered(contract)),
      ),
    sources: [...files.map(({ source }) => source), ...data],
    data,
  };
}

function withCalendars(contract: CheckedContract, simulation: CheckedSimulation | null): CheckedContract {
  if (simulation === null) return contract;
  return {
    ...contract,
    calendars: [...contract.calendars, ...simulation.calendars],
    holidaySets: [...contract.holidaySets, ...simulation.holidaySets],
  };
}

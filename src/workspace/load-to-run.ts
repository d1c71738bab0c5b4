import { checkContract } from '../check/check-contract.ts';
import type { CheckedContract } from '../check/model.ts';
import { Collector } from '../diagnostics/collector.ts';
import { soundSilences } from '../lint/apply-silences.ts';
import { silencesIn } from '../lint/silence.ts';
import { lower } from '../plan/lower.ts';
import type { CompiledPlan } from '../plan/model.ts';
import type { FileNode } from '../syntax/tree.ts';
import type { SourceFile } from '../text/source.ts';
import { contractFiles, AFRESH } from './contract-files.ts';
import { asksHoursOfOpening, cutsCalendars, hasRateBands } from './hours-asked.ts';
import type { LoadedContract } from './load.ts';
import { readBeside } from './read-beside.ts';

/** A contract that somebody wants answers from. Its findings are those that stand in the way, and some others. */
export type RunnableContract = Omit<LoadedContract, 'explained'>;

/**
 * Reads and checks a contract for the sake of its plan. It is refused for what `loadContractFrom` refuses it for; what its
 * author hardly means is not looked for, neither in its words nor over all openings of its tickets: that is for `check`.
 * @throws {Unreadable} for a file of data that cannot be read.
 */
export async function loadToRun(source: SourceFile): Promise<RunnableContract> {
  const collector = new Collector();
  const files = await contractFiles(source, collector);
  const beside = await readBeside(files, AFRESH);
  const { contract } = checkContract(files, collector, beside.find);
  await findErrors(contract, files, collector);
  const isSound = !collector.hasErrors;
  let plan: CompiledPlan | null = null;
  return {
    contract: isSound ? contract : null,
    plan: () => {
      if (!isSound) throw new Error('a contract with errors cannot be run');
      return (plan ??= lower(contract));
    },
    diagnostics: collector.diagnostics,
    sources: [...files.map((file) => file.source), ...beside.sources],
    data: beside.sources,
  };
}

/** The errors among what the engine and the linter find. */
async function findErrors(
  contract: CheckedContract,
  files: readonly FileNode[],
  collector: Collector,
): Promise<void> {
  if (cutsCalendars(contract)) {
    const { checkNeverOpen } = await import('./check-never-open.ts');
    checkNeverOpen(contract, files, collector);
  }
  if (asksHoursOfOpening(contract) || hasRateBands(contract)) {
    const { checkHours } = await import('./check-hours.ts');
    checkHours(contract, files, collector);
  }
  const [main] = files;
  if (main !== undefined) soundSilences(silencesIn(main.source), collector);
}

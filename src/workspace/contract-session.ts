import { DeclarationMemory } from '../syntax/declaration-memory.ts';
import { parseFile } from '../syntax/parse.ts';
import { createSourceFile, type SourceFile } from '../text/source.ts';
import { type LoadedContract, loadContractFrom } from './load.ts';
import type { Reading } from './reading.ts';
import { readData, readSource } from './read-source.ts';

/**
 * A contract that is being written. Its files are read once and kept; after an edit the declarations that read as before
 * are not read again. What comes out is what a fresh reading of the same texts gives.
 */
export interface ContractSession {
  /** The contract as it stands after the last edit. */
  readonly loaded: LoadedContract;
  /**
   * Gives a file another text and checks the contract again. `path` is the contract's own or that of a file it brings in,
   * as `loaded.sources` names them; of another file the text is kept for when the contract brings it in. Edits are to be
   * made one after another.
   */
  edit(path: string, text: string): Promise<LoadedContract>;
}

/**
 * Opens a contract to edit it; `texts` are files, by path, that are not to be read where they lie.
 * @throws {Unreadable} when the contract itself cannot be read.
 */
export async function openContract(
  path: string,
  texts: Readonly<Record<string, string>> = {},
): Promise<ContractSession> {
  const sources = new Map<string, SourceFile>();
  const memories = new Map<string, DeclarationMemory>();
  for (const [name, text] of Object.entries(texts)) sources.set(name, createSourceFile(name, text));

  const remembered =
    (readAnew: Reading['read']): Reading['read'] =>
    async (name) => {
      const source = sources.get(name) ?? (await readAnew(name));
      sources.set(name, source);
      return source;
    };
  const read = remembered(readSource);
  const parse: Reading['parse'] = (source, collector) => {
    const memory = memories.get(source.name) ?? new DeclarationMemory();
    memories.set(source.name, memory);
    return parseFile(source, collector, memory);
  };
  const load = async (): Promise<LoadedContract> =>
    loadContractFrom(await read(path), { read, readData: remembered(readData), parse });

  let loaded = await load();
  return {
    get loaded() {
      return loaded;
    },
    async edit(name, text) {
      sources.set(name, createSourceFile(name, text));
      loaded = await load();
      return loaded;
    },
  };
}

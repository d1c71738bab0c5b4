import { createHash } from 'node:crypto';
import { dirname, relative, sep } from 'node:path';
import type { SourceFile } from '../text/source.ts';
import type { ZoneTable } from '../time/types.ts';
import type { LoadedContract } from './load.ts';
import type { Lock } from './lock-file.ts';

/** What one contract rests on and does not say itself. */
export interface Pins {
  readonly tzdata: string;
  /** The files of its holidays, by path from the lock's folder. */
  readonly holidays: ReadonlyMap<string, SourceFile>;
  readonly zones: ReadonlyMap<string, ZoneTable>;
}

/** Null for a contract with errors, of which nobody can say what it rests on. */
export function pinsOf(loaded: LoadedContract, lockPath: string): Pins | null {
  const { contract, sources } = loaded;
  const [main] = sources;
  if (contract === null || main === undefined) return null;
  const plan = loaded.plan();
  const files = new Set(contract.holidaySets.map(({ origin }) => origin.file));
  const holidays = sources.filter(({ name }) => files.has(name) && name !== main.name);
  return {
    tzdata: plan.tzdata,
    holidays: new Map(holidays.map((source) => [pathFrom(lockPath, source.name), source])),
    zones: new Map(Object.entries(plan.zones)),
  };
}

/** One lock for contracts that share it. */
export function lockOf(all: readonly Pins[], tzdata: string): Lock {
  return {
    tzdata,
    holidays: new Map(
      all.flatMap(({ holidays }) => [...holidays].map(([path, source]) => [path, hashOf(source)] as const)),
    ),
    zones: new Map(all.flatMap(({ zones }) => [...zones])),
  };
}

/** Of the text and not of the bytes: a checkout with other line ends is the same file. */
export function hashOf({ text }: SourceFile): string {
  return `sha256-${createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('base64')}`;
}

/** With `/` between folders on every system. */
function pathFrom(lockPath: string, path: string): string {
  return relative(dirname(lockPath), path).split(sep).join('/');
}

import { createHash } from 'node:crypto';
import { dirname, relative, sep } from 'node:path';
import type { SourceFile } from '../text/source.ts';
import type { ZoneTable } from '../time/types.ts';
import type { RunnableContract } from './load-to-run.ts';
import type { Lock } from './lock-file.ts';

/** What one contract rests on and does not say itself. */
export interface Pins {
  readonly tzdata: string;
  /** The files of its holidays, by path from the lock's folder. */
  readonly holidays: ReadonlyMap<string, SourceFile>;
  /** The files of its closures, likewise. */
  readonly closures: ReadonlyMap<string, SourceFile>;
  readonly zones: ReadonlyMap<string, ZoneTable>;
}

/** Null for a contract with errors, of which nobody can say what it rests on. */
export function pinsOf(loaded: RunnableContract, lockPath: string): Pins | null {
  const { contract, sources, data } = loaded;
  const [main] = sources;
  if (contract === null || main === undefined) return null;
  const plan = loaded.plan();
  const files = new Set(contract.holidaySets.map(({ origin }) => origin.file));
  const holidays = sources.filter(({ name }) => files.has(name) && name !== main.name);
  const byPath = (of: readonly SourceFile[]) =>
    new Map(of.map((source) => [pathFrom(lockPath, source.name), source]));
  return {
    tzdata: plan.tzdata,
    holidays: byPath(holidays),
    closures: byPath(data),
    zones: new Map(Object.entries(plan.zones)),
  };
}

/** One lock for contracts that share it. */
export function lockOf(all: readonly Pins[], tzdata: string): Lock {
  const hashes = (of: 'holidays' | 'closures') =>
    new Map(all.flatMap((pins) => [...pins[of]].map(([path, source]) => [path, hashOf(source)] as const)));
  return {
    tzdata,
    holidays: hashes('holidays'),
    closures: hashes('closures'),
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

/**
 * Runs of a simulation in a file: a line of JSON for what was simulated, then a line for each run, whole or not at all.
 * Runs may be done on several machines, each into a file of its own, or in several goes into the same one.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, truncate, type FileHandle } from 'node:fs/promises';
import type { CheckedSimulation } from '../check/simulation-model.ts';
import type { CompiledPlan } from '../plan/model.ts';
import type { RunColumns } from '../simulate/run-columns.ts';
import { asUnreadable, Unreadable } from './unreadable.ts';

/** What a file of runs was made of. */
export interface RunFileHead {
  readonly kind: 'surety runs';
  readonly form: 2;
  /** Of the version, the simulation and the plan, wherever their files lie: runs of one key belong together. */
  readonly key: string;
  readonly version: string;
  readonly simulation: CheckedSimulation;
  readonly plan: CompiledPlan;
}

export interface RunFile {
  readonly head: RunFileHead;
  readonly runs: readonly RunColumns[];
  /** Length in bytes of the lines that are whole. */
  readonly whole: number;
}

export function runFileHead(version: string, simulation: CheckedSimulation, plan: CompiledPlan): RunFileHead {
  return { kind: 'surety runs', form: 2, key: keyOf(version, simulation, plan), version, simulation, plan };
}

/** Where things stand in files, and under which name, is not what they are. */
function keyOf(...parts: readonly unknown[]): string {
  const text = JSON.stringify(parts, (key, value: unknown) =>
    key === 'origin' || key === 'file' ? undefined : value,
  );
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Reads a file of runs. A line that was cut off in the middle of being written counts as not written.
 * @throws {Unreadable} where it cannot be read, or is no file of runs.
 */
export async function readRunFile(path: string): Promise<RunFile> {
  let head: RunFileHead | null = null;
  const runs: RunColumns[] = [];
  let whole = 0;
  let rest = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      rest = Buffer.concat([rest, chunk as Buffer]);
      for (let end = rest.indexOf(0x0a); end !== -1; end = rest.indexOf(0x0a)) {
        const line = rest.subarray(0, end).toString('utf8');
        rest = rest.subarray(end + 1);
        if (head === null) head = readHead(path, line);
        else runs.push(readRun(path, line, runs.length + 2));
        whole += end + 1;
      }
    }
  } catch (error) {
    throw asUnreadable(path, error);
  }
  if (head === null) throw new Unreadable(path, 'no runs of a simulation', NOT_RUNS);
  return { head, runs, whole };
}

const NOT_RUNS = 'name a file that `surety simulate … --out FILE` has written';

function readHead(path: string, line: string): RunFileHead {
  const head = asJson(line) as Partial<RunFileHead> | null;
  if (head?.kind !== 'surety runs') throw new Unreadable(path, 'no runs of a simulation', NOT_RUNS);
  if (head.form !== 2) {
    throw new Unreadable(path, 'runs in a form of another version of Surety', 'read it with that version');
  }
  return head as RunFileHead;
}

function readRun(path: string, line: string, number: number): RunColumns {
  const run = asJson(line) as Partial<RunColumns> | null;
  if (typeof run?.run === 'number' && run.tickets !== undefined && run.plans !== undefined)
    return run as RunColumns;
  throw new Unreadable(path, `line ${number} is no run`, 'simulate its runs anew');
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line, asColumn);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const COLUMNS = { Float64Array, Int8Array, Int16Array, Int32Array, Uint8Array, Uint16Array, Uint32Array };
type Kind = keyof typeof COLUMNS;

/** A column as it stands in a line: its kind and its bytes, the lowest first. */
interface WrittenColumn {
  readonly column: Kind;
  readonly bytes: string;
}

function asColumn(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('column' in value) || !('bytes' in value))
    return value;
  const { column, bytes } = value as WrittenColumn;
  const data = Uint8Array.from(Buffer.from(bytes, 'base64'));
  return new COLUMNS[column](data.buffer);
}

function withColumns(_key: string, value: unknown): unknown {
  if (!ArrayBuffer.isView(value)) return value;
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  return { column: value.constructor.name as Kind, bytes } satisfies WrittenColumn;
}

/** A file of runs that is being written. */
export interface RunFileWriter {
  /** Runs that were in it already. */
  readonly before: readonly RunColumns[];
  readonly add: (run: RunColumns) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Begins a file of runs, or goes on with one.
 * @throws {Unreadable} where it cannot be written; where it is there and is not to be gone on with; where it is of another
 * simulation.
 */
export async function writeRunFile(path: string, head: RunFileHead, goesOn: boolean): Promise<RunFileWriter> {
  const known = goesOn ? await readIfThere(path) : null;
  if (known !== null && known.head.key !== head.key) {
    throw new Unreadable(
      path,
      'holds runs of another simulation, contract or version of Surety',
      'name another file, or remove this one',
    );
  }
  const before = known?.runs ?? [];
  try {
    if (known !== null) await truncate(path, known.whole);
    const file = await open(path, known !== null ? 'a' : goesOn ? 'w' : 'wx');
    if (known === null) await append(file, head);
    return { before, add: (run) => append(file, run), close: () => file.close() };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new Unreadable(path, 'is there already', 'go on with it by --resume, or remove it');
    }
    throw asUnreadable(path, error);
  }
}

async function append(file: FileHandle, line: unknown): Promise<void> {
  await file.appendFile(`${JSON.stringify(line, withColumns)}\n`);
}

async function readIfThere(path: string): Promise<RunFile | null> {
  try {
    const file = await open(path, 'r');
    const { size } = await file.stat();
    await file.close();
    if (size === 0) return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw asUnreadable(path, error);
  }
  return readRunFile(path);
}

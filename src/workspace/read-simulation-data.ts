import { dirname, isAbsolute, join } from 'node:path';
import type { ColumnRead, DataProblem, LogRead, SimulationData } from '../check/simulation-data.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { fitTickets } from '../simulate/fit/fit-tickets.ts';
import { checkMapping } from '../simulate/history/check-mapping.ts';
import { createCsvReader } from '../simulate/history/csv-reader.ts';
import type { LogFailure } from '../simulate/history/log-rows.ts';
import type { MappingProblem } from '../simulate/history/mapping-fields.ts';
import { readHistory } from '../simulate/history/read-history.ts';
import type { ArrivalsNode, FileNode, TimesOfFileNode } from '../syntax/tree.ts';
import { openLog } from './open-log.ts';
import { readSource } from './read-source.ts';
import { Unreadable } from './unreadable.ts';

/**
 * Reads the files of data that a simulation names, by their paths from where it lies. One that cannot be read is no error
 * here: what is wrong with it is part of the answer.
 * @param contract the contract that a log is held against; null where it has errors
 */
export async function readSimulationData(
  main: FileNode,
  contract: () => CompiledPlan | null,
): Promise<SimulationData> {
  const columns = new Map<string, ColumnRead>();
  const logs = new Map<string, LogRead>();
  for (const { path, column } of columnsNamedIn(main)) {
    const key = keyOf(path.text, column.text);
    if (!columns.has(key)) columns.set(key, await readColumn(main, path.text, column.text));
  }
  for (const { path, map } of logsNamedIn(main)) {
    const key = keyOf(path.text, map.text);
    if (!logs.has(key)) logs.set(key, await readLog(main, path.text, map.text, contract()));
  }
  const none: DataProblem = { kind: 'problem', with: 'file', problem: 'no such file', help: null };
  return {
    column: (_, path, column) => columns.get(keyOf(path, column)) ?? none,
    log: (_, path, map) => logs.get(keyOf(path, map)) ?? none,
  };
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

/** Times of a file may stand wherever a time may. */
function columnsNamedIn({ declarations }: FileNode): readonly TimesOfFileNode[] {
  const found: TimesOfFileNode[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('kind' in node && node.kind === 'of a file') found.push(node as TimesOfFileNode);
    else Object.values(node).forEach(look);
  };
  look(declarations.filter(({ kind }) => kind === 'simulation'));
  return found;
}

function logsNamedIn({ declarations }: FileNode): readonly NonNullable<ArrivalsNode['log']>[] {
  return declarations.flatMap((node) =>
    node.kind !== 'simulation'
      ? []
      : node.clauses.flatMap((clause) => (clause.kind === 'arrivals' ? (clause.log ?? []) : [])),
  );
}

/** @throws {Unreadable} where the path leads out of what can be moved to another machine. */
function placeOf({ source }: FileNode, path: string): string {
  if (isAbsolute(path)) {
    throw new Unreadable(
      path,
      'the path begins at the root of one machine',
      'write it from where the simulation lies',
    );
  }
  return join(dirname(source.name), path);
}

async function readColumn(main: FileNode, path: string, column: string): Promise<ColumnRead> {
  return orProblem('file', async () => {
    const decoder = new TextDecoder('utf-8');
    let text = '';
    for await (const piece of await openLog(placeOf(main, path)))
      text += decoder.decode(piece, { stream: true });
    text += decoder.decode();
    const fields: { readonly text: string; readonly line: number }[] = [];
    const bad: { readonly reason: string; readonly line: number }[] = [];
    const reader = createCsvReader({ delimiter: delimiterOf(text, column), columns: null }, [column], {
      row: ([field = ''], line) => {
        if (field.trim() !== '') fields.push({ text: field.trim(), line });
      },
      badRow: (reason, line) => bad.push({ reason, line }),
    });
    const failure = reader.write(text) ?? reader.end();
    if (failure !== null) return asProblem('file', failure);
    const [first] = bad;
    if (first === undefined) return { kind: 'column', fields };
    return asProblem('file', { message: `line ${first.line} cannot be read: ${first.reason}`, help: null });
  });
}

/** The delimiter by which the first line names the column; a comma where none does. */
function delimiterOf(text: string, column: string): string {
  const header = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  const named = (delimiter: string): boolean =>
    header.split(delimiter).some((name) => name.trim().replace(/^"|"$/g, '') === column);
  return [',', ';', '\t'].find(named) ?? ',';
}

async function readLog(
  main: FileNode,
  path: string,
  map: string,
  contract: CompiledPlan | null,
): Promise<LogRead> {
  if (contract === null) return { kind: 'unread' };
  const checked = await orProblem('mapping', async () =>
    checkMapping((await readSource(placeOf(main, map))).text, map),
  );
  if (checked.kind === 'problem') return checked;
  if (checked.kind === 'problems') return mappingProblem(checked.problems);
  return orProblem('file', async (): Promise<LogRead> => {
    const read = await readHistory(await openLog(placeOf(main, path)), checked.mapping);
    if (read.kind === 'failure') return asProblem('file', read.failure);
    const { history } = read;
    const fitted = fitTickets(history, contract);
    if (fitted.kind === 'problems') return mappingProblem(fitted.problems);
    const foreign = history.tickets.length - fitted.tickets.length;
    const ofOtherKinds = {
      reason: 'a severity, region, channel or type that the contract does not have',
      count: foreign,
    };
    return {
      kind: 'log',
      tickets: fitted.tickets.map(({ opened, severity, region, channel, type }) => ({
        opened,
        severity,
        region,
        channel,
        type,
      })),
      zone: checked.mapping.times.zone,
      unusable: [
        ...history.unusable.map(({ reason, count }) => ({ reason, count })),
        ...(foreign > 0 ? [ofOtherKinds] : []),
      ],
    };
  });
}

function mappingProblem(problems: readonly MappingProblem[]): DataProblem {
  const [first, ...others] = problems;
  const more = others.length === 0 ? '' : ` (and ${others.length} more: \`surety replay\` lists them)`;
  const at = first === undefined || first.at === '' ? '' : `${first.at}: `;
  return {
    kind: 'problem',
    with: 'mapping',
    problem: `${at}${first?.message ?? ''}${more}`,
    help: first?.help ?? null,
  };
}

function asProblem(of: DataProblem['with'], { message, help }: LogFailure): DataProblem {
  return { kind: 'problem', with: of, problem: message, help };
}

async function orProblem<T>(of: DataProblem['with'], read: () => Promise<T>): Promise<T | DataProblem> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const problem = error.message.slice(`${error.path}: `.length);
    return { kind: 'problem', with: of, problem, help: error.help };
  }
}

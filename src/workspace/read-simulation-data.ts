import { dirname, isAbsolute, join } from 'node:path';
import { logRequest } from '../check/check-log.ts';
import type {
  ColumnRead,
  DataProblem,
  LogRead,
  LogRequest,
  ReadTicket,
  SimulationData,
} from '../check/simulation-data.ts';
import type { CompiledPlan } from '../plan/model.ts';
import { fitTickets } from '../simulate/fit/fit-tickets.ts';
import { checkMapping } from '../simulate/history/check-mapping.ts';
import { createCsvReader } from '../simulate/history/csv-reader.ts';
import type { HistoryTicket } from '../simulate/history/history.ts';
import type { TicketMapping } from '../simulate/history/mapping.ts';
import type { LogFailure } from '../simulate/history/log-rows.ts';
import type { MappingProblem } from '../simulate/history/mapping-fields.ts';
import { factWords } from '../simulate/history/said-of-ticket.ts';
import { readHistory } from '../simulate/history/read-history.ts';
import type { FileNode, TimesOfFileNode } from '../syntax/tree.ts';
import { MS_PER_SECOND } from '../time/units.ts';
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
  for (const request of logsNamedIn(main)) {
    const key = keyOf(request);
    if (!logs.has(key)) logs.set(key, await readLog(main, request, contract()));
  }
  const none: DataProblem = { kind: 'problem', with: 'file', problem: 'no such file', help: null };
  return {
    column: (_, path, column) => columns.get(keyOf(path, column)) ?? none,
    log: (_, request) => logs.get(keyOf(request)) ?? none,
  };
}

function keyOf(...parts: readonly unknown[]): string {
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

function logsNamedIn({ declarations }: FileNode): readonly LogRequest[] {
  return declarations.flatMap((node) =>
    node.kind !== 'simulation'
      ? []
      : node.clauses.flatMap((clause) =>
          clause.kind === 'arrivals' && clause.log !== null
            ? [logRequest({ ...clause, log: clause.log })]
            : [],
        ),
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
  { path, map, takes }: LogRequest,
  contract: CompiledPlan | null,
): Promise<LogRead> {
  if (contract === null) return { kind: 'unread' };
  const checked = await orProblem('mapping', async () =>
    checkMapping((await readSource(placeOf(main, map))).text, map),
  );
  if (checked.kind === 'problem') return checked;
  if (checked.kind === 'problems') return mappingProblem(checked.problems);
  const { mapping } = checked;
  const { states } = mapping;
  const unknown = takes.find(
    (take) => take.kind === 'state' && !states.some(({ state }) => state === take.state),
  );
  if (unknown?.kind === 'state') {
    return {
      kind: 'problem',
      with: 'mapping',
      problem: `does not say when a ticket is in the state \`${unknown.state}\``,
      help: `add it to its \`states\`: \`"${unknown.state}": { "column": …, "is": … }\``,
    };
  }
  return orProblem('file', async (): Promise<LogRead> => {
    const read = await readHistory(await openLog(placeOf(main, path)), withColumns(mapping, takes));
    if (read.kind === 'failure') return asProblem('file', read.failure);
    const { history } = read;
    const fitted = fitTickets({ ...history, mapping }, contract);
    if (fitted.kind === 'problems') return mappingProblem(fitted.problems);
    const foreign = history.tickets.length - fitted.tickets.length;
    const ofOtherKinds = {
      reason: 'a severity, region, channel or type that the contract does not have',
      count: foreign,
    };
    return {
      kind: 'log',
      tickets: fitted.tickets.map(({ opened, severity, region, channel, type }, i): ReadTicket => {
        const source = fitted.sources[i] as HistoryTicket;
        const kinds = { severity, region, channel, type };
        return {
          opened,
          ...kinds,
          facts: factWords(source, mapping, contract),
          takes: takenBy(source, mapping, takes),
        };
      }),
      zone: mapping.times.zone,
      unusable: [
        ...history.unusable.map(({ reason, count }) => ({ reason, count })),
        ...(foreign > 0 ? [ofOtherKinds] : []),
      ],
    };
  });
}

/** The columns that are asked for are read as facts of no contract, behind its own. */
function withColumns(mapping: TicketMapping, takes: LogRequest['takes']): TicketMapping {
  const columns = takes.flatMap((take, i) =>
    take.kind === 'column'
      ? [
          {
            fact: `takes ${i}`,
            rule: { kind: 'column', column: take.column, take: 'last', values: null, absent: null } as const,
          },
        ]
      : [],
  );
  return { ...mapping, facts: [...mapping.facts, ...columns] };
}

/** What stands in each column that is asked for, and the seconds in each state up to the last that is known of it. */
function takenBy(
  { said, changes }: HistoryTicket,
  { facts }: TicketMapping,
  takes: LogRequest['takes'],
): ReadTicket['takes'] {
  let column = facts.length;
  return takes.map((take) =>
    take.kind === 'column' ? (said[column++] ?? '').trim() : secondsIn(take.state, changes),
  );
}

/** -1 where the ticket never was in it. */
function secondsIn(state: string, changes: HistoryTicket['changes']): number {
  let total = -1;
  let since: number | null = null;
  for (const change of changes) {
    if (change.kind !== 'state') continue;
    if (since !== null) total = Math.max(total, 0) + (change.at - since) / MS_PER_SECOND;
    since = change.state === state ? change.at : null;
  }
  return total;
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

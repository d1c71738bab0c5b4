import { checkMapping } from '../../simulate/history/check-mapping.ts';
import type { TicketMapping } from '../../simulate/history/mapping.ts';
import { readSource } from '../../workspace/read-source.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { findMapping } from './find-mapping.ts';
import { refuseMapping } from './mapping-problems.ts';

/** How a log is to be read, as flags have it. */
export interface MappingFlags {
  /** A file, or the name of a mapping that is shipped. */
  readonly map?: string;
  readonly logZone?: string;
  readonly logTimes?: string;
  readonly region?: string;
}

export type MappingRead =
  | { readonly kind: 'mapping'; readonly file: string; readonly mapping: TicketMapping }
  /** What is wrong with it has been said. */
  | { readonly kind: 'refused'; readonly exit: ExitCode };

/** @throws {UsageError} where no mapping is named: it says which one fits. */
export async function readMapping(
  { map, logZone: zone, logTimes: timeFormat, region }: MappingFlags,
  log: string,
  around: Surroundings,
): Promise<MappingRead> {
  const file = await findMapping(map, log);
  const checked = checkMapping((await readSource(file)).text, file, {
    ...(zone === undefined ? {} : { zone }),
    ...(timeFormat === undefined ? {} : { timeFormat }),
    ...(region === undefined ? {} : { region }),
  });
  return checked.kind === 'problems'
    ? { kind: 'refused', exit: refuseMapping(file, checked.problems, around) }
    : { kind: 'mapping', file, mapping: checked.mapping };
}

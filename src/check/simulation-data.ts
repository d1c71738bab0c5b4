/** What the files of data hold that a simulation names. They are read at the edge, before the simulation is checked. */
import type { SourceFile } from '../text/source.ts';
import type { LoggedTicket } from './simulation-model.ts';

/** The contents of files by their paths, as they are written in another file. */
export interface SimulationData {
  readonly column: (from: SourceFile, path: string, column: string) => ColumnRead;
  readonly log: (from: SourceFile, request: LogRequest) => LogRead;
}

/** A log, and what of its tickets beside their kinds is asked for. */
export interface LogRequest {
  readonly path: string;
  readonly map: string;
  readonly takes: readonly (
    { readonly kind: 'column'; readonly column: string } | { readonly kind: 'state'; readonly state: string }
  )[];
}

/** A ticket as it was read: by request, what stands in a column, or how many seconds it was in a state. */
export interface ReadTicket extends Omit<LoggedTicket, 'times'> {
  readonly takes: readonly (string | number)[];
}

export type ColumnRead =
  /** The fields that are not empty, and the line of each. */
  | {
      readonly kind: 'column';
      readonly fields: readonly { readonly text: string; readonly line: number }[];
    }
  | DataProblem;

export type LogRead =
  | {
      readonly kind: 'log';
      /** By their opening. */
      readonly tickets: readonly ReadTicket[];
      /** The zone of its clock; null where its times say their own. */
      readonly zone: string | null;
      /** How many tickets nothing can be made of, the commonest reason first. */
      readonly unusable: readonly { readonly reason: string; readonly count: number }[];
    }
  /** The contract has errors, which have been reported: nothing can be held against it. */
  | { readonly kind: 'unread' }
  | DataProblem;

/** Why nothing can be made of a file, and what to do about it. */
export interface DataProblem {
  readonly kind: 'problem';
  /** Whether it is with the file itself or with the mapping that reads it. */
  readonly with: 'file' | 'mapping';
  /** What goes behind the name of the file, such as `no such file`. */
  readonly problem: string;
  readonly help: string | null;
}

const NO_FILE: DataProblem = { kind: 'problem', with: 'file', problem: 'no such file', help: null };

export const NO_DATA: SimulationData = { column: () => NO_FILE, log: () => NO_FILE };

import { readFile } from 'node:fs/promises';
import { asUnreadable, Unreadable } from './unreadable.ts';
import { writeAtomically } from './write-atomically.ts';

/** The lines of histories that runs of `track` leave to each other in a file. */
export interface TrackState {
  /** What an earlier run left; none where there was no earlier run. */
  readonly lines: readonly string[];
  /**
   * Leaves lines to the next run.
   * @throws {Unreadable} when they cannot be written, or another run has left its own since these were read.
   */
  leave(lines: readonly string[]): Promise<void>;
}

/** @throws {Unreadable} when the file is there and cannot be read. */
export async function readTrackState(path: string): Promise<TrackState> {
  const text = await textOf(path);
  return {
    lines: linesOf(path, text ?? ''),
    leave: async (lines) => {
      if ((await textOf(path)) !== text) {
        throw new Unreadable(
          path,
          'another run has written it in the meantime, and what that one left is kept',
          'let one run end before the next begins, and run this one again',
        );
      }
      await writeAtomically(path, lines.map((line) => `${line}\n`).join(''));
    },
  };
}

/** Null where there is no file. */
async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const unreadable = asUnreadable(path, error);
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw unreadable;
  }
}

function linesOf(path: string, text: string): readonly string[] {
  if (text !== '' && !text.endsWith('\n')) {
    throw new Unreadable(path, 'its last line is cut off, so it is none that `surety track --state` wrote');
  }
  return text.split('\n').slice(0, -1);
}

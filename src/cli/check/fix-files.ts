import type { AppliedFix, FixMode } from '../../diagnostics/apply-fixes.ts';
import { placeInWords } from '../../diagnostics/render-text.ts';
import { unifiedDiff } from '../../text/unified-diff.ts';
import { findFiles } from '../../workspace/find-files.ts';
import { fixFile } from '../../workspace/fix-file.ts';
import { Unreadable } from '../../workspace/unreadable.ts';
import { writeAtomically } from '../../workspace/write-atomically.ts';

export interface FixReport {
  /** What was changed, or would be, for people: a line a fix. */
  readonly log: string;
  /** The changes as a unified diff. */
  readonly diff: string;
}

/**
 * Mends what a machine may mend in every file that the paths speak of, each file whole or not at all. A file that
 * cannot be read is left to the check that follows, which says so.
 */
export async function fixFiles(
  paths: readonly string[],
  mode: FixMode,
  { write }: { readonly write: boolean },
): Promise<FixReport> {
  const log: string[] = [];
  const diffs: string[] = [];
  let count = 0;
  let files = 0;
  for (const path of await findFiles(paths, ['.plan', '.sim'])) {
    try {
      const { before, after, applied, refused } = await fixFile(path, mode);
      log.push(...refused.map((each) => `${line(each)}: left as it is, since there would be more errors\n`));
      if (before === after) continue;
      if (write) await writeAtomically(path, after);
      diffs.push(unifiedDiff(path, before, after));
      log.push(...applied.map((each) => `${line(each)}\n`));
      count += applied.length;
      files += 1;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
  }
  const total = `${count} ${count === 1 ? 'fix' : 'fixes'} in ${files} ${files === 1 ? 'file' : 'files'}`;
  log.push(count === 0 ? 'nothing to fix\n' : `${total}${write ? '' : ', not written'}\n`);
  return { log: log.join(''), diff: diffs.join('') };
}

/** Where a fix was made, what it did and for which finding. */
function line({ diagnostic: { code, place }, fix }: AppliedFix): string {
  const [title = ''] = fix.title.split('\n');
  return `${placeInWords(place)}: ${title === fix.title ? title : `${title} …`} (${code})`;
}

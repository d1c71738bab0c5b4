import { type AppliedFix, applyFixes, type FixMode } from '../diagnostics/apply-fixes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { inReadingOrder } from '../diagnostics/order.ts';
import { format } from '../format/format.ts';
import { createSourceFile } from '../text/source.ts';
import { loadContractFrom, loadSimulationFrom } from './load.ts';
import { readSource } from './read-source.ts';

/** What fixing made of a file; nothing is written yet. */
export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** What was changed, in the order in which it was. */
  readonly applied: readonly AppliedFix[];
  /** Fixes that were tried and left out, since there were more errors with them than without. */
  readonly refused: readonly AppliedFix[];
}

/** Rounds of fixing and checking again: what one mends may show what stood behind it. */
const MOST_ROUNDS = 20;

/**
 * Mends the findings of a contract or simulation that a machine may mend, checks the result, and goes on until
 * nothing is left to mend. The file never has more errors than before: fixes that lead to more are left out, and
 * named. A file in canonical form stays in it.
 * @throws {Unreadable} when the file cannot be read.
 */
export async function fixFile(path: string, mode: FixMode): Promise<FixedFile> {
  const { text: before } = await readSource(path);
  const applied: AppliedFix[] = [];
  const refused: AppliedFix[] = [];
  const wasCanonical = isCanonical(before);
  const lookAt = async (text: string): Promise<Looked> => {
    const diagnostics = await findingsOf(path, text);
    return { text, diagnostics, errors: diagnostics.filter(({ level }) => level === 'error').length };
  };
  let now = await lookAt(before);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const open = now.diagnostics.filter((diagnostic) => !refused.some((each) => isSame(each, diagnostic)));
    const file = { name: path, text: now.text };
    const together = applyFixes(file, open, mode);
    if (together.applied.length === 0) break;
    const next = await lookAt(together.text);
    if (next.errors <= now.errors) {
      applied.push(...together.applied);
      now = next;
      continue;
    }
    // One of them makes it worse; alone they show which.
    for (const each of together.applied) {
      const alone = applyFixes({ name: path, text: now.text }, [each.diagnostic], mode);
      const tried = await lookAt(alone.text);
      if (tried.errors > now.errors) {
        refused.push(each);
        continue;
      }
      applied.push(each);
      now = tried;
      // The places of the others are those of the text before this one.
      break;
    }
  }
  const after = now.text !== before && wasCanonical ? canonical(now.text) : now.text;
  return { path, before, after, applied, refused };
}

interface Looked {
  readonly text: string;
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[];
  readonly errors: number;
}

async function findingsOf(path: string, text: string): Promise<readonly Diagnostic[]> {
  const load = path.endsWith('.sim') ? loadSimulationFrom : loadContractFrom;
  return inReadingOrder((await load(createSourceFile(path, text))).diagnostics);
}

function isSame({ diagnostic, fix }: AppliedFix, other: Diagnostic): boolean {
  return (
    diagnostic.code === other.code &&
    diagnostic.message === other.message &&
    other.fixes.some(({ title }) => title === fix.title)
  );
}

function isCanonical(text: string): boolean {
  return canonical(text) === text;
}

/** The canonical form; the text itself where it has none. */
function canonical(text: string): string {
  const result = format(text);
  return result.kind === 'formatted' ? result.text : text;
}

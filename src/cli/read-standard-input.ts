import type { SourceFile } from '../text/source.ts';
import { sourceOf } from '../workspace/read-source.ts';
import type { Input } from './io.ts';
import { UsageError } from './usage-error.ts';

/**
 * The text on standard input, where `-` stands for it among the paths; null where it does not. What it names is looked for
 * from the folder that one is in.
 * @throws {UsageError} when there are other paths beside it.
 * @throws {Unreadable} when it is no text.
 */
export async function readStandardInput(paths: readonly string[], stdin: Input): Promise<SourceFile | null> {
  if (!paths.includes('-')) return null;
  if (paths.length > 1) throw new UsageError('`-` is standard input, and stands alone');
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return sourceOf('standard input', Buffer.concat(chunks));
}

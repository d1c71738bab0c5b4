import { nearestWord } from '../diagnostics/nearest-word.ts';
import { UsageError } from './usage-error.ts';

interface NamedEntry {
  readonly name: string;
  readonly aliases: readonly string[];
}

/**
 * Index of the entry that a flag names, by its name or another word for it; case counts only where two entries
 * differ by nothing else.
 * @throws {UsageError} that lists the names when there is none.
 */
export function findNamed(entries: readonly NamedEntry[], text: string, flag: string, what: string): number {
  const words = ({ name, aliases }: NamedEntry) => [name, ...aliases];
  const exact = entries.findIndex((entry) => words(entry).includes(text));
  if (exact !== -1) return exact;
  const lower = text.toLowerCase();
  const loose = entries.flatMap((entry, index) =>
    words(entry).some((word) => word.toLowerCase() === lower) ? [index] : [],
  );
  const [only] = loose;
  if (only !== undefined && loose.length === 1) return only;
  const near = nearestWord(text, entries.flatMap(words));
  const known =
    entries.length === 0
      ? `it has none; leave ${flag} out`
      : `known: ${entries.map(({ name }) => name).join(', ')}`;
  throw new UsageError(
    `${flag}: the contract has no ${what} \`${text}\``,
    near === null ? known : `did you mean \`${near}\`? ${known}`,
  );
}

import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { LogFailure } from './log-rows.ts';

/** More names than this are not listed: a file of another kind has one long line for its header. */
const LISTED = 40;

/**
 * The mapping asks for a field that the log does not have.
 *
 * @param kind what the log's format calls a field
 * @param present the names that the log does have, in its own order
 */
export function missingField(
  kind: 'column' | 'attribute' | 'field',
  name: string,
  present: readonly string[],
): LogFailure {
  // What no text in UTF-8 has is read as this character.
  if (present.some((each) => each.includes('\uFFFD'))) {
    return {
      message: 'the log is not in UTF-8',
      help: 'save it as UTF-8, or say what it is in: `"log": { …, "encoding": "windows-1252" }` in the mapping',
    };
  }
  const near = nearestWord(name, present);
  const listed = present.slice(0, LISTED).map((each) => `\`${each.slice(0, 60)}\``);
  if (present.length > LISTED) listed.push('…');
  const has = `it has ${listed.join(', ')}`;
  return {
    message: `the log has no ${kind} \`${name}\`, which the mapping asks for`,
    help: near === null ? has : `did you mean \`${near}\`? ${has}`,
  };
}

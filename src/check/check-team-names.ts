import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { NameNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';

/** Names of teams of the desk; null, and a finding, where one is none. */
export function checkTeamNames(
  context: CheckContext,
  names: readonly NameNode[],
  teams: readonly NameNode[],
): readonly string[] | null {
  const known = teams.map(({ text }) => text);
  const unknown = names.filter(({ text }) => !known.includes(text));
  // Without any team the desk is incomplete, which is said where it stands.
  for (const { text, span } of known.length === 0 ? [] : unknown)
    report(context, 'simulation/unknown-team', span, {
      team: text,
      nearest: nearestWord(text, known),
      known,
    });
  return unknown.length > 0 ? null : names.map(({ text }) => text);
}

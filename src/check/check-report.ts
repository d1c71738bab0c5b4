import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { NameNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';
import { REPORT_PARTS, type ReportPart } from './simulation-model.ts';

/** The parts of an answer that a simulation asks for, in the order in which they come; null after an error. */
export function checkReport(context: CheckContext, names: readonly NameNode[]): readonly ReportPart[] | null {
  const known: readonly string[] = [...REPORT_PARTS, 'all'];
  const unknown = names.filter(({ text }) => !known.includes(text));
  for (const { text, span } of unknown)
    report(context, 'simulation/unknown-part', span, {
      part: text,
      nearest: nearestWord(text, known),
      known,
    });
  if (unknown.length > 0) return null;
  const asked = names.map(({ text }) => text);
  return REPORT_PARTS.filter((part) => asked.includes('all') || asked.includes(part));
}

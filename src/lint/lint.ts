import type { CheckedContract } from '../check/model.ts';
import type { Collector } from '../diagnostics/collector.ts';
import type { FileNode } from '../syntax/tree.ts';
import { applySilences, soundSilences } from './apply-silences.ts';
import type { LintCode, LintFinding } from './finding.ts';
import { Places } from './places.ts';
import { RULES } from './rules.ts';
import { silencesIn } from './silence.ts';

/**
 * Looks for what a contract says soundly and hardly means. Warnings that its author lets stand, with a reason, are
 * left out. A contract with errors is not looked at but for its silences, which have errors of their own: what is
 * missing from it would be found missing twice. `further` are warnings of those who asked the engine.
 */
export function lint(
  contract: CheckedContract,
  files: readonly FileNode[],
  collector: Collector,
  further: readonly LintFinding[] = [],
): void {
  const main = files[0];
  const silences = soundSilences(main === undefined ? [] : silencesIn(main.source), collector);
  if (collector.hasErrors) return;
  const places = new Places(files);
  const found = [...RULES.flatMap((rule) => rule({ contract, files })), ...further].map((finding) => ({
    code: finding.code,
    place: places.of(finding.origin),
    finding,
  }));
  for (const { finding } of applySilences(found, silences, collector)) report(finding, places, collector);
}

function report<C extends LintCode>(finding: LintFinding<C>, places: Places, collector: Collector): void {
  const { code, origin, params, related } = finding;
  collector.report(code, places.of(origin), params, {
    path: origin.path,
    related: related.map(({ message, origin: other }) => ({ message, place: places.of(other) })),
  });
}

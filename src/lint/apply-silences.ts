import type { Collector } from '../diagnostics/collector.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { isCode, REGISTRY } from '../diagnostics/registry.ts';
import { positionAt } from '../text/source.ts';
import type { Silence } from './silence.ts';

/** A warning as a silence sees it. */
export interface Warning {
  readonly code: string;
  readonly place: Place;
}

/** Reports silences that cannot be one: without a reason, of no finding, or of one that is no warning. */
export function soundSilences(silences: readonly Silence[], collector: Collector): readonly Silence[] {
  return silences.filter(({ source, span, codeSpan, code, reason }) => {
    if (!isCode(code)) {
      const warnings = Object.entries(REGISTRY).flatMap(([known, { level }]) =>
        level === 'warning' ? [known] : [],
      );
      const nearest = nearestWord(code, warnings);
      collector.report('lint/silence-of-nothing', { source, span: codeSpan }, { code, nearest });
      return false;
    }
    const { level } = REGISTRY[code];
    if (level !== 'warning') {
      collector.report('lint/silence-of-no-warning', { source, span: codeSpan }, { code, level });
      return false;
    }
    if (reason === '') {
      collector.report('lint/silence-without-reason', { source, span }, { code });
      return false;
    }
    return true;
  });
}

/** The warnings that stay; silences that took none away are reported. */
export function applySilences<W extends Warning>(
  warnings: readonly W[],
  silences: readonly Silence[],
  collector: Collector,
): readonly W[] {
  const used = new Set<Silence>();
  const stay = warnings.filter((warning) => {
    const silence = silences.find((candidate) => takesAway(candidate, warning));
    if (silence !== undefined) used.add(silence);
    return silence === undefined;
  });
  for (const silence of silences) {
    if (used.has(silence)) continue;
    const { source, span, code } = silence;
    collector.report('lint/unused-silence', { source, span }, { code });
  }
  return stay;
}

/** A silence speaks of what begins on its line, and of what ends there, since it may stand behind a long clause. */
function takesAway({ source, code, line }: Silence, warning: Warning): boolean {
  const { place } = warning;
  if (code !== warning.code || source.name !== place.source.name) return false;
  const first = positionAt(source, place.span.start).line;
  const last = positionAt(source, place.span.end).line;
  return line === first || line === last;
}

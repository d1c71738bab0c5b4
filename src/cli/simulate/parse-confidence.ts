import { UsageError } from '../usage-error.ts';

/** `95` or `95%`: how sure a recommendation has to be, as a share. */
export function parseConfidence(text: string): number {
  const percent = Number(/^(\d+(?:\.\d+)?)\s*%?$/.exec(text)?.[1]);
  if (percent > 50 && percent < 100) return percent / 100;
  throw new UsageError(
    `--confidence \`${text}\` is no per cent above 50 and below 100`,
    'write --confidence 95',
  );
}

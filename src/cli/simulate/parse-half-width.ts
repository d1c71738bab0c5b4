import { UsageError } from '../usage-error.ts';

/** `0.5` or `0.5%`: half a per cent to either side, as a share. */
export function parseHalfWidth(text: string): number {
  const percent = Number(/^(\d+(?:\.\d+)?)\s*%?$/.exec(text)?.[1]);
  if (percent > 0 && percent < 50) return percent / 100;
  throw new UsageError(
    `--half-width \`${text}\` is no per cent above 0 and below 50`,
    'write 0.5 for half a per cent',
  );
}

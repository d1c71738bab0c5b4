import { synonymOf } from '../synonyms.ts';

/** A column of another table by the language's own name for it, or in quotes where it is several words. */
export function columnName(written: string): string {
  const known = synonymOf('metric', written);
  if (known !== null) return known;
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(written) ? written : `"${written}"`;
}

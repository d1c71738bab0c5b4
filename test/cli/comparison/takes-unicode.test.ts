import { expect, test } from 'vitest';
import { takesUnicode } from '../../../src/cli/comparison/takes-unicode.ts';

test.each([
  [{}, true],
  [{ LANG: 'C' }, false],
  [{ LANG: 'POSIX' }, false],
  [{ LANG: 'C.UTF-8' }, true],
  [{ LANG: 'en_GB.utf8' }, true],
  [{ LANG: 'de_DE.UTF-8@euro' }, true],
  [{ LANG: 'de_DE.ISO-8859-15@euro' }, false],
  [{ LANG: 'en_US' }, true],
  // The first that is set holds; one that is empty is none.
  [{ LC_ALL: 'C', LANG: 'en_GB.UTF-8' }, false],
  [{ LC_ALL: '', LC_CTYPE: 'en_GB.UTF-8', LANG: 'C' }, true],
  [{ LC_CTYPE: 'POSIX', LANG: 'en_GB.UTF-8' }, false],
])('%j', (env, unicode) => {
  expect(takesUnicode(env)).toBe(unicode);
});

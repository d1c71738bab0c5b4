/**
 * Whether the locale says that the terminal takes more than ASCII, as POSIX has it: the first of these that is set holds. Where
 * none is nothing is known, and terminals of today take UTF-8.
 */
export function takesUnicode(env: { readonly [name: string]: string | undefined }): boolean {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((one) => one !== undefined && one !== '');
  if (locale === undefined) return true;
  if (locale === 'C' || locale === 'POSIX') return false;
  const [, codeset] = /\.([^@]+)/.exec(locale) ?? [];
  return codeset === undefined || /^utf-?8$/i.test(codeset);
}

/** How months begin in English, French, German and Spanish; what several share is one of them in all. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'jän'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'mrz', 'mae'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aoû', 'aou', 'ago'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'déc', 'dez', 'dic'],
];

/** The number of a month by its name or a beginning of it; 0, which no date has, for none. */
export function monthOf(name: string): number {
  const wanted = name.toLowerCase().normalize('NFC');
  return BEGINNINGS.findIndex((beginnings) => beginnings.some((each) => wanted.startsWith(each))) + 1;
}

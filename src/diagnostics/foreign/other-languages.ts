import { anyCase, DASH, type ForeignForm } from './form.ts';

/** Where an amount of time may stand: a cell, and what was read as a unit. */
const AMOUNT_OF_TIME = /^(?:targetRow|unit)$/;
/** Where dates of every year may stand. */
const DATED = /^(?:closed|open|limited|season|holidayRow|holidays)$/;
/** Clauses that begin with days. */
const HOURS = /^(?:open|limited|team|shift)$/;

const BUSINESS =
  '(?:werk|arbeits)tage?n?|jours?\\s+ouvr(?:és?|ables?)|d[ií]as?\\s+(?:[uú]teis|[uú]til|h[aá]biles?|laborables?)|giorni\\s+lavorativi';
const CALENDAR = 'kalendertage?n?|jours?\\s+calendaires?|d[ií]as?\\s+(?:naturales|corridos)';
const OPEN_HOURS =
  '(?:gesch[aä]fts|service|arbeits)stunden|heures?\\s+ouvr(?:ées?|ables?)|horas\\s+(?:[uú]teis|h[aá]biles|laborables)';

/** Units of time in German, French, Spanish, Portuguese and Italian, the longer before those that they begin with. */
const UNITS: readonly (readonly [string, readonly string[]])[] = [
  // A German Werktag may be a Saturday, and so may a jour ouvrable.
  [BUSINESS, ['business days']],
  [CALENDAR, ['calendar days']],
  [OPEN_HOURS, ['business hours']],
  ['stunden?|std\\.?|heures?|horas?|ore', ['h']],
  ['minuten?|minutos?|minuti', ['min']],
  ['tage?n?|jours?|d[ií]as?|giorni', ['business days', 'calendar days']],
  ['wochen?|semaines?|semanas?|settimane', ['weeks']],
  ['monate?n?|mois|mes(?:es)?|m[eê]s|mesi', ['months']],
  ['jahre?n?|ann?ées?|ans?|años?|anos?|anni', ['years']],
];

/** Weekdays as they begin in these languages; of two letters alone many mean another day in the next one. */
const DAYS: readonly (readonly [RegExp, string])[] = [
  [/^(?:mo(?:ntag)?s?|lundi|lunes|luned[iì]|segunda)/iu, 'Mon'],
  [/^(?:di(?:enstag)?s?|mardi|martes|marted[iì]|ter[cç]a)/iu, 'Tue'],
  [/^(?:mi(?:ttwoch)?s?|mercredi|mi[eé]rcoles|mercoled[iì]|quarta)/iu, 'Wed'],
  [/^(?:do(?:nnerstag)?s?|jeudi|jueves|gioved[iì]|quinta)/iu, 'Thu'],
  [/^(?:fr(?:eitag)?s?|vendredi|viernes|venerd[iì]|sexta)/iu, 'Fri'],
  [/^(?:sa(?:mstag)?s?|sonnabends?|samedi|s[aá]bado|sabato)/iu, 'Sat'],
  [/^(?:so(?:nntag)?s?|dimanche|domingo|domenica)/iu, 'Sun'],
];
const LONG_DAY =
  '(?:(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|(?:lune|marte|mercole|giove|vener)d[iì]|sabato|domenica|(?:segunda|ter[cç]a|quarta|quinta|sexta)(?:-feira)?)';
const TO = `(?:${DASH}|\\.\\.|\\bbis\\b|\\bau?\\b|(?<!\\p{L})à(?!\\p{L})|\\ba\\b|\\baté\\b|\\bal\\b)`;

const MONTHS: readonly (readonly [RegExp, string])[] = [
  [/^(?:jan|j[aä]n|ene|gen)/iu, '01'],
  [/^(?:feb|f[eé]v)/iu, '02'],
  [/^(?:mar|m[aä]r)/iu, '03'],
  [/^(?:a[pvb]r)/iu, '04'],
  [/^(?:mai|may|mag)/iu, '05'],
  [/^(?:jun|juin|giu)/iu, '06'],
  [/^(?:jul|juil|lug)/iu, '07'],
  [/^(?:aug|ao[uû]|ago)/iu, '08'],
  [/^(?:se[pt]|set)/iu, '09'],
  [/^(?:o[ktcu]t)/iu, '10'],
  [/^(?:nov)/iu, '11'],
  [/^(?:de[zc]|d[eé]c|dic)/iu, '12'],
];
const MONTH =
  '(?<month>januar|j[aä]nner|februar|märz|mai|juni|juli|august|oktober|dezember|janvier|f[eé]vrier|mars|avril|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[eé]cembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)';

/** Amounts, days and dates in other languages than English. */
export const OTHER_LANGUAGES: readonly ForeignForm[] = [
  {
    form: /(?<![\p{L}])(?:übern[äa]chster\s+(?:Werk|Arbeits)tag|(?:the\s+)?second\s+(?:business|working)\s+day|J\s*\+\s*2)(?![\p{L}\d])/iu,
    within: AMOUNT_OF_TIME,
    write: () => '2 business days',
    applicability: 'suggested',
  },
  {
    form: /(?<![\p{L}])(?:n[äa]chster\s+(?:Werk|Arbeits)tag|jour\s+ouvr(?:é|able)\s+suivant|J\s*\+\s*1|siguiente\s+d[ií]a\s+(?:h[áa]bil|laborable)|pr[óo]ximo\s+dia\s+[úu]til|giorno\s+lavorativo\s+successivo)(?![\p{L}\d])/iu,
    within: AMOUNT_OF_TIME,
    write: () => 'next business day',
    applicability: 'suggested',
  },
  ...UNITS.flatMap(([unit, meant]): readonly ForeignForm[] => [
    {
      form: anyCase`(?<amount>\d+(?:\.\d+)?)\s*(?:${unit})(?!\p{L})`,
      within: /^targetRow$/,
      write: ({ amount = '' }) => meant.map((each) => `${amount} ${inNumber(amount, each)}`),
      applicability: 'suggested',
    },
    {
      form: anyCase`(?<=\d\s*)(?:${unit})(?!\p{L})`,
      within: /^unit$/,
      write: () => meant,
      applicability: 'suggested',
    },
  ]),
  {
    form: anyCase`(?<!\p{L})(?<from>${LONG_DAY})\s*${TO}\s*(?<to>${LONG_DAY})(?!\p{L})`,
    within: HOURS,
    write: ({ from, to }) => `${dayOf(from)}..${dayOf(to)}`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?<!\p{L})(?<day>${LONG_DAY})(?!\p{L})`,
    within: HOURS,
    write: ({ day }) => dayOf(day),
    applicability: 'safe',
  },
  {
    // German, by two letters, and no day of another language.
    form: /(?<=^\s*(?:open|limited)\s+|,\s*)(?<day>Mo|Di|Mi|Do|Fr|Sa|So)\.?(?=\s*(?:,|\d))/u,
    within: HOURS,
    write: ({ day }) => dayOf(day),
    applicability: 'safe',
  },
  {
    form: /(?<=\s)(?<day>Mo|Di|Mi|Do|Fr|Sa|So)\.?,?(?=\s+\d{4}-\d\d-\d\d)/u,
    within: /^(?:opened|at|until|expect)$/,
    write: ({ day }) => dayOf(day),
    applicability: 'safe',
  },
  {
    form: /(?<=\s)(?<hour>[01]?\d|2[0-4])(?:[.:](?<minute>\d\d))?\s*(?:Uhr\b|h(?![\p{L}\d]))/iu,
    within: /^(?:business|targetRow|until|at|opened)$/,
    write: ({ hour = '', minute = '00' }) => `${hour.padStart(2, '0')}:${minute}`,
    applicability: 'suggested',
  },
  {
    form: anyCase`(?<!\d)(?<day>\d{1,2})\.?\s*(?:de\s+)?${MONTH}\s+(?:de\s+)?(?<year>\d{4})(?!\d)`,
    write: ({ day = '', month, year = '' }) => `${year}-${monthOf(month)}-${day.padStart(2, '0')}`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?<!\d)(?:every\s+)?(?<day>\d{1,2})\.?\s*(?:de\s+)?${MONTH}(?!\p{L})`,
    within: DATED,
    write: ({ day = '', month }) => `every ${monthOf(month)}-${day.padStart(2, '0')}`,
    applicability: 'suggested',
  },
  {
    form: /(?<![\d.])(?:every\s+)?(?<day>0?[1-9]|[12]\d|3[01])\.(?<month>0?[1-9]|1[0-2])\.(?!\d)/u,
    within: DATED,
    write: ({ day = '', month = '' }) => `every ${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    applicability: 'suggested',
  },
];

function inNumber(amount: string, unit: string): string {
  return amount === '1' && unit.endsWith('s') ? unit.slice(0, -1) : unit;
}

function dayOf(text = ''): string {
  return DAYS.find(([begins]) => begins.test(text))?.[1] ?? text;
}

function monthOf(text = ''): string {
  return MONTHS.find(([begins]) => begins.test(text))?.[1] ?? text;
}

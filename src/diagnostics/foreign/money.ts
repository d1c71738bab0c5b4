import { anyCase, type ForeignForm } from './form.ts';

/**
 * An amount as it is written somewhere: with groups of three, in India of two before the last three, and a comma or a
 * point before the cents. Of figures that go on as no amount does, none of this is read.
 */
const AMOUNT =
  "(?<amount>\\d{1,3}(?:[ '’.,\\u00a0\\u202f]\\d{3})+(?:[.,]\\d\\d?)?|\\d{1,2}(?:,\\d\\d)+,\\d{3}(?:\\.\\d\\d?)?|\\d+(?:[.,]\\d\\d?)?)(?![\\d]|[.,]\\d)(?:[.,][-\\u2013\\u2014])?";
const PERIODS = 'month|mo|year|yr|quarter|week|day|hour|user|server|incident|visit|seat|call|ticket';
const PAID = /^(?:price|rate|option|surcharge|pack|credit|incidents|hours|visits|attain|availability)$/;

/** What people shorten. */
const UNITS: Readonly<Record<string, string>> = { mo: 'month', yr: 'year' };
const EVERY: Readonly<Record<string, string>> = { m: 'month', q: 'quarter', w: 'week', d: 'day' };

/** Signs of one currency, and those that several countries have. */
const SIGNS: readonly (readonly [string, string, 'safe' | 'suggested'])[] = [
  ['€', 'EUR', 'safe'],
  ['£', 'GBP', 'suggested'],
  ['(?:US|USD\\s?)\\$', 'USD', 'safe'],
  ['(?:A|AU)\\$', 'AUD', 'safe'],
  ['(?:C|CA)\\$', 'CAD', 'safe'],
  ['\\$', 'USD', 'suggested'],
  ['¥', 'JPY', 'suggested'],
  ['₹', 'INR', 'safe'],
];

/** Sums of money, shares and periods. */
export const MONEY: readonly ForeignForm[] = [
  ...SIGNS.flatMap(([sign, code, applicability]): readonly ForeignForm[] => [
    {
      form: anyCase`${sign}\s?${AMOUNT}`,
      write: ({ amount }) => `${code} ${plain(amount)}`,
      applicability,
    },
    {
      form: anyCase`${AMOUNT}\s?${sign}`,
      write: ({ amount }) => `${code} ${plain(amount)}`,
      applicability,
    },
  ]),
  {
    form: new RegExp(`\\b(?<code>[A-Z]{3})\\s+${AMOUNT}`, 'u'),
    write: ({ code, amount }) => `${code} ${plain(amount)}`,
    applicability: 'safe',
  },
  {
    form: new RegExp(`(?<![A-Z]{3}\\s)${AMOUNT}\\s+(?<code>[A-Z]{3})\\b`, 'u'),
    within: PAID,
    write: ({ code, amount }) => `${code} ${plain(amount)}`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?<=\s)/\s?(?<unit>${PERIODS})\b`,
    write: ({ unit = '' }) => `per ${UNITS[unit] ?? unit}`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?<before>\S)/\s?(?<unit>${PERIODS})\b`,
    write: ({ before, unit = '' }) => `${before} per ${UNITS[unit] ?? unit}`,
    applicability: 'safe',
  },
  {
    form: /\b(?:monthly|p\.m\.|(?:a|each|every)\s+month)(?![\p{L}])/iu,
    within: PAID,
    write: () => 'per month',
    applicability: 'safe',
  },
  {
    form: /(?<![\p{L}])(?:yearly|annual(?:ly)?|per\s+annum|p\.?\s?a\.?|(?:a|each|every)\s+year)(?![\p{L}])/iu,
    within: PAID,
    write: () => 'per year',
    applicability: 'safe',
  },
  {
    form: /\b(?<every>quarterly|weekly|daily)\b/iu,
    within: PAID,
    write: ({ every = '' }) => `per ${EVERY[every.slice(0, 1).toLowerCase()]}`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?:\bat\s+least|\bmin(?:imum|\.)?(?:\s+of)?|\bno\s+less\s+than|>=?|≥)\s*(?<share>\d+(?:\.\d+)?\s*%)`,
    within: /^(?:attain|availability)$/,
    write: ({ share }) => share ?? null,
    applicability: 'safe',
  },
  {
    form: /\b(?:free(?:\s+of\s+charge)?|included|no\s+charge|FOC)\b/iu,
    within: /^price$/,
    write: () => 'included with "the subscription"',
    applicability: 'suggested',
  },
];

/** `1.400,00`, `1,400.00`, `1'400` and `1400,5` with a point before the cents and nothing between thousands. */
function plain(amount = ''): string {
  const cents = /[.,](?<cents>\d\d?)$/.exec(amount)?.groups?.['cents'];
  const whole = (cents === undefined ? amount : amount.slice(0, -cents.length - 1)).replace(/\D/g, '');
  return cents === undefined ? whole : `${whole}.${cents.padEnd(2, '0')}`;
}

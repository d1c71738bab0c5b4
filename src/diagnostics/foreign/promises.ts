import { anyCase, DASH, type ForeignForm, type Parts } from './form.ts';

const CELL = /^targetRow$/;
const HOURS = '(?:h|hrs?|hours?)';
const MINUTES = '(?:m|min|mins|minutes?)';
const AMOUNT = '(?<amount>\\d+(?:\\.\\d+)?)';

/** What tables of other documents hold in the place of a promise. */
export const PROMISES: readonly ForeignForm[] = [
  {
    form: anyCase`(?<least>\d+(?:\.\d+)?)\s*${DASH}\s*(?<most>\d+(?:\.\d+)?)`,
    within: CELL,
    write: ({ least, most }) => `${least} to ${most}`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?:\b(?:with)?in|\bup\s+to|\bmax(?:imum|\.)?(?:\s+of)?|\b(?:no|not)\s+(?:more|later)\s+than|\bat\s+most|\bunder|\bless\s+than|<=?|≤)\s*${AMOUNT}`,
    within: CELL,
    write: ({ amount }) => amount ?? null,
    applicability: 'safe',
  },
  {
    form: anyCase`(?:~|≈|\bca\.?|\bapprox(?:\.|imately)?|\babout|\baround|\btarget(?:\s+of)?|\btypically)\s*${AMOUNT}`,
    within: CELL,
    write: ({ amount }) => amount ?? null,
    applicability: 'suggested',
  },
  {
    form: anyCase`(?<hours>\d+)(?:\s*${HOURS}\s*(?:and\s+|,\s*)?(?<minutes>\d+)\s*${MINUTES}\b|h(?<more>[0-5]\d)\b)`,
    within: /^(?:targetRow|unit)$/,
    write: minutesTogether,
    applicability: 'safe',
  },
  {
    form: anyCase`\bPT(?<amount>\d+)(?<unit>[HM])\b`,
    within: CELL,
    write: ({ amount, unit = '' }) => `${amount} ${unit.toLowerCase() === 'h' ? 'h' : 'min'}`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?<before>\d+\s*(?:${HOURS}|${MINUTES}))\s*,?\s*\(?\s*24\s*[x/]\s*7(?:\s*[x/]\s*365)?(?:\s*\))?`,
    within: /^(?:targetRow|\w*\d\w*)$/,
    write: ({ before }) => `${before} in 24x7`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?<hours>\d+\s*${HOURS})\s+(?:of|during|within|per)\s+(?<calendar>[\p{L}_][\p{L}\p{N}_-]*)`,
    within: CELL,
    write: ({ hours, calendar }) => `${hours} in ${calendar}`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?:\b(?:by|at)\s+)?(?<at>\d{1,2}:\d\d)\s+(?:on\s+)?(?:the\s+)?(?<which>next|same)\s+(?:business|working)\s+day\b`,
    within: CELL,
    write: ({ at, which = '' }) => `${which.toLowerCase()} business day at ${at}`,
    applicability: 'safe',
  },
  {
    form: anyCase`(?:\b(?:by|at|before)\s+)?(?<at>\d{1,2})(?::(?<minutes>\d\d))?\s*(?<half>[ap])\.?m\.?\s+(?:on\s+)?(?:the\s+)?(?<which>next|same)\s+(?:business|working)\s+day\b`,
    within: CELL,
    write: ({ at, minutes = '00', half = '', which = '' }) => {
      const hour = (Number(at) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
      return `${which.toLowerCase()} business day at ${String(hour).padStart(2, '0')}:${minutes}`;
    },
    applicability: 'safe',
  },
  {
    form: anyCase`\b(?:by|before|until)\s+(?<at>\d{1,2}:\d\d)`,
    within: CELL,
    write: ({ at }) => `same business day at ${at}`,
    applicability: 'suggested',
  },
  {
    form: anyCase`\bP(?<days>\d+)D\b`,
    within: CELL,
    write: ({ days }) =>
      ['calendar', 'business'].map((kind) => `${days} ${kind} ${days === '1' ? 'day' : 'days'}`),
    applicability: 'suggested',
  },
  {
    form: /[\u2713\u2714\u2611]/u,
    problem: 'says that something is there, and not by when',
    help: () => 'write a time, such as `4 h`, or `best effort`; of a feature, `yes`',
  },
  {
    form: /[\u2717\u2718\u2612]/u,
    write: () => 'not offered',
    applicability: 'suggested',
  },
  {
    form: /\b(?:by\s+|at\s+)?(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+)?next\s+(?:business\s+|working\s+)?day\b/iu,
    within: CELL,
    write: () => 'next business day at close',
    applicability: 'suggested',
  },
  {
    form: /\b(?:(?:by\s+|at\s+)?(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+)?(?:(?:same\s+)?(?:business|working)\s+day|business|day)|EO[BD]|COB)\b/iu,
    within: CELL,
    write: () => 'same business day at close',
    applicability: 'suggested',
  },
  {
    form: /\b(?:\d{1,2}\s*x\s*\d\s*x\s*)?NBD\b|\b(?:the\s+)?next\s+working\s+day\b/iu,
    within: /^(?:targetRow|unit)$/,
    write: () => 'next business day',
    applicability: 'suggested',
  },
  {
    form: /\bNext\s+business\s+day\b/iu,
    within: CELL,
    write: () => 'next business day',
    applicability: 'safe',
  },
  {
    form: /\bSame\s+business\s+day\b/iu,
    within: CELL,
    write: () => 'same business day',
    applicability: 'safe',
  },
  {
    form: /\b(?:the\s+)?next\s+day\b/iu,
    within: CELL,
    write: () => ['next business day', '1 calendar day'],
    applicability: 'suggested',
  },
  {
    form: /\b(?:SBD|(?:the\s+)?same\s+(?:working\s+)?day)\b/iu,
    within: CELL,
    write: () => 'same business day',
    applicability: 'suggested',
  },
  {
    form: /\b(?:immediate(?:ly)?|instant(?:ly|aneous)?|straight\s?away|at\s+once)\b/iu,
    within: CELL,
    write: () => 'at once',
    applicability: 'suggested',
  },
  { form: /\bbest[\s-]efforts?\b/iu, within: CELL, write: () => 'best effort', applicability: 'safe' },
  {
    form: /\b(?:(?:commercially\s+)?reasonable\s+(?:commercial\s+)?(?:best\s+)?(?:efforts?|endeavours?)|a\.?s\.?a\.?p\.?|as\s+soon\s+as\s+(?:reasonably\s+)?(?:possible|practicable)|no\s+(?:SLA|target|guarantee|commitment))(?![\p{L}])/iu,
    within: CELL,
    write: () => 'best effort',
    applicability: 'suggested',
  },
  { form: /\bnot\s+offered\b/iu, within: CELL, write: () => 'not offered', applicability: 'safe' },
  {
    form: /\b(?:n\/a|none|nil|no|not\s+(?:available|included|applicable|covered|provided|supported)|excluded)\b/iu,
    within: CELL,
    write: () => ['not offered', 'best effort'],
    applicability: 'suggested',
  },
  {
    form: /\b(?:TB[DCA]|to\s+be\s+(?:determined|confirmed|agreed|defined)|unknown)\b/iu,
    within: CELL,
    write: () => ['unknown', 'as agreed'],
    applicability: 'suggested',
  },
  {
    form: /\b(?:by|as|per|on)\s+(?:mutual\s+)?(?:agreement|arrangement|agreed|contract|quote|request)\b|\bnegotiable\b|\bindividual(?:ly)?\b/iu,
    within: CELL,
    write: () => ['as agreed', 'optional'],
    applicability: 'suggested',
  },
];

function minutesTogether({ hours, minutes, more }: Parts): string {
  return `${Number(hours) * 60 + Number(minutes ?? more)} min`;
}

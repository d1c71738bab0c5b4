import type { ForeignForm, Parts } from './form.ts';

const ZONE = /^(?:zone|effective)$/;

/** What people call the time of a part of the world. */
const CALLED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\beastern\b/iu, ['America/New_York']],
  [/\bcentral european\b/iu, ['Europe/Berlin', 'Europe/Paris']],
  [/\beastern european\b/iu, ['Europe/Athens', 'Europe/Helsinki']],
  [/\bcentral\b/iu, ['America/Chicago']],
  [/\bmountain\b/iu, ['America/Denver']],
  [/\bpacific\b/iu, ['America/Los_Angeles']],
  [/\b(?:greenwich mean|british|UK)\b/iu, ['Europe/London']],
  [/\bindian?\b/iu, ['Asia/Kolkata']],
  [/\bjapan(?:ese)?\b/iu, ['Asia/Tokyo']],
  [/\bsingapore\b/iu, ['Asia/Singapore']],
  [/\bgulf\b/iu, ['Asia/Dubai']],
];

/** Zones by what people call them, and offsets from UTC as clocks and calendars show them. */
export const ZONES: readonly ForeignForm[] = [
  {
    form: /(?:\b(?:UTC|GMT)\s*)?(?<sign>[+\u2212-])(?<hours>\d{1,2})(?::?(?<minutes>\d\d))?(?!\d)/u,
    within: ZONE,
    write: ({ sign, hours = '', minutes = '00' }) =>
      Number(hours) > 14 ? null : `fixed ${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`,
    applicability: 'suggested',
  },
  {
    form: /"?\b(?<words>\p{L}[\p{L} ]*?(?:\s+(?:standard|daylight|summer))?\s+time)\b"?/iu,
    within: ZONE,
    write: zonesCalled,
    applicability: 'suggested',
  },
  {
    form: /"?\b(?<words>eastern|central|mountain|pacific)\b"?/iu,
    within: ZONE,
    write: zonesCalled,
    applicability: 'suggested',
  },
];

function zonesCalled({ words = '' }: Parts): readonly string[] | null {
  return CALLED.find(([called]) => called.test(words))?.[1] ?? null;
}

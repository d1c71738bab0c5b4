/** Abbreviations that contracts use, with the zones they are used for. */
const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  EST: ['America/New_York', 'fixed -05:00'],
  EDT: ['America/New_York'],
  ET: ['America/New_York'],
  CST: ['America/Chicago', 'Asia/Shanghai', 'fixed -06:00'],
  CDT: ['America/Chicago'],
  CT: ['America/Chicago'],
  MST: ['America/Denver', 'America/Phoenix'],
  MDT: ['America/Denver'],
  MT: ['America/Denver'],
  PST: ['America/Los_Angeles', 'fixed -08:00'],
  PDT: ['America/Los_Angeles'],
  PT: ['America/Los_Angeles'],
  GMT: ['Europe/London', 'UTC'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  WET: ['Europe/Lisbon'],
  CET: ['Europe/Berlin', 'Europe/Paris', 'fixed +01:00'],
  CEST: ['Europe/Berlin'],
  MEZ: ['Europe/Berlin'],
  EET: ['Europe/Athens', 'Europe/Helsinki'],
  MSK: ['Europe/Moscow'],
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  IDT: ['Asia/Jerusalem'],
  SGT: ['Asia/Singapore'],
  HKT: ['Asia/Hong_Kong'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  AET: ['Australia/Sydney', 'Australia/Brisbane'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane', 'fixed +10:00'],
  AEDT: ['Australia/Sydney'],
  AWST: ['Australia/Perth'],
  NZST: ['Pacific/Auckland'],
  NZDT: ['Pacific/Auckland'],
  HST: ['Pacific/Honolulu'],
  AKST: ['America/Anchorage'],
  BRT: ['America/Sao_Paulo'],
  GST: ['Asia/Dubai'],
  PKT: ['Asia/Karachi'],
  SAST: ['Africa/Johannesburg'],
};

/** The zones that an abbreviation such as `EST` is used for, as a contract writes them; null where it is none. */
export function zonesMeantBy(abbreviation: string): readonly string[] | null {
  const upper = abbreviation.toUpperCase();
  return Object.hasOwn(ABBREVIATIONS, upper) ? (ABBREVIATIONS[upper] ?? null) : null;
}

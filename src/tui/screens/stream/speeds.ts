/** How fast a tape plays. */
export interface Speed {
  /** Simulated time in ms that passes in a second. */
  readonly perSecond: number;
  readonly words: string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const speeds: readonly Speed[] = [
  { perSecond: minute, words: '1 minute a second' },
  { perSecond: 5 * minute, words: '5 minutes a second' },
  { perSecond: 15 * minute, words: '15 minutes a second' },
  { perSecond: hour, words: '1 hour a second' },
  { perSecond: 4 * hour, words: '4 hours a second' },
  { perSecond: 12 * hour, words: '12 hours a second' },
  { perSecond: day, words: '1 day a second' },
  { perSecond: 3 * day, words: '3 days a second' },
  { perSecond: 7 * day, words: '1 week a second' },
  { perSecond: 30 * day, words: '30 days a second' },
];

export const usualSpeed = 4;

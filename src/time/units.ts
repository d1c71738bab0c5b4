/** Lengths of elapsed time. A civil day has as many seconds as its zone gives it; these are for the UTC line. */
export const MS_PER_SECOND = 1000;
export const SECONDS_PER_MINUTE = 60;
export const SECONDS_PER_HOUR = 3600;
/** Seconds of a wall clock's full turn, and of a day in UTC. */
export const SECONDS_PER_DAY = 86_400;
export const MS_PER_DAY = 86_400_000;
/** First and last year about which anything is said. */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2099;

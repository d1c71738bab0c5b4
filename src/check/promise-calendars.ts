import type { CheckedLimit, CheckedPromise } from './model.ts';

/** The calendars in whose hours or days a promise is counted, by name; none for elapsed time and for words. */
export function calendarsOfPromise(promise: CheckedPromise): readonly string[] {
  switch (promise.kind) {
    case 'word':
      return [];
    case 'range':
    case 'cadence':
    case 'relative': {
      const { soft, hard } = promise;
      return (soft === null ? [hard] : [soft, hard]).flatMap(calendarsOfLimit);
    }
    default:
      return calendarsOfLimit(promise);
  }
}

export function calendarsOfLimit(limit: CheckedLimit): readonly string[] {
  switch (limit.kind) {
    case 'elapsed':
      return [];
    case 'pick':
      return limit.of.flatMap(calendarsOfLimit);
    default:
      return [limit.calendar];
  }
}

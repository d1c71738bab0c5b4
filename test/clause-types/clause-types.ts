import type { Group } from './clause-type.ts';
import { CALENDAR } from './list/calendar.ts';
import { CLOCK } from './list/clock.ts';
import { CREDIT } from './list/credit.ts';
import { ENTITLEMENT } from './list/entitlement.ts';
import { PRICE } from './list/price.ts';
import { SEVERITY } from './list/severity.ts';
import { TARGET } from './list/target.ts';

/** The kinds of clauses that were counted over real support policies. */
export const GROUPS: readonly Group[] = [CALENDAR, TARGET, CLOCK, SEVERITY, ENTITLEMENT, PRICE, CREDIT];

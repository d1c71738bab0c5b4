/**
 * Why a deadline is when it is: `surety/account`, for programs that ask compiled plans by `surety/engine` and show their
 * readers how it was counted. It runs wherever ES modules do.
 */
export { account, type Account } from './explain/account.ts';
export type { AccountStretch } from './explain/stretch.ts';

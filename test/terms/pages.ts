import { EXPRESS } from './list/express.ts';
import { GOLD } from './list/gold.ts';
import { HELPDESK } from './list/helpdesk.ts';
import { MATTERMOST } from './list/mattermost.ts';
import { MST } from './list/mst.ts';

/** A published support page that a contract of the repository restates, term by term. */
export interface Page {
  /** Three digits; a term is named by them and its number, such as `000.15`. */
  readonly id: string;
  readonly contract: string;
  /** What each term says, in short; the first is term 1. */
  readonly terms: readonly string[];
}

export const PAGES: readonly Page[] = [
  { id: '000', contract: 'contracts/mst.plan', terms: MST },
  { id: '001', contract: 'contracts/helpdesk.plan', terms: HELPDESK },
  { id: '002', contract: 'contracts/gold.plan', terms: GOLD },
  { id: '003', contract: 'contracts/mattermost.plan', terms: MATTERMOST },
  { id: '004', contract: 'contracts/express.plan', terms: EXPRESS },
];

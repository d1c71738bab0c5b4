import { join } from 'node:path';
import { findAbove } from './find-above.ts';

/**
 * The file that declares a holiday set which a contract uses and does not declare: `holidays/<name>.plan` beside
 * the contract, else in the folders above it. Null when there is none.
 */
export function findHolidayFile(contractPath: string, name: string): Promise<string | null> {
  return findAbove(contractPath, join('holidays', `${name}.plan`));
}

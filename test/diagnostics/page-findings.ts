import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Code } from '../../src/diagnostics/registry.ts';
import { checkSimulationText, checkText, lintText } from '../check/findings.ts';

/** What the pages' simulations call `desk.plan`; `regions` are there for the page that needs them. */
const deskPlan = (regions: string): string => `contract "Desk" {
  zone  Europe/Berlin
}
${regions}
severities {
  P1  "nobody can work"
  P2  "anything else"
}

clock respond {
  starts on  opened
  stops on   reply
}

plan Basic {
  targets {
         respond
    all  4 h
  }
}
`;

export const withoutRegions = deskPlan('');
export const withRegions = deskPlan(`
regions by site {
  EMEA  zone Europe/Berlin
}
`);

/** What is found in an example of a page. */
export function findingsOf(code: Code, text: string): readonly Diagnostic[] {
  // The other pages vary a desk in one thing, and need not use all of it.
  if (code.startsWith('lint/')) return lintText(text);
  if (!/^simulation /m.test(text)) return checkText(text).findings;
  const needsRegions = code === 'simulation/no-region';
  return checkSimulationText(text, needsRegions ? withRegions : withoutRegions).findings;
}

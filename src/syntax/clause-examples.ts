import type { ClauseRule } from '../../grammar/parser.ts';

/**
 * How each clause reads, for those who wrote one that cannot be read. A clause that begins with one of several words
 * has `…` for it.
 */
const EXAMPLES = {
  contractHead: 'contract "Premier desk" version "2026.1" {',
  partyClause: '… "Premier Ltd"',
  effectiveClause: 'effective 2026-01-01 in Europe/Berlin',
  zoneClause: 'zone Europe/Berlin',
  currencyClause: 'currency EUR',
  declaredWord: '… fax "what it is"',
  factsHead: 'facts {',
  factRow: 'impact one of all, many, some',
  severitiesHead: 'severities {',
  severityRow: 'P1 critical "nobody can work" when impact = all',
  regionsHead: 'regions by site {',
  regionRow: 'EMEA "Europe and Africa" zone Europe/London holidays none',
  calendarHead: ['calendar Office {', 'calendar Cover = (Office or Weekend) except Nights'],
  openClause: 'open Mon..Fri 09:00-17:00',
  closedClause: 'closed 2026-12-31 "New Year\'s Eve"',
  seasonHead: 'season "summer" 2026-06-01 .. 2026-08-31 {',
  holidaysClause: 'holidays none',
  holidaysHead: 'holidays Company {',
  holidayRow: '2026-12-24 from 14:00 "Christmas Eve"',
  planHead: 'plan Premium extends Office {',
  coverageClause: 'coverage resolve in Office for P1',
  channelsClause: '… web, email',
  businessClause: 'business days in Office at close',
  targetsHead: 'targets for P1, P2 {',
  targetsByPlanHead: 'targets respond by plan {',
  targetHeader: 'respond | resolve',
  targetRow: 'P1 1 h | 2 business days in Office at close',
  attainClause: 'attain 90% of resolve per month of tickets closed',
  quotaClause: '… 4 per month, over refused',
  priceClause: 'price EUR 1499.00 per month, billed yearly',
  featureClause: 'feature "SLA report" yes',
  clockHead: 'clock respond {',
  startsClause: 'starts on opened',
  stopsClause: 'stops on reply',
  pausesClause: 'pauses while waiting for customer',
  scenarioHead: 'scenario "a Monday" {',
  namedClause: '… Basic',
  openedClause: 'opened Mon 2026-06-01 09:00',
  expectClause: 'expect respond by Mon 2026-06-01 13:00',
  simulationHead: 'simulation "A desk" {',
  simulatedContractClause: 'contract "desk.plan"',
  plansClause: 'plans Basic, Premium',
  spanClause: 'span 2026-03-02 .. 2026-03-29 in Europe/Berlin',
  warmUpClause: 'warm-up 1 week',
  seedClause: '… 1',
  arrivalsHead: 'arrivals "tickets" {',
  rateClause: 'rate 40 per week',
  hoursHead: 'hours {',
  hourRow: 'Mon..Fri 0 0 0 0 0 0 0 1 4 6 6 5 4 5 5 4 3 2 1 0 0 0 0 0',
  sharesClause: '… P1 10%, P2 90%',
  workHead: '… "answer" stops respond at end {',
  workRow: 'P1, P2 exponential mean 30 min',
  deskHead: 'desk {',
  teamClause: 'team "First line" 2 agents in Office',
  takesClause: 'takes by severity, then deadline',
} as const satisfies Partial<Record<ClauseRule, string | readonly string[]>>;

/** The clauses that are read by a rule, as they read when they are right, begun with the author's own word. */
export function examplesOf(rule: ClauseRule, firstWord: string): readonly string[] {
  const examples = (EXAMPLES as Partial<Record<ClauseRule, string | readonly string[]>>)[rule];
  if (examples === undefined) throw new Error(`no example of ${rule}`);
  return [examples].flat().map((example) => example.replace('…', firstWord));
}

export const EXAMPLE_RULES = Object.keys(EXAMPLES) as readonly (keyof typeof EXAMPLES)[];

import type { ClauseRule } from '../../grammar/parser.ts';

/**
 * How each clause reads, for those who wrote one that cannot be read. A clause that begins with one of several words
 * has `…` for it.
 */
const EXAMPLES = {
  importClause: 'import "shared/calendars.plan"',
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
  matrixHead: 'matrix impact by urgency {',
  matrixHeader: 'high | low',
  matrixRow: 'all P1 | P2',
  regionsHead: 'regions by site {',
  regionRow: 'EMEA "Europe and Africa" zone Europe/London holidays none',
  calendarHead: ['calendar Office {', 'calendar Cover = (Office or Weekend) except Nights'],
  openClause: 'open Mon..Fri 09:00-17:00',
  closedClause: 'closed 2026-12-31 "New Year\'s Eve"',
  datesOfClause: 'dates of Europe/Berlin',
  seasonHead: 'season "summer" 2026-06-01 .. 2026-08-31 {',
  holidaysClause: 'holidays none',
  useClause: 'use 24x7 for P1',
  onHolidaysClause: ['on holidays open 09:00-14:00', 'on holidays as Sun'],
  limitedClause: 'limited Sat 09:00-12:00 admits P1, others stop',
  closuresClause: 'closures "closures.jsonl" with 2 calendar days notice, late ones do not count',
  boundClause: 'bound to the day of opening',
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
  attainClause: [
    'attain 90% of resolve per month of tickets closed',
    'attain at most 2 late of resolve per month of tickets closed below 40 tickets, else 95%',
  ],
  quotaClause: '… 4 per month, over refused',
  rolloverClause: 'rollover incidents up to 15 per contract year, oldest first, carried once',
  chargeClause: 'charge appointment 2 incidents first 1 h, then 1 incident per started 30 min, on conclusion',
  eligibleClause: 'eligible when named_contact else refuse "only named contacts may ask"',
  provisionClause: '… "what is meant"',
  languagesClause: 'languages English, German',
  versionsClause: 'versions latest, previous major',
  availableClause: 'available in region EMEA',
  priceClause: [
    'price EUR 1499.00 per month, billed yearly',
    'price included with "the subscription"',
    'price on request',
  ],
  bandedRateClause: 'rate EUR 120 per hour in Office | EUR 180 per hour outside, at least 2 h',
  optionClause: 'option "Faster answers" EUR 500 per month, gives respond 30 min for P1',
  surchargeClause: 'surcharge "travel" EUR 80 per visit for region EMEA',
  creditClause: [
    'credit 5% of "monthly fee" per missed respond, at most 15% per month',
    'credit of "monthly fee" by missed respond per month gives 5% for 1 to 2 | 10% for 3 or more',
  ],
  packClause: 'pack "10 hours" EUR 900, gives 10 hours, valid 12 months',
  availabilityClause:
    'availability 99.9% per month of real time in Europe/Berlin, outage from "a failed check" to "a good one"',
  featureClause: 'feature "SLA report" yes',
  clockHead: 'clock respond {',
  startsClause: ['starts on opened', 'starts when previous ticket of customer ends'],
  stopsClause: 'stops on reply',
  pausesClause: ['pauses while waiting for customer', 'pauses during Maintenance'],
  pausedDaysClause: 'days skip dates paused',
  countsClause: 'counts only while worked on',
  worksClause: 'works at most 6 h at a stretch, then rests 2 h',
  ruleClause: 'rule "no description" on opened when not described then severity P4, tell customer',
  changeClause: 'on raise count from open, never due less than 30 min after the change',
  escalateClause: 'escalate resolve at 50% to "team lead", at 75% to "head of support"',
  reopenClause: ['reopen within 5 business days in Office continues', 'reopen never'],
  closesClause: 'closes after 7 calendar days of silence',
  everyClause: 'every reply, oldest message',
  bindsClause: 'binds by opened',
  inFlightClause: 'tickets in flight keep old',
  termClause: 'term 1 year',
  noticeClause: 'notice 30 calendar days to end of month',
  planMoveClause: '… at any time',
  tzdataClause: 'tzdata at least 2025b',
  roundTheClockClause: 'holidays do not close 24x7',
  documentClause: 'document "Service Guidelines" at "https://example.org/guidelines"',
  languageClause: 'language 1',
  noteClause: 'note "what a reader should know"',
  scenarioHead: 'scenario "a Monday" {',
  unreviewedHead: 'unreviewed scenario "a Monday" {',
  namedClause: '… Basic',
  factClause: 'fact impact = all',
  storyZoneClause: 'zone Asia/Tokyo',
  storyHolidaysClause: 'holidays JP',
  openedClause: 'opened Mon 2026-06-01 09:00',
  storyRowClause: [
    'at Mon 2026-06-01 10:00 reply',
    'at Mon 2026-06-01 10:00 raised to P1',
    'at Mon 2026-06-01 10:00 work 90 min of consult',
  ],
  storyEndClause: 'until Mon 2026-06-15 17:00',
  expectClause: [
    'expect respond by Mon 2026-06-01 13:00',
    'expect respond met',
    'expect severity becomes P2',
    'expect charges 3 incidents',
    'expect notice to customer',
    'expect refused because "only named contacts may ask"',
    'expect state waiting for customer',
    'expect closed at Mon 2026-06-15 17:00',
  ],
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
  quietClause: '… BY at 20%',
  workHead: '… "answer" stops respond at end {',
  workRow: 'P1, P2 exponential mean 30 min',
  deskHead: 'desk {',
  customerClause: 'customer 40 users, 3 servers with "Technical account manager"',
  needsClause: 'needs respond 95% within 1 h for P1',
  teamClause: 'team "First line" 2 agents in Office',
  takesClause: 'takes by severity, then deadline',
  patienceHead: 'patience {',
  shrinkageClause: 'shrinkage 12% of "First line"',
  closingClause: 'closing of "Berlin" hand over to "Austin"',
  interruptClause: 'interrupt for P1 then resume',
  roomClause: 'room for 5 waiting',
} as const satisfies Partial<Record<ClauseRule, string | readonly string[]>>;

/**
 * The clauses that are read by a rule, as they read when they are right, begun with the author's own word. Of several,
 * those that begin as the author did for longest.
 */
export function examplesOf(rule: ClauseRule, words: readonly string[]): readonly string[] {
  const said = (EXAMPLES as Partial<Record<ClauseRule, string | readonly string[]>>)[rule];
  if (said === undefined) throw new Error(`no example of ${rule}`);
  const examples = [said].flat().map((example) => example.replace('…', words[0] ?? ''));
  const likeness = examples.map((example) => wordsAlike(example.split(' '), words));
  const most = Math.max(...likeness);
  return examples.filter((_, i) => likeness[i] === most);
}

function wordsAlike(example: readonly string[], words: readonly string[]): number {
  const differs = words.findIndex((word, i) => word !== example[i]);
  return differs === -1 ? words.length : differs;
}

export const EXAMPLE_RULES = Object.keys(EXAMPLES) as readonly (keyof typeof EXAMPLES)[];

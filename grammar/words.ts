/**
 * The words of the language. A reserved word connects and cannot be a name unless quoted; every other word means
 * something only where its clause begins or its rule expects it, and is a name elsewhere.
 */
export const RESERVED_WORDS = [
  'when',
  'otherwise',
  'and',
  'or',
  'not',
  'except',
  'in',
  'for',
  'by',
  'to',
  'at',
  'as',
  'on',
  'of',
  'per',
  'then',
  'from',
  'is',
] as const;

/** Words with a fixed place inside a clause; names elsewhere. */
export const PLACED_WORDS = [
  'version',
  'until',
  'one',
  'yes',
  'no',
  'number',
  'text',
  'zone',
  'holidays',
  'every',
  'season',
  'none',
  'extends',
  'also',
  'called',
  'targets',
  'plan',
  'all',
  'region',
  'phone',
  'best',
  'effort',
  'offered',
  'optional',
  'unknown',
  'next',
  'business',
  'calendar',
  'day',
  'days',
  'hours',
  'same',
  'time',
  'close',
  'received',
  'outside',
  'opening',
  'receipt',
  'counts',
  'does',
  'count',
  'ending',
  'previous',
  'stays',
  'cut-off',
  'contract',
  'month',
  'over',
  'billed',
  'refused',
  'promise',
  'included',
  'with',
  'request',
  'while',
  'waiting',
  'tickets',
  'opened',
  'closed',
  'due',
  'severity',
  'severities',
  'channel',
  'type',
  'agents',
  'stops',
  'start',
  'end',
  'fixed',
  'exponential',
  'mean',
  'lognormal',
  'median',
  'within',
  'uniform',
  'quantiles',
  'week',
  'then',
  'deadline',
  'arrival',
] as const;

/** Where a clause stands; each context has its own words. */
export type Context =
  | 'file'
  | 'contract'
  | 'facts'
  | 'severities'
  | 'regions'
  | 'calendar'
  | 'season'
  | 'holidays'
  | 'plan'
  | 'targets'
  | 'clock'
  | 'scenario'
  | 'simulation'
  | 'arrivals'
  | 'hours'
  | 'work'
  | 'desk';

/**
 * First word of a clause to the grammar rule that reads it. A context that is missing here consists of rows, which
 * begin with a name: see `ROW_RULES`.
 */
export const CLAUSE_RULES = {
  file: {
    contract: 'contractHead',
    facts: 'factsHead',
    channel: 'declaredWord',
    activity: 'declaredWord',
    metric: 'declaredWord',
    type: 'declaredWord',
    severities: 'severitiesHead',
    regions: 'regionsHead',
    calendar: 'calendarHead',
    holidays: 'holidaysHead',
    plan: 'planHead',
    targets: 'targetsByPlanHead',
    clock: 'clockHead',
    scenario: 'scenarioHead',
    simulation: 'simulationHead',
  },
  contract: {
    provider: 'partyClause',
    customer: 'partyClause',
    effective: 'effectiveClause',
    zone: 'zoneClause',
    currency: 'currencyClause',
  },
  calendar: {
    zone: 'zoneClause',
    open: 'openClause',
    closed: 'closedClause',
    season: 'seasonHead',
    holidays: 'holidaysClause',
  },
  season: { open: 'openClause' },
  plan: {
    coverage: 'coverageClause',
    channels: 'channelsClause',
    channel: 'channelsClause',
    business: 'businessClause',
    targets: 'targetsHead',
    attain: 'attainClause',
    incidents: 'quotaClause',
    hours: 'quotaClause',
    visits: 'quotaClause',
    contacts: 'quotaClause',
    environments: 'quotaClause',
    price: 'priceClause',
    feature: 'featureClause',
  },
  clock: { starts: 'startsClause', stops: 'stopsClause', pauses: 'pausesClause' },
  scenario: {
    plan: 'namedClause',
    severity: 'namedClause',
    region: 'namedClause',
    channel: 'namedClause',
    type: 'namedClause',
    opened: 'openedClause',
    expect: 'expectClause',
  },
  simulation: {
    contract: 'simulatedContractClause',
    plans: 'plansClause',
    span: 'spanClause',
    'warm-up': 'warmUpClause',
    seed: 'seedClause',
    runs: 'seedClause',
    arrivals: 'arrivalsHead',
    work: 'workHead',
    wait: 'workHead',
    desk: 'deskHead',
  },
  arrivals: {
    region: 'namedClause',
    zone: 'zoneClause',
    rate: 'rateClause',
    hours: 'hoursHead',
    severities: 'sharesClause',
    channels: 'sharesClause',
    types: 'sharesClause',
  },
  desk: { team: 'teamClause', takes: 'takesClause' },
} as const satisfies Partial<Record<Context, Record<string, string>>>;

/** Contexts whose entries are rows of one shape. */
export const ROW_RULES = {
  facts: 'factRow',
  severities: 'severityRow',
  regions: 'regionRow',
  holidays: 'holidayRow',
  targets: 'targetRow',
  hours: 'hourRow',
  work: 'workRow',
} as const satisfies Partial<Record<Context, string>>;

/** The context inside the block of a head, by the head's rule. */
export const BLOCK_CONTEXTS: Readonly<Record<string, Context>> = {
  contractHead: 'contract',
  factsHead: 'facts',
  severitiesHead: 'severities',
  regionsHead: 'regions',
  calendarHead: 'calendar',
  seasonHead: 'season',
  holidaysHead: 'holidays',
  planHead: 'plan',
  targetsHead: 'targets',
  targetsByPlanHead: 'targets',
  clockHead: 'clock',
  scenarioHead: 'scenario',
  simulationHead: 'simulation',
  arrivalsHead: 'arrivals',
  hoursHead: 'hours',
  workHead: 'work',
  deskHead: 'desk',
};

/** Clauses that the language has and this version does not accept yet, by context and first word. */
export const RESERVED_CLAUSES: Readonly<Partial<Record<Context, Readonly<Record<string, string>>>>> = {
  file: {
    import: 'importing other files',
    rule: 'rules',
    on: 'what a change does to running clocks',
    escalate: 'escalation ladders',
    event: 'events of your own',
    charge: 'charges',
    credit: 'credits',
    availability: 'availability',
  },
  contract: {
    binds: 'what binds a ticket to a version',
    tickets: 'the rule for tickets in flight',
    term: 'the term',
    notice: 'the notice period',
    tzdata: 'a minimum of time-zone data',
    document: 'documents by reference',
    language: 'the language level',
  },
  calendar: {
    limited: 'limited hours',
    closures: 'closures announced later',
    use: 'calendars chosen by a key',
    on: 'hours on holidays',
    bound: 'binding the part after midnight',
  },
  plan: {
    eligible: 'eligibility',
    exclude: 'exclusions',
    charge: 'charges',
    credit: 'credits',
    rollover: 'rollover',
    bands: 'price bands',
    availability: 'availability',
    rule: 'rules',
    on: 'what a change does to running clocks',
    escalate: 'escalation ladders',
    note: 'notes',
  },
  clock: {
    reopen: 'reopening',
    closes: 'automatic closing',
    every: 'repeating clocks',
  },
  scenario: { at: 'rows of events' },
};

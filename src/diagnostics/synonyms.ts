/**
 * What other documents call the things that are known without declaration. Several mean something else in some of them,
 * so what is found here is a suggestion.
 */
const SYNONYMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  clause: {
    zone: ['timezone', 'tz', 'time-zone'],
    open: ['opens', 'opening', 'workdays', 'workweek', 'operates'],
    effective: ['start', 'begins', 'commences', 'starts', 'valid', 'date'],
    provider: ['vendor', 'supplier', 'contractor'],
    customer: ['client', 'subscriber', 'purchaser'],
    plan: ['tier', 'package', 'edition', 'service', 'support'],
    calendar: ['schedule', 'businesshours', 'timetable'],
    severities: ['priorities', 'severity', 'priority', 'levels', 'classes'],
    targets: [
      'sla',
      'SLAs',
      'slo',
      'times',
      'promises',
      'commitments',
      'response',
      'respond',
      'resolution',
      'resolve',
      'update',
      'updates',
    ],
    attain: ['attainment', 'compliance', 'kpi', 'goal'],
    credit: ['penalty', 'penalties', 'rebate', 'malus', 'discount'],
    availability: ['uptime', 'available'],
    price: ['cost', 'fee', 'fees', 'charges'],
    exclude: ['exclusion', 'exclusions', 'excluded', 'excluding'],
    include: ['inclusion', 'inclusions', 'included', 'including'],
    requires: ['requirement', 'requirements', 'precondition'],
    escalate: ['escalation', 'escalations'],
    scenario: ['test', 'example', 'case'],
    starts: ['begin', 'begins'],
    stops: ['ends', 'end'],
    pauses: ['suspends', 'suspended', 'holds', 'stands'],
    closed: ['shut', 'closure', 'except'],
    opened: ['created', 'reported', 'raised', 'logged'],
    expect: ['assert', 'due', 'should'],
  },
  metric: {
    respond: [
      'response',
      'response time',
      'first response',
      'first response time',
      'initial response',
      'initial response time',
      'target response',
      'target response time',
      'target initial response',
      'time to respond',
      'reaction',
      'reaction time',
      'initial contact',
      'answer',
      'FRT',
      'IRT',
      'Reaktionszeit',
    ],
    acknowledge: ['acknowledgement', 'acknowledgment', 'ack', 'acceptance', 'receipt'],
    reply: ['next reply', 'next response', 'subsequent response', 'follow-up', 'ongoing response'],
    update: [
      'updates',
      'status update',
      'status updates',
      'update frequency',
      'communication frequency',
      'progress update',
      'next update',
    ],
    workaround: ['work around', 'temporary fix', 'interim fix', 'bypass', 'mitigation', 'containment'],
    resolve: [
      'resolution',
      'resolution time',
      'resolution target',
      'target resolution',
      'target resolution time',
      'time to resolve',
      'time to resolution',
      'fix',
      'fix time',
      'repair',
      'restore',
      'restoration',
      'restoration time',
      'recovery',
      'solution',
      'permanent fix',
      'TTR',
      'MTTR',
      'Wiederherstellungszeit',
    ],
    appointment: ['on-site', 'onsite', 'on site', 'visit', 'engineer visit'],
    report: ['root cause analysis', 'RCA', 'post-mortem', 'incident report'],
  },
  channel: {
    web: ['portal', 'online', 'website', 'web portal', 'customer portal', 'support portal', 'self-service'],
    email: ['e-mail', 'mail', 'e-Mail'],
    phone: ['telephone', 'tel', 'call', 'hotline', 'voice'],
    chat: ['live chat', 'Slack', 'Teams', 'messenger'],
    video: ['screen share', 'Zoom', 'remote session'],
    form: ['web form', 'ticket form'],
    visit: ['on-site', 'onsite', 'walk-in', 'in person'],
  },
  event: {
    reply: ['response', 'respond', 'replied', 'responded', 'first response', 'answered'],
    resolved: ['resolution', 'resolve', 'fixed', 'fix', 'solved', 'restored'],
    opened: ['created', 'logged', 'received', 'raised', 'submitted', 'reported', 'registered'],
    acknowledged: ['acknowledge', 'accepted', 'acknowledgement'],
    closed: ['close', 'closure'],
    'handed over': ['escalated', 'transferred', 'handover'],
    arrived: ['on site', 'onsite', 'arrival'],
    'customer reply': ['customer response', 'customer answers'],
  },
  state: {
    'waiting for customer': [
      'pending',
      'pending customer',
      'awaiting customer',
      'awaiting user',
      'waiting on customer',
      'customer pending',
      'on customer',
      'customer hold',
    ],
    'waiting for third party': [
      'pending vendor',
      'awaiting vendor',
      'waiting on vendor',
      'vendor',
      'supplier',
    ],
    'on hold': ['hold', 'suspended', 'deferred', 'parked'],
    'planned maintenance': ['maintenance', 'scheduled maintenance', 'maintenance window'],
    'waiting for parts': ['awaiting parts', 'parts'],
    'in progress': ['work in progress', 'active', 'working'],
  },
  type: {
    incident: ['fault', 'bug', 'defect', 'outage', 'problem', 'issue'],
    request: ['service request', 'access request'],
    question: ['query', 'enquiry', 'inquiry', 'how-to'],
    change: ['change request', 'RFC'],
  },
};

/** What something of a kind is called in the language, by a name that it has elsewhere; null where none is known. */
export function synonymOf(kind: string, name: string): string | null {
  const wanted = plain(name);
  const known = Object.entries(SYNONYMS[kind] ?? {});
  return known.find(([, others]) => others.some((other) => plain(other) === wanted))?.[0] ?? null;
}

/** The same, of the names that there are. */
export function synonymAmong(kind: string, name: string, candidates: readonly string[]): string | null {
  const found = synonymOf(kind, name);
  return found !== null && candidates.includes(found) ? found : null;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

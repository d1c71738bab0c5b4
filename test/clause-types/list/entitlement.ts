import { clauseType, type Group } from '../clause-type.ts';

export const ENTITLEMENT: Group = {
  title: 'Entitlements',
  types: [
    clauseType(
      'E01',
      'Plans by feature, each with what the one below has',
      '`extends` and `feature`, which is `yes`, `no`, `optional` or words',
      `plan Basic {
  feature "SLA report" «yes => optional»
  feature "Dedicated engineer" «optional => no»
}
plan Premium «extends Basic» {
  feature "Dedicated engineer" yes
}`,
    ),
    clauseType(
      'E02',
      'So many named contacts',
      '`contacts`, a standing quota; `eligible when` refuses others',
      `facts {
  named_contact yes or no
}
plan Basic {
  «contacts 3 "named persons"»
  «eligible when named_contact else refuse "only named contacts may ask"»
}`,
    ),
    clauseType(
      'E03',
      'So many tickets in a period',
      '`incidents` with the period and what is beyond',
      `plan Basic {
  «incidents 20 per year, over billed, used when opened, one incident per ticket»
}`,
    ),
    clauseType(
      'E04',
      'A bank of hours',
      '`hours` in a period, of an activity where that is said; a least that counts as drawn',
      `plan Basic {
  «hours 10 per month of consult, over billed, used when work ends»
}`,
    ),
    clauseType(
      'E05',
      'What is left goes over: how much, how long, on which condition',
      '`rollover`',
      `facts {
  attended yes or no
}
plan Basic {
  hours 10 per month, over billed, used when work ends
  «rollover hours up to 5, oldest first, carried once, expires after 3 months when attended»
}`,
    ),
    clauseType(
      'E06',
      'Packs of units with a validity of their own',
      '`pack`',
      `plan Basic {
  hours 10 per month, over refused, used when work ends
  «pack "ten more hours" EUR 900, gives 10 hours, valid 12 months»
}`,
    ),
    clauseType(
      'E07',
      'Channels by plan',
      '`channels`, and `channel … for` what it is there for',
      `plan Premium {
  channels web, email«, chat»
  «channel phone for P1»
}`,
    ),
    clauseType(
      'E08',
      'Versions in support',
      '`versions`; `requires … else` for what holds of others',
      `plan Basic {
  «versions latest, previous major»
}`,
    ),
    clauseType(
      'E09',
      'What is out of scope',
      '`exclude`, with a condition over facts where a ticket shows it',
      `facts {
  planned_event yes or no
}
plan Basic {
  «exclude "planned events" when planned_event»
}`,
    ),
    clauseType(
      'E10',
      'Languages of support',
      '`languages`',
      `plan Basic {
  «languages English, German»
}`,
    ),
    clauseType(
      'E11',
      'Conditions on the estate',
      '`requires … when … else`: refused, best effort, no promise',
      `facts {
  nodes_left_out number
}
plan Basic {
  «requires "support bought for every node" when nodes_left_out > 0 else refused»
}`,
    ),
    clauseType(
      'E12',
      'What the customer has to do',
      '`requires`, with what follows where it is not done',
      `plan Basic {
  «requires "a contact who can be reached at any hour" for P1 else clock pauses»
}`,
    ),
    clauseType(
      'E13',
      'Effective date, term and notice',
      '`effective`, `term`, `notice` and `version` of the `contract`',
      `contract "Desk" version «"2026.2" => "2026.1"» {
  effective «2026-07-01 => 2026-01-01» in Europe/Berlin
  «term 1 year»
  «notice 30 calendar days»
}`,
    ),
    clauseType(
      'E14',
      'Old terms stay for those who bought then',
      '`binds by`, and `tickets in flight`',
      `contract "Desk" version "2026.2" {
  effective 2026-07-01 in Europe/Berlin
  binds by «purchased => opened»
  «tickets in flight keep old»
}`,
    ),
    clauseType(
      'E15',
      'Sold in some regions alone',
      '`available in region`; `for region` narrows any other clause',
      `plan Basic {
  «available in region EMEA»
}`,
    ),
    clauseType(
      'E16',
      'To be asked for in advance',
      '`booked … before` of a quota',
      `plan Basic {
  visits at most 1 per quarter, «booked 10 business days in Office at close before, »used when work ends
}`,
    ),
  ],
};

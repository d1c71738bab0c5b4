import { clauseType, type Group } from '../clause-type.ts';

export const SEVERITY: Group = {
  title: 'Severities',
  types: [
    clauseType(
      'D01',
      'Severities and what they mean',
      '`severities`: the most severe first, with aliases, the definition in words and a condition',
      `facts {
  impact one of all, many, some
}
severities {
  P1 «critical, urgent» «"nobody can work" => "the service is down"» when impact = all
  P2 high "many cannot work" when «impact = many => impact != all»
  P3 low "all else" otherwise
}`,
    ),
    clauseType(
      'D02',
      'Impact by urgency',
      '`matrix`: a severity for every pair of values, none left out',
      `facts {
  impact one of all, some
  urgency one of now, later
}
severities {
  P1
  P2
  P3
}
matrix impact by urgency {
  now | later
  all P1 | «P2 => P1»
  some P2 | P3
}`,
    ),
    clauseType(
      'D03',
      'The provider may correct the severity',
      'a `rule` on an event of the contract’s own: `severity by facts`, and who is told',
      `event reviewed "somebody has looked at what the customer stated"
«rule "does not fit" on reviewed then severity by facts, tell customer»`,
    ),
    clauseType(
      'D04',
      'Lowered once there is a workaround or a part is restored',
      'a `rule` that lowers by the steps that it lists',
      `rule "partly restored" on restored partly then lower «P1 to P2 or P2 to P3 => P1 to P2»`,
    ),
    clauseType(
      'D05',
      'Lowered while the customer cannot be reached',
      'a `rule` after a time in a state',
      `«rule "unreachable" after 4 h in waiting for customer then lower to P4, tell customer»`,
    ),
    clauseType(
      'D06',
      'The customer may have it raised',
      'a `rule` on the event of asking',
      `event "raise asked for" "a named contact asks for a manager"
«rule "the customer asks" on "raise asked for" then raise to P1, tell "duty manager"»`,
    ),
    clauseType(
      'D07',
      'A severity where nothing is stated, or by channel',
      'a `rule` on `opened` with a condition',
      `facts {
  described yes or no
}
«rule "no description" on opened when not described then severity P4»
«rule "by mail" on opened when channel = email and described then severity P3»`,
    ),
    clauseType(
      'D08',
      'Top severities for production alone',
      'a `rule` without an event is a cap, which always holds',
      `facts {
  environment one of production, staging
}
«rule "not production" when environment != production then severity at most P3»`,
    ),
    clauseType(
      'D09',
      'The top severity by one channel alone',
      'a cap over the channel',
      `«rule "by phone alone" when channel != phone then severity at most P2»`,
    ),
    clauseType(
      'D10',
      'A change that needs the other side to agree',
      '`if customer agrees`, and what silence means',
      `rule "partly restored" on restored partly then lower P1 to P2«, if customer agrees, silence refuses»`,
    ),
    clauseType(
      'D11',
      'A price for misuse of the top severity',
      '`surcharge` with a condition',
      `facts {
  misused yes or no
}
plan Basic {
  «surcharge "top severity without cause" EUR 250 per ticket for P1 when misused»
}`,
    ),
  ],
};

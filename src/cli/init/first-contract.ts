/**
 * What `surety init` writes: a contract of a small software company that shows a clause of each kind a first contract
 * needs, with comments that say why it is there. It is sound, states every decision, and its scenarios pass.
 */
export const FIRST_CONTRACT = `\
# A first contract: a small software company supports its product by two plans.
# Change names, hours and figures to yours; after each change "surety check" says what is wrong or left open.
# "#" begins a comment. Every clause has a page in docs/reference; "surety explain CODE" explains a finding.

contract "Product support" version "1" {
  provider   "Example Software Ltd"
  customer   "the subscriber"
  effective  2026-01-01 in Europe/Berlin  # local times and months are read in this zone
  currency   EUR
  binds      by opened          # a ticket keeps the version in force when it was opened
  holidays   do not close 24x7  # the plan round the clock knows no days off
}

# What is known of a ticket. Severities and rules ask for these facts.
facts {
  impact      one of all, many, one  "who is kept from working"
  workaround  yes or no              "the work can be done in another way"
  described   yes or no              "the description is complete"
}

# Most severe first. The conditions must cover every ticket once; "otherwise" takes what is left.
severities {
  S1  critical  "nobody can work and there is no way round"  when impact = all and not workaround
  S2  high      "many are kept from their work"              when impact = many
                                                               or (impact = all and workaround)
  S3  normal    "a question, or one user"                    otherwise
}

# Days on which the office is closed. For the public holidays of a country run
# "surety holidays DE --years 2026..2030" and write "holidays DE" in the calendar.
holidays Company {
  source "our own list"
  covers 2026..2030
  every 01-01              "New Year's Day"
  every 05-01              "Labour Day"
  every 12-24  from 12:00  "Christmas Eve"
  every 12-25              "Christmas Day"
  every 12-26              "Second Christmas Day"
}

calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  Company
  closed    2026-12-31 "stocktaking"
}

# When each clock starts and stops, and when it stands still.
clock respond {
  starts  on opened
  stops   on reply
}

clock resolve {
  starts  on opened
  stops   on resolved
  pauses  while waiting for customer
  reopen  never
}

# What happens to a running clock when the severity changes.
on raise count from the change, a breach stays a breach
on lower keep elapsed, a breach stays a breach

rule "what is not described is not critical" on opened when not described
                                               then severity at most S2, tell customer

# Plans, the lowest first. A cell of the table is elapsed time ("1 h"), time of a calendar ("4 h in Office"), days that
# say how they end ("2 business days in Office at close"), or a word such as "best effort".
plan Standard {
  coverage  receive, resolve in Office
  channels  web, email
  targets {
        respond       | resolve
    S1  2 h in Office | 8 h in Office
    S2  4 h in Office | 24 h in Office
    S3  8 h in Office | best effort
  }
  attain    90% of respond per month of tickets closed, except duplicates, overall
  price     EUR 400.00 per month, billed yearly
}

# Everything in Standard, and: what is written here replaces what it names.
plan Premium extends Standard {
  coverage  receive, resolve in 24x7 for S1
  channel   phone for S1
  targets {
        respond | resolve
    S1  30 min  | 4 h
  }
  price     EUR 1200.00 per month, billed yearly
}

# Tests beside the promises: "surety test" runs them.
scenario "opened on Friday afternoon, an hour before closing" {
  plan      Standard
  severity  S1
  opened    Fri 2026-06-12 16:00
  expect    respond by Mon 2026-06-15 10:00
  expect    resolve by Mon 2026-06-15 16:00
}

scenario "critical at night" {
  plan      Premium
  severity  S1
  opened    Sat 2026-06-13 02:00
  expect    respond by Sat 2026-06-13 02:30
}
`;

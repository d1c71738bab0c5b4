/** A simulation that has all it needs, of which the pages of findings change a clause. */
export const simulation = `simulation "A desk" {
  contract  "desk.plan"
  plans     Basic
  span      2026-03-02 .. 2026-03-29 in Europe/Berlin
  seed      1
  runs      2

  arrivals "tickets" {
    rate        40 per week
    hours {
      Mon..Sun  1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1
    }
    severities  P1 10, P2 90
  }

  work "answer" stops respond at end {
    otherwise  exponential mean 30 min
  }

  desk {
    team "First line" 2 agents in 24x7
    takes by severity, then deadline
  }
}
`;

/** What a plan that entitles to nothing says of it, checked and compiled alike. */
export const NO_ENTITLEMENTS = {
  quotas: [],
  rollovers: [],
  charges: [],
  eligibility: [],
  provisions: [],
  packs: [],
  languages: null,
  versions: null,
  availableIn: null,
  rates: [],
  options: [],
  surcharges: [],
  credits: [],
  creditCaps: [],
  rights: [],
  availability: [],
} as const;

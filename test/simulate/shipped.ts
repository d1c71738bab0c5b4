/** The simulations of the contracts that the language began with, by the names of their files. */
export const SHIPPED = ['service-desk', 'mattermost', 'express', 'gold', 'helpdesk'] as const;

/** How the command ends: fine; findings or failed promises; wrong usage or unreadable input; our own bug. */
export const EXIT = {
  fine: 0,
  findings: 1,
  usage: 2,
  bug: 3,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

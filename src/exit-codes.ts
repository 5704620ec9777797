/** How the process ends: a contract with whatever supervises it (sysexits.h where it has a number). */
export const EXIT = {
  stopped: 0,
  bug: 1,
  /** The command line cannot be carried out as typed. */
  usage: 2,
  /** EX_TEMPFAIL: worth another try later. */
  tryLater: 75,
  /** EX_CONFIG: useless to start again before somebody mends the settings. */
  configuration: 78,
} as const

export const logFile = 'core.log';

/** Bytes of one log file, and how many files are kept. */
export const logLimits = { bytes: 5 * 1024 * 1024, files: 5 } as const;

/** Names of the log's files, newest first. */
export const logFileNames = (): readonly string[] =>
  Array.from({ length: logLimits.files }, (_none, number) => (number === 0 ? logFile : `${logFile}.${number}`));

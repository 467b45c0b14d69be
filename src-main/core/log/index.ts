/** A line of the log: names, codes, counts and times only. No field can hold a sentence, a path or a person's words. */
export interface LogLine {
  readonly event: string;
  readonly method?: string;
  readonly code?: string;
  readonly incidentId?: string;
  readonly ms?: number;
  readonly count?: number;
}

export interface Log {
  write(line: LogLine): void;
  /** Records a defect under a new incident id: the error's class and where in our code it was thrown, never its message. */
  defect(where: string, cause: unknown): string;
}

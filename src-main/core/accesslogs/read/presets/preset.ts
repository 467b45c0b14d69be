import type { LineFormat, LogDateOrder, LogField, LogRule, LogShape, OutcomeStyle } from '../../../../../src-shared/formats/access-log.ts';

/** Something the person should know about a source. Text under `accessLogs.note.<note>`. */
export type LogNote =
  /** No address in this log: rules about places are off. */
  | 'noAddress'
  | 'addressAnonymised'
  | 'addressOfProxy'
  | 'downloadsNotAudited'
  | 'accountIsDisplayName'
  | 'accountIsLogin'
  | 'promptsLeftOut'
  | 'joinWithTrail'
  | 'exportCutOff'
  | 'sevenDays'
  | 'gitEventsApart'
  | 'deviceZone'
  | 'browserZone'
  | 'requestsWithoutUser'
  | 'runsOnly'
  | 'loginsOnly';

/** How one kind of export is told and read. Titles and paths match whatever their spelling of case, blanks and underscores. */
export interface LogPreset {
  readonly id: string;
  readonly shape: LogShape;
  readonly lines?: LineFormat;
  /** All of these must be there. */
  readonly needs: readonly string[];
  /** The more of these are there, the surer. */
  readonly typical: readonly string[];
  /** A value that must look like this in one of the first rows. */
  readonly where?: { readonly path: string; readonly looks: RegExp };
  readonly fields: { readonly [Field in LogField]?: LogRule };
  /** `words` where not given. */
  readonly outcome?: OutcomeStyle;
  /** Zone of times without one, where the product documents it. */
  readonly zone?: 'UTC';
  readonly dateOrder?: (typeof LogDateOrder)['options'][number];
  readonly explode?: string;
  readonly leaveOut?: readonly string[];
  readonly notes?: readonly LogNote[];
}

/** Sources in order; the first that holds something counts. */
export const from = (...paths: readonly (string | LogRule['from'][number])[]): LogRule => ({
  from: paths.map((path) => (typeof path === 'string' ? { path } : path)),
});

/** Sources whose texts belong together. */
export const joined = (mark: string, ...paths: readonly (string | LogRule['from'][number])[]): LogRule => ({
  ...from(...paths),
  join: mark,
});

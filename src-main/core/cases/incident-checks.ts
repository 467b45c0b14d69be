import type { AppError } from '../../../src-shared/contract/kernel.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import type { SomeColumns } from './incident-store.ts';

/** Days on which something was done; none of them can lie ahead. */
const past = {
  discoveredOn: 'day of discovery',
  occurredFrom: 'first day it happened',
  occurredUntil: 'last day it happened',
  preservedOn: 'day evidence was held',
  decidedOn: 'day of the decision',
  initialSentOn: 'day the notification was sent',
  initialReceivedOn: 'day the notification was received',
  extensionAskedOn: 'day the extension was asked for',
  narrativeSentOn: 'day the full account was sent',
  shortReportSentOn: 'day the short report was sent',
  upgradeAskedOn: 'day the full account was asked for',
} as const;

/**
 * Whether an incident says nothing that cannot be: days ahead of today, ranges the wrong way round, a decision without its reason. Days that are only
 * odd are kept, and the clock warns of them.
 */
export function checkIncident(columns: SomeColumns, today: IsoDate): Result<null, AppError> {
  const issues: string[] = [];
  for (const [field, name] of Object.entries(past) as [keyof typeof past, string][]) {
    const day = columns[field];
    if (day != null && day > today) issues.push(`${field}: the ${name}, ${day}, lies ahead. Write down days that have come`);
  }
  const inOrder = <T extends string | number>(low: T | null | undefined, high: T | null | undefined, field: string, words: string) => {
    if (low != null && high != null && high < low) issues.push(`${field}: ${words}`);
  };
  inOrder(columns.occurredFrom, columns.occurredUntil, 'occurredUntil', 'the last day lies before the first');
  inOrder(columns.violationsLow, columns.violationsHigh, 'violationsHigh', 'the most is less than the least');
  inOrder(columns.valueLowUsd, columns.valueHighUsd, 'valueHighUsd', 'the highest value is below the lowest');
  inOrder(columns.occurredFrom, columns.discoveredOn, 'discoveredOn', 'it cannot be found before it happened');
  if (columns.decision !== undefined && columns.decision !== 'undecided') {
    if (isBlank(columns.decisionReason)) issues.push('decisionReason: say why, for whoever reads the file in five years');
    if (isBlank(columns.decidedBy)) issues.push('decidedBy: name who decided');
    if (columns.decidedOn == null) issues.push('decidedOn: say on which day');
  }
  if (columns.decision === 'disclose' && isBlank(columns.authorisedBy))
    issues.push('authorisedBy: senior management must know and authorise a disclosure. Name who did');
  if (columns.preservedOn != null && isBlank(columns.preserveNote)) issues.push('preserveNote: say what is held, and where');
  return issues.length === 0 ? ok(null) : err({ code: 'request.invalid', issues });
}

const isBlank = (words: string | undefined): boolean => words === undefined || words === '';

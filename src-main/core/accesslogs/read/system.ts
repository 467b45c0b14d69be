import type { LogReading } from '../../../../src-shared/formats/access-log.ts';

/** System a log comes from, as far as the preset says: `okta` for both shapes of its log. Accounts and event ids are unique within one. */
export function systemOf(reading: Pick<LogReading, 'preset'>): string {
  return reading.preset?.split('.')[0] ?? '';
}

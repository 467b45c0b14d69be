import type { PersonAuthorisation } from '../../../../src-shared/contract/people.ts';

/**
 * Where an authorisation stands on a day. What it says of itself holds up to and including its last day; after it, it has run out whatever was
 * once written down. `day` is `YYYY-MM-DD`; before it is known, nothing has run out.
 */
export const standingOn = (
  { status, validTo }: Pick<PersonAuthorisation, 'status' | 'validTo'>,
  day: string,
): PersonAuthorisation['status'] => (status === 'valid' && validTo !== null && validTo < day ? 'expired' : status);

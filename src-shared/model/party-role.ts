import { z } from 'zod';

/** What a party is to the company. Words under `parties.role.<id>`. */
export const PartyRole = z.enum([
  'customer',
  'endUser',
  'intermediateConsignee',
  'ultimateConsignee',
  'purchaser',
  'reseller',
  'distributor',
  'vendor',
  'freightForwarder',
  'bank',
  'researchPartner',
  'employer',
  'owner',
  'other',
]);
export type PartyRole = z.infer<typeof PartyRole>;

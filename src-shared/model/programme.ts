import { z } from 'zod';
import { capabilityIds } from './fields/model-fields.ts';

/** How far a question of the programme is in place, 0 to 4. A scale of this product; words under `programme.maturity.<n>`. */
export const maturities = [0, 1, 2, 3, 4] as const;
export const Maturity = z.int().min(0).max(4);

/** Likelihood and effect of a risk, 1 to 5. A scale of the company, not of any law. Words under `programme.likelihood.<n>` and `programme.effect.<n>`. */
export const riskSteps = [1, 2, 3, 4, 5] as const;
export const RiskStep = z.int().min(1).max(5);

/** Where a score of 1 to 25 falls. */
export const RiskBand = z.enum(['low', 'medium', 'high', 'severe']);
export type RiskBand = z.infer<typeof RiskBand>;

/** What is done about a risk. */
export const RiskTreatment = z.enum(['accept', 'reduce', 'avoid', 'share']);
export type RiskTreatment = z.infer<typeof RiskTreatment>;

/** Who decides: headquarters, each region, or headquarters for some things. */
export const OperatingModel = z.enum(['central', 'regional', 'hybrid']);
export type OperatingModel = z.infer<typeof OperatingModel>;

/** End uses that a risk assessment offers; a company adds its own in words. Texts under `programme.endUse.<id>`. */
export const offeredEndUses = [
  'commercial',
  'industrial',
  'research',
  'government',
  'military',
  'surveillance',
  'criticalInfrastructure',
  'cloudAccess',
] as const;

/** Misuse that a risk assessment offers. The last ones are what the register asks of a model’s abilities. Texts under `programme.misuse.<id>`. */
export const offeredMisuses = ['weightsLeak', 'diversion', 'deemedExport', 'remoteTraining', 'fineTunedAway', ...capabilityIds] as const;

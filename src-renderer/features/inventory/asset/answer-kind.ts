import { type AssetField, assetField } from '../../../../src-shared/model/asset-fields.ts';
import { itemFact } from '../../../../src-shared/model/item-fact-catalogue.ts';
import { isAskedColumn } from '../../../../src-shared/model/open-question.ts';
import { countryCodes } from '../../../../src-shared/text/countries.ts';

/** How a question is answered where it stands. `law`: no fact can settle it, somebody has to read a text the packs do not hold. `column`: kept with the asset, not among its facts. */
export type AnswerKind =
  | { readonly as: 'field'; readonly field: AssetField }
  | { readonly as: 'yesNo' }
  | { readonly as: 'number'; readonly unit: string }
  | { readonly as: 'choice'; readonly options: readonly string[] }
  | { readonly as: 'country'; readonly options: readonly string[] }
  | { readonly as: 'text' }
  | { readonly as: 'column' }
  | { readonly as: 'law' };

const choices: Readonly<Record<string, readonly string[]>> = {
  dominantFunction: ['processing', 'memory', 'controlInterface', 'other'],
  packagedBy: ['frontEndFabricator', 'approvedPackagingHouse', 'otherPackagingHouse'],
  exporterRole: ['frontEndFabricator', 'packagingHouse', 'designer', 'equipmentMaker', 'distributor', 'endUser', 'other'],
  designerStanding: ['approved', 'authorised', 'applied', 'other'],
};

/** Kind of answer a question takes: the register's field where it has one, else what the engine says of the fact. */
export function answerKind(question: { readonly field: string | null; readonly factId: string }): AnswerKind {
  if (isAskedColumn(question.factId)) return { as: 'column' };
  const field = question.field === null ? undefined : assetField(question.field);
  if (field !== undefined) return field.type === 'yesNo' ? { as: 'yesNo' } : { as: 'field', field };
  if (question.factId === 'designerAttestation') return { as: 'yesNo' };
  if (question.factId === 'packagingSite') return { as: 'country', options: countryCodes };
  const options = choices[question.factId];
  if (options !== undefined) return { as: 'choice', options };
  const fact = itemFact(question.factId);
  if (fact === undefined || fact.id === 'type') return { as: 'law' };
  if (fact.kind === 'yesNo') return { as: 'yesNo' };
  if (fact.id === 'euMarketSince') return { as: 'text' };
  return fact.kind === 'number' ? { as: 'number', unit: fact.unit ?? '' } : { as: 'text' };
}

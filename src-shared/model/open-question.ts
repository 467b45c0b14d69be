import type { Facts } from './asset-fields.ts';

/** A question as it is stored with its finding. */
export interface OpenQuestionRow {
  readonly factId: string;
  readonly field: string | null;
  readonly ask: string;
  readonly decides: readonly string[];
  readonly effect: number;
  readonly ownerName: string;
  /** Day by which whoever marked the field unknown wants the answer. */
  readonly due: string | null;
}

/** What the register keeps of an asset beside its facts, and that may be unknown as well as any of them. */
export interface RegisterAnswers {
  /** Empty while nobody is responsible. */
  readonly ownerName: string;
  /** A life-cycle stage, or `unknown`. */
  readonly stage: string;
}

/** Columns of the register that are asked about while they are unknown. */
const askedColumns = ['ownerName', 'stage'] as const;
type AskedColumn = (typeof askedColumns)[number];

export const isAskedColumn = (id: string): id is AskedColumn => askedColumns.some((column) => column === id);

const isOpen: Readonly<Record<AskedColumn, (asset: RegisterAnswers) => boolean>> = {
  ownerName: ({ ownerName }) => ownerName.trim() === '',
  stage: ({ stage }) => stage === 'unknown',
};

/** Columns of an asset that nobody has filled in. */
export const openColumns = (asset: RegisterAnswers): AskedColumn[] => askedColumns.filter((column) => isOpen[column](asset));

/** A question counts as open when its answer decides an entry, or when somebody has to say what is unknown. */
export const isWaiting = ({ factId, field, decides }: Pick<OpenQuestionRow, 'factId' | 'field' | 'decides'>, facts: Facts): boolean =>
  decides.length > 0 || isAskedColumn(factId) || (field !== null && facts[field]?.state === 'unknown');

/** Share of an asset's completeness that each of the asked columns makes up; its facts make up the rest. */
const columnShare = 0.05;

/** How much of an asset's record is answered, 0 to 1. `facts` is the weighted share of its facts, 0 to 1. */
export const recordCompleteness = (facts: number, asset: RegisterAnswers): number =>
  facts * (1 - askedColumns.length * columnShare) + (askedColumns.length - openColumns(asset).length) * columnShare;

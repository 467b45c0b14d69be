import { type OpenQuestionRow, openColumns } from '../../../src-shared/model/open-question.ts';
import { english } from '../../../src-shared/text/en/index.ts';

/** What the register itself does not know of an asset: who is responsible, where it stands in its life. */
export const columnQuestions = (ownerName: string, stage: string): OpenQuestionRow[] =>
  openColumns({ ownerName, stage }).map((column) => ({
    factId: column,
    field: column,
    ask: english[`question.${column}.ask`],
    decides: [],
    effect: 0,
    ownerName: '',
    due: null,
  }));

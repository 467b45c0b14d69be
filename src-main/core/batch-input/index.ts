export { type AnsweredRow, answerRows, type RowsFault } from './answer-rows.ts';
export { inputFormatOf, isFileFault, isOfInput } from './input-file.ts';
export { InputRejected, type RowProblem } from './input-rejected.ts';
export { type CellsToRow, eachRow, type InputFormat, isRow, type Row, type TakeRow } from './rows.ts';
export { linesOf, textIn } from './text-file.ts';

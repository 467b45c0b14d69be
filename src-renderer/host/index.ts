/** The door to the core: typed calls, queries that stay fresh, commands that answer with values. */
export { type CommandMethod, callHost, type HostMethod, type InputOf, type OutputOf, type QueryMethod } from './bridge.ts';
export { EvidenceOf } from './evidence/parts.tsx';
export { FormDialog } from './FormDialog.tsx';
export { describeError, errorOf, errorSentence, type HostFailure } from './failure.ts';
export { HostProvider, useDroppedFile, useDroppedFiles, useHostEvent } from './HostProvider.tsx';
export { ask, type HostCommand, useHostCommand, useHostQuery } from './hooks.ts';
export { JobProgress } from './JobProgress.tsx';
export { JournalEntries } from './JournalEntries.tsx';
export { MakeTaskButton, MakeTaskDialog, type TaskSource } from './make-task/MakeTask.tsx';
export { TasksOf } from './make-task/TasksOf.tsx';
export { NotesPanel } from './NotesPanel.tsx';
export { PagedTable } from './PagedTable.tsx';
export { copyText, QueryView } from './QueryView.tsx';
export { sentence } from './sentence.ts';
export { type DraftState, useDraft } from './use-draft.ts';
export { useJob, useRunningJob } from './use-job.ts';
export { useLastJob } from './use-last-job.ts';
export { type PagedRows, usePagedRows } from './use-paged-rows.ts';

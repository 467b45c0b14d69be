/** The door to the core: typed calls, queries that stay fresh, commands that answer with values. */
export { callHost, type CommandMethod, type HostMethod, type InputOf, type OutputOf, type QueryMethod } from './bridge.ts';
export { describeError, errorOf, errorSentence, type HostFailure } from './failure.ts';
export { ask, useHostCommand, useHostQuery, type HostCommand } from './hooks.ts';
export { usePagedRows, type PagedRows } from './use-paged-rows.ts';
export { HostProvider, useDroppedFile, useHostEvent } from './HostProvider.tsx';
export { useJob } from './use-job.ts';
export { useDraft, type DraftState } from './use-draft.ts';
export { copyText, QueryView } from './QueryView.tsx';

import { z } from 'zod';
import type { Result } from '../model/result.ts';

/** What a change touches: screens refetch the queries of these topics and no others. */
export const Topic = z.enum([
  'workspace',
  'settings',
  'journal',
  'backups',
  'jobs',
  'inventory',
  'questions',
  'classification',
  'imports',
  'rulepacks',
  'catalogues',
  'views',
  'drafts',
  'safeguards',
  'operation',
  'evidence',
  'reports',
  'people',
  'networks',
  'accessLogs',
  'access',
  'lists',
  'parties',
  'screening',
  'vetting',
  'plan',
  'measures',
  'programme',
  'cases',
  'retention',
  'quality',
  'exchange',
  'transfers',
]);
export type Topic = z.infer<typeof Topic>;

const Id = z.string().min(1).max(80);

/** Every failure a user can act on. Text lives in the catalogue under `error.<code>`; the other fields fill its gaps. */
export const AppError = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('request.invalid'), issues: z.array(z.string().max(400)).max(50) }),
  z.strictObject({ code: z.literal('request.tooLarge') }),
  z.strictObject({ code: z.literal('request.tooMany') }),
  z.strictObject({ code: z.literal('unexpected'), incidentId: z.string().max(40) }),
  z.strictObject({ code: z.literal('cancelled') }),

  z.strictObject({ code: z.literal('workspace.locked') }),
  z.strictObject({ code: z.literal('workspace.notFound') }),
  z.strictObject({ code: z.literal('workspace.notAWorkspace'), detail: z.string().max(300) }),
  z.strictObject({ code: z.literal('workspace.alreadyExists'), name: z.string().max(200) }),
  z.strictObject({ code: z.literal('workspace.inUse'), machine: z.string().max(200), since: z.string().max(40), canTakeOver: z.boolean() }),
  z.strictObject({ code: z.literal('workspace.readOnly'), reason: z.enum(['newerFormat', 'folder', 'lockTaken']) }),
  z.strictObject({ code: z.literal('workspace.headerRefused'), reason: z.string().max(300) }),
  z.strictObject({ code: z.literal('workspace.damaged'), newestGoodSnapshot: z.string().max(80).nullable() }),
  z.strictObject({ code: z.literal('workspace.kindMismatch') }),
  z.strictObject({
    code: z.literal('storage.failed'),
    reason: z.enum(['full', 'readOnly', 'removed', 'permission', 'other']),
    detail: z.string().max(300),
  }),

  z.strictObject({
    code: z.literal('passphrase.wrong'),
    waitSeconds: z.number().int().nonnegative(),
    triesBeforeWait: z.number().int().nonnegative(),
  }),
  z.strictObject({ code: z.literal('passphrase.tooWeak'), reason: z.enum(['short', 'common', 'guessable']), guessesLog10: z.number() }),
  z.strictObject({
    code: z.literal('recoveryKey.wrong'),
    waitSeconds: z.number().int().nonnegative(),
    badGroup: z.number().int().nullable(),
  }),
  z.strictObject({ code: z.literal('keychain.refused'), backend: z.string().max(60) }),

  z.strictObject({ code: z.literal('record.notFound'), entity: z.string().max(40), id: Id }),
  z.strictObject({
    code: z.literal('record.stale'),
    entity: z.string().max(40),
    id: Id,
    yours: z.number().int(),
    current: z.number().int(),
  }),
  z.strictObject({ code: z.literal('record.conflict'), entity: z.string().max(40), detail: z.string().max(300) }),
  /** A hold keeps the record: nothing of it may be removed. */
  z.strictObject({ code: z.literal('record.held'), matter: z.string().max(200) }),
  z.strictObject({ code: z.literal('retention.tooEarly'), title: z.string().max(300), keepUntil: z.string().max(10).nullable() }),
  z.strictObject({ code: z.literal('undo.nothing') }),
  z.strictObject({ code: z.literal('undo.blocked'), detail: z.string().max(300) }),

  z.strictObject({ code: z.literal('file.handleExpired') }),
  z.strictObject({
    code: z.literal('file.refused'),
    /** Closed reason, text under `fileRefused.<reason>`. */
    reason: z.string().max(60),
    place: z.string().max(300).nullable(),
    limit: z.number().nullable(),
  }),
  z.strictObject({ code: z.literal('import.notReady'), step: z.string().max(40), detail: z.string().max(300) }),

  z.strictObject({ code: z.literal('pack.invalid'), place: z.string().max(300), detail: z.string().max(600) }),
  z.strictObject({ code: z.literal('classification.noFacts'), detail: z.string().max(300) }),
  z.strictObject({ code: z.literal('policy.refused'), detail: z.string().max(300) }),
  z.strictObject({ code: z.literal('print.failed'), detail: z.string().max(300) }),
]);
export type AppError = z.infer<typeof AppError>;

export type Reply<T> = Result<T, AppError>;

/** When a method may be called: `unlocked` (default) needs an open workspace, `always` also answers on the start and lock screens. */
export type Gate = 'unlocked' | 'always';

export interface MethodSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command';
  readonly input: I;
  readonly output: O;
  readonly touches: readonly Topic[];
  readonly gate: Gate;
}

/** A method that reads and can be repeated. `topics` say which changes make its answer old. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  topics: readonly Topic[] = [],
  gate: Gate = 'unlocked',
) {
  return { kind: 'query', input, output, touches: topics, gate } as const satisfies MethodSpec<I, O>;
}

/** A method that writes: one transaction, one journal entry. `touches` say what it changes. */
export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O, touches: readonly Topic[], gate: Gate = 'unlocked') {
  return { kind: 'command', input, output, touches, gate } as const satisfies MethodSpec<I, O>;
}

/** Methods of one feature, by name `feature.verb`. */
export type MethodTable = Readonly<Record<string, MethodSpec>>;

/** What a feature implements for its methods: checked input in, a value or an expected failure out. */
export type HandlersFor<T extends MethodTable> = {
  readonly [K in keyof T]: (input: z.output<T[K]['input']>) => Reply<z.input<T[K]['output']>> | Promise<Reply<z.input<T[K]['output']>>>;
};

/** Unasked messages from the core to every window. */
export const HostEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('touched'), topics: z.array(Topic) }),
  z.strictObject({
    type: z.literal('lock'),
    state: z.enum(['locking', 'locked', 'unlocked']),
    because: z.enum(['asked', 'idle', 'sleep', 'screenLock', 'quit', 'opened']),
  }),
  z.strictObject({
    type: z.literal('job'),
    jobId: Id,
    kind: z.string().max(60),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    /** Units finished and in all; `total` is null while it is not known. */
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative().nullable(),
    error: AppError.optional(),
  }),
  z.strictObject({ type: z.literal('saved'), at: z.string().max(40) }),
  z.strictObject({ type: z.literal('command'), id: z.string().max(80) }),
  z.strictObject({ type: z.literal('fileDropped'), handle: Id, name: z.string().max(300), sizeBytes: z.number().int().nonnegative() }),
  /** A folder was let go on the window, or named by a second start, that holds no workspace. */
  z.strictObject({ type: z.literal('folderRefused') }),
]);
export type HostEvent = z.infer<typeof HostEvent>;

import type { Reply } from '../../src-shared/contract/kernel.ts';
import type { IsoDate, IsoInstant } from '../../src-shared/model/dates.ts';

/** What a picked file or folder may be used for. A handle given for one purpose is refused for any other. */
export type FilePurpose =
  | 'workspaceFolder'
  | 'createIn'
  | 'restoreInto'
  | 'import'
  | 'modelConfig'
  | 'evidence'
  | 'rulepack'
  | 'exportTarget'
  | 'printTarget';

/** A file type offered in a dialog. `extensions` carry no dot. */
export interface FileFilter {
  /** Key of the text shown for it. */
  readonly nameKey: string;
  readonly extensions: readonly string[];
}

export interface PickedPath {
  readonly path: string;
}

/** Native dialogs. Each answers null when the user cancelled. Titles are text keys: the shell words them. */
export interface HostDialogs {
  pickFile(options: { readonly purpose: FilePurpose; readonly filters: readonly FileFilter[] }): Promise<PickedPath | null>;
  pickFiles(options: { readonly purpose: FilePurpose; readonly filters: readonly FileFilter[] }): Promise<readonly PickedPath[]>;
  pickFolder(options: { readonly purpose: FilePurpose }): Promise<PickedPath | null>;
  saveFile(options: {
    readonly purpose: FilePurpose;
    readonly suggestedName: string;
    readonly filters: readonly FileFilter[];
  }): Promise<PickedPath | null>;
}

/** The system keychain. `backend` is its name as the system reports it; `basic_text` protects nothing. */
export interface SecretStore {
  status(): Promise<{ readonly available: boolean; readonly backend: string }>;
  /** Encrypts bytes for this user on this computer. */
  seal(secret: Uint8Array): Promise<Uint8Array>;
  /** Null when the bytes cannot be opened here any more. */
  unseal(sealed: Uint8Array): Promise<Uint8Array | null>;
}

export interface PrintOptions {
  readonly paper: 'A4' | 'Letter';
  readonly landscape?: boolean;
  /** HTML for the page's foot, in Chromium's header/footer template language. */
  readonly footerHtml?: string;
  readonly headerHtml?: string;
  /** Only to count pages: without tags, outline and running heads, in a fraction of the time. */
  readonly draft?: boolean;
}

/** A print asked of another process, and its answer. PDFs travel as base64, which any two versions of Node read alike. */
export interface PrintJob {
  readonly id: number;
  readonly html: string;
  readonly options: PrintOptions;
}
export type PrintAnswer = { readonly id: number; readonly pdf: string } | { readonly id: number; readonly failed: string };

export interface Printer {
  /** Renders a complete HTML document (inline styles, no scripts) to a tagged PDF. Rejects with a reason when it cannot. */
  htmlToPdf(html: string, options: PrintOptions): Promise<Uint8Array>;
  /** Sends the same document to a printer of the user's choice. */
  print(html: string, options: PrintOptions): Promise<'printed' | 'cancelled'>;
}

export interface Shell {
  /** Opens an address in the browser after the shell's own check and question. */
  openExternal(url: string): Promise<boolean>;
  showInFolder(path: string): Promise<void>;
  /** Copies a secret and clears it after the time if the clipboard still holds it. */
  copySecret(text: string, clearAfterMs: number): Promise<void>;
}

export interface Clock {
  now(): IsoInstant;
  /** Today in the computer's own zone. */
  today(): IsoDate;
  /** The day to judge by whatever the workspace's settings say; absent where nobody asked for one. */
  judgedOn?(): IsoDate;
  /** Milliseconds that only ever rise; for measuring, never for dates. */
  monotonicMs(): number;
}

export interface Ids {
  /** A new unguessable id, 26 characters or fewer, safe in a file name. */
  next(): string;
}

export interface Paths {
  /** Shipped data: rule packs, catalogues, fonts. */
  readonly resources: string;
  readonly userData: string;
  readonly temp: string;
  readonly logs: string;
  /** Where a new workspace goes unless the user says otherwise. */
  readonly documents: string;
  /** Entry file of a worker thread, for `new Worker`. */
  worker(name: 'reader' | 'pool'): string;
}

export interface AppFacts {
  readonly version: string;
  readonly packaged: boolean;
  /** This computer's name, shown in another process's way when a workspace is in use. */
  readonly machine: string;
}

/** What a host offers the core: Electron, a test, or the command line. Everything here may cross a thread. */
export interface HostPorts {
  readonly dialogs: HostDialogs;
  readonly secretStore: SecretStore;
  readonly printer: Printer;
  readonly shell: Shell;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly paths: Paths;
  readonly app: AppFacts;
}

/** What the renderer may know of a picked file. */
export interface HandleMeta {
  readonly handle: string;
  readonly name: string;
  readonly sizeBytes: number;
}

/** Dialogs as features see them: paths stay in the core, the renderer gets handles. */
export interface Dialogs {
  pickFile(purpose: FilePurpose, filters: readonly FileFilter[]): Promise<HandleMeta | null>;
  pickFiles(purpose: FilePurpose, filters: readonly FileFilter[]): Promise<readonly HandleMeta[]>;
  pickFolder(purpose: FilePurpose): Promise<HandleMeta | null>;
  saveFile(purpose: FilePurpose, suggestedName: string, filters: readonly FileFilter[]): Promise<HandleMeta | null>;
}

/** Handles name one file, for one purpose, until the window closes. */
export interface FileHandles {
  add(path: string, purpose: FilePurpose): HandleMeta;
  /** The path behind a handle, or `file.handleExpired` when it is unknown or was given for something else. */
  resolve(handle: string, purpose: FilePurpose): Reply<string>;
  clear(): void;
}

/** The ports handed to features: the host's, with dialogs and files kept behind handles. */
export interface Ports extends Omit<HostPorts, 'dialogs'> {
  readonly dialogs: Dialogs;
  readonly files: FileHandles;
}

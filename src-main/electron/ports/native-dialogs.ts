import { type BrowserWindow, dialog } from 'electron';

export interface Question {
  readonly message: string;
  readonly detail: string;
  readonly agree: string;
  readonly decline: string;
}

export interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

export interface FileQuestion {
  readonly title: string;
  readonly filters: readonly FileFilter[];
  /** File name for saving, folder to start in for opening. */
  readonly suggestion?: string;
}

/** The system's dialogs. Paths they return stay in the main process. */
export interface NativeDialogs {
  readonly confirm: (window: BrowserWindow, question: Question) => Promise<boolean>;
  /** Says something that went wrong; resolves once it was read. */
  readonly alarm: (said: { readonly message: string; readonly detail: string }) => Promise<void>;
  readonly openFile: (window: BrowserWindow | undefined, question: FileQuestion) => Promise<string | undefined>;
  readonly openFiles: (window: BrowserWindow | undefined, question: FileQuestion) => Promise<readonly string[]>;
  readonly openFolder: (window: BrowserWindow | undefined, question: FileQuestion) => Promise<string | undefined>;
  readonly saveFile: (window: BrowserWindow | undefined, question: FileQuestion) => Promise<string | undefined>;
}

export const nativeDialogs: NativeDialogs = {
  confirm: async (window, { message, detail, agree, decline }) => {
    const answer = await dialog.showMessageBox(window, {
      type: 'question',
      message,
      detail,
      buttons: [decline, agree],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    return answer.response === 1;
  },
  alarm: async ({ message, detail }) => {
    await dialog.showMessageBox({ type: 'error', message, detail });
  },
  openFile: async (window, question) => (await open(window, question, ['openFile', 'dontAddToRecent']))[0],
  openFiles: (window, question) => open(window, question, ['openFile', 'multiSelections', 'dontAddToRecent']),
  openFolder: async (window, question) => (await open(window, question, ['openDirectory', 'createDirectory', 'dontAddToRecent']))[0],
  saveFile: async (window, { title, filters, suggestion }) => {
    const options = {
      title,
      filters: filters.map(mutable),
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'] as (
        | 'createDirectory'
        | 'showOverwriteConfirmation'
        | 'dontAddToRecent'
      )[],
      ...(suggestion === undefined ? {} : { defaultPath: suggestion }),
    };
    const answer = window === undefined ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
    return answer.canceled || answer.filePath === '' ? undefined : answer.filePath;
  },
};

async function open(
  window: BrowserWindow | undefined,
  { title, filters, suggestion }: FileQuestion,
  properties: ('openFile' | 'openDirectory' | 'multiSelections' | 'createDirectory' | 'dontAddToRecent')[],
): Promise<readonly string[]> {
  const options = { title, filters: filters.map(mutable), properties, ...(suggestion === undefined ? {} : { defaultPath: suggestion }) };
  const answer = window === undefined ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return answer.canceled ? [] : answer.filePaths;
}

function mutable({ name, extensions }: FileFilter): { name: string; extensions: string[] } {
  return { name, extensions: [...extensions] };
}

/** How a statement is proven: lint or static rule, Node test, renderer in a real window, Electron main process, packaged build. */
export type CheckKind = 'lint' | 'node' | 'window' | 'main' | 'package';

/** One promise about security or reliability. Tests name the ids they prove in their titles, as in `[A1]`. */
export interface SecurityStatement {
  readonly id: string;
  readonly says: string;
  readonly checks: readonly CheckKind[];
  /** Why no test proves it yet, or which part of it is still unproven. */
  readonly pending?: string;
}

const statement = (id: string, says: string, checks: readonly CheckKind[], pending?: string): SecurityStatement => ({
  id,
  says,
  checks,
  ...(pending === undefined ? {} : { pending }),
});

const renderer: readonly SecurityStatement[] = [
  statement('A1', 'One function makes every window: sandboxed, isolated, without Node, webview, spell check or experiments', [
    'node',
    'lint',
    'main',
  ]),
  statement('A2', 'Electron is imported in src-main/electron only', ['lint']),
  statement('A3', 'The sandbox is switched on for the whole app before it is ready', ['node', 'main']),
  statement('A4', 'Pages come from the app’s own scheme and a fixed list of files; crooked addresses are refused', [
    'node',
    'window',
    'main',
  ]),
  statement('A5', 'Every response carries the strict content policy and its companion headers', ['node', 'window']),
  statement('A6', 'The style nonce is fresh for each load and a tour of all screens breaks no policy', ['window']),
  statement('A7', 'Inline scripts, javascript: links, event attributes and eval do nothing', ['window']),
  statement('A8', 'Requests to any outside host fail and the app makes none', ['window', 'main']),
  statement('A9', 'Navigation away from the app and new windows are refused', ['node', 'main']),
  statement('A10', 'Links open outside through one function, for few schemes, after showing the address', ['node', 'main']),
  statement('A11', 'Permissions and device pickers are denied, except writing to the clipboard', ['node', 'main']),
  statement('A12', 'The session lets nothing but the app through and keeps no cache, cookie or service worker', ['node', 'main']),
  statement('A13', 'Hostile names show as text everywhere, also in print and exports', ['window']),
  statement('A14', 'Building markup or code from strings is a lint error', ['lint']),
  statement('A15', 'Dropped files never navigate', ['window', 'main']),
];

const door: readonly SecurityStatement[] = [
  statement('B1', 'window.host has exactly call and on, is frozen, and is all there is', ['window', 'main']),
  statement('B2', 'One channel, answered only for the main frame of our own windows', ['node', 'main']),
  statement('B3', 'Unknown, misshapen, oversized, too deep or too many calls are refused before a handler runs', ['node']),
  statement('B4', 'Each method refuses a thousand generated bad inputs and never throws', ['node']),
  statement('B5', 'While locked only the unlocking methods answer, and a call in flight commits nothing', ['node', 'window']),
  statement('B6', 'Replies hold no stack, path, SQL or key', ['node']),
  statement('B7', 'The renderer never sees a file path, only handles', ['node', 'window']),
  statement('B8', 'Each output is checked against its schema before it leaves the core', ['node']),
];

const keys: readonly SecurityStatement[] = [
  statement('C1', 'The data key is 32 random bytes that never touch the disk unwrapped', ['node']),
  statement('C2', 'The passphrase key is scrypt at full strength; weaker parameters in a header are refused', ['node']),
  statement('C3', 'Keys are wrapped with AES-256-GCM and the header is bound to them', ['node']),
  statement('C4', 'The recovery key is shown once, typed back, replaceable, and opens the workspace', ['node', 'window']),
  statement('C5', 'Passphrases are judged by guess count; common ones are refused; pasting is allowed', ['node', 'window']),
  statement('C6', 'Wrong tries slow down, across restarts, without a wipe', ['node']),
  statement('C7', 'Remembering on this computer is off by default and refused without a real keychain', ['node', 'main']),
  statement('C8', 'Cipher and page format are pinned and asserted; a plain database is never opened', ['node']),
  statement('C9', 'No planted marker is found in the workspace folder, temporary files or logs', ['node', 'main']),
  statement('C10', 'A flipped bit is reported as damage, apart from a wrong key, with the newest good snapshot', ['node']),
  statement('C11', 'Changing the passphrase or recovery key is atomic', ['node']),
  statement('C12', 'Rotating the data key writes and proves a new copy before it swaps', ['node']),
  statement(
    'C13',
    'A sealed pack shows nothing in the clear and fails whole when one byte changes',
    ['node'],
    'Sealed packs come later; nothing writes or reads one yet',
  ),
  statement('C14', 'Key buffers are zeroed on lock and quit; the passphrase is kept nowhere', ['node']),
];

const presence: readonly SecurityStatement[] = [
  statement('D1', 'Idle time, sleep, screen lock, user switch and the shortcut lock the workspace', ['node', 'main']),
  statement('D2', 'Locking closes the database, zeroes the key and leaves no business text in the page', ['node', 'window', 'main']),
  statement('D3', 'Content is hidden the moment a lock starts; running jobs follow a stated rule', ['window']),
  statement('D4', 'Unsaved drafts survive a lock', ['node', 'window']),
  statement('D5', 'Screen capture can be blocked per workspace and titles can hide the client', ['main']),
  statement('D6', 'A copied recovery key leaves the clipboard after a minute', ['node', 'main']),
];

const safety: readonly SecurityStatement[] = [
  statement('E1', 'Killing the process at any point leaves a sound database with every confirmed change', ['node']),
  statement('E2', 'Confirmed commands are flushed to disk; an import batch is one transaction', ['node']),
  statement('E3', 'Data and its journal entry are written together or not at all', ['node']),
  statement('E4', 'A changed, missing or moved journal entry is detected and located', ['node']),
  statement('E5', 'Undo and redo restore the same rows', ['node']),
  statement('E6', 'Two processes cannot write one workspace; a stale lock can be taken over', ['node']),
  statement('E7', 'Full disks and odd folders are refused or warned about; no partial file replaces a good one', ['node']),
  statement('E8', 'Snapshots follow their schedule, are opened to prove them, and rotate', ['node']),
  statement('E9', 'Restoring shows what differs and snapshots the present first', ['node', 'window']),
  statement('E10', 'Each released format migrates whole; a failed migration leaves the old file', ['node']),
  statement('E11', 'A newer file opens read-only with a clear message', ['node', 'window']),
  statement('E12', 'A defect in one screen is caught there and loses nothing typed', ['window']),
  statement('E13', 'A dead renderer is reloaded, locked when it dies twice in a minute', ['main']),
];

const foreignFiles: readonly SecurityStatement[] = [
  statement('F1', 'Files are told by content; macros, links and formulas are never followed', ['node']),
  statement('F2', 'Size limits hold before parsing and the message names limit and place', ['node']),
  statement('F3', 'Parsing runs in a worker with a memory and time cap', ['node']),
  statement('F4', 'A corpus of hostile files is refused or read safely', ['node']),
  statement('F5', 'The spreadsheet reader is a repaired version; exported cells cannot start a formula', ['node', 'lint']),
  statement(
    'F6',
    'Packs have a strict schema, hash, licence and sources; installing one changes no finding by itself',
    ['node', 'window'],
    'Packs cannot be installed yet; the shipped ones are checked when they load',
  ),
  statement('F7', 'Archive members with crooked paths, links or duplicate names are refused', ['node']),
  statement('F8', 'Evidence is stored as bytes with a hash and exported only by the user', ['node']),
];

const privacy: readonly SecurityStatement[] = [
  statement('G1', 'Logs hold no names, numbers or passphrases', ['node']),
  statement('G2', 'Logs are local, capped and viewable; there is no crash upload', ['node', 'lint']),
  statement('G3', 'Exports offer redaction and are recorded with a hash', ['node', 'window']),
  statement('G4', 'Nationality and location need a purpose and a source, can be erased, and stay out of search and previews until opened', [
    'node',
    'window',
  ]),
  statement('G5', 'Exercise and live workspaces do not exchange data', ['node']),
  statement('G6', 'A report names its workspace, day, packs, sources and its own hash', ['node']),
];

const supply: readonly SecurityStatement[] = [
  statement('H1', 'All release fuses are named and set; the inspectable test build cannot be released', ['node', 'package']),
  statement('H2', 'Release builds hold no source text in maps, tests, sample secrets or development menu', ['package']),
  statement('H3', 'Runtime packages are exact, locked, few, reasoned and under allowed licences', ['lint']),
  statement('H4', 'Install scripts are off except for a short list', ['lint']),
  statement('H5', 'Shipped code imports no network module and the packaged app opens no socket', ['lint', 'main', 'package']),
  statement('H6', 'Electron is a supported major', ['lint']),
  statement(
    'H7',
    'Updates are files the user fetches; the app shows its version and how to check it',
    [],
    'A promise about what is absent: there is no update code to test',
  ),
  statement('H8', 'A second start focuses the first and passes only a checked path', ['node', 'main']),
  statement('H9', 'Switches that weaken protection are refused in release', ['node', 'main', 'package']),
];

const integrity: readonly SecurityStatement[] = [
  statement('I1', 'Each comparison in a trace cites a source; a pack with an uncited number does not load', ['node']),
  statement('I2', 'Replaying a finding gives the same verdict and trace', ['node']),
  statement('I3', 'A claimed source never yields a plain clear', ['node']),
  statement('I4', 'Rules outside their dates are an open question, never silently applied', ['node']),
  statement('I5', 'More adverse facts never give a milder verdict', ['node']),
  statement(
    'I6',
    'Screening recall meets its floor and is published',
    ['node'],
    'Firms named in other letters than Latin, and persons in Han, stay below the floor of 99 %; the guide says by how much',
  ),
  statement('I7', 'A person decides, with name, reason and date; nothing closes itself', ['node', 'window']),
  statement('I8', 'No text says “compliant” or “legal” as a verdict; the verdict words are a closed list', ['lint']),
];

/** Every statement, in the order it is printed. */
export const statements: readonly SecurityStatement[] = [
  ...renderer,
  ...door,
  ...keys,
  ...presence,
  ...safety,
  ...foreignFiles,
  ...privacy,
  ...supply,
  ...integrity,
];

/** How many statements each letter has; a missing one fails the run. */
export const statementCounts: Readonly<Record<string, number>> = { A: 15, B: 8, C: 14, D: 6, E: 13, F: 8, G: 6, H: 9, I: 8 };

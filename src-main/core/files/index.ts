export { asideOf, dropUnfinished, settled, unsettled, whyUnwritten } from './aside.ts';
export { syncFile, syncFolder, writeFileAtomically, writePiecesAtomically } from './atomic.ts';
export { diskBytes, folderCautions, isWritable } from './cautions.ts';
export { createDialogs, createFileHandles } from './handles.ts';
export { createJsonStore, type JsonStore } from './json-store.ts';
export { safeFileName } from './safe-name.ts';
export { saveWhereChosen } from './save-chosen.ts';
export { isDamage, storageErrorOf } from './storage-error.ts';

import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FolderCaution } from '../../../src-shared/contract/workspace.ts';

const syncFolders =
  /(^|[\\/])(OneDrive[^\\/]*|Dropbox[^\\/]*|Google ?Drive[^\\/]*|GoogleDrive[^\\/]*|My Drive|iCloud ?Drive|Mobile Documents|CloudStorage|Nextcloud|ownCloud|Box|Box Sync|pCloud ?Drive|Syncthing|MEGA|Tresorit)([\\/]|$)/i;
const removable = /^(\/media\/|\/run\/media\/|\/Volumes\/|\/mnt\/usb)/;
/** Linux magic numbers: NFS, SMB, CIFS, SMB2, AFS, 9p, Ceph. */
const networkFileSystems = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997, 0x00c36400]);
/** A workspace, its snapshot and the copy made while rotating need room side by side. */
const nearlyFullBytes = 512 * 1024 * 1024;

/** What the user should know about a folder before trusting it with work. An absent folder is judged by its nearest parent. */
export function folderCautions(folder: string): FolderCaution[] {
  let place = folder;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  const space = statfsSync(place);
  const found: FolderCaution[] = [];
  if (syncFolders.test(folder)) found.push('cloudSync');
  if (folder.startsWith('\\\\') || (process.platform === 'linux' && networkFileSystems.has(space.type >>> 0))) found.push('networkDrive');
  if (removable.test(folder)) found.push('removableDrive');
  if (space.bavail * space.bsize < nearlyFullBytes) found.push('nearlyFull');
  if (!isWritable(place)) found.push('readOnly');
  return found;
}

/** Whether this user may make files in a folder. */
export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    // The call answers by throwing; the reason does not matter here, a write will name it.
    return false;
  }
}

/** Size of the disk that holds a folder, in bytes. */
export function diskBytes(folder: string): number {
  const space = statfsSync(folder);
  return space.blocks * space.bsize;
}

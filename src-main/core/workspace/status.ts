import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WorkspaceStatus } from '../../../src-shared/contract/workspace.ts';
import { listSnapshots } from '../backup/index.ts';
import { folderCautions } from '../files/index.ts';
import type { Ports } from '../ports.ts';
import { demoPassphrase } from './demo.ts';
import { databaseFile } from './header.ts';
import { cardOf, type Selected } from './place.ts';
import type { Vault } from './vault-types.ts';

/** What the start, unlock and title screens show. */
export async function workspaceStatus(vault: Vault, ports: Ports): Promise<WorkspaceStatus> {
  const place = vault.selected();
  const keychain = await ports.secretStore.status();
  const { session, readOnly } = vault.isOpen()
    ? { session: vault.session(), readOnly: vault.session().readOnly }
    : { session: null, readOnly: null };
  return {
    state: place === null ? 'none' : session === null ? 'locked' : 'unlocked',
    workspace:
      place === null
        ? null
        : {
            ...pick(session ?? cardOf(place)),
            id: place.placeId,
            demo: place.header.demo,
            folderName: basename(place.folder),
          },
    lock: place === null || session !== null ? null : vault.lockInfo(),
    details: place === null ? null : details(place, vault, ports),
    readOnly,
    keychain: {
      ...keychain,
      remembered: place !== null && place.header.keychain !== null && vault.memory.sealedKey(place.header.id) !== null,
    },
    app: { version: ports.app.version, unpackaged: !ports.app.packaged },
  };
}

function pick<T extends { readonly name: string; readonly color: unknown; readonly kind: unknown }>({
  name,
  color,
  kind,
}: T): Pick<T, 'name' | 'color' | 'kind'> {
  return { name, color, kind };
}

function details(place: Selected, vault: Vault, ports: Ports): WorkspaceStatus['details'] {
  const { folder, header } = place;
  const wait = vault.memory.wait(header.id, ports.clock.now());
  return {
    lastOpenedAt: place.known?.lastOpenedAt ?? null,
    lastBackupAt: listSnapshots(folder, header.keyId)[0]?.at ?? null,
    sizeBytes: statSync(join(folder, databaseFile), { throwIfNoEntry: false })?.size ?? 0,
    format: header.format,
    waysIn: [
      'passphrase',
      'recoveryKey',
      ...(header.keychain !== null && vault.memory.sealedKey(header.id) !== null ? (['keychain'] as const) : []),
    ],
    cautions: folderCautions(folder),
    ...wait,
    demoPassphrase: header.demo ? demoPassphrase : null,
  };
}

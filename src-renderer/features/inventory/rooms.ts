import { IconCpu, IconCube, IconFileCode } from '@tabler/icons-react';
import type { AssetKind } from '../../../src-shared/model/asset-fields.ts';
import type { MessageKey } from '../../../src-shared/text/en/index.ts';
import type { IconType } from '../../ui/index.ts';

export type RoomId = 'models' | 'systems' | 'software';

/** A list of the register: which kinds it holds and what it is called. */
export interface Room {
  readonly id: RoomId;
  readonly path: string;
  readonly kinds: readonly AssetKind[];
  readonly titleKey: MessageKey;
  readonly icon: IconType;
  readonly goKey: string;
  readonly order: number;
  /** Kinds that can be added here; the first is the primary action. */
  readonly adds: readonly AssetKind[];
}

export const rooms: Readonly<Record<RoomId, Room>> = {
  models: {
    id: 'models',
    path: '/models',
    kinds: ['model'],
    titleKey: 'inventory.room.models',
    icon: IconCube,
    goKey: 'M',
    order: 1,
    adds: ['model'],
  },
  systems: {
    id: 'systems',
    path: '/systems',
    kinds: ['chip', 'computer'],
    titleKey: 'inventory.room.systems',
    icon: IconCpu,
    goKey: 'C',
    order: 2,
    adds: ['chip', 'computer'],
  },
  software: {
    id: 'software',
    path: '/software',
    kinds: ['software', 'technology', 'service', 'dataset'],
    titleKey: 'inventory.room.software',
    icon: IconFileCode,
    goKey: 'S',
    order: 3,
    adds: ['software', 'technology', 'service', 'dataset'],
  },
};

/** The room where assets of a kind are listed. */
export function roomOf(kind: AssetKind): Room {
  return Object.values(rooms).find((room) => room.kinds.includes(kind)) ?? rooms.models;
}

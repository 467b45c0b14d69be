import { IconTruckDelivery } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../app/commands.tsx';
import type { NavigationEntry } from '../../app/feature.ts';
import { bundle } from '../../ui/index.ts';

const room = bundle(() => import('./screens.ts'));
export const load = room.load;
const TransfersScreen = room.part('TransfersScreen');
const TransferScreen = room.part('TransferScreen');

export const routes: readonly RouteObject[] = [
  { path: 'transfers', element: <TransfersScreen /> },
  { path: 'transfers/:id', element: <TransferScreen /> },
];

export const navigation: readonly NavigationEntry[] = [
  { id: 'transfers', titleKey: 'transfers.title', icon: IconTruckDelivery, path: '/transfers', group: 'checks', order: 4, goKey: 'F' },
];

export const commands: readonly Command[] = [
  {
    id: 'transfers.add',
    titleKey: 'command.transfers.new',
    keywords: ['shipment', 'export', 'download', 'activation', 'release', 'discussion', 'order', 'queue'],
    menu: 'tools',
    run: ({ navigate }) => navigate('/transfers?add=transfer'),
  },
  {
    id: 'transfers.held',
    titleKey: 'command.transfers.held',
    keywords: ['shipment', 'hold', 'held', 'stopped', 'clear', 'clearance', 'queue'],
    run: ({ navigate }) => navigate('/transfers?view=held'),
  },
  {
    id: 'transfers.import',
    titleKey: 'command.transfers.import',
    keywords: ['shipments', 'orders', 'ERP', 'SAP', 'delivery', 'spreadsheet'],
    menu: 'file',
    run: ({ navigate }) => navigate('/import?kind=transfers'),
  },
];

import { IconHistoryToggle } from '@tabler/icons-react';
import type { TransferRow } from '../../../src-shared/contract/transfers.ts';
import type { TransferState } from '../../../src-shared/model/transfer.ts';
import { type IconType, StatusBadge, StatusText, type Tone, useText } from '../../ui/index.ts';

const stateTones: Readonly<Record<TransferState, Tone>> = {
  waiting: 'review',
  held: 'restricted',
  lapsed: 'review',
  cleared: 'clear',
  gone: 'info',
  refused: 'unassessed',
  cancelled: 'unassessed',
};
const stateIcons: Readonly<Partial<Record<TransferState, IconType>>> = { lapsed: IconHistoryToggle };

/** Where a transfer stands; one that went without a clearance says so in place of that it went. */
export function TransferStateWord({
  row,
  filled = false,
}: {
  readonly row: Pick<TransferRow, 'state' | 'uncleared'>;
  readonly filled?: boolean;
}) {
  const t = useText();
  const icon = stateIcons[row.state];
  const props = { tone: row.uncleared ? 'restricted' : stateTones[row.state], ...(icon === undefined ? {} : { icon }) } as const;
  const word = row.uncleared ? t('transfers.uncleared') : t(`transfers.state.${row.state}`);
  return filled ? <StatusBadge {...props}>{word}</StatusBadge> : <StatusText {...props}>{word}</StatusText>;
}

import { IconBan, IconCheck, IconDots, IconHandStop, IconPencil, IconPlayerPlay, IconSend, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { TransferDetail } from '../../../src-shared/contract/transfers.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { type Command, useScreenCommands } from '../../app/commands.tsx';
import { EvidenceOf, JournalEntries, NotesPanel, QueryView, TransferStateWord, useHostQuery } from '../../host/index.ts';
import { Button, IconButton, Menu, type MenuItem, Page, PageHeader, Tabs, useText } from '../../ui/index.ts';
import { ChecksTab } from './ChecksTab.tsx';
import { ClearDialog } from './dialogs/ClearDialog.tsx';
import { GoneDialog, ReasonDialog } from './dialogs/DecisionDialogs.tsx';
import { TransferDialog } from './dialogs/TransferDialog.tsx';
import classes from './transfers.module.css';
import { WhatTab } from './WhatTab.tsx';

const tabIds = ['checks', 'what', 'evidence', 'notes', 'history'] as const;
type TabId = (typeof tabIds)[number];
type DialogId = 'edit' | 'clear' | 'hold' | 'release' | 'refuse' | 'cancel' | 'gone';

/** One transfer: what holds it, what goes to whom, what was decided. */
export function TransferScreen() {
  const { id = '' } = useParams();
  const t = useText();
  const navigate = useNavigate();
  const one = useHostQuery('transfers.get', { id }, { keepPrevious: true });
  return (
    <QueryView query={one} whenGone={<Button onClick={() => void navigate('/transfers')}>{t('transfers.title')}</Button>}>
      {(transfer) => <TransferPage key={transfer.row.id} transfer={transfer} />}
    </QueryView>
  );
}

function TransferPage({ transfer }: { readonly transfer: TransferDetail }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [dialog, setDialog] = useState<DialogId | null>(null);
  const { row, columns } = transfer;
  const tab: TabId = tabIds.find((one) => one === params.get('tab')) ?? 'checks';
  const isOpen = row.state !== 'gone' && row.state !== 'refused' && row.state !== 'cancelled';
  const isHeldBySomebody = row.heldBecause !== '';
  const cannotClear = isHeldBySomebody ? t('transfers.clear.cannotOwn') : row.holds > 0 ? t('transfers.clear.cannotHeld') : undefined;
  const commands = useMemo((): readonly Command[] => {
    const command = (which: DialogId, titleKey: Command['titleKey'], shortcut: string): Command => ({
      ...{ id: `transfers.${which}`, titleKey, shortcut },
      run: (): void => setDialog(which),
    });
    return [
      command('edit', 'transfers.edit', 'E'),
      ...(isOpen && cannotClear === undefined ? [command('clear', 'transfers.clear', 'C')] : []),
      ...(isOpen ? [command(isHeldBySomebody ? 'release' : 'hold', isHeldBySomebody ? 'transfers.release' : 'transfers.hold', 'H')] : []),
      ...(isOpen ? [command('gone', 'transfers.gone', 'M')] : []),
    ];
  }, [isOpen, cannotClear, isHeldBySomebody]);
  useScreenCommands(commands);
  const menu: readonly MenuItem[] = [
    { id: 'gone', label: t('transfers.gone'), icon: IconSend, shortcut: 'M', onSelect: () => setDialog('gone') },
    { id: 'refuse', label: t('transfers.refuse'), icon: IconBan, onSelect: () => setDialog('refuse') },
    { id: 'cancel', label: t('transfers.cancel'), icon: IconX, onSelect: () => setDialog('cancel') },
  ];
  const close = () => setDialog(null);
  const where = columns.destination === null ? '' : countryName(t.locale, columns.destination);
  return (
    <Page
      shows={`${row.id} ${tab}`}
      header={
        <PageHeader
          title={[row.number, row.items].filter(Boolean).join(' ')}
          crumbs={[{ label: t('transfers.title'), href: '#/transfers' }, { label: row.number }]}
          beside={<TransferStateWord row={row} filled />}
          subtitle={[t(`transfers.kind.${row.kind}`), row.parties, where].filter(Boolean).join(' · ')}
          actions={
            <>
              <Button icon={IconPencil} shortcut="E" onClick={() => setDialog('edit')}>
                {t('transfers.edit')}
              </Button>
              {isOpen ? (
                <>
                  {isHeldBySomebody ? (
                    <Button icon={IconPlayerPlay} shortcut="H" onClick={() => setDialog('release')}>
                      {t('transfers.release')}
                    </Button>
                  ) : (
                    <Button icon={IconHandStop} shortcut="H" onClick={() => setDialog('hold')}>
                      {t('transfers.hold')}
                    </Button>
                  )}
                  <Menu groups={[{ items: menu }]} align="end">
                    <IconButton icon={IconDots} label={t('transfers.more')} bordered hasPopup="menu" />
                  </Menu>
                  {row.state === 'cleared' ? (
                    <Button kind="primary" icon={IconSend} shortcut="M" onClick={() => setDialog('gone')}>
                      {t('transfers.gone')}
                    </Button>
                  ) : (
                    <Button kind="primary" icon={IconCheck} shortcut="C" disabledBecause={cannotClear} onClick={() => setDialog('clear')}>
                      {t('transfers.clear')}
                    </Button>
                  )}
                </>
              ) : null}
            </>
          }
        >
          <Tabs<TabId>
            label={row.number}
            active={tab}
            onChange={(next) => setParams(next === 'checks' ? {} : { tab: next }, { replace: true })}
            tabs={tabIds.map((id) => ({
              id,
              label: t(`transfers.tab.${id}`),
              ...(id === 'checks' && isOpen && row.holds + row.unknowns > 0 ? { count: row.holds + row.unknowns } : {}),
            }))}
          />
        </PageHeader>
      }
    >
      <div className={classes['padded']}>
        {tab === 'checks' ? (
          <ChecksTab transfer={transfer} onEdit={() => setDialog('edit')} />
        ) : tab === 'what' ? (
          <WhatTab transfer={transfer} />
        ) : tab === 'evidence' ? (
          <EvidenceOf record={{ kind: 'transfer', id: row.id }} />
        ) : tab === 'notes' ? (
          <NotesPanel about={{ entity: 'transfers', id: row.id }} />
        ) : (
          <HistoryTab id={row.id} />
        )}
      </div>
      {dialog === 'edit' ? <TransferDialog transfer={transfer} onClose={close} onSaved={close} /> : null}
      {dialog === 'clear' ? <ClearDialog key={transfer.digest} transfer={transfer} onClose={close} /> : null}
      {dialog === 'gone' ? <GoneDialog transfer={transfer} onClose={close} /> : null}
      {dialog === 'hold' || dialog === 'release' || dialog === 'refuse' || dialog === 'cancel' ? (
        <ReasonDialog transfer={transfer} what={dialog} onClose={close} />
      ) : null}
    </Page>
  );
}

/** Who did what to this transfer, newest first. */
function HistoryTab({ id }: { readonly id: string }) {
  const t = useText();
  const entries = useHostQuery('transfers.history', { id });
  return (
    <QueryView query={entries} rows={6}>
      {(list) => <JournalEntries entries={list} empty={t('transfers.decision.none')} />}
    </QueryView>
  );
}

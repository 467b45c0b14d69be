import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { HoldingView, PartyDetail } from '../../../../src-shared/contract/parties.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import { Button, Day, FactList, IconButton, SimpleTable, useText, useToast } from '../../../ui/index.ts';
import classes from '../parties.module.css';
import { countryWords, OwnersWord } from '../words.tsx';
import { HoldingDialog } from './HoldingDialog.tsx';
import { OwnershipChart } from './OwnershipChart.tsx';
import { OwnershipFindings } from './OwnershipFindings.tsx';
import { OwnersKnownDialog } from './OwnersKnownDialog.tsx';

type Side = 'owner' | 'owned';
type Open = { readonly what: 'known' } | { readonly what: 'holding'; readonly side: Side; readonly holding: HoldingView | null };

interface OwnershipTabProps {
  readonly party: PartyDetail;
  /** An owner is to be added at once. */
  readonly adding: boolean;
  readonly onAdded: () => void;
}

/** Who owns a party and whom it owns, how far that is known, and what each rule makes of it. */
export function OwnershipTab({ party, adding, onAdded }: OwnershipTabProps) {
  const t = useText();
  const [open, setOpen] = useState<Open | null>(null);
  const shown: Open | null = open ?? (adding ? { what: 'holding', side: 'owner', holding: null } : null);
  const close = () => {
    setOpen(null);
    onAdded();
  };
  const person = party.columns.kind === 'person';
  return (
    <div className={classes['parts']}>
      {person ? (
        <p className="muted">{t('parties.ownership.people')}</p>
      ) : (
        <>
          <Known party={party} onSay={() => setOpen({ what: 'known' })} />
          {party.above.holdings.length === 0 ? null : <OwnershipChart party={party} />}
          <Holdings party={party} side="owner" onOpen={(holding) => setOpen({ what: 'holding', side: 'owner', holding })} />
        </>
      )}
      <Holdings party={party} side="owned" onOpen={(holding) => setOpen({ what: 'holding', side: 'owned', holding })} />
      {person ? null : <OwnershipFindings findings={party.ownership} />}
      {shown?.what === 'known' ? <OwnersKnownDialog party={party} onClose={close} /> : null}
      {shown?.what === 'holding' ? <HoldingDialog party={party} side={shown.side} holding={shown.holding} onClose={close} /> : null}
    </div>
  );
}

function Known({ party, onSay }: { readonly party: PartyDetail; readonly onSay: () => void }) {
  const t = useText();
  const { row, ownersReason, ultimateParents } = party;
  return (
    <section className={classes['stack']} aria-label={t('parties.ownership.known')}>
      <div className={classes['headed']}>
        <h2>{t('parties.ownership.known')}</h2>
        <Button size="small" icon={IconPencil} onClick={onSay}>
          {t('parties.ownership.setKnown')}
        </Button>
      </div>
      <FactList
        labelWidth={160}
        rows={[
          {
            label: t('parties.column.owners'),
            value: (
              <>
                <OwnersWord known={row.ownersKnown} /> <span className="muted">{t(`parties.ownersKnownWhy.${row.ownersKnown}`)}</span>
              </>
            ),
          },
          {
            label: t('parties.ownership.reason'),
            value: ownersReason === '' ? <span className="muted">{t('parties.ownership.noReason')}</span> : ownersReason,
          },
          {
            label: t('parties.ownership.parents'),
            value:
              ultimateParents.length === 0 ? (
                <span className="muted">{t('parties.ownership.noParents')}</span>
              ) : (
                ultimateParents.map((parent) => (
                  <div key={parent.id} className={classes['parent']}>
                    <a href={`#/parties/${parent.id}`}>{parent.name}</a>{' '}
                    <span className="muted">
                      {parent.headquarters === null ? t('parties.ownership.noSeat') : countryWords(t, [parent.headquarters])},{' '}
                      {t(parent.complete ? 'parties.ownership.parentComplete' : 'parties.ownership.parentOpen')}
                    </span>
                  </div>
                ))
              ),
          },
        ]}
      />
    </section>
  );
}

interface HoldingsProps {
  readonly party: PartyDetail;
  readonly side: Side;
  readonly onOpen: (holding: HoldingView | null) => void;
}

/** The holdings of one side as a table, with what can be done to each. */
function Holdings({ party, side, onOpen }: HoldingsProps) {
  const t = useText();
  const toast = useToast();
  const remove = useHostCommand('parties.removeHolding');
  const undo = useHostCommand('journal.undo');
  const rows = side === 'owner' ? party.owners : party.owned;
  const title = t(side === 'owner' ? 'parties.ownership.owners' : 'parties.ownership.owned');
  const other = (one: HoldingView) =>
    side === 'owner' ? { id: one.ownerId, name: one.ownerName } : { id: one.ownedId, name: one.ownedName };
  const drop = async ({ id, revision }: HoldingView) => {
    const reply = await remove.run({ id, revision });
    toast(
      reply.ok ? { message: t('parties.ownership.removed'), onUndo: () => void undo.run({}) } : { message: errorSentence(t, reply.error) },
    );
  };
  return (
    <section className={classes['stack']} aria-label={title}>
      <div className={classes['headed']}>
        <h2>{title}</h2>
        <Button size="small" icon={IconPlus} onClick={() => onOpen(null)}>
          {t(side === 'owner' ? 'parties.ownership.addOwner' : 'parties.ownership.addOwned')}
        </Button>
      </div>
      {rows.length === 0 ? (
        <p className="muted">{t(side === 'owner' ? 'parties.ownership.noOwners' : 'parties.ownership.noOwned')}</p>
      ) : (
        <SimpleTable<HoldingView>
          label={title}
          place="inline"
          groups={[{ id: 'all', rows }]}
          rowKey={(one) => one.id}
          columns={[
            {
              id: 'party',
              header: t('parties.ownership.column.party'),
              minWidth: 180,
              cell: (one) => <a href={`#/parties/${other(one).id}`}>{other(one).name}</a>,
            },
            { id: 'holds', header: t('parties.ownership.column.holds'), width: 160, cell: (one) => t(`parties.holding.${one.kind}`) },
            {
              id: 'share',
              header: t('parties.ownership.column.share'),
              width: 100,
              align: 'end',
              cell: (one) =>
                one.percent === null ? (
                  <span className="muted">{t('parties.ownership.shareUnknown')}</span>
                ) : (
                  <span className="figures">{one.percent} %</span>
                ),
            },
            {
              id: 'evidence',
              header: t('parties.ownership.column.evidence'),
              minWidth: 160,
              fold: { under: 'party', order: 1 },
              cell: (one) => (
                <>
                  {one.evidence}
                  {one.until === null ? null : <span className="muted"> {t('parties.ownership.ended', { day: one.until })}</span>}
                </>
              ),
            },
            {
              id: 'evidenceOn',
              header: t('parties.ownership.column.evidenceOn'),
              width: 124,
              cell: (one) => <Day value={one.evidenceOn} />,
            },
            {
              id: 'actions',
              header: '',
              width: 76,
              align: 'end',
              cell: (one) => (
                <>
                  <IconButton
                    icon={IconPencil}
                    label={t('parties.ownership.editTitle', { owner: one.ownerName, owned: one.ownedName })}
                    onClick={() => onOpen(one)}
                  />
                  <IconButton icon={IconTrash} label={t('parties.removeLine', { what: other(one).name })} onClick={() => void drop(one)} />
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

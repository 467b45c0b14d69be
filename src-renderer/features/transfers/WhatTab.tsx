import type { ReactNode } from 'react';
import type { TransferDetail } from '../../../src-shared/contract/transfers.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { authorityWords } from '../../../src-shared/text/transfers.ts';
import { FactList, recordHref, Section, useText } from '../../ui/index.ts';
import classes from './transfers.module.css';

/** What goes, to whom, where and how; and under what, as somebody stated it. */
export function WhatTab({ transfer: { columns, recordedOn, row } }: { readonly transfer: TransferDetail }) {
  const t = useText();
  const place = (code: string) => countryName(t.locale, code);
  const named = (kind: 'asset' | 'party', id: string | null, name: string): ReactNode =>
    id === null ? (
      <>
        {name} <span className="muted">({t('transfers.notInRegister')})</span>
      </>
    ) : (
      <a href={`#${recordHref({ kind, id })}`}>{name}</a>
    );
  return (
    <div className={classes['columns']}>
      <div>
        <Section title={t('transfers.field.items')}>
          <ul className={classes['cleanList']}>
            {columns.items.map(({ assetId, name, quantity }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing of its own but its place
              <li key={at}>
                {quantity === '' ? null : <span className="figures">{quantity} × </span>}
                {named('asset', assetId, name)}
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('transfers.field.parties')}>
          <ul className={classes['cleanList']}>
            {columns.parties.map(({ partyId, name, role }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing of its own but its place
              <li key={at}>
                {named('party', partyId, name)} <span className="muted">{t(`parties.role.${role}`)}</span>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('transfers.authority')}>
          <p>{authorityWords(t, columns.authority) || t('transfers.authority.none')}</p>
          <p className="muted">{t('transfers.authority.text')}</p>
        </Section>
      </div>
      <div>
        <FactList
          labelWidth={160}
          rows={[
            { label: t('transfers.field.kind'), value: t(`transfers.kind.${columns.kind}`) },
            { label: t('transfers.field.reference'), value: columns.reference || null },
            { label: t('transfers.field.plannedOn'), value: columns.plannedOn === null ? null : formatDay(columns.plannedOn, t.locale) },
            ...(row.goneOn === null ? [] : [{ label: t('transfers.column.goneOn'), value: formatDay(row.goneOn, t.locale) }]),
            { label: t('transfers.field.destination'), value: columns.destination === null ? null : place(columns.destination) },
            { label: t('transfers.field.transits'), value: columns.transits.map(place).join(', ') || null },
            { label: t('transfers.field.means'), value: columns.means || null },
            { label: t('transfers.field.endUse'), value: columns.endUse || null },
            { label: t('transfers.field.owner'), value: columns.owner || null },
            { label: t('transfers.field.note'), value: columns.note || null },
          ]}
        />
        <p className="muted">{t('transfers.recordedOn', { day: formatDay(recordedOn, t.locale) })}</p>
      </div>
    </div>
  );
}

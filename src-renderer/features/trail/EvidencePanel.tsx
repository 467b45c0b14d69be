import { IconPaperclip } from '@tabler/icons-react';
import type { EvidenceRow } from '../../../src-shared/contract/evidence.ts';
import { assetField } from '../../../src-shared/model/asset-fields.ts';
import { formatInstant } from '../../../src-shared/text/dates.ts';
import { formatBytes } from '../../../src-shared/text/numbers.ts';
import { factName } from '../../../src-shared/text/trace.ts';
import { Button, evidenceHref, FactList, Inspector, LinkButton, StatusBadge, useText } from '../../ui/index.ts';
import classes from './trail.module.css';
import { kindName } from './words.ts';

interface EvidencePanelProps {
  readonly evidence: EvidenceRow;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** One piece beside the list: what it shows, the record it hangs on, who kept it and when, and its hash. */
export function EvidencePanel({ evidence, onOpen, onClose }: EvidencePanelProps) {
  const t = useText();
  const { record, title, part } = evidence;
  const proves = part === null || record.kind !== 'asset' || assetField(part) === undefined ? null : factName(part, t);
  return (
    <Inspector
      title={evidence.name}
      over={t(`evidence.kind.${evidence.kind}`)}
      onClose={onClose}
      footer={
        <Button kind="primary" fullWidth icon={IconPaperclip} hasPopup="dialog" onClick={onOpen}>
          {t('evidence.all.openPiece')}
        </Button>
      }
    >
      {evidence.attorneyAdvice ? (
        <div>
          <StatusBadge tone="info">{t('notes.attorneyAdvice')}</StatusBadge>
        </div>
      ) : null}
      {evidence.note === '' ? null : <p className={classes['statement']}>{evidence.note}</p>}
      <FactList
        labelWidth={96}
        rows={[
          {
            label: t('evidence.column.record'),
            value:
              title === null ? (
                t('history.gone', { id: record.id })
              ) : (
                <a href={`#${evidenceHref(record)}`}>{`${title} (${kindName(t, record)})`}</a>
              ),
          },
          { label: t('evidence.column.proves'), value: proves },
          { label: t('evidence.column.address'), value: evidence.address || null },
          { label: t('evidence.column.addedBy'), value: evidence.addedBy || t('inventory.someone') },
          { label: t('evidence.column.addedAt'), value: formatInstant(evidence.addedAt, t.locale) },
          { label: t('evidence.column.size'), value: evidence.sha256 === null ? null : formatBytes(evidence.sizeBytes, t.locale) },
          {
            label: t('evidence.column.sha256'),
            value: evidence.sha256 === null ? null : <code className={classes['hash']}>{evidence.sha256}</code>,
          },
        ].filter(({ value }) => value !== null)}
      />
      <div className={classes['row']}>
        <LinkButton size="small" href={`#/history?kind=${record.kind}&record=${encodeURIComponent(record.id)}`}>
          {t('evidence.history')}
        </LinkButton>
      </div>
    </Inspector>
  );
}

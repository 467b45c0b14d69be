import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { GuideThreshold } from '../../../src-shared/contract/rulelibrary.ts';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Button, IconButton, MathText, Note, Page, Quantity, type SimpleColumn, SimpleTable, Switch, useText } from '../../ui/index.ts';
import classes from './rules.module.css';
import { SourceText } from './sources.tsx';
import { ThresholdDialog } from './ThresholdDialog.tsx';

/** Numbers that are not law: switch them, change them, add your own. Each says beside it what it is and where it comes from. */
export function GuidesTab({ header }: { readonly header: ReactNode }) {
  const t = useText();
  const query = useHostQuery('rulepacks.guideThresholds', {});
  const save = useHostCommand('rulepacks.saveGuideThreshold');
  const remove = useHostCommand('rulepacks.removeGuideThreshold');
  const [editing, setEditing] = useState<GuideThreshold | 'new' | null>(null);
  const failure = save.error ?? remove.error;

  const toggle = (threshold: GuideThreshold, enabled: boolean) => {
    const { origin, id, revision, value, shippedValue, reason, title, quantity } = threshold;
    if (origin === 'shipped') return void save.run({ origin, id, revision, enabled, value: value === shippedValue ? null : value, reason });
    if (value === null || quantity === null) return;
    void save.run({ origin, id, revision, enabled, value, reason, title, quantity: quantity as 'tpp' });
  };

  const columns: readonly SimpleColumn<GuideThreshold>[] = [
    {
      id: 'what',
      header: t('rules.column.threshold'),
      cell: (threshold) => (
        <div className={classes['threshold']}>
          <b>
            <MathText>{threshold.title}</MathText>
          </b>
          <span className="small">
            <MathText>{threshold.explanation}</MathText>
          </span>
          {threshold.reason === '' || threshold.reason === threshold.explanation ? null : (
            <span className="small">{t('rules.because', { reason: threshold.reason })}</span>
          )}
          {threshold.source === null ? null : <SourceText source={threshold.source} />}
        </div>
      ),
    },
    {
      id: 'value',
      header: t('rules.column.value'),
      width: 190,
      align: 'end',
      cell: (threshold) =>
        threshold.use === 'compare' ? (
          <span className={classes['figure']}>
            <Quantity value={threshold.value} unit={threshold.unit ?? ''} digits={3} />
            {threshold.origin === 'shipped' && threshold.value !== threshold.shippedValue ? (
              <small>
                {t('rules.shippedValue')} <Quantity value={threshold.shippedValue} digits={3} />
              </small>
            ) : null}
          </span>
        ) : (
          t(`rules.use.${threshold.use}`)
        ),
    },
    {
      id: 'on',
      header: t('rules.column.used'),
      width: 96,
      cell: (threshold) => (
        <Switch
          label={threshold.enabled ? t('rules.on') : t('rules.off')}
          checked={threshold.enabled}
          onChange={(on) => toggle(threshold, on)}
        />
      ),
    },
    {
      id: 'actions',
      header: <span className="visually-hidden">{t('rules.column.actions')}</span>,
      width: 76,
      cell: (threshold) => (
        <span className="row">
          {threshold.use === 'compare' && threshold.value !== null ? (
            <IconButton
              icon={IconPencil}
              label={t('rules.editThreshold', { title: threshold.title })}
              onClick={() => setEditing(threshold)}
            />
          ) : null}
          {threshold.origin === 'own' ? (
            <IconButton
              icon={IconTrash}
              label={t('rules.removeThreshold', { title: threshold.title })}
              onClick={() => void remove.run({ id: threshold.id, revision: threshold.revision })}
            />
          ) : null}
        </span>
      ),
    },
  ];

  return (
    <Page header={header} padded>
      <div className={classes['guides']}>
        <Note tone="info">{t('rules.guidesNote')}</Note>
        {failure === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, failure)}
          </Note>
        )}
        <QueryView query={query}>
          {(thresholds) => (
            <SimpleTable
              label={t('rules.tab.guides')}
              place="inline"
              columns={columns}
              rowKey={({ id }) => id}
              groups={[
                {
                  id: 'shipped',
                  title: t('rules.shippedGuides'),
                  aside: t('rules.guide'),
                  rows: thresholds.filter(({ origin }) => origin === 'shipped'),
                },
                {
                  id: 'own',
                  title: t('rules.ownThresholds'),
                  aside: t('rules.guide'),
                  rows: thresholds.filter(({ origin }) => origin === 'own'),
                },
              ].filter(({ id, rows }) => id === 'shipped' || rows.length > 0)}
            />
          )}
        </QueryView>
        <p className="small muted">{t('rules.toolsNote')}</p>
        <div>
          <Button icon={IconPlus} onClick={() => setEditing('new')}>
            {t('rules.addThreshold')}
          </Button>
        </div>
      </div>
      {editing === null ? null : (
        <ThresholdDialog threshold={editing === 'new' ? null : editing} save={save} onClose={() => setEditing(null)} />
      )}
    </Page>
  );
}

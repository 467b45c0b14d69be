import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { ask, errorOf, errorSentence, type OutputOf, useHostCommand } from '../../../host/index.ts';
import { Button, EmptyState, Note, Select, SimpleTable, useText, useToast } from '../../../ui/index.ts';
import type { CoverageLine } from './columns.tsx';
import classes from './coverage.module.css';
import { suggestAsset } from './suggest.ts';

type Unmatched = OutputOf<'access.unmatchedResources'>['rows'][number];

interface UnmatchedListProps {
  readonly total: number;
  readonly rows: readonly Unmatched[];
  readonly assets: readonly CoverageLine[];
}

/** Names in the logs that no asset answers to, the most frequent first. One press ties a name to an asset. */
export function UnmatchedList({ total, rows, assets }: UnmatchedListProps) {
  const t = useText();
  const toast = useToast();
  const save = useHostCommand('access.saveAsset');
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const link = async (resource: string, assetId: string, name: string) => {
    setBusy(resource);
    setFailure(null);
    try {
      const access = await ask('access.asset', { assetId });
      const reply = await save.run({ ...access, resourceNames: [...access.resourceNames, resource.slice(0, 300)] });
      if (reply.ok) toast({ message: t('access.names.linked', { resource, name }) });
      else setFailure(errorSentence(t, reply.error));
    } catch (cause) {
      setFailure(errorSentence(t, errorOf(cause)));
    }
    setBusy(null);
  };
  const options = assets.map((asset) => ({ value: asset.assetId, label: asset.name }));
  if (rows.length === 0) return <EmptyState title={t('access.names.none.title')}>{t('access.names.none.text')}</EmptyState>;
  return (
    <div className={classes['unmatched']}>
      <p>{t('access.names.text', { shown: rows.length, total })}</p>
      {failure === null ? null : (
        <Note tone="restricted" live>
          {failure}
        </Note>
      )}
      <SimpleTable<Unmatched>
        label={t('access.coverage.tab.names')}
        place="inline"
        groups={[{ id: 'all', rows }]}
        rowKey={(row) => row.resource}
        columns={[
          {
            id: 'resource',
            header: t('access.names.resource'),
            minWidth: 220,
            cell: (row) => <span className={classes['resource']}>{row.resource}</span>,
          },
          { id: 'events', header: t('access.column.events'), width: 90, align: 'end', cell: (row) => row.events.toLocaleString(t.locale) },
          {
            id: 'guess',
            header: t('access.names.guess'),
            width: 220,
            fold: { under: 'resource', order: 2 },
            cell: (row) => {
              const guess = suggestAsset(row.resource, assets);
              return guess === null ? (
                <span className="muted">{t('access.names.noGuess')}</span>
              ) : (
                <Button
                  size="small"
                  icon={IconLink}
                  busy={busy === row.resource}
                  onClick={() => void link(row.resource, guess.assetId, guess.name)}
                >
                  {t('access.names.link', { name: guess.name })}
                </Button>
              );
            },
          },
          {
            id: 'other',
            header: t('access.names.other'),
            width: 220,
            fold: { under: 'resource', order: 1 },
            cell: (row) => (
              <Select
                label={t('access.names.otherFor', { resource: row.resource })}
                labelHidden
                size="small"
                searchable
                placeholder={t('access.names.choose')}
                value={null}
                options={options}
                onChange={(assetId) => void link(row.resource, assetId, options.find((option) => option.value === assetId)?.label ?? '')}
              />
            ),
          },
        ]}
      />
    </div>
  );
}

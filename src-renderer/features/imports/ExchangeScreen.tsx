import { IconDownload, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { ExchangedFile, ExchangePreview } from '../../../src-shared/contract/exchange.ts';
import type { AppError } from '../../../src-shared/contract/kernel.ts';
import { formatInstant } from '../../../src-shared/text/dates.ts';
import { profileTitle } from '../../../src-shared/text/redaction.ts';
import { callHost, errorSentence, QueryView, useHostCommand, useHostQuery, useSaveAs } from '../../host/index.ts';
import { Button, Note, Page, PageHeader, Section, SimpleTable, useText, useToast } from '../../ui/index.ts';
import { ExchangeReview } from './ExchangeReview.tsx';
import classes from './exchange.module.css';

/** Exchange with other offices that run Gatehouse by themselves: a signed file goes out, one comes in and is looked through before it is taken. */
export function ExchangeScreen() {
  const t = useText();
  const toast = useToast();
  const state = useHostQuery('exchange.state', {});
  const sending = useHostCommand('exchange.save');
  const [opening, setOpening] = useState(false);
  const [refused, setRefused] = useState<AppError | null>(null);
  const [shown, setShown] = useState<ExchangePreview | null>(null);
  const save = useSaveAs<'json'>({
    title: t('exchange.save'),
    formats: ['json'],
    busy: sending.pending,
    error: sending.error,
    onSave: async ({ redaction }) => {
      const reply = await sending.run({ redaction });
      if (reply.ok) toast({ message: t('exchange.saved', { count: reply.value.records, file: reply.value.fileName }) });
      return reply;
    },
  });
  const open = async () => {
    setOpening(true);
    const reply = await callHost('exchange.open', {});
    setOpening(false);
    setRefused(reply.ok ? null : reply.error);
    if (reply.ok && reply.value !== null) setShown(reply.value);
  };
  return (
    <Page
      header={
        <PageHeader
          ruled
          title={t('exchange.title')}
          actions={
            <>
              <Button icon={IconDownload} busy={sending.pending} hasPopup="dialog" onClick={() => save.open()}>
                {t('exchange.save')}
              </Button>
              <Button kind="primary" icon={IconFileImport} busy={opening} onClick={() => void open()}>
                {t('exchange.open')}
              </Button>
            </>
          }
        />
      }
    >
      <div className={classes['stack']}>
        <p className={classes['lead']}>{t('exchange.lead')}</p>
        {refused === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, refused)}
          </Note>
        )}
        {shown === null ? null : <ExchangeReview key={shown.sha256} preview={shown} onDone={() => setShown(null)} />}
        <QueryView query={state} rows={3}>
          {({ files, fingerprint }) => (
            <Section title={t('exchange.files')}>
              {fingerprint === null ? null : (
                <p className="small muted">
                  {t('exchange.ownKey')} <code>{fingerprint}</code>
                </p>
              )}
              {files.length === 0 ? <p className="muted">{t('exchange.none')}</p> : <Files files={files} />}
            </Section>
          )}
        </QueryView>
      </div>
      {save.dialog}
    </Page>
  );
}

function Files({ files }: { readonly files: readonly ExchangedFile[] }) {
  const t = useText();
  return (
    <SimpleTable<ExchangedFile>
      label={t('exchange.files')}
      place="inline"
      groups={[{ id: 'all', rows: files }]}
      rowKey={({ id }) => id}
      columns={[
        { id: 'at', header: t('exchange.at'), width: 170, cell: ({ at }) => formatInstant(at, t.locale) },
        { id: 'direction', header: t('exchange.direction'), width: 90, cell: ({ direction }) => t(`exchange.direction.${direction}`) },
        { id: 'office', header: t('exchange.office'), width: 170, cell: ({ office }) => office },
        { id: 'file', header: t('exchange.fileName'), minWidth: 220, cell: ({ fileName }) => fileName },
        { id: 'records', header: t('exchange.records'), width: 90, align: 'end', cell: ({ records }) => records.toLocaleString(t.locale) },
        { id: 'redaction', header: t('redaction.column'), width: 150, cell: ({ redaction }) => profileTitle(redaction, t) },
        { id: 'by', header: t('exchange.by'), width: 150, cell: ({ by }) => by },
      ]}
    />
  );
}

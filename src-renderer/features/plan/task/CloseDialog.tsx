import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import type { LinkState } from '../../../../src-shared/contract/plan.ts';
import type { ScheduledTask } from '../../../../src-shared/model/plan.ts';
import { EvidenceOf, FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, Dialog, Icon, type IconType, Note, Section, TextArea, useText } from '../../../ui/index.ts';
import { recordHref } from '../../../ui/record-href.ts';
import classes from '../plan.module.css';
import { readingWords } from '../words.ts';

interface CloseDialogProps {
  readonly task: ScheduledTask;
  readonly onClose: () => void;
  readonly onClosed: () => void;
}

/** Closing asks what proves it, then has every link looked at again that something can look at, and says which are settled, which are open and which nothing looked at. It refuses nothing: the person decides. */
export function CloseDialog({ task, onClose, onClosed }: CloseDialogProps) {
  const t = useText();
  const close = useHostCommand('plan.close');
  const links = useHostQuery('plan.links', { id: task.id }, { enabled: task.links.length > 0 });
  const [note, setNote] = useState('');
  const [after, setAfter] = useState<readonly LinkState[] | null>(null);
  const reading = readingWords(t, task);
  const asked = task.evidenceWanted !== '' || task.links.length > 0;
  const submit = async () => {
    const reply = await close.run({ id: task.id, revision: task.revision, note: note.trim() });
    if (!reply.ok) return;
    if (reply.value.links.length === 0) onClosed();
    else setAfter(reply.value.links);
  };
  if (after !== null) {
    const open = after.filter((link) => link.state === 'open').length;
    const plain = after.filter((link) => link.state === 'plain').length;
    const settled = after.length - open - plain;
    return (
      <Dialog
        opened
        onClose={onClosed}
        title={t(plain === after.length ? 'plan.close.doneTitlePlain' : 'plan.close.doneTitle')}
        footer={
          <Button kind="primary" onClick={onClosed} autoFocus>
            {t('common.close')}
          </Button>
        }
      >
        <Note tone={open > 0 ? 'review' : plain > 0 ? 'info' : 'clear'} live>
          {open > 0
            ? t('plan.close.stillOpen', { count: open })
            : plain === 0
              ? t('plan.close.allSettled')
              : settled > 0
                ? t('plan.close.someSettled', { count: settled })
                : null}{' '}
          {plain > 0 ? t('plan.close.notLooked', { count: plain }) : null}
        </Note>
        <LinkList links={after} />
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t('plan.close.title', { title: task.title })}
      onClose={onClose}
      submitLabel={t('plan.close.submit')}
      onSubmit={() => void submit()}
      busy={close.pending}
      missing={asked && note.trim() === '' ? t('plan.close.noteFirst') : undefined}
      error={close.error}
    >
      {reading === null || task.proposal === 'close' ? null : <Note tone="review">{t('plan.close.notMet', { reading })}</Note>}
      {task.evidenceWanted === '' ? null : (
        <p>
          <span className="muted">{t('plan.close.wanted')}</span> {task.evidenceWanted}
        </p>
      )}
      <TextArea
        label={t('plan.close.note')}
        hint={t(asked ? 'plan.close.noteHint' : 'plan.close.noteHintFree')}
        required={asked}
        value={note}
        onChange={setNote}
        rows={3}
        maxLength={4000}
        autoFocus
      />
      <Section title={t('plan.close.files')}>
        <EvidenceOf record={{ kind: 'task', id: task.id }} />
      </Section>
      {task.links.length === 0 ? null : (
        <Section title={t('plan.close.links')} aside={t('plan.close.linksAside')}>
          {links.data === undefined ? null : <LinkList links={links.data} />}
        </Section>
      )}
    </FormDialog>
  );
}

const linkIcons: Readonly<Record<LinkState['state'], IconType>> = {
  open: IconAlertTriangle,
  settled: IconCircleCheck,
  gone: IconCircleDashed,
  plain: IconLink,
};

/** The records a task is about, each with what it is now. */
export function LinkList({ links }: { readonly links: readonly LinkState[] }) {
  const t = useText();
  return (
    <ul className={classes['links']}>
      {links.map((link) => (
        <li key={`${link.record.kind} ${link.record.id} ${link.words}`} data-state={link.state}>
          <Icon of={linkIcons[link.state]} />
          {link.title === null ? (
            <span className="muted">{t('plan.link.gone')}</span>
          ) : (
            <a href={`#${recordHref(link.record)}`}>
              {link.title}
              <small>{t(`recordKind.${link.record.kind}`)}</small>
            </a>
          )}
          <span>{[link.words, link.state === 'plain' ? t('plan.link.plain') : ''].filter((words) => words !== '').join(', ')}</span>
        </li>
      ))}
    </ul>
  );
}

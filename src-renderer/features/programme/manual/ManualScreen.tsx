import {
  IconDots,
  IconEye,
  IconEyeOff,
  IconFileCertificate,
  IconHistory,
  IconPencil,
  IconPlus,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Manual, ManualSection } from '../../../../src-shared/contract/programme.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  IconButton,
  Menu,
  type MenuItem,
  Note,
  Page,
  PageHeader,
  ProgrammePlaces,
  StatusText,
  type Tone,
  useText,
  useToast,
} from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { IssueDialog } from './IssueDialog.tsx';
import { Prose } from './Prose.tsx';
import { SectionDialog } from './SectionDialog.tsx';

/** A page to read holds few controls: the keys that scroll need the region itself in the tab order. */
const scrollsByKeys = { tabIndex: 0 } as const;

type Open = { readonly what: 'section'; readonly section: ManualSection | null } | { readonly what: 'issue' } | null;

/** The policy manual: what the workspace says, the company's own words over it, and its versions. */
export function ManualScreen() {
  const t = useText();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open>(null);
  const manual = useHostQuery('programme.manual', {});
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'manual.add', titleKey: 'programme.manual.add', shortcut: 'N', run: () => setOpen({ what: 'section', section: null }) },
    ],
    [],
  );
  useScreenCommands(commands);
  const latest = manual.data?.versions[0];
  const nothing = manual.data !== undefined && latest !== undefined && manual.data.waiting === 0;
  return (
    <Page
      body="fill"
      header={
        <PageHeader
          title={t('programme.title')}
          subtitle={
            manual.data === undefined
              ? undefined
              : t('programme.manual.subtitle', {
                  version: latest?.number ?? 0,
                  day: latest === undefined ? '' : formatDay(latest.issuedOn, t.locale),
                  waiting: latest === undefined ? 0 : manual.data.waiting,
                })
          }
          actions={
            <>
              <Button icon={IconPrinter} onClick={() => void navigate('/reports/policy-manual')}>
                {t('programme.print')}
              </Button>
              <Button icon={IconPlus} shortcut="N" onClick={() => setOpen({ what: 'section', section: null })}>
                {t('programme.manual.add')}
              </Button>
              <Button
                kind="primary"
                icon={IconFileCertificate}
                disabledBecause={nothing ? t('programme.manual.nothing') : undefined}
                onClick={() => setOpen({ what: 'issue' })}
              >
                {t('programme.manual.issue')}
              </Button>
            </>
          }
        >
          <ProgrammePlaces here="manual" />
        </PageHeader>
      }
    >
      <QueryView query={manual} rows={14}>
        {(value) => (
          <>
            <Reader manual={value} onEdit={(section) => setOpen({ what: 'section', section })} />
            {open?.what === 'section' ? <SectionDialog section={open.section} onClose={() => setOpen(null)} /> : null}
            {open?.what === 'issue' ? <IssueDialog manual={value} onClose={() => setOpen(null)} /> : null}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Reader({ manual, onEdit }: { readonly manual: Manual; readonly onEdit: (section: ManualSection) => void }) {
  const t = useText();
  const sheet = useRef<HTMLElement>(null);
  const numbers = numbered(manual.sections);
  const goTo = (id: string) => {
    const target = sheet.current?.querySelector<HTMLElement>(`[data-section="${CSS.escape(id)}"]`);
    target?.scrollIntoView({ block: 'start' });
    target?.querySelector<HTMLElement>('h2')?.focus();
  };
  return (
    <div className={classes['manual']}>
      <nav className={classes['toc']} aria-label={t('programme.manual.contents')}>
        {manual.sections.map((section) => (
          <button key={section.id} type="button" data-out={section.included ? undefined : ''} onClick={() => goTo(section.id)}>
            <span className="figures muted">{numbers.get(section.id) ?? ''}</span>
            <span>{section.title}</span>
          </button>
        ))}
      </nav>
      <section className={classes['sheet']} aria-label={t('programme.place.manual')} ref={sheet} {...scrollsByKeys}>
        {manual.sections.map((section) => (
          <Section key={section.id} section={section} number={numbers.get(section.id)} onEdit={() => onEdit(section)} />
        ))}
      </section>
      <aside className={classes['versions']} aria-label={t('programme.manual.versions')}>
        <h2>{t('programme.manual.versions')}</h2>
        {manual.versions.length === 0 ? <p className="muted">{t('programme.manual.versionNone')}</p> : null}
        {manual.versions.map((version) => (
          <div key={version.id} className={classes['version']}>
            <a href={`#/programme/manual/${version.id}`}>
              {t('programme.manual.versionLine', { number: version.number, day: formatDay(version.issuedOn, t.locale) })}
            </a>
            <span className="caption muted">{t('programme.manual.versionBy', { name: version.approvedBy, changed: version.changed })}</span>
            {version.note === '' ? null : <span className="small">{version.note}</span>}
          </div>
        ))}
      </aside>
    </div>
  );
}

/** Numbers of the sections that are in. */
function numbered(sections: Manual['sections']): ReadonlyMap<string, number> {
  return new Map(sections.filter(({ included }) => included).map(({ id }, place) => [id, place + 1]));
}

function stateOf(section: ManualSection): { readonly word: 'said' | 'edited' | 'own' | 'drifted' | 'out'; readonly tone: Tone } {
  if (!section.included) return { word: 'out', tone: 'unassessed' };
  if (section.drifted) return { word: 'drifted', tone: 'review' };
  if (section.said === null) return { word: 'own', tone: 'info' };
  return section.edited ? { word: 'edited', tone: 'info' } : { word: 'said', tone: 'clear' };
}

interface SectionProps {
  readonly section: ManualSection;
  readonly number: number | undefined;
  readonly onEdit: () => void;
}

function Section({ section, number, onEdit }: SectionProps) {
  const t = useText();
  const toast = useToast();
  const save = useHostCommand('programme.saveSection');
  const restore = useHostCommand('programme.restoreSection');
  const remove = useHostCommand('programme.removeSection');
  const undo = useHostCommand('journal.undo');
  const { id, title, revision, body, included, said, edited } = section;
  const undoable = (message: string) => toast({ message, onUndo: () => void undo.run({}) });
  const bringBack = async () => {
    const reply = await restore.run({ id, revision });
    if (reply.ok) undoable(t('programme.manual.restored', { title }));
  };
  const drop = async () => {
    const reply = await remove.run({ id, revision });
    if (reply.ok) undoable(t('programme.manual.removed', { title }));
  };
  const items: readonly MenuItem[] = [
    {
      id: 'in',
      label: t(included ? 'programme.manual.leaveOut' : 'programme.manual.putIn'),
      icon: included ? IconEyeOff : IconEye,
      onSelect: () => void save.run({ id, revision, title, body, included: !included }),
    },
    ...(said !== null && edited
      ? [{ id: 'restore', label: t('programme.manual.restore'), icon: IconHistory, onSelect: () => void bringBack() }]
      : []),
    ...(said === null
      ? [{ id: 'remove', label: t('programme.manual.remove'), icon: IconTrash, danger: true, onSelect: () => void drop() }]
      : []),
  ];
  const { word, tone } = stateOf(section);
  const failure = save.error ?? restore.error ?? remove.error;
  return (
    <article className={classes['section']} data-section={id} data-out={included ? undefined : ''} aria-label={title}>
      <header>
        <h2 tabIndex={-1}>
          {number === undefined ? '' : `${number}\u2002`}
          {title}
        </h2>
        <span>
          <Button size="small" kind="quiet" icon={IconPencil} onClick={onEdit}>
            {t('programme.manual.editShort')}
            <span className="visually-hidden">: {title}</span>
          </Button>
          <Menu align="end" groups={[{ items }]}>
            <IconButton icon={IconDots} label={`${t('common.more')}: ${title}`} />
          </Menu>
        </span>
        <p>
          <StatusText tone={tone}>{t(`programme.manual.state.${word}`)}</StatusText>
        </p>
      </header>
      {failure === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, failure)}
        </Note>
      )}
      {section.drifted ? (
        <Note tone="review">
          {t('programme.manual.driftedWhat')}{' '}
          <Button kind="link" size="small" onClick={() => void bringBack()}>
            {t('programme.manual.restore')}
          </Button>
        </Note>
      ) : null}
      <Prose text={body} />
    </article>
  );
}

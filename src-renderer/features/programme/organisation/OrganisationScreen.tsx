import { IconPlus } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Duty, EscalationPath, Organisation } from '../../../../src-shared/contract/programme.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, Page, PageHeader, ProgrammePlaces, Segmented, StatusText, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { ContactsView } from './ContactsView.tsx';
import { DutiesView } from './DutiesView.tsx';
import { DutyDialog } from './DutyDialog.tsx';
import { EscalationView } from './EscalationView.tsx';
import { ModelView } from './ModelView.tsx';
import { PathDialog } from './PathDialog.tsx';
import { RegionsView } from './RegionsView.tsx';

const views = ['duties', 'model', 'regions', 'contacts', 'escalation'] as const;
type View = (typeof views)[number];
type Open =
  | { readonly what: 'duty'; readonly duty: Duty | null; readonly role?: Duty['role'] }
  | { readonly what: 'path'; readonly path: EscalationPath | null }
  | null;

/** Who does what where, how decisions are shared, what each region's rules are, and whom somebody calls. */
export function OrganisationScreen() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState<Open>(null);
  const organisation = useHostQuery('programme.organisation', {});
  const view: View = views.find((one) => one === params.get('view')) ?? 'duties';
  const asked = params.get('duty');
  const adds = view === 'escalation' ? 'path' : view === 'contacts' ? 'contact' : 'duty';
  const openContact = useCallback(
    (id: string | null) => setParams(id === null ? { view: 'contacts' } : { view: 'contacts', contact: id }, { replace: true }),
    [setParams],
  );
  const add = useCallback(() => {
    if (adds === 'contact') openContact('new');
    else setOpen(adds === 'path' ? { what: 'path', path: null } : { what: 'duty', duty: null });
  }, [adds, openContact]);
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'organisation.add',
        titleKey: `programme.${adds}.add`,
        shortcut: 'N',
        run: add,
      },
    ],
    [adds, add],
  );
  useScreenCommands(commands);
  const shown = open ?? (asked === null ? null : dutyAsked(organisation.data, asked));
  const close = () => {
    setOpen(null);
    if (asked !== null) setParams({}, { replace: true });
  };
  return (
    <Page
      padded
      shows={view}
      header={
        <PageHeader
          title={t('programme.title')}
          subtitle={
            organisation.data === undefined
              ? undefined
              : t('programme.organisation.subtitle', { people: organisation.data.duties.length, sites: organisation.data.sites.length })
          }
          actions={
            <Button kind="primary" icon={IconPlus} shortcut="N" onClick={add}>
              {t(`programme.${adds}.add`)}
            </Button>
          }
        >
          <ProgrammePlaces here="organisation" />
        </PageHeader>
      }
    >
      <div className={classes['stack']}>
        <div className={classes['headed']}>
          <Segmented<View>
            label={t('programme.organisation.views')}
            value={view}
            onChange={(next) => setParams(next === 'duties' ? {} : { view: next }, { replace: true })}
            choices={views.map((value) => ({ value, label: t(`programme.organisation.view.${value}`) }))}
          />
          {organisation.data === undefined ? null : <Tensions organisation={organisation.data} />}
        </div>
        <QueryView query={organisation}>
          {(data) => (
            <>
              {view === 'duties' ? (
                <DutiesView
                  organisation={data}
                  onOpen={(duty) => setOpen({ what: 'duty', duty })}
                  onName={(role) => setOpen({ what: 'duty', duty: null, role })}
                />
              ) : null}
              {view === 'model' ? <ModelView organisation={data} /> : null}
              {view === 'regions' ? <RegionsView organisation={data} /> : null}
              {view === 'contacts' ? <ContactsView open={params.get('contact')} onOpen={openContact} /> : null}
              {view === 'escalation' ? <EscalationView organisation={data} onOpen={(path) => setOpen({ what: 'path', path })} /> : null}
              {shown?.what === 'duty' ? (
                <DutyDialog
                  organisation={data}
                  duty={shown.duty}
                  {...(shown.role === undefined ? {} : { role: shown.role })}
                  onClose={close}
                />
              ) : null}
              {shown?.what === 'path' ? <PathDialog path={shown.path} onClose={close} /> : null}
            </>
          )}
        </QueryView>
      </div>
    </Page>
  );
}

function dutyAsked(organisation: Organisation | undefined, id: string): Open {
  const duty = organisation?.duties.find((one) => one.id === id);
  return duty === undefined ? null : { what: 'duty', duty };
}

/** What does not fit the way the company says it decides, in one line each. */
function Tensions({ organisation }: { readonly organisation: Organisation }) {
  const t = useText();
  if (organisation.tensions.length === 0) return <StatusText tone="clear">{t('programme.tension.none')}</StatusText>;
  return (
    <ul className="row" style={{ flexWrap: 'wrap' }} aria-label={t('programme.tension.title')}>
      {organisation.tensions.map(({ code, count }) => (
        <li key={code}>
          <StatusText tone="review">{t(`programme.tension.${code}`, { count })}</StatusText>
        </li>
      ))}
    </ul>
  );
}

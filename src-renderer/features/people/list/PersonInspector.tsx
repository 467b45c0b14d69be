import { IconExternalLink } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, FactList, IconButton, Inspector, Section, useText } from '../../../ui/index.ts';
import { PersonFacts } from '../person/OverviewTab.tsx';
import { PositionWord, TieStateWord } from '../words.tsx';

/** One person beside the list, without what is restricted. */
export function PersonInspector({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const detail = useHostQuery('people.get', { id }, { keepPrevious: true });
  const open = () => void navigate(`/people/${id}`);
  return (
    <Inspector<'summary'>
      title={detail.data?.row.name ?? t('common.loading')}
      subtitle={detail.data?.columns.role}
      tools={<IconButton icon={IconExternalLink} label={t('people.openPerson')} onClick={open} />}
      tabs={[{ id: 'summary', label: t('inspector.summary') }]}
      active="summary"
      onTab={() => undefined}
      onClose={onClose}
      footer={
        <Button kind="primary" fullWidth onClick={open}>
          {t('people.openPerson')}
        </Button>
      }
    >
      <QueryView query={detail}>
        {(person) => (
          <>
            <Section title={t('people.tab.overview')}>
              <PersonFacts person={person} />
            </Section>
            <Section title={t('people.tab.access')}>
              <FactList
                rows={[
                  { label: t('people.column.position'), value: <PositionWord position={person.row.position} /> },
                  {
                    label: t('people.column.citizenship'),
                    value: <TieStateWord state={person.row.citizenship} sourced={person.row.sourced} />,
                  },
                  { label: t('people.column.accounts'), value: String(person.row.accounts) },
                  { label: t('people.authorisationsTitle'), value: String(person.authorisations.length) },
                ]}
              />
            </Section>
          </>
        )}
      </QueryView>
    </Inspector>
  );
}

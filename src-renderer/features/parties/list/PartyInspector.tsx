import { IconExternalLink } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, IconButton, Inspector, Section, useText } from '../../../ui/index.ts';
import { Outlook } from '../party/Outlook.tsx';
import { PartyFacts } from '../party/OverviewTab.tsx';
import { SignList } from '../party/SignList.tsx';
import { rolesText } from '../words.tsx';

/** One party beside the list. */
export function PartyInspector({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const detail = useHostQuery('parties.get', { id }, { keepPrevious: true });
  const open = () => void navigate(`/parties/${id}`);
  return (
    <Inspector<'summary'>
      title={detail.data?.row.name ?? t('common.loading')}
      subtitle={detail.data === undefined ? undefined : rolesText(t, detail.data.row.roles)}
      tools={<IconButton icon={IconExternalLink} label={t('parties.open')} onClick={open} />}
      tabs={[{ id: 'summary', label: t('inspector.summary') }]}
      active="summary"
      onTab={() => undefined}
      onClose={onClose}
      footer={
        <Button kind="primary" fullWidth onClick={open}>
          {t('parties.open')}
        </Button>
      }
    >
      <QueryView query={detail}>
        {(party) => (
          <>
            <Outlook party={party} labelWidth={72} />
            <Section title={t('parties.facts')}>
              <PartyFacts party={party} labelWidth={120} />
            </Section>
            <Section title={t('parties.signs')}>
              <SignList signs={party.signs} />
            </Section>
          </>
        )}
      </QueryView>
    </Inspector>
  );
}

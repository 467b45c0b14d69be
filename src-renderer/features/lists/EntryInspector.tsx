import { IconExternalLink } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { EntryLine } from '../../../src-shared/contract/lists.ts';
import { QueryView, useHostQuery } from '../../host/index.ts';
import { Button, IconButton, Inspector, useText } from '../../ui/index.ts';
import { EntryFacts } from './EntryFacts.tsx';
import { entryPath, typeName } from './words.tsx';

interface EntryInspectorProps {
  readonly entry: EntryLine;
  readonly listTitle: string;
  readonly onClose: () => void;
}

/** One entry beside the table. */
export function EntryInspector({ entry, listTitle, onClose }: EntryInspectorProps) {
  const t = useText();
  const navigate = useNavigate();
  const detail = useHostQuery('lists.entry', { list: entry.list, id: entry.id, versionId: null }, { keepPrevious: true });
  const open = () => void navigate(entryPath(entry.list, entry.id));
  return (
    <Inspector
      title={entry.name}
      subtitle={typeName(entry.type, t)}
      tools={<IconButton icon={IconExternalLink} label={t('lists.openEntry')} onClick={open} />}
      onClose={onClose}
      footer={
        <Button kind="primary" fullWidth onClick={open}>
          {t('lists.openEntry')}
        </Button>
      }
    >
      <QueryView query={detail}>{(facts) => <EntryFacts entry={facts} listTitle={listTitle} />}</QueryView>
    </Inspector>
  );
}

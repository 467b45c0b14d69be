import type { Paper } from '../../src-shared/model/report-page.ts';
import { Segmented } from './choices.tsx';
import { usePreference } from './preferences.tsx';
import { useText } from './text.tsx';

const isPaper = (value: unknown): value is Paper => value === 'A4' || value === 'Letter';

/** The paper that every report of this workspace is printed on, and the change of it. */
export function usePaper(): readonly [Paper, (paper: Paper) => void] {
  return usePreference<Paper>('reports.paper', 'A4', isPaper);
}

/** Chooses the paper of all reports. */
export function PaperChoice() {
  const t = useText();
  const [paper, setPaper] = usePaper();
  return (
    <Segmented<Paper>
      label={t('memo.paper')}
      value={paper}
      choices={[
        { value: 'A4', label: 'A4' },
        { value: 'Letter', label: 'Letter' },
      ]}
      onChange={setPaper}
    />
  );
}

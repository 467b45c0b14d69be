import { useParams } from 'react-router';
import { QueryView, useHostQuery } from '../../host/index.ts';
import { ImportWizard } from './ImportWizard.tsx';

/** One import, wherever it stands. */
export function ImportScreen() {
  const { id = '' } = useParams();
  const session = useHostQuery('imports.session', { id });
  return <QueryView query={session}>{(value) => <ImportWizard session={value} />}</QueryView>;
}

import { useHostQuery } from '../../host/index.ts';

/** Age in days above which address data is called old: the company's threshold, or the one the program came with. */
export function useOldDataDays(): number {
  const { data } = useHostQuery('access.settings', {});
  const value = data?.find((setting) => setting.id === 'oldNetworkDataDays')?.value;
  return typeof value === 'number' ? value : 180;
}

import { useCallback } from 'react';
import type { AssetDetail } from '../../../../src-shared/contract/inventory.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import { useGoOn, useText, useToast } from '../../../ui/index.ts';
import { useRunUndo } from '../use-run-undo.ts';

/** Copies the version on screen under a new id and opens the copy. */
export function useDuplicate({ row }: AssetDetail): () => void {
  const t = useText();
  const toast = useToast();
  const goOn = useGoOn();
  const runUndo = useRunUndo();
  const { run } = useHostCommand('inventory.duplicate');
  const { id, revision, versionId } = row;
  return useCallback(() => {
    void run({ id, revision, versionId }).then((reply) => {
      if (!reply.ok) return toast({ message: errorSentence(t, reply.error) });
      goOn(`/assets/${reply.value.row.id}`);
      return toast({ message: t('inventory.duplicated', { name: reply.value.row.name }), onUndo: runUndo });
    });
  }, [id, goOn, revision, run, runUndo, t, toast, versionId]);
}

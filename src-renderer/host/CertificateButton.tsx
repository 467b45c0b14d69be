import { IconCertificate } from '@tabler/icons-react';
import { Button, useText, useToast } from '../ui/index.ts';
import type { InputOf } from './bridge.ts';
import { useHostCommand } from './hooks.ts';
import { useSaveAs } from './use-save-as.tsx';

/** Saves what was screened, against which lists and with what result. */
export function CertificateButton({ of }: Pick<InputOf<'screening.exportCertificate'>, 'of'>) {
  const t = useText();
  const toast = useToast();
  const certificate = useHostCommand('screening.exportCertificate');
  const { open, dialog } = useSaveAs<'pdf' | 'html'>({
    title: t('screening.certificate.save'),
    formats: ['pdf', 'html'],
    busy: certificate.pending,
    error: certificate.error,
    onSave: async ({ as, redaction }) => {
      const reply = await certificate.run({ of, as, redaction });
      if (reply.ok && reply.value !== null) toast({ message: t('screening.certificate.saved', { name: reply.value.name }) });
      return reply;
    },
  });
  return (
    <>
      <Button size="small" icon={IconCertificate} busy={certificate.pending} hasPopup="dialog" onClick={() => open()}>
        {t('screening.certificate.button')}
      </Button>
      {dialog}
    </>
  );
}

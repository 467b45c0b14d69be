import { Modal } from '@mantine/core';
import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import classes from './Dialog.module.css';
import { UnderHeading } from './layout.tsx';
import { TextField } from './TextField.tsx';
import { useText } from './text.tsx';
import { useFocusBack } from './use-focus-back.ts';

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the safe one first, the primary one last. */
  readonly footer?: ReactNode;
  readonly width?: number;
  /** False where leaving would lose what cannot be shown again. */
  readonly closable?: boolean;
}

/** A question that must be answered before going on. Focus goes in and comes back; `Esc` closes. Wizards are never dialogs. */
export function Dialog({ opened, onClose, title, children, footer, width = 480, closable = true }: DialogProps) {
  const t = useText();
  useFocusBack();
  const stack = useRef<HTMLDivElement>(null);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={width}
      centered
      closeOnClickOutside={false}
      closeOnEscape={closable}
      withCloseButton={closable}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      // The dialog's head is not the head of the page.
      attributes={{ header: { role: 'presentation' } }}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 1, className: classes['overlay'] ?? '' }}
      classNames={{
        content: classes['content'] ?? '',
        header: classes['header'] ?? '',
        title: classes['title'] ?? '',
        body: classes['body'] ?? '',
      }}
    >
      <div ref={stack} className={classes['stack']}>
        <UnderHeading>{children}</UnderHeading>
        {footer === undefined ? null : <div className={classes['footer']}>{footer}</div>}
      </div>
      {/* After what it looks into, so that this stands when it does. */}
      <FirstField within={stack} />
    </Modal>
  );
}

/**
 * Has the focus go to the first field, where somebody begins to write, rather than to the button that closes the dialog. A dialog that asked
 * for another place keeps it.
 */
function FirstField({ within }: { readonly within: RefObject<HTMLElement | null> }) {
  useLayoutEffect(() => {
    const dialog = within.current;
    if (dialog === null || dialog.querySelector('[data-autofocus]') !== null || dialog.contains(document.activeElement)) return;
    dialog
      .querySelector(':is(input, textarea, [aria-haspopup="listbox"]):not([disabled], [type="hidden"])')
      ?.setAttribute('data-autofocus', '');
  }, [within]);
  return null;
}

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen and what cannot be taken back. */
  readonly children: ReactNode;
  /** Verb and object: "Erase the workspace". */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly busy?: boolean;
  /** The person must type this name first. For sealing and erasing. */
  readonly typeName?: string;
}

/** Asks before something that undo cannot fix. Cancel is the default. */
export function ConfirmDialog({ opened, onClose, title, children, action, onConfirm, busy = false, typeName }: ConfirmDialogProps) {
  const t = useText();
  const formId = useId();
  const [typed, setTyped] = useState('');
  const missing = typeName !== undefined && typed.trim() !== typeName.trim();
  const close = () => {
    setTyped('');
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={title}
      footer={
        <>
          <Button onClick={close} autoFocus={typeName === undefined}>
            {t('common.cancel')}
          </Button>
          <Button
            kind="danger"
            busy={busy}
            disabledBecause={missing ? t('common.typeToConfirm', { name: typeName }) : undefined}
            onClick={() => {
              setTyped('');
              onConfirm();
            }}
          >
            {action}
          </Button>
        </>
      }
    >
      <div id={formId}>{children}</div>
      {typeName === undefined ? null : (
        <TextField label={t('common.typeToConfirm', { name: typeName })} value={typed} onChange={setTyped} autoFocus />
      )}
    </Dialog>
  );
}

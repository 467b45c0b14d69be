import { IconPencil, IconTrash } from '@tabler/icons-react';
import { IconButton, useText } from '../../../ui/index.ts';

interface ChangeButtonsProps {
  /** The entry by its name, said with each button. */
  readonly what: string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** Change or remove one entry, at the end of its row. */
export function ChangeButtons({ what, onEdit, onRemove }: ChangeButtonsProps) {
  const t = useText();
  return (
    <span className="row" style={{ gap: 0 }}>
      <IconButton icon={IconPencil} label={`${t('programme.edit')}: ${what}`} onClick={onEdit} />
      <IconButton icon={IconTrash} label={`${t('programme.remove')}: ${what}`} onClick={onRemove} />
    </span>
  );
}

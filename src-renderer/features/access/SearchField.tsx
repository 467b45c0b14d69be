import { IconFilter } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { TextField } from '../../ui/index.ts';

/** A search over many rows is asked for when the person pauses, not on each letter. */
const PAUSE_MS = 250;

interface SearchFieldProps {
  readonly label: string;
  /** What is searched for now; it may lag behind what is typed. */
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Words to look for. What is typed stays in the field until the search has caught up, so that no letter is lost. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [seen, setSeen] = useState(value);
  const sent = useRef<string | null>(null);
  const latest = useRef(onChange);
  latest.current = onChange;
  if (value !== seen) {
    setSeen(value);
    // A value that this field did not send came from elsewhere, for example "Clear the filters", and replaces what stands in it.
    if (value === typed || value !== sent.current) setTyped(null);
  }
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => {
      sent.current = typed;
      latest.current(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <TextField
      label={label}
      labelHidden
      placeholder={label}
      icon={IconFilter}
      size="small"
      search
      value={typed ?? value}
      onChange={setTyped}
      maxLength={200}
    />
  );
}

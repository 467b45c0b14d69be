import { createHash } from 'node:crypto';

/**
 * Tells records that stand in a file letter by letter for a second time, as in a file that was appended to itself. Such a record says nothing new; without
 * this its party would be there twice. Keeps a hash of each record.
 */
export function createRepeats(): (text: string) => boolean {
  const seen = new Set<string>();
  return (text) => {
    const hash = createHash('sha256').update(text.trim()).digest('base64url');
    if (seen.has(hash)) return true;
    seen.add(hash);
    return false;
  };
}

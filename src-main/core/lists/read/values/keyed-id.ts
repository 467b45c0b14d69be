import { createHash } from 'node:crypto';

/**
 * A stable id for rows that carry no number of their own (BIS and State rows): list, then a hash of name, first Federal Register citation and country. The first citation is taken alone
 * because amendments append theirs to the same entry. Spelling details that differ between the agency's own file and the Consolidated Screening List
 * (case, accents, punctuation, blanks) do not enter. Twelve hex digits: among 30,000 rows two would meet once in ten million publications.
 */
export function keyedId(list: string, name: string, notice: string, country: string | null): string {
  const citation = /(\d{1,3})\s*F\.?\s*R\.?\s*([\d,]+)/i.exec(notice);
  const key = [plain(name), citation === null ? plain(notice) : `${citation[1]}FR${(citation[2] ?? '').replace(/,/g, '')}`, country ?? ''];
  return `${list}-${createHash('sha256').update(key.join('|')).digest('hex').slice(0, 12)}`;
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

import { isReadyMade, type Redaction, withholds } from '../model/redaction.ts';
import type { Text } from './format.ts';

/** Name of a profile as a reader sees it: a ready-made one in words, an own one as the company called it. */
export const profileTitle = (name: string, text: Pick<Text, 'dynamic'>): string =>
  isReadyMade(name) ? text.dynamic(`redaction.profile.${name}`) : name;

/** What a profile withholds, a sentence for each part; none where nothing is withheld. */
export function withheldSentences(redaction: Redaction, text: Pick<Text, 'dynamic'>): string[] {
  return [
    ...(redaction.people === 'shown' ? [] : [text.dynamic(`redaction.people.${redaction.people}.said`)]),
    ...redaction.leavesOut.map((part) => text.dynamic(`redaction.part.${part}.said`)),
  ];
}

/** Which profile a report was made under and what it withholds; empty where nothing is withheld. */
export function redactionSaid(redaction: Redaction, text: Pick<Text, 'dynamic'>): string {
  if (!withholds(redaction)) return '';
  return [text.dynamic('redaction.said', { profile: profileTitle(redaction.profile, text) }), ...withheldSentences(redaction, text)].join(
    ' ',
  );
}

/** Stands in place of a part of a report that is left out. */
export const withheldHere = (redaction: Redaction, text: Pick<Text, 'dynamic'>): string =>
  text.dynamic('redaction.here', { profile: profileTitle(redaction.profile, text) });

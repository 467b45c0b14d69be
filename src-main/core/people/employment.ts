import type { EmploymentKind } from '../../../src-shared/contract/people.ts';
import { plainText } from '../importers/index.ts';

const kinds: ReadonlyArray<readonly [RegExp, EmploymentKind]> = [
  [
    /contract|contingent|consult|freelanc|vendor|agency|external|extern|outsourc|1099|self employed|prestataire|freiberuf|werkvertrag|leiharbeit|autonomo|contratista|supplier|\bcwr?\b|temp agency|staff aug/,
    'contractor',
  ],
  [/intern(?:ship)?\b|praktik|stagiaire|becario|trainee|apprentice|auszubildende|alternant/, 'intern'],
  [/student|doctoral|phd|postgraduate|werkstudent|etudiant|estudiante|fellow/, 'student'],
  [/visit|besuch|visiteur|visitante|secondee|seconded/, 'visitor'],
  [/guest|gast\b|invite|invitado/, 'guest'],
  [/customer|client|kunde|cliente/, 'customer'],
  [/temporary|\btemp\b|fixed term|seasonal|befristet|cdd\b|temporal|interim|limited term/, 'temporary'],
  [/permanent|regular|indefinite|unbefristet|\bcdi\b|indefinid|open ended|festangestellt/, 'permanentRegular'],
  [
    /employee|full time|part time|\bfte?\b|\bstaff\b|member|active|angestellt|vollzeit|teilzeit|salari|empleado|mitarbeiter|worker|tiempo completo|temps plein|w 2|officer|director/,
    'employee',
  ],
];

/**
 * Kind of employment from what a roster says. `permanentRegular` only where the text says permanent or regular: 15 CFR 734.20(d) asks more than
 * being employed. Text that fits nothing is `other`; blank is null.
 */
export function readEmployment(text: string): EmploymentKind | null {
  const plain = plainText(text);
  if (plain === '') return null;
  // Befristet is part of unbefristet, and “non regular” says the opposite of regular.
  if (/unbefristet/.test(plain)) return 'permanentRegular';
  if (/\bnon? (?:regular|permanent)/.test(plain)) return 'temporary';
  return kinds.find(([words]) => words.test(plain))?.[1] ?? 'other';
}

import { plainText } from '../../importers/index.ts';

/** What a column of a roster holds. Columns with a number are the first, second, third of their kind. */
export type RosterColumn =
  | { readonly is: 'id' | 'name' | 'first' | 'middle' | 'last' | 'preferred' | 'native' }
  | { readonly is: 'email' }
  | { readonly is: 'account'; readonly system: string | null }
  | { readonly is: 'identifier'; readonly system: string }
  | { readonly is: 'citizenship' | 'citizenshipSince'; readonly at: number }
  | { readonly is: 'residence' | 'residenceSince'; readonly at: number; readonly us: boolean }
  | { readonly is: 'usPerson' | 'usStatus' | 'protected' | 'visa' }
  | { readonly is: 'employment' | 'role' | 'title' | 'team' | 'department' | 'site' | 'workCountry' | 'usageLocation' }
  | { readonly is: 'start' | 'lastDay' | 'leftState' }
  | { readonly is: 'employer' | 'employerCountry' | 'employerHeadquarters' };

/** Fields a mapping may name, each with a heading that says what it holds. */
export const rosterFields: Readonly<Record<string, string>> = {
  id: 'employee id',
  name: 'name',
  firstName: 'first name',
  middleName: 'middle name',
  lastName: 'last name',
  preferredName: 'preferred name',
  nativeName: 'native name',
  email: 'email',
  account: 'account',
  github: 'github login',
  gitlab: 'gitlab login',
  huggingface: 'hugging face user',
  citizenships: 'citizenship',
  citizenshipSince: 'citizenship since',
  secondCitizenship: 'second citizenship',
  secondCitizenshipSince: 'second citizenship since',
  thirdCitizenship: 'third citizenship',
  thirdCitizenshipSince: 'third citizenship since',
  permanentResidences: 'permanent residence',
  permanentResidenceSince: 'permanent residence since',
  greenCard: 'green card',
  greenCardSince: 'green card since',
  usStatus: 'us status',
  usPerson: 'us person',
  protectedIndividual: 'protected individual',
  visa: 'visa',
  employment: 'employment type',
  role: 'role',
  title: 'job title',
  team: 'team',
  department: 'department',
  site: 'site',
  workCountry: 'work country',
  startOn: 'start date',
  lastDay: 'last day',
  state: 'worker status',
  employer: 'employer',
  employerCountry: 'employer country',
  employerHeadquarters: 'headquarters',
};

const systems: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bgit ?hub\b/, 'github'],
  [/\bgit ?lab\b/, 'gitlab'],
  [/\bbitbucket\b/, 'bitbucket'],
  [/\bhugging ?face\b|\bhf\b/, 'huggingface'],
  [/\bdatabricks\b/, 'databricks'],
  [/\bw ?and ?b\b|\bwandb\b|\bweights and biases\b/, 'wandb'],
  [/\bokta\b/, 'okta'],
  [/\bentra\b|\bazure\b|\baad\b|\bupn\b|user principal name/, 'entra'],
  [/\bgoogle\b|\bworkspace\b|\bgcp\b/, 'google'],
  [/\baws\b|\biam\b/, 'aws'],
  [/\bslack\b/, 'slack'],
  [/\bvpn\b/, 'vpn'],
  [/\bjupyter(?: ?hub)?\b/, 'jupyterhub'],
  [/\bml ?flow\b/, 'mlflow'],
  [/\bsnowflake\b/, 'snowflake'],
  [/\bunix\b|\blinux\b|\bssh\b|\bposix\b/, 'ssh'],
  [/\bwindows\b|\bad\b|\bldap\b|\bsam\b|active directory|domain/, 'windows'],
];

const ordinals: ReadonlyArray<readonly [RegExp, number]> = [
  [/\b(?:second|secondary|2nd|2|zweite[rs]?|deuxieme|segund[ao]|additional|other|weitere|autres?|otras?)\b/, 1],
  [/\b(?:third|3rd|3|dritte[rs]?|troisieme|tercer[ao]?)\b/, 2],
  [/\b(?:fourth|4th|4|vierte)\b/, 3],
];

const dateWords = /\b(?:since|from|date|day|acquired|granted|obtained|effective|start|seit|ab|depuis|desde|fecha|datum|on)\b/;
const citizenWords =
  /citizenship|citizen|nationalit|nationality|nationalities|\bnational\b|staatsangehorigkeit|staatsburgerschaft|nationalite|citoyennete|nacionalidad|ciudadania|cittadinanza|cidadania|nacionalidade|nationaliteit/;
const residentWords =
  /permanent resid|\bgreen ?card\b|\blpr\b|niederlassung|daueraufenthalt|resident permanent|residencia permanente|residente permanente/;

/**
 * What a heading stands for, in English, German, French or Spanish, or null where it is not read. Births, passports, permits' numbers and expiry are
 * never read: the law asks for citizenship and residence, and nothing is kept that it does not ask for.
 */
export function rosterColumn(heading: string): RosterColumn | null {
  const title = plainText(heading.replace(/[([{]\s*(?:iso|optional|yes|y|yyyy|dd|mm)[^)\]}]*[)\]}]/gi, ' '));
  if (title === '') return null;
  if (
    /birth|born|geburt|naissance|nacimiento|nascita|passport|reisepass|passeport|pasaporte|ethnic|gender|\bsex\b|religion|salary|phone|mobile|fax/.test(
      title,
    )
  )
    return null;
  if (/manager|supervisor\b|reports to|vorgesetzt|hrbp|emergency|approver|sponsor/.test(title)) return null;
  return standingColumn(title) ?? accountColumn(title) ?? workColumn(title) ?? nameColumn(title);
}

function standingColumn(title: string): RosterColumn | null {
  const at = ordinals.find(([words]) => words.test(title))?.[1] ?? 0;
  const isDate = dateWords.test(title);
  if (/source|evidence|quelle|verified|purpose|reason/.test(title) && (citizenWords.test(title) || residentWords.test(title))) return null;
  if (residentWords.test(title)) {
    if (/expir|number|\bno\b|valid (?:to|until)/.test(title)) return null;
    const us = /\bgreen ?card\b|\blpr\b|\bus\b|\bu s\b|united states|lawful/.test(title);
    return { is: isDate ? 'residenceSince' : 'residence', at, us };
  }
  if (/\b(?:u ?s|us) ?person\b|\bitar person\b|\bunited states person\b/.test(title)) return { is: 'usPerson' };
  if (/\b(?:protected individual|protected status|protected person|asylee|refugee|asylum|asyl|fluchtling|refugie|refugiado)\b/.test(title))
    return isDate ? null : { is: 'protected' };
  if (
    /^(?:us|u s) ?(?:immigration )?(?:status|standing|work authori[sz]ation)|immigration status|us status|residency status|foreign person status|^(?:us )?citizen ?status$/.test(
      title,
    )
  )
    return title.startsWith('citizen') ? { is: 'citizenship', at } : { is: 'usStatus' };
  if (/^(?:is )?(?:us|u s) citizen$/.test(title)) return { is: 'usPerson' };
  if (citizenWords.test(title)) {
    if (/count|number|verif|check|note|comment/.test(title) && !/country/.test(title)) return null;
    return { is: isDate && !/other$/.test(title) ? 'citizenshipSince' : 'citizenship', at };
  }
  if (/\bvisa\b|work permit|work authori[sz]ation|aufenthaltstitel/.test(title)) {
    return /expir|until|valid|number|\bno\b|end|date|country/.test(title) ? null : { is: 'visa' };
  }
  return null;
}

function accountColumn(title: string): RosterColumn | null {
  if (/account ?enabled|account status|account type|account manager|cost/.test(title)) return null;
  if (/e ?mails?\b|courriel|correo|mailadresse|\bmail\b|mail nickname/.test(title)) return { is: 'email' };
  const system = systems.find(([words]) => words.test(title))?.[1] ?? null;
  if (/\b(?:upn|user principal name|sam account name|proxy addresses|on premises sam account name)\b/.test(title))
    return { is: 'account', system };
  const says =
    /\b(?:accounts?|log ?ins?|log ?ons?|user ?names?|usernames?|handles?|user|profile|alias(?:es)?|identit(?:y|ies)|identifiers?|benutzername|benutzer|benutzerkonto|konto|konten|kennung|identifiant|utilisateur|usuario|cuentas?)\b/.test(
      title,
    );
  if (system !== null && /\b(?:id|guid|object id|uid)\b/.test(title) && !/windows domain/.test(title)) return { is: 'account', system };
  if (system !== null && (says || title.split(' ').length <= 2) && !/location|office|country|site/.test(title))
    return { is: 'account', system };
  if (/^(?:object ?id|guid|user guid|sid)$/.test(title)) return { is: 'account', system: null };
  if (/\buser ?ids?\b|^uid$/.test(title)) return { is: 'identifier', system: 'userId' };
  if (says && !/type|kind|role|group|status|created|\bcount\b|location|principal type/.test(title)) return { is: 'account', system };
  return null;
}

function workColumn(title: string): RosterColumn | null {
  if (/headquarter|\bhq\b|parent company country|hauptsitz|siege/.test(title)) return { is: 'employerHeadquarters' };
  if (
    /\b(?:employer|company|agency|vendor|legal entity|firm|organi[sz]ation|arbeitgeber|firma|employeur|entreprise|empresa|empleador)\b/.test(
      title,
    )
  ) {
    if (/supervisory|email|id$|code|number|start|date/.test(title)) return /supervisory/.test(title) ? { is: 'team' } : null;
    if (/country|land$|pays|pais|based in|where/.test(title)) return { is: 'employerCountry' };
    return { is: 'employer' };
  }
  if (
    /^(?:worker type|employment type|employment (?:kind|class|category)|employment|type of employment|employee type|contract type|worker kind|worker category|user type|person type|relationship|beschaftigungsart|anstellungsart|vertragsart|mitarbeitertyp|type de contrat|tipo de contrato|tipo de empleo|staff type|affiliation|worker|type|employment status|time type)$/.test(
      title,
    )
  )
    return title === 'worker' ? { is: 'name' } : { is: 'employment' };
  if (
    /last (?:working )?day|last (?:day )?worked|termination|end date|^end$|^end on$|employment end|contract end|leav(?:e|ing|er) date|date left|left on|^left$|exit date|exit day|separation|offboard|austritt|letzter arbeitstag|vertragsende|date de (?:depart|sortie|fin)|fecha de (?:baja|salida|fin)|^until$|last employment day|departure|^end day$|deactivat/.test(
      title,
    )
  )
    return /reason|type|kind|reg/.test(title) ? null : { is: 'lastDay' };
  if (
    /hire|start date|^start$|start day|^start on$|employment start|contract start|joined|join(?:ing)? date|onboard|date started|eintritt|einstell|beginn|date d ?(?:embauche|entree)|date de debut|fecha de (?:alta|ingreso|inicio|contratacion)|^since$|first day/.test(
      title,
    )
  )
    return /reason|type/.test(title) ? null : { is: 'start' };
  if (
    /^(?:status|worker status|employee status|active|account enabled|user status|state|mitarbeiterstatus|statut|estado|lifecycle state)$/.test(
      title,
    )
  )
    return { is: 'leftState' };
  if (/usage location/.test(title)) return { is: 'usageLocation' };
  if (
    /(?:work|working|job|office|site|location|duty|assignment|employment|based in|arbeits|einsatz|dienst|beschaftigungs)\w* ?(?:country|land|pays|pais|nation)|country (?:of work|of employment|of assignment|or region|code|region)|^country(?: name| iso ?\d?)?$|^land$|^pays(?: de travail)?$|^pais(?: de trabajo)?$|^located in$|^location country\w*|^work(?:s|ing)? in$|^co$|^based in$|pays de travail|pais de trabajo|^c$/.test(
      title,
    )
  )
    return { is: 'workCountry' };
  if (
    /^(?:site|office|office location|location|work ?location|workplace|standort|buro|arbeitsort|niederlassung|lieu(?: de travail)?|bureau|ubicacion|oficina|sede|physical delivery office name|city|campus|building|facility)(?: name)?$/.test(
      title,
    )
  )
    return { is: 'site' };
  if (/(?:^| )roles?(?: name)?$|^rolle$|^rol$|^job role|^functional role|^funktion$/.test(title)) return { is: 'role' };
  if (
    /title|job family|position|^job$|berufsbezeichnung|stelle|tatigkeit|poste|fonction|puesto|cargo|^occupation$|^designation$|^job name$/.test(
      title,
    )
  )
    return { is: 'title' };
  if (
    /^(?:teams?|team name|group|gruppe|equipe|equipo|squad|project team|sub ?team|supervisory org(?:ani[sz]ation)?|research group)$/.test(
      title,
    )
  )
    return { is: 'team' };
  if (
    /department|abteilung|bereich|division|business unit|cost cent(?:er|re)|departement|departamento|^service$|^unit$|^dept$|^org(?: unit)?$|area/.test(
      title,
    )
  )
    return { is: 'department' };
  return null;
}

function nameColumn(title: string): RosterColumn | null {
  if (/native|local name|script|original name|name in own|own script|kanji|hanzi|chinese name|character/.test(title) && /name/.test(title))
    return { is: 'native' };
  if (/preferred|known as|rufname|nick|prenom usuel|display first/.test(title)) return { is: 'preferred' };
  if (/^(?:legal |official |work )?(?:first|given|fore) ?name|^vorname|^prenom|^nombre$|^nombre de pila|^first$|^given$/.test(title))
    return { is: 'first' };
  if (/^(?:legal )?middle/.test(title)) return { is: 'middle' };
  if (
    /^(?:legal |official )?(?:last|family|sur) ?name|^surname|^nachname|^familienname|^nom de famille|^apellidos?|^last$|^family$|^primary last name|^sn$/.test(
      title,
    )
  )
    return { is: 'last' };
  if (
    /^(?:name|full ?name|display ?name|legal name|legal full name|employee name|employee|person name|worker name|person|nom complet|nom|nombre completo|vollstandiger name|mitarbeiter(?:in)?(?: ?name)?|name vorname|staff name|contractor name|member|common name|cn|preferred full name)$/.test(
      title,
    )
  ) {
    return /^employee$|^person$|^member$|^mitarbeiter/.test(title) ? { is: 'name' } : { is: 'name' };
  }
  if (
    /^(?:#|id|person ?id|people id|employee (?:#|id|no|nr|number|code)|employee number|emp ?(?:id|no|#|nr)|empl ?id|worker (?:#|id|no|number)|staff (?:id|no|number|#)|personnel (?:no|number|id)|hr ?(?:id|no|number)|file (?:number|no)|personalnummer|personal ?nr|mitarbeiter ?(?:nr|nummer|id)|matricule|numero de empleado|id de empleado|id empleado|payroll (?:id|number)|associate id|associate oid|number|nr|person number|person|badge(?: id| number)?|contractor id|member id|record id|key|employee|uid)$/.test(
      title,
    )
  )
    return { is: 'id' };
  return null;
}

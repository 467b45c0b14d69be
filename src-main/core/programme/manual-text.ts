import type { Organisation, ProgrammeSettings } from '../../../src-shared/contract/programme.ts';
import type { RetentionRule } from '../../../src-shared/contract/retention.ts';
import type { WorkspaceSettings } from '../../../src-shared/contract/settings.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';

/** How long records are kept, and which rule says so. */
export type RetentionTerm = Pick<RetentionRule, 'years' | 'locator' | 'confidence' | 'pack'>;

/** What the manual is written from: settings, roles and records of the workspace. */
export interface ManualFacts {
  readonly company: string;
  readonly settings: Pick<WorkspaceSettings, 'mapEveryDays' | 'autolockMinutes'>;
  readonly programme: ProgrammeSettings;
  readonly organisation: Organisation;
  readonly packs: readonly { readonly title: string; readonly version: string; readonly lastChecked: string }[];
  readonly lists: readonly { readonly title: string; readonly day: string; readonly training: boolean }[];
  readonly screening: { readonly manner: string; readonly secondPerson: boolean; readonly remindAfterDays: number };
  readonly elements: readonly string[];
  readonly models: number;
  /** How long records are kept by the packs in use; null where none says. */
  readonly retention: RetentionTerm | null;
}

/** Sections of the manual in order; ids never change, since edits and versions hang on them. */
export const manualSectionIds = [
  'purpose',
  'roles',
  'model',
  'sites',
  'classification',
  'access',
  'licences',
  'screening',
  'escalation',
  'risk',
  'records',
  'training',
  'audits',
  'violations',
  'upkeep',
] as const;
export type ManualSectionId = (typeof manualSectionIds)[number];

/** What the workspace says in one section: paragraphs parted by an empty line, list items begin with `- `. The same facts give the same text. */
export function sectionText(id: ManualSectionId, facts: ManualFacts, text: Text): string {
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}) => text.dynamic(`manual.${key}`, params);
  const items = (lines: readonly string[], empty: string) =>
    lines.length === 0 ? say(empty) : lines.map((each) => `- ${each}`).join('\n');
  const { company, organisation, programme, settings } = facts;
  const siteName = (siteId: string | null) => organisation.sites.find((site) => site.id === siteId)?.name ?? say('wholeCompany');
  const day = (value: string) => formatDay(value as Parameters<typeof formatDay>[0], text.locale);

  switch (id) {
    case 'purpose': {
      const leaders = organisation.duties.filter(({ role }) => role === 'management').map(({ person }) => person);
      return [
        say('purpose.what', { company }),
        say('purpose.promise'),
        leaders.length === 0 ? say('purpose.nobody') : say('purpose.leaders', { names: leaders.join(', ') }),
        say('purpose.elements', { elements: facts.elements.join('; ') }),
      ].join('\n\n');
    }
    case 'roles':
      return [
        say('roles.what'),
        items(
          organisation.duties.map((duty) =>
            [
              say('roles.line', { role: text.dynamic(`role.${duty.role}`), person: duty.person, site: siteName(duty.siteId) }),
              duty.duties,
              duty.mayStop ? say('roles.mayStop') : '',
              duty.deputy === '' ? '' : say('roles.deputy', { name: duty.deputy }),
            ]
              .filter((part) => part !== '')
              .join(' '),
          ),
          'roles.none',
        ),
        ...(organisation.unfilled.length === 0
          ? []
          : [say('roles.unfilled', { roles: organisation.unfilled.map((role) => text.dynamic(`role.${role}`)).join(', ') })]),
      ].join('\n\n');
    case 'model':
      return organisation.model === null
        ? say('model.none')
        : [
            say(`model.${organisation.model}`),
            ...['decides', 'answers', 'risk'].map((what) => text.dynamic(`programme.model.${organisation.model}.${what}`)),
            ...(organisation.modelNote === '' ? [] : [organisation.modelNote]),
          ].join('\n\n');
    case 'sites': {
      const regions = organisation.regions.filter(({ sites }) => sites.length > 0);
      return [
        items(
          organisation.sites.map((site) =>
            say('sites.line', {
              name: site.name,
              place: [site.city, countryName(text.locale, site.country)].filter(Boolean).join(', '),
              count: site.assets,
            }),
          ),
          'sites.none',
        ),
        ...regions.map(({ note, own, checkedOn, checkedBy }) =>
          [
            say('sites.region', { name: note.name, instruments: note.instruments.map(({ title }) => title).join('; ') }),
            own,
            checkedOn === null ? say('sites.unchecked') : say('sites.checked', { day: day(checkedOn), name: checkedBy }),
          ]
            .filter((part) => part !== '')
            .join(' '),
        ),
        ...(organisation.withoutNote.length === 0
          ? []
          : [say('sites.withoutNote', { countries: organisation.withoutNote.map((code) => countryName(text.locale, code)).join(', ') })]),
      ].join('\n\n');
    }
    case 'classification':
      return [
        say('classification.what', { count: facts.models }),
        items(
          facts.packs.map((pack) => say('classification.pack', { title: pack.title, version: pack.version, day: day(pack.lastChecked) })),
          'classification.none',
        ),
        say('classification.when', { days: settings.mapEveryDays }),
        say('classification.decide'),
      ].join('\n\n');
    case 'access':
      return [say('access.what'), say('access.ask'), say('access.keep'), say('access.plan')].join('\n\n');
    case 'licences':
      return [say('licences.what'), say('licences.open'), say('licences.exceptions'), say('licences.kept')].join('\n\n');
    case 'screening': {
      const lists = facts.lists.filter(({ training }) => !training);
      return [
        say('screening.what'),
        items(
          lists.map((list) => say('screening.list', { title: list.title, day: day(list.day) })),
          'screening.none',
        ),
        say('screening.how', {
          manner: text.dynamic(`screening.manner.${facts.screening.manner}`, {}, facts.screening.manner),
          days: facts.screening.remindAfterDays,
        }),
        say(facts.screening.secondPerson ? 'screening.second' : 'screening.one'),
      ].join('\n\n');
    }
    case 'escalation':
      return [
        say('escalation.what'),
        ...organisation.paths.map((path) =>
          [
            say('escalation.path', { name: path.name, when: path.when }),
            ...(path.halt === '' ? [] : [say('escalation.halt', { what: path.halt })]),
            path.steps
              .map(
                (step, place) =>
                  `${say('escalation.step', { number: place + 1, role: text.dynamic(`role.${step.role}`), hours: step.withinHours, what: step.what })}`,
              )
              .join('\n'),
          ].join('\n'),
        ),
        ...(organisation.paths.length === 0 ? [say('escalation.none')] : []),
      ].join('\n\n');
    case 'risk':
      return [
        say('risk.what', { days: programme.riskEveryDays }),
        say(programme.riskOnRuleChange ? 'risk.rules' : 'risk.calendar'),
        say('risk.scale'),
        say('risk.sign'),
        say('risk.elements', { days: programme.assessEveryDays, target: programme.target }),
      ].join('\n\n');
    case 'records':
      return [
        say('records.what'),
        facts.retention === null
          ? say('records.noYears')
          : say('records.years', {
              years: facts.retention.years,
              locator: facts.retention.locator,
              pack: facts.retention.pack,
              confidence: text.dynamic(`confidence.${facts.retention.confidence}`).toLocaleLowerCase(text.locale),
            }),
        say('records.trail', { minutes: settings.autolockMinutes }),
        say('records.hold'),
      ].join('\n\n');
    case 'training':
      return [say('training.what'), say('training.when'), say('training.kept')].join('\n\n');
    case 'audits':
      return [say('audits.what'), say('audits.sample'), say('audits.close')].join('\n\n');
    case 'violations': {
      const stoppers = organisation.duties.filter(({ mayStop }) => mayStop).map(({ person }) => person);
      return [
        say('violations.raise'),
        stoppers.length === 0 ? say('violations.nobody') : say('violations.stop', { names: [...new Set(stoppers)].join(', ') }),
        say('violations.keep'),
        say('violations.decide'),
      ].join('\n\n');
    }
    case 'upkeep':
      return [say('upkeep.what'), say('upkeep.committee', { days: programme.committeeEveryDays }), say('upkeep.versions')].join('\n\n');
  }
}

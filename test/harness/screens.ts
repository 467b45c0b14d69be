import type { AppWindow } from './app-window.ts';
import { type DemoRecords, goTo, settled } from './places.ts';
import { showAnswer, showProgramme, showRiskLine } from './programme-scenes.ts';
import {
  creationSteps,
  importSteps,
  logImportSteps,
  mappingSteps,
  settingsSections,
  showComputeWays,
  showCreation,
  showImportStep,
  showListChanges,
  showListEntry,
  showLists,
  showLogImportStep,
  showMappingStep,
  showNetworks,
  showPalette,
  showStartHelp,
  showTakeIn,
} from './scenes.ts';

/** One place a person can look at. The tour photographs each, the accessibility tests examine each. */
export interface Screen {
  readonly id: string;
  readonly title: string;
  /** Whether the workspace is closed, locked or open when the screen shows. */
  readonly when: 'start' | 'open' | 'locked';
  readonly show: (window: AppWindow, demo: DemoRecords) => Promise<void>;
}

/** For screens that show before any workspace is open. */
export const noRecords: DemoRecords = {
  undeterminedModel: '',
  controlledModel: '',
  chip: '',
  finding: '',
  party: '',
  ownedParty: '',
  task: '',
  incident: '',
  transfer: '',
};

const route = (id: string, title: string, path: string | ((demo: DemoRecords) => string)): Screen => ({
  id,
  title,
  when: 'open',
  show: ({ page }, demo) => goTo(page, typeof path === 'string' ? path : path(demo)),
});

/** Every screen of the product, in the order a new user meets them. */
export const screens: readonly Screen[] = [
  { id: 'start', title: 'Start', when: 'start', show: ({ page }) => settled(page) },
  { id: 'start-help', title: 'Help before a workspace is open', when: 'start', show: showStartHelp },
  ...creationSteps.map(
    (step): Screen => ({
      id: `create-${step}`,
      title: `Create a workspace: ${step}`,
      when: 'start',
      show: (window) => showCreation(window, step),
    }),
  ),
  route('overview', 'Overview', '/'),
  route('models', 'Models', '/models'),
  route('systems', 'Chips and systems', '/systems'),
  route('software', 'Software and technology', '/software'),
  route('model', 'Model: classification', ({ undeterminedModel }) => `/assets/${undeterminedModel}`),
  route('controlled', 'Model that meets an entry', ({ controlledModel }) => `/assets/${controlledModel}`),
  route('model-evidence', 'Model: evidence', ({ controlledModel }) => `/assets/${controlledModel}?tab=evidence`),
  route('evidence', 'Evidence of the workspace', '/evidence'),
  route('history', 'History', '/history'),
  route('history-since', 'Since a report', '/history/since'),
  route('retention', 'How long to keep', '/retention'),
  route('holds', 'Holds', '/retention/holds'),
  route('quality', 'Quality checks', '/quality'),
  route('quality-check', 'Quality check: owners that nobody looked up', '/quality?check=ownersUnknown'),
  route('quality-unconfirmed', 'Quality check: conclusions on rules that wait to be confirmed', '/quality?check=restsOnDue'),
  route('cycle-times', 'How long cases take', '/quality/times'),
  route('people', 'People', '/people'),
  route('people-accounts', 'Accounts of the logs', '/people/accounts'),
  route('people-authorisations', 'Authorisations', '/people/authorisations'),
  route('people-travel', 'Announced travel', '/people/travel'),
  route('parties', 'Parties', '/parties'),
  route('party', 'Party: overview', ({ party }) => `/parties/${party}`),
  route('party-beside', 'Party beside the list', ({ party }) => `/parties?party=${party}`),
  route('party-screening', 'Party: screening', ({ party }) => `/parties/${party}?tab=screening`),
  route('party-ownership', 'Party: ownership', ({ ownedParty }) => `/parties/${ownedParty}?tab=ownership`),
  route('party-flags', 'Party: red flags', ({ party }) => `/parties/${party}?tab=flags`),
  route('party-checks', 'Party: checks', ({ party }) => `/parties/${party}?tab=checks`),
  route('escalations', 'Questions passed on', '/escalations'),
  route('vetting', 'Checks to see to', '/vetting'),
  route('vetting-rules', 'What checks are expected', '/vetting?rules=yes'),
  route('party-transfers', 'Party: transfers', ({ party }) => `/parties/${party}?tab=transfers`),
  route('model-transfers', 'Model: transfers', ({ controlledModel }) => `/assets/${controlledModel}?tab=transfers`),
  route('party-history', 'Party: history', ({ party }) => `/parties/${party}?tab=history`),
  route('transfers', 'Transfers', '/transfers'),
  route('transfers-gone', 'Transfers that went', '/transfers?view=gone'),
  route('transfer-new', 'New transfer', '/transfers?add=transfer'),
  route('transfer', 'Transfer that is held', ({ transfer }) => `/transfers/${transfer}`),
  route('transfer-what', 'Transfer: what and to whom', ({ transfer }) => `/transfers/${transfer}?tab=what`),
  route('transfer-history', 'Transfer: history', ({ transfer }) => `/transfers/${transfer}?tab=history`),
  route('import-transfers', 'Import transfers: file', '/import?kind=transfers'),
  route('gates', 'Gates that wait', '/programme/gates'),
  route('gates-all', 'Gates of all models', '/programme/gates?view=all'),
  route('gate-reports', 'Bring in reports of a training pipeline', '/programme/gates/reports'),
  route('gate', 'Gates of a model', ({ undeterminedModel }) => `/programme/gates/${undeterminedModel}`),
  route('incidents', 'Incidents', '/programme/incidents?view=all'),
  route('incident-new', 'Record an incident', '/programme/incidents?add=incident'),
  route('incident', 'Incident', ({ incident }) => `/programme/incidents/${incident}`),
  route('watch', 'Rule watch: please check', '/rules/watch?item=us-ear:affiliates-stay'),
  route('watch-events', 'Rule watch: timeline', '/rules/watch?view=events&event=us-ear:ai-diffusion'),
  route('watch-packs', 'Rule watch: packs', '/rules/watch?view=packs'),
  route('impact', 'What a rule change would touch', '/rules/impact?check=us-ear:affiliates-stay'),
  route('import-parties', 'Import parties: file', '/import?kind=parties'),
  route('chip', 'Chip: classification', ({ chip }) => `/assets/${chip}`),
  route('chip-calculator', 'Chip calculator', '/chips/calculator?chip=nvidia-l20'),
  route('chip-pointers', 'Chip: open pointers', ({ chip }) => `/assets/${chip}?why=first`),
  route('chip-figures', 'Chip: figures', ({ chip }) => `/assets/${chip}/figures`),
  route('model-compute', 'Model: training compute', ({ controlledModel }) => `/assets/${controlledModel}?tab=compute`),
  {
    id: 'model-compute-ways',
    title: 'Model: training compute, every way open',
    when: 'open',
    show: (window, { controlledModel }) => showComputeWays(window, controlledModel),
  },
  route('model-why', 'Model: why', ({ controlledModel }) => `/assets/${controlledModel}?why=first`),
  route('model-facts', 'Model: facts', ({ controlledModel }) => `/assets/${controlledModel}?tab=facts`),
  route('model-lineage', 'Model: lineage', ({ controlledModel }) => `/assets/${controlledModel}?tab=lineage`),
  route('model-versions', 'Model: versions', ({ controlledModel }) => `/assets/${controlledModel}?tab=versions`),
  route('model-safeguards', 'Model: safeguards', ({ controlledModel }) => `/assets/${controlledModel}?tab=safeguards`),
  route('model-operation', 'Model: operation', ({ controlledModel }) => `/assets/${controlledModel}?tab=operation`),
  route('model-notes', 'Model: notes', ({ controlledModel }) => `/assets/${controlledModel}?tab=notes`),
  route('model-history', 'Model: history', ({ controlledModel }) => `/assets/${controlledModel}?tab=history`),
  ...mappingSteps.map(
    (step): Screen => ({
      id: `map-${step}`,
      title: `Map a model: ${step}`,
      when: 'open',
      show: (window, demo) => showMappingStep(window, demo, step),
    }),
  ),
  route('new-chip', 'New chip', '/assets/new/chip'),
  route('questions', 'Open questions', '/questions'),
  route('sites', 'Sites', '/sites'),
  route('import', 'Import: file', '/import?kind=model'),
  ...importSteps.map(
    (step): Screen => ({ id: `import-${step}`, title: `Import: ${step}`, when: 'open', show: (window) => showImportStep(window, step) }),
  ),
  route('access-import', 'Access logs: files', '/access/import'),
  ...logImportSteps.map(
    (step): Screen => ({
      id: `access-import-${step}`,
      title: `Access logs: ${step}`,
      when: 'open',
      show: (window) => showLogImportStep(window, step),
    }),
  ),
  route('access-imports', 'Access logs: imports', '/access/imports'),
  route('access', 'Access: overview', '/access'),
  route('people-retention', 'People: what is kept until when', '/people/retention'),
  route('access-findings', 'Access: findings', '/access/findings?show=all'),
  route('access-finding', 'Access: a possible deemed export', ({ finding }) => `/access/findings/${finding}`),
  route('access-finding-why', 'Access: why it was found', ({ finding }) => `/access/findings/${finding}?panel=why`),
  route('access-finding-evidence', 'Access: lines of the log', ({ finding }) => `/access/findings/${finding}?panel=evidence`),
  route('access-matrix', 'Access: people and assets', '/access/matrix'),
  route('access-events', 'Access: events', '/access/events'),
  route('access-finding-notes', 'Access: notes on a finding', ({ finding }) => `/access/findings/${finding}?panel=notes`),
  route('access-finding-events', 'Access: events of a finding', ({ finding }) => `/access/events?finding=${finding}`),
  route('access-coverage', 'Access: coverage and one asset', ({ controlledModel }) => `/access/coverage?asset=${controlledModel}`),
  route('access-names', 'Access: names without an asset', '/access/coverage?tab=names'),
  route('access-plan', 'Access: technology control plan', ({ controlledModel }) => `/access/plan/${controlledModel}`),
  route('access-thresholds', 'Access: thresholds', '/access/thresholds'),
  route('screening-queue', 'Screening: queue and comparison', '/parties/queue'),
  {
    id: 'screening-entry',
    title: 'Screening: the whole entry',
    when: 'open',
    show: async ({ page }) => {
      // From elsewhere, since the key closes the panel where it is open already.
      await goTo(page, '/parties/runs');
      await goTo(page, '/parties/queue');
      await page.keyboard.press('i');
      await settled(page);
    },
  },
  {
    id: 'screening-decide',
    title: 'Screening: reason for a decision',
    when: 'open',
    show: async ({ page }) => {
      await goTo(page, '/parties/queue');
      await page.keyboard.press('f');
      await page.getByRole('dialog').waitFor();
      await settled(page);
    },
  },
  route('screening-staff', 'Screening: staff', '/parties/queue?who=staff'),
  {
    id: 'screening-look-up',
    title: 'Screening: names looked up',
    when: 'open',
    show: async ({ page }) => {
      await goTo(page, '/parties/lookup');
      await page.getByRole('textbox', { name: 'Names' }).fill('Karvel Mikrosistemy\tAE\nJane Ordinary\nTehran Robotics\tIR');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('button', { name: 'Certificate' }).waitFor();
      await settled(page);
    },
  },
  route('exchange', 'Exchange with another office', '/import/exchange'),
  {
    id: 'save-as',
    title: 'How something leaves: format, paper and what its reader may not see',
    when: 'open',
    show: async ({ page }) => {
      await goTo(page, '/access/matrix');
      await page.getByRole('button', { name: 'Save the table' }).click();
      await page.getByRole('dialog', { name: 'Save the table' }).waitFor();
      await settled(page);
    },
  },
  route('screening-runs', 'Screening: runs and what changed', '/parties/runs'),
  route('screening-measures', 'Screening: measures', '/parties/measures'),
  route('screening-settings', 'Screening: how names are compared', '/parties/settings'),
  route('plan', 'Plan: timeline', '/plan?view=timeline'),
  {
    id: 'plan-table',
    title: 'Plan: timeline as a table',
    when: 'open',
    show: async ({ page }) => {
      // From elsewhere, since the key goes back and forth.
      await goTo(page, '/plan/templates');
      await goTo(page, '/plan?view=timeline');
      await page.keyboard.press('t');
      await page.getByRole('grid', { name: 'The timeline as a table' }).waitFor();
      await settled(page);
    },
  },
  route('plan-beside', 'Plan: a task beside the timeline', ({ task }) => `/plan?view=timeline&task=${task}`),
  route('plan-board', 'Plan: board', '/plan?view=board'),
  route('plan-list', 'Plan: list', '/plan?view=list'),
  route('plan-burndown', 'Plan: burndown and check-in', '/plan?view=burndown'),
  route('plan-check-ins', 'Plan: check-ins that were filed', '/plan/check-ins'),
  route('plan-task', 'Plan: a task', ({ task }) => `/plan/tasks/${task}`),
  {
    id: 'plan-close',
    title: 'Plan: closing a task',
    when: 'open',
    show: async ({ page }, { task }) => {
      await goTo(page, `/plan/tasks/${task}`);
      await page.keyboard.press('c');
      await page.getByRole('dialog').waitFor();
      await settled(page);
    },
  },
  route('plan-templates', 'Plan: templates', '/plan/templates'),
  route('plan-start', 'Plan: start', '/plan/start'),
  route('plan-ended', 'Plan: closed plans', '/plan/ended'),
  route('plan-calendar', 'Plan: recurring calendar', '/plan/calendar'),
  route('plan-settings', 'Plan: dates and owners', '/plan/settings'),
  route('programme', 'Programme: self-assessment', '/programme'),
  ...(['questions', 'gaps', 'compare', 'picture', 'history'] as const).map(
    (view): Screen => ({
      id: `programme-assessment-${view}`,
      title: `Programme: an assessment, ${view}`,
      when: 'open',
      show: (window) => showProgramme(window, 'assessment', view),
    }),
  ),
  { id: 'programme-answer', title: 'Programme: a question to answer', when: 'open', show: showAnswer },
  route('programme-risk', 'Programme: risk', '/programme/risk'),
  ...(['lines', 'picture', 'history'] as const).map(
    (view): Screen => ({
      id: `programme-risk-${view}`,
      title: `Programme: a risk assessment, ${view}`,
      when: 'open',
      show: (window) => showProgramme(window, 'risk', view),
    }),
  ),
  { id: 'programme-risk-line', title: 'Programme: a risk rated', when: 'open', show: showRiskLine },
  ...(['duties', 'model', 'regions', 'contacts', 'escalation'] as const).map((view) =>
    route(`programme-organisation-${view}`, `Programme: organisation, ${view}`, `/programme/organisation?view=${view}`),
  ),
  route('programme-committee', 'Programme: committee', '/programme/committee'),
  { id: 'programme-meeting', title: 'Programme: a meeting', when: 'open', show: (window) => showProgramme(window, 'meeting', '') },
  ...(['courses', 'people', 'coverage', 'sessions'] as const).map((view) =>
    route(`training-${view}`, `Training: ${view}`, `/programme/training?view=${view}`),
  ),
  route('training-new-course', 'Training: a course is put down', '/programme/training?start=course'),
  { id: 'training-course', title: 'Training: a course', when: 'open', show: (window) => showProgramme(window, 'course', '') },
  { id: 'training-session', title: 'Training: a session', when: 'open', show: (window) => showProgramme(window, 'session', '') },
  { id: 'person-training', title: 'A person: training', when: 'open', show: (window) => showProgramme(window, 'trainee', '') },
  route('figures', 'Own figures', '/programme/figures'),
  route('figures-new-event', 'Own figures: an event is entered', '/programme/figures?start=event'),
  route('programme-manual', 'Programme: policy manual', '/programme/manual'),
  {
    id: 'programme-manual-version',
    title: 'Programme: a version of the manual',
    when: 'open',
    show: (window) => showProgramme(window, 'version', ''),
  },
  route('help-programme', 'Help: programme', '/help/programme'),
  route('check', 'Bulk check', '/check'),
  route('memo', 'Classification memo', ({ controlledModel }) => `/assets/${controlledModel}/memo`),
  route('rules', 'Rules', '/rules?show=entry&pack=us-ear&id=4E091'),
  route('rules-packs', 'Rule packs', '/rules/packs'),
  route('rules-countries', 'Countries', '/rules/countries?show=country&pack=us-ear&id=AE'),
  route('rules-changes', 'Changes of the rules', '/rules/changes'),
  route('rules-guides', 'Guide thresholds', '/rules/guides'),
  { id: 'rules-networks', title: 'Networks', when: 'open', show: showNetworks },
  { id: 'reports', title: 'Reports', when: 'open', show: (window) => goTo(window.page, '/reports') },
  { id: 'reports-preview', title: 'Reports: a preview', when: 'open', show: (window) => goTo(window.page, '/reports/executive-summary') },
  { id: 'reports-binder', title: 'Reports: an audit binder', when: 'open', show: (window) => goTo(window.page, '/reports/binder') },
  { id: 'settings-reports', title: 'Settings: reports', when: 'open', show: (window) => goTo(window.page, '/settings/reports') },
  { id: 'lists', title: 'Lists', when: 'open', show: (window) => showLists(window) },
  { id: 'lists-take-in', title: 'Lists: take in', when: 'open', show: showTakeIn },
  { id: 'lists-list', title: 'Lists: entries of one', when: 'open', show: (window) => showLists(window, '/lists/TRAINING') },
  { id: 'lists-versions', title: 'Lists: versions', when: 'open', show: (window) => showLists(window, '/lists/TRAINING/versions') },
  { id: 'lists-about', title: 'Lists: about', when: 'open', show: (window) => showLists(window, '/lists/SDN/about') },
  { id: 'lists-entry', title: 'Lists: an entry', when: 'open', show: showListEntry },
  { id: 'lists-entries', title: 'Lists: all entries', when: 'open', show: (window) => showLists(window, '/lists/entries') },
  { id: 'lists-changes', title: 'Lists: changes between two versions', when: 'open', show: showListChanges },
  ...settingsSections.map((section) => route(`settings-${section}`, `Settings: ${section}`, `/settings/${section}`)),
  route('help', 'Help', '/help/answers'),
  route('help-access', 'Help: access', '/help/access'),
  route('help-screening', 'Help: screening', '/help/screening'),
  route('help-words', 'Help: words', '/help/words'),
  { id: 'palette', title: 'Palette', when: 'open', show: showPalette },
  { id: 'unlock', title: 'Unlock', when: 'locked', show: ({ page }) => settled(page) },
];

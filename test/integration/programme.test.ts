import { afterEach, describe, expect, it } from 'vitest';
import type { AssetDetail } from '../../src-shared/contract/inventory.ts';
import type {
  AssessmentDetail,
  Manual,
  Meeting,
  Organisation,
  ProgrammeStanding,
  RiskDetail,
  RiskStarter,
} from '../../src-shared/contract/programme.ts';
import type { Contacts } from '../../src-shared/contract/programme-contacts.ts';
import type { ProgrammeElements } from '../../src-shared/formats/programme-catalogue.ts';
import { dayAfter } from '../../src-shared/model/dates.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let open: TestWorkspace | null = null;
afterEach(async () => {
  await open?.end();
  open = null;
});
async function begin(): Promise<TestWorkspace> {
  open ??= await openTestWorkspace();
  return open;
}
const call = async <T>(method: string, input: object = {}) => (await begin()).call<T>(method, input);
const refusal = async (method: string, input: object) => (await begin()).refusal(method, input);
const today = async () => (await begin()).ports.clock.today();

const standing = () => call<ProgrammeStanding>('programme.standing');
const start = async (more: object = {}) =>
  call<AssessmentDetail>('programme.startAssessment', {
    title: 'First look',
    assessedOn: await today(),
    by: 'Ingrid Solheim',
    scope: '',
    carryOver: false,
    ...more,
  });
const answer = (assessment: AssessmentDetail, questionId: string, maturity: number | null, more: object = {}) =>
  call<AssessmentDetail>('programme.answer', {
    assessmentId: assessment.summary.id,
    questionId,
    revision: assessment.answers.find((one) => one.questionId === questionId)?.revision ?? 0,
    applies: true,
    maturity,
    note: '',
    shownBy: '',
    gap: '',
    ...more,
  });
const finish = ({ summary: { id, revision } }: AssessmentDetail, final = true) =>
  call<AssessmentDetail>('programme.finishAssessment', { id, revision, final });
const undo = () => call('journal.undo');

describe('the self-assessment', () => {
  it('asks the eight elements of the shipped catalogue, with its source and how well it is known', async () => {
    const { elements, source } = await call<ProgrammeElements>('programme.elements');
    expect(elements.map(({ id }) => id)).toEqual(['ECP-1', 'ECP-2', 'ECP-3', 'ECP-4', 'ECP-5', 'ECP-6', 'ECP-7', 'ECP-8']);
    expect(new Set(elements.flatMap(({ questions }) => questions.map(({ id }) => id))).size).toBe(40);
    expect(source).toMatchObject({ confidence: 'secondary' });
    expect(source.url).toMatch(/^https:\/\/www\.bis\.gov\//);
  });

  it('scores what was answered, lists what is left to do, and takes each answer back in one step', async () => {
    let view = await start();
    view = await answer(view, 'ECP-1.1', 4, { shownBy: 'Statement of 3 March' });
    view = await answer(view, 'ECP-1.2', 1, { gap: 'Names no contacts' });
    view = await answer(view, 'ECP-1.3', 3);
    const [first] = view.summary.scores;
    expect(first).toMatchObject({ applicable: 5, answered: 3, weakest: 1 });
    expect(first?.maturity).toBeCloseTo(8 / 3);
    expect(view.gaps.slice(0, 2)).toMatchObject([
      { questionId: 'ECP-1.2', kind: 'below', steps: 2, gap: 'Names no contacts' },
      { questionId: 'ECP-1.3', kind: 'notShown' },
    ]);
    await undo();
    const back = await call<AssessmentDetail>('programme.assessment', { id: view.summary.id });
    expect(back.answers.find(({ questionId }) => questionId === 'ECP-1.3')).toMatchObject({ maturity: null });
    expect(back.summary.answered).toBe(2);
  });

  it('stands beside the last finished one, and begins from its answers where that is asked', async () => {
    const early = await start({ title: 'Spring', assessedOn: dayAfter(await today(), -120) });
    await finish(await answer(early, 'ECP-4.1', 1));
    let later = await start({ title: 'Autumn', carryOver: true });
    expect(later.answers.find(({ questionId }) => questionId === 'ECP-4.1')).toMatchObject({ maturity: 1, before: 1 });
    expect(later.moved).toEqual([]);
    later = await answer(later, 'ECP-4.1', 3, { shownBy: 'Register of records' });
    expect(later.moved).toEqual([{ questionId: 'ECP-4.1', before: 1, now: 3 }]);
    expect(later.last).toMatchObject({ title: 'Spring' });
  });

  it('refuses what it cannot hold: days ahead, unknown questions, an exemption without a reason, a finished one, another’s change', async () => {
    expect(
      await refusal('programme.startAssessment', { title: 'x', assessedOn: '2099-01-01', by: '', scope: '', carryOver: false }),
    ).toMatchObject({
      code: 'request.invalid',
      issues: [expect.stringContaining('the day lies ahead')],
    });
    const view = await start();
    const input = {
      assessmentId: view.summary.id,
      questionId: 'ECP-1.1',
      revision: 0,
      applies: true,
      maturity: 2,
      note: '',
      shownBy: '',
      gap: '',
    };
    expect(await refusal('programme.answer', { ...input, questionId: 'ECP-9.9' })).toMatchObject({
      code: 'record.notFound',
      entity: 'question',
    });
    expect(await refusal('programme.answer', { ...input, maturity: 5 })).toMatchObject({ code: 'request.invalid' });
    expect(await refusal('programme.answer', { ...input, maturity: 2.5 })).toMatchObject({ code: 'request.invalid' });
    expect(await refusal('programme.answer', { ...input, applies: false })).toMatchObject({
      issues: [expect.stringContaining('say why')],
    });
    expect(await refusal('programme.finishAssessment', { id: view.summary.id, revision: 0, final: true })).toMatchObject({
      code: 'policy.refused',
    });
    await answer(view, 'ECP-1.1', 2);
    await answer(await call('programme.assessment', { id: view.summary.id }), 'ECP-1.1', 3);
    expect(await refusal('programme.answer', input)).toMatchObject({ code: 'record.stale', yours: 0, current: 1 });
    const done = await finish(view);
    expect(await refusal('programme.answer', { ...input, revision: 1 })).toMatchObject({ code: 'policy.refused' });
    await finish(done, false);
    await answer(await call('programme.assessment', { id: view.summary.id }), 'ECP-1.1', 0);
  });

  it('settles the task made of a question once its newest answer reaches the target and something shows it', async () => {
    const day = await today();
    const monday = dayAfter(day, (8 - (new Date(`${day}T00:00:00Z`).getUTCDay() || 7)) % 7);
    const calendar = { weekdays: [1, 2, 3, 4, 5], holidays: [] };
    await call('plan.start', { templateId: 'standard', title: 'A plan', startsOn: monday, calendar, owners: [] });
    const view = await answer(await start(), 'ECP-6.1', 1, { gap: 'No plan of audits' });
    const record = { kind: 'assessmentAnswer', id: view.gaps[0]?.answerId };
    const draft = { title: 'No plan of audits', phase: 'pilot', owner: '', links: [record], cause: 'gap' };
    const { ids } = await call<{ ids: string[] }>('plan.addTasks', { drafts: [draft] });
    const links = async () => call<{ state: string; words: string; title: string }[]>('plan.links', { id: ids[0] });
    expect(await links()).toMatchObject([{ state: 'open', words: 'Now and then', title: 'ECP-6.1, First look' }]);
    const raised = await answer(view, 'ECP-6.1', 3);
    expect(await links()).toMatchObject([{ state: 'open', words: 'Done as written' }]);
    await answer(raised, 'ECP-6.1', 3, { shownBy: 'Audit plan 2027' });
    expect(await links()).toMatchObject([{ state: 'settled' }]);
  });

  it('is due again after the days the company chose', async () => {
    expect((await standing()).assessment).toMatchObject({ latest: null, due: { because: 'never', due: true } });
    await finish(await answer(await start({ assessedOn: dayAfter(await today(), -40) }), 'ECP-1.1', 2));
    expect((await standing()).assessment.due).toMatchObject({ due: false, dueOn: dayAfter(await today(), 142) });
    await call('programme.saveSettings', { assessEveryDays: 30 });
    expect((await standing()).assessment.due).toMatchObject({ due: true, because: 'calendar' });
  });
});

const startRisk = async (more: object = {}) =>
  call<RiskDetail>('programme.startRisk', {
    title: 'Quarter',
    assessedOn: await today(),
    cause: 'first',
    causeNote: '',
    carryOver: false,
    ...more,
  });
const line = (more: object = {}) => ({ assetId: null, country: 'AE', endUse: 'industrial', misuse: 'diversion', ...more });
const unrated = {
  likelihood: null,
  effect: null,
  likelihoodAfter: null,
  effectAfter: null,
  safeguards: '',
  treatment: null,
  owner: '',
  due: null,
  note: '',
};
const rate = ({ rows }: RiskDetail, place: number, more: object) =>
  call<RiskDetail>('programme.saveRiskRow', { id: rows[place]?.id, revision: rows[place]?.revision, ...unrated, ...more });
const sign = async ({ summary: { id, revision } }: RiskDetail) =>
  call<RiskDetail>('programme.signRisk', { id, revision, by: 'Ingrid Solheim', on: await today(), note: '' });

describe('the risk assessment', () => {
  it('takes models, places, uses and misuse together, each combination once, and offers what the register knows', async () => {
    const facts = {
      customerCountries: { state: 'known', value: ['AE', 'SG'] },
      capDrones: { state: 'known', value: 'yes' },
      intendedUse: { state: 'known', value: 'Steers robots' },
    };
    const model = await call<AssetDetail>('inventory.create', { kind: 'model', name: 'Rowan', versionLabel: '1', facts });
    const [offered] = await call<RiskStarter[]>('programme.riskStarters');
    expect(offered).toEqual({
      assetId: model.row.id,
      name: 'Rowan',
      countries: ['AE', 'SG'],
      misuses: ['drones'],
      intendedUse: 'Steers robots',
    });
    const view = await startRisk();
    const rows = [line({ assetId: model.row.id }), line({ assetId: model.row.id }), line({ assetId: model.row.id, misuse: 'drones' })];
    const added = await call<RiskDetail>('programme.addRiskRows', { riskId: view.summary.id, rows });
    expect(added.rows.map(({ assetName, subject }) => [assetName, subject.misuse])).toEqual([
      ['Rowan', 'diversion'],
      ['Rowan', 'drones'],
    ]);
    expect(await refusal('programme.addRiskRows', { riskId: view.summary.id, rows })).toMatchObject({ code: 'record.conflict' });
    expect(await refusal('programme.addRiskRows', { riskId: view.summary.id, rows: [line({ assetId: 'nobody' })] })).toMatchObject({
      code: 'record.notFound',
      entity: 'asset',
    });
    expect(await refusal('programme.addRiskRows', { riskId: view.summary.id, rows: [line({ country: 'ZZ' })] })).toMatchObject({
      issues: [expect.stringContaining('no country code')],
    });
    await undo();
    expect((await call<RiskDetail>('programme.risk', { id: view.summary.id })).rows).toEqual([]);
  });

  it('rates without and with safeguards, and refuses ratings that cannot be', async () => {
    const { summary } = await startRisk();
    let view = await call<RiskDetail>('programme.addRiskRows', { riskId: summary.id, rows: [line()] });
    view = await rate(view, 0, { likelihood: 4, effect: 5, likelihoodAfter: 2, effectAfter: 4, safeguards: 'Gateway by country' });
    expect(view.rows[0]).toMatchObject({ score: 20, scoreAfter: 8, band: 'medium' });
    const wrong = async (more: object) =>
      (await refusal('programme.saveRiskRow', { id: view.rows[0]?.id, revision: view.rows[0]?.revision, ...unrated, ...more })) as {
        issues?: string[];
      };
    expect((await wrong({ likelihood: 2, effect: 2, likelihoodAfter: 3, effectAfter: 2, safeguards: 'x' })).issues).toEqual([
      'likelihoodAfter: safeguards cannot make it likelier',
    ]);
    expect((await wrong({ likelihood: 3, effect: 3, likelihoodAfter: 1 })).issues).toEqual([
      'likelihoodAfter, effectAfter: with safeguards, give both or neither',
    ]);
    expect((await wrong({ likelihood: 3, effect: 3, likelihoodAfter: 1, effectAfter: 1 })).issues).toEqual([
      'safeguards: say what holds the risk down',
    ]);
  });

  it('is signed only once grave lines have a treatment, an owner and a day, and then stays as it is', async () => {
    const { summary } = await startRisk();
    expect(
      await refusal('programme.signRisk', { id: summary.id, revision: 0, by: 'Ingrid Solheim', on: await today(), note: '' }),
    ).toMatchObject({
      code: 'policy.refused',
      detail: expect.stringContaining('no line'),
    });
    let view = await call<RiskDetail>('programme.addRiskRows', { riskId: summary.id, rows: [line()] });
    expect(view.obstacles).toEqual([{ code: 'unrated', count: 1 }]);
    view = await rate(view, 0, { likelihood: 4, effect: 4 });
    expect(view.obstacles.map(({ code }) => code)).toEqual(['untreated', 'unowned']);
    view = await rate(view, 0, { likelihood: 4, effect: 4, treatment: 'reduce', owner: 'Jonas Nygaard' });
    expect(view.obstacles).toEqual([{ code: 'undated', count: 1 }]);
    view = await rate(view, 0, { likelihood: 4, effect: 4, treatment: 'reduce', owner: 'Jonas Nygaard', due: dayAfter(await today(), 30) });
    const early = { id: summary.id, revision: view.summary.revision, by: 'Ingrid Solheim', on: dayAfter(await today(), -1), note: '' };
    expect(await refusal('programme.signRisk', early)).toMatchObject({ issues: [expect.stringContaining('before the day')] });
    const signed = await sign(view);
    expect(signed.summary).toMatchObject({ state: 'signed', signedBy: 'Ingrid Solheim', signedOn: await today() });
    expect(signed.packs.some((pack) => pack.startsWith('us-ear@'))).toBe(true);
    expect(await refusal('programme.addRiskRows', { riskId: summary.id, rows: [line({ country: 'SG' })] })).toMatchObject({
      code: 'policy.refused',
    });
    expect(await refusal('programme.removeRisk', { id: summary.id, revision: signed.summary.revision })).toMatchObject({
      code: 'policy.refused',
    });
    const opened = await call<RiskDetail>('programme.reopenRisk', {
      id: summary.id,
      revision: signed.summary.revision,
      reason: 'A line is missing',
    });
    expect(opened.summary.state).toBe('draft');
  });

  it('says what moved since the last one signed, and what is gone', async () => {
    const first = await startRisk({ assessedOn: dayAfter(await today(), -100) });
    let view = await call<RiskDetail>('programme.addRiskRows', { riskId: first.summary.id, rows: [line(), line({ country: 'SG' })] });
    view = await rate(await rate(view, 0, { likelihood: 3, effect: 3 }), 1, { likelihood: 1, effect: 2 });
    await sign(view);
    let next = await startRisk({ carryOver: true, cause: 'calendar' });
    expect(next.rows.map(({ score, move }) => [score, move])).toEqual([
      [9, 'same'],
      [2, 'same'],
    ]);
    next = await rate(next, 0, { likelihood: 2, effect: 3 });
    next = await call<RiskDetail>('programme.removeRiskRows', { riskId: next.summary.id, ids: [next.rows[1]?.id] });
    next = await call<RiskDetail>('programme.addRiskRows', { riskId: next.summary.id, rows: [line({ country: 'IN' })] });
    expect(next.rows.map(({ move, last }) => [move, last])).toEqual([
      ['down', 9],
      ['new', null],
    ]);
    expect(next.gone).toMatchObject([{ subject: { country: 'SG' }, last: 2 }]);
  });

  it('falls due by the calendar, and before it when a rule in use changed', async () => {
    expect((await standing()).risk.due).toMatchObject({ because: 'never', due: true });
    // The packs name changes of 10 November 2026, which lie between the signature and the day of the test.
    const view = await startRisk({ assessedOn: '2026-11-01' });
    await sign(
      await rate(await call<RiskDetail>('programme.addRiskRows', { riskId: view.summary.id, rows: [line()] }), 0, {
        likelihood: 1,
        effect: 1,
      }),
    );
    const { due } = (await standing()).risk;
    expect(due).toMatchObject({ because: 'ruleChange', due: true });
    expect(due.since.every(({ on }) => on > '2026-11-01')).toBe(true);
    expect(due.since[0]?.on).toBe(due.dueOn);
    await call('programme.saveSettings', { riskOnRuleChange: false });
    expect((await standing()).risk.due).toMatchObject({ because: 'calendar', dueOn: dayAfter('2026-11-01', 91), since: [] });
  });
});

const duty = (more: object = {}) => ({
  id: null,
  revision: 0,
  role: 'headquartersOfficer',
  person: 'Ingrid Solheim',
  personId: null,
  siteId: null,
  deputy: '',
  duties: '',
  mayStop: true,
  since: null,
  ...more,
});

describe('the organisation', () => {
  it('says who holds what, what nobody holds, and what speaks against the way decisions are made', async () => {
    const site = await call<{ id: string }>('sites.save', {
      id: null,
      revision: 0,
      name: 'Tokyo office',
      country: 'JP',
      city: 'Tokyo',
      note: '',
    });
    const before = await call<Organisation>('programme.organisation');
    expect(before.unfilled).toContain('headquartersOfficer');
    await call('programme.saveSettings', { operatingModel: 'regional' });
    const after = await call<Organisation>('programme.saveDuty', duty());
    expect(after.unfilled).not.toContain('headquartersOfficer');
    expect(after.tensions).toEqual([
      { code: 'noRegional', count: 1 },
      { code: 'noEscalation', count: 1 },
    ]);
    const regional = await call<Organisation>(
      'programme.saveDuty',
      duty({ role: 'regionalOfficer', person: 'Haruka Mori', siteId: site.id }),
    );
    expect(regional.tensions.map(({ code }) => code)).toEqual(['noEscalation']);
    expect(regional.sites[0]).toMatchObject({ name: 'Tokyo office', covered: true });
    expect(regional.regions.find(({ note }) => note.code === 'JP')).toMatchObject({
      sites: [{ name: 'Tokyo office' }],
      pack: { id: 'japan' },
    });
    await call('programme.saveSettings', { operatingModel: 'central' });
    expect((await call<Organisation>('programme.organisation')).tensions[0]).toEqual({ code: 'strayRegional', count: 1 });
  });

  it('tells for which countries no note ships instead of leaving them out', async () => {
    await call('sites.save', { id: null, revision: 0, name: 'Oslo', country: 'NO', city: 'Oslo', note: '' });
    expect((await call<Organisation>('programme.organisation')).withoutNote).toEqual(['NO']);
  });

  it('refuses duties at places and for people that are not on file, and half a check of a region', async () => {
    expect(await refusal('programme.saveDuty', duty({ siteId: 'nowhere' }))).toMatchObject({ code: 'record.notFound', entity: 'site' });
    expect(await refusal('programme.saveDuty', duty({ personId: 'nobody' }))).toMatchObject({ code: 'record.notFound', entity: 'person' });
    const region = { code: 'JP', revision: 0, own: 'Ask Haruka', checkedOn: null, checkedBy: '' };
    expect(await refusal('programme.saveRegion', { ...region, checkedBy: 'Haruka Mori' })).toMatchObject({ code: 'request.invalid' });
    expect(await refusal('programme.saveRegion', { ...region, code: 'XX' })).toMatchObject({ code: 'record.notFound' });
    const saved = await call<Organisation>('programme.saveRegion', { ...region, checkedOn: await today(), checkedBy: 'Haruka Mori' });
    expect(saved.regions.find(({ note }) => note.code === 'JP')).toMatchObject({ own: 'Ask Haruka', checkedBy: 'Haruka Mori' });
  });

  it('keeps escalation paths with their steps, and takes one back', async () => {
    const path = {
      id: null,
      revision: 0,
      name: 'Red flag',
      when: 'Seen',
      halt: 'The shipment',
      steps: [{ role: 'sales', withinHours: 4, what: 'Asks' }],
    };
    expect((await call<Organisation>('programme.savePath', path)).paths).toMatchObject([{ name: 'Red flag', steps: [{ withinHours: 4 }] }]);
    expect(await refusal('programme.savePath', { ...path, steps: [] })).toMatchObject({ code: 'request.invalid' });
    expect(await refusal('programme.savePath', { ...path, steps: [{ role: 'sales', withinHours: 0, what: '' }] })).toMatchObject({
      code: 'request.invalid',
    });
    await undo();
    expect((await call<Organisation>('programme.organisation')).paths).toEqual([]);
  });
});

describe('the committee', () => {
  it('meets, decides, and knows which planned day has passed', async () => {
    const meeting = {
      id: null,
      revision: 0,
      title: 'Export-risk committee',
      heldOn: dayAfter(await today(), -1),
      place: '',
      chair: 'Ingrid Solheim',
      attendees: ['Ingrid Solheim', 'Ingrid Solheim', 'Jonas Nygaard'],
      agenda: '',
      minutes: '',
      state: 'planned',
    };
    const made = await call<Meeting>('programme.saveMeeting', meeting);
    expect(made.attendees).toEqual(['Ingrid Solheim', 'Jonas Nygaard']);
    expect((await standing()).committee).toMatchObject({ overdueMeetings: 1, next: null });
    expect(await refusal('programme.saveMeeting', { ...meeting, state: 'held', heldOn: dayAfter(await today(), 3) })).toMatchObject({
      issues: [expect.stringContaining('cannot lie ahead')],
    });
    await call('programme.saveMeeting', { ...meeting, id: made.id, revision: made.revision, state: 'held' });
    expect((await standing()).committee).toMatchObject({ overdueMeetings: 0, due: { because: 'calendar' } });
    const decision = { id: null, revision: 0, meetingId: made.id, text: 'Hold the release', action: true, owner: '', due: null, links: [] };
    expect(await refusal('programme.saveDecision', decision)).toMatchObject({ issues: [expect.stringContaining('somebody')] });
    const asset = await call<AssetDetail>('inventory.create', { kind: 'model', name: 'Harrier', versionLabel: '1', facts: {}, links: [] });
    const decided = await call<Meeting>('programme.saveDecision', {
      ...decision,
      owner: 'Lena Brandt',
      links: [
        { kind: 'gate', id: 'g1' },
        { kind: 'asset', id: asset.row.id },
      ],
    });
    const [gone, there] = [
      { kind: 'gate', id: 'g1' },
      { kind: 'asset', id: asset.row.id },
    ];
    expect(decided.decisions).toMatchObject([
      {
        ...{ text: 'Hold the release', owner: 'Lena Brandt', links: [gone, there] },
        linked: [
          { record: gone, name: null },
          { record: there, name: 'Harrier' },
        ],
      },
    ]);
    await call('programme.removeMeeting', { id: made.id, revision: decided.revision });
    await undo();
    expect((await call<Meeting>('programme.meeting', { id: made.id })).decisions).toHaveLength(1);
  });
});

describe('erasing a person', () => {
  it('takes the name out of duties, meetings, risks and versions of the manual', async () => {
    const { row } = await call<{ row: { id: string; revision: number } }>('people.create', {
      columns: { name: 'Haruka Mori' },
      accounts: [],
    });
    await call('programme.saveDuty', duty({ person: 'Haruka Mori', personId: row.id, deputy: 'Lena Brandt' }));
    await call('programme.issueManual', { approvedBy: 'Haruka Mori', note: '' });
    const [version] = (await call<Manual>('programme.manual')).versions;
    expect(JSON.stringify(await call('programme.manualVersion', { id: version?.id }))).toContain('Haruka Mori');
    await call('people.erase', { id: row.id, revision: row.revision, reason: 'personAsked', replaceAccounts: false });
    const left = JSON.stringify([
      await call('programme.organisation'),
      await call('programme.manual'),
      await call('programme.manualVersion', { id: version?.id }),
    ]);
    expect(left).not.toContain('Haruka');
    expect(left).toContain('Lena Brandt');
  });
});

describe('authorities and groups', () => {
  const contact = (more: object = {}) => ({
    ...{ id: null, revision: 0, kind: 'authority', name: 'The authority', topic: 'Weights abroad', contact: 'Desk', owner: 'Lena Brandt' },
    ...{ region: null, lastOn: null, nextOn: null, notes: '', ...more },
  });
  const due = async () =>
    (await call<{ kind: string; count: number; title: string; route: string }[]>('overview.actions', { limit: 50 })).filter(
      ({ kind }) => kind === 'contactDue',
    );

  it('are kept with what was said when, stand among the next actions on their day and at their region, and are taken back', async () => {
    const day = await today();
    expect(await refusal('programme.saveContact', contact({ lastOn: dayAfter(day, 1) }))).toMatchObject({
      issues: [expect.stringContaining('lies ahead')],
    });
    expect(await refusal('programme.saveContact', contact({ lastOn: day, nextOn: dayAfter(day, -1) }))).toMatchObject({
      issues: [expect.stringContaining('before the last')],
    });
    expect(await refusal('programme.saveContact', contact({ region: 'XX' }))).toMatchObject({ code: 'record.notFound', entity: 'region' });
    const { regions } = await call<Contacts>('programme.contacts');
    const region = regions[0]?.code ?? '';
    await call('programme.saveContact', contact({ name: 'Later', kind: 'group', nextOn: dayAfter(day, 5) }));
    const { contacts, due: count } = await call<Contacts>(
      'programme.saveContact',
      contact({ region, lastOn: dayAfter(day, -9), nextOn: day }),
    );
    expect([contacts.map(({ name }) => name), count]).toEqual([['The authority', 'Later'], 1]);
    const [first] = contacts;
    expect(await due()).toMatchObject([
      { count: 1, title: 'The authority', route: `/programme/organisation?view=contacts&contact=${first?.id}` },
    ]);
    const organisation = await call<Organisation>('programme.organisation');
    expect(organisation.regions.find(({ note }) => note.code === region)?.contacts).toEqual([{ id: first?.id, name: 'The authority' }]);

    // Spoken to: it is due again on the next day that is set.
    await call('programme.saveContact', { ...first, lastOn: day, nextOn: dayAfter(day, 90) });
    expect(await due()).toEqual([]);
    expect(await refusal('programme.saveContact', { ...first, notes: 'Old page' })).toMatchObject({ code: 'record.stale' });
    await call('programme.removeContact', { id: first?.id, revision: 1 });
    expect((await call<Contacts>('programme.contacts')).contacts).toHaveLength(1);
    await call('journal.undo');
    expect((await call<Contacts>('programme.contacts')).contacts.map(({ lastOn }) => lastOn)).toContain(day);
  });
});

describe('the policy manual', () => {
  const manual = () => call<Manual>('programme.manual');
  const section = async (id: string) => {
    const found = (await manual()).sections.find((one) => one.id === id);
    if (found === undefined) throw new Error(`No section ${id}`);
    return found;
  };

  it('says what the workspace says, follows it when it changes, and fills every gap of its text', async () => {
    expect((await section('roles')).body).toContain('Nobody is named yet');
    await call('programme.saveDuty', duty());
    expect((await section('roles')).body).toContain(
      'Compliance officer (headquarters): Ingrid Solheim, for the whole company. May stop a release or a transfer alone.',
    );
    await call('programme.saveSettings', { riskEveryDays: 60, operatingModel: 'hybrid' });
    expect((await section('risk')).body).toContain('every 60 days');
    expect((await section('model')).body).toContain('Headquarters sets the rules');
    for (const { body } of (await manual()).sections)
      expect(body).not.toMatch(/[{}]|\b(manual|programme|role|screening)\.\w|undefined|null/);
  });

  it('keeps own words, says when the workspace moved on, and restores what it says', async () => {
    const { id, title, revision } = await section('roles');
    await call('programme.saveSection', { id, revision, title, body: 'Ask Ingrid.', included: true });
    expect(await section('roles')).toMatchObject({ body: 'Ask Ingrid.', edited: true, drifted: false });
    await call('programme.saveDuty', duty());
    const edited = await section('roles');
    expect(edited).toMatchObject({ body: 'Ask Ingrid.', drifted: true });
    await call('programme.restoreSection', { id, revision: edited.revision });
    expect(await section('roles')).toMatchObject({ edited: false, drifted: false, body: expect.stringContaining('Ingrid Solheim') });
    await undo();
    expect(await section('roles')).toMatchObject({ body: 'Ask Ingrid.' });
  });

  it('is issued in versions that keep their text, and refuses one in which nothing differs', async () => {
    await call('programme.saveSection', { id: null, revision: 0, title: 'Travel', body: 'Take no weights.', included: true });
    expect(await refusal('programme.saveSection', { id: null, revision: 0, title: 'travel', body: 'x', included: true })).toMatchObject({
      code: 'record.conflict',
    });
    expect(await call('programme.issueManual', { approvedBy: 'Astrid Halden', note: 'First' })).toEqual({ number: 1 });
    expect(await refusal('programme.issueManual', { approvedBy: 'Astrid Halden', note: '' })).toMatchObject({
      code: 'record.conflict',
      detail: expect.stringContaining('version 1'),
    });
    await call('programme.saveDuty', duty());
    const changed = await manual();
    expect(changed.waiting).toBeGreaterThan(0);
    expect(changed.sections.find(({ id }) => id === 'roles')?.sinceIssue).toBe('changed');
    await call('programme.issueManual', { approvedBy: 'Astrid Halden', note: 'Names an officer' });
    const { versions } = await manual();
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    const first = await call<{ text: { title: string; body: string }[] }>('programme.manualVersion', { id: versions[1]?.id });
    expect(first.text.find(({ title }) => title === 'Who does what')?.body).toContain('Nobody is named yet');
  });
});

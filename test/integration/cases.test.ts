import { afterEach, describe, expect, it } from 'vitest';
import type { Halt, Impact, IncidentDetail, ModelGates, Watch } from '../../src-shared/contract/cases.ts';
import type { AssetDetail } from '../../src-shared/contract/inventory.ts';
import type { PartyDetail } from '../../src-shared/contract/parties.ts';
import type { LinkState, PlanView } from '../../src-shared/contract/plan.ts';
import { dayAfter, type IsoDate } from '../../src-shared/model/dates.ts';
import { english } from '../../src-shared/text/en/index.ts';
import { createText } from '../../src-shared/text/format.ts';
import { disclosureSaid, penaltiesSaid } from '../../src-shared/text/incident.ts';
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

const text = (value: string) => ({ state: 'known', value });
const model = (name: string, facts: object = {}, more: object = {}) =>
  call<AssetDetail>('inventory.create', { kind: 'model', name, versionLabel: '1', stage: 'trained', facts, links: [], ...more });
const gatesOf = (assetId: string) => call<ModelGates>('cases.gatesOf', { assetId });
const gate = (found: ModelGates, kind: string, destination = '') => {
  const one = found.gates.find((each) => each.gate === kind && each.destination === destination);
  if (one === undefined) throw new Error(`No gate ${kind} ${destination}`);
  return one;
};
const wanting = (found: ModelGates, kind: string, destination = '') =>
  gate(found, kind, destination)
    .conditions.filter(({ state }) => state === 'missing' || state === 'open')
    .map(({ id }) => id);
const pass = (found: ModelGates, kind: string, more: Readonly<Record<string, unknown>> = {}) => ({
  assetId: found.assetId,
  versionId: found.versionId,
  gate: kind,
  destination: '',
  by: 'Ingrid Solheim',
  reason: 'Looked through with the team',
  despite: wanting(found, kind),
  lastReport: gate(found, kind, typeof more['destination'] === 'string' ? more['destination'] : '').reports[0]?.id ?? null,
  ...more,
});
const incident = async (columns: object = {}) =>
  call<IncidentDetail>('cases.recordIncident', {
    by: 'Ingrid Solheim',
    columns: { title: 'Weights opened from abroad', kind: 'deemedExport', discoveredOn: await today(), ...columns },
  });
const update = (found: IncidentDetail, columns: object) =>
  call<IncidentDetail>('cases.updateIncident', { id: found.row.id, revision: found.row.revision, columns });

describe('gates', () => {
  it('says what is missing from what is on file, and takes facts as they come', async () => {
    const made = await model('Harrier', {}, { stage: 'unknown' });
    const before = await gatesOf(made.row.id);
    expect(wanting(before, 'idea')).toEqual(['ownerNamed', 'purposeStated', 'useStated', 'militaryAnswered', 'stageKnown']);
    await call('inventory.setFacts', {
      id: made.row.id,
      versionId: made.row.versionId,
      revision: made.row.revision,
      changes: [
        { field: 'purpose', value: text('Picking') },
        { field: 'intendedUse', value: text('Warehouses') },
        { field: 'militaryEndUse', value: text('no') },
      ],
    });
    expect(wanting(await gatesOf(made.row.id), 'idea')).toEqual(['ownerNamed', 'stageKnown']);
  });

  it('is passed with a reason over conditions named one by one, and undone', async () => {
    const made = await model('Harrier');
    const found = await gatesOf(made.row.id);
    expect(await refusal('cases.passGate', pass(found, 'idea', { despite: [] }))).toMatchObject({ code: 'record.conflict' });
    expect(await refusal('cases.passGate', pass(found, 'idea', { reason: ' ' }))).toMatchObject({ code: 'request.invalid' });
    const passed = await call<ModelGates>('cases.passGate', pass(found, 'idea'));
    expect(gate(passed, 'idea')).toMatchObject({ state: 'passedDespite', pass: { by: 'Ingrid Solheim', despite: wanting(found, 'idea') } });
    await call('journal.undo');
    expect(gate(await gatesOf(made.row.id), 'idea').pass).toBeNull();
  });

  it('starts anew with a version, and keeps what was passed before', async () => {
    const made = await model('Harrier');
    const first = await gatesOf(made.row.id);
    await call('cases.passGate', pass(first, 'trainingCompleted'));
    const current = await call<AssetDetail>('inventory.get', { id: made.row.id });
    await call('inventory.addVersion', {
      id: made.row.id,
      revision: current.row.revision,
      label: '2',
      copyFrom: made.row.versionId,
      note: '',
    });
    const later = await gatesOf(made.row.id);
    expect(gate(later, 'trainingCompleted').pass).toBeNull();
    expect(wanting(later, 'change')).toContain('changeDescribed');
    expect(later.history).toHaveLength(1);
    expect(await refusal('cases.passGate', pass(first, 'idea'))).toMatchObject({ code: 'record.conflict' });
  });

  it('are looked at again when a task made from one is closed, and propose to open it when the gate no longer stands', async () => {
    const made = await model('Harrier');
    const other = await model('Kestrel');
    const monday = (day: string) => dayAfter(day as IsoDate, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
    await call('plan.start', {
      ...{ templateId: 'standard', title: 'Plan', startsOn: monday(await today()), owners: [] },
      calendar: { weekdays: [1, 2, 3, 4, 5], holidays: [] },
    });
    const link = (id: string, more: object = {}) => ({ kind: 'gate', id, ...more });
    const task = (title: string, links: object[]) => ({ title, phase: 'pilot', owner: '', links, cause: 'gate' });
    const { ids } = await call<{ ids: string[] }>('plan.addTasks', {
      drafts: [
        task('Idea', [link(made.row.id, { part: 'idea' })]),
        task('Training', [link(made.row.id, { part: 'trainingCompleted' })]),
        task('Whole model', [link(other.row.id, { check: 'gateStands' })]),
      ],
    });
    const [idea = '', training = '', whole = ''] = ids;
    const close = (id: string) =>
      call<{ task: { proposal: string | null }; links: LinkState[] }>('plan.close', { id, revision: 0, note: 'Looked' });
    const standing = async (id: string) => (await call<LinkState[]>('plan.links', { id })).map(({ state, words }) => [state, words]);

    expect(await standing(idea)).toEqual([['open', 'Idea: Held, 4 conditions open']]);
    await call('cases.passGate', pass(await gatesOf(made.row.id), 'idea'));
    const { links, task: closed } = await close(idea);
    expect(links).toMatchObject([{ state: 'settled', words: 'Idea: Passed with open points', title: 'Harrier' }]);
    expect(closed.proposal).toBeNull();
    // Closed all the same: the gate holds, and says so.
    expect(await close(training)).toMatchObject({ task: { proposal: 'reopen' }, links: [{ state: 'open' }] });
    expect(await close(whole)).toMatchObject({ task: { proposal: 'reopen' }, links: [{ state: 'open' }] });

    // What the pass rested on moves: the gate has to be looked at again, and so has the task.
    const { row } = await call<AssetDetail>('inventory.get', { id: made.row.id });
    await call('inventory.update', { id: row.id, revision: row.revision, columns: { stage: 'unknown' } });
    expect(gate(await gatesOf(made.row.id), 'idea').state).toBe('overtaken');
    expect(await standing(idea)).toEqual([['open', expect.stringMatching(/^Idea: Look again, /)]]);
    const { tasks } = await call<PlanView>('plan.get');
    expect(tasks.find(({ id }) => id === idea)?.proposal).toBe('reopen');
  });

  it('judges the release to each place on its own, by the rules of the packs', async () => {
    const made = await model('Harrier', { reachCountries: { state: 'known', value: ['NO'] } }, { stage: 'releaseHeld' });
    const named = await call<ModelGates>('cases.nameDestination', { assetId: made.row.id, country: 'IR', note: 'Asked for by sales' });
    expect(named.destinations.map(({ country, named: own }) => [country, own])).toEqual([
      ['IR', true],
      ['NO', false],
    ]);
    expect(wanting(named, 'release', 'IR')).toContain('notEmbargoed');
    expect(wanting(named, 'release', 'NO')).not.toContain('notEmbargoed');
    await call('parties.create', {
      columns: { kind: 'organisation', name: 'Fjordvik AS', registrationCountry: 'NO', roles: ['customer'] },
    });
    expect(gate(await gatesOf(made.row.id), 'release', 'NO').conditions.find(({ id }) => id === 'partiesClear')).toMatchObject({
      state: 'missing',
      params: { parties: 1, open: 1 },
    });
    const dropped = await call<ModelGates>('cases.dropDestination', { assetId: made.row.id, country: 'IR' });
    expect(dropped.gates.some(({ destination }) => destination === 'IR')).toBe(false);
    expect(await refusal('cases.dropDestination', { assetId: made.row.id, country: 'IR' })).toMatchObject({ code: 'record.notFound' });
    expect(await refusal('cases.nameDestination', { assetId: made.row.id, country: 'Iran', note: '' })).toMatchObject({
      code: 'request.invalid',
    });
  });

  it('lists held gates of all models, those that wait first, and finds them by words', async () => {
    await model('Harrier');
    await model('Kestrel', {}, { stage: 'planned' });
    const all = await call<{ total: number; rows: { state: string }[]; counts: object }>('cases.gates', {});
    expect(all.rows[0]?.state).toBe('held');
    expect(all.counts).toMatchObject({ models: 2, passed: 0 });
    const held = await call<{ rows: { name: string; gate: string }[] }>('cases.gates', { states: ['held'], text: 'kestr' });
    expect(held.rows.map(({ name, gate: kind }) => [name, kind])).toEqual([['Kestrel', 'idea']]);
    expect(await refusal('cases.gatesOf', { assetId: 'nobody' })).toMatchObject({ code: 'record.notFound' });
  });
});

describe('incidents', () => {
  it('goes from discovery to a closed file, each step worked out from what is on file', async () => {
    const on = await today();
    const made = await model('Harrier');
    let file = await incident({ links: [{ kind: 'asset', id: made.row.id }] });
    expect(file.row).toMatchObject({
      number: 'I-0001',
      steps: [{ id: 'stop', state: 'now' }, { id: 'preserve', state: 'todo' }, {}, {}, {}, {}],
    });
    expect(file.records).toEqual([{ record: { kind: 'asset', id: made.row.id }, name: expect.stringContaining('Harrier'), gone: false }]);
    file = await call('cases.halt', {
      incidentId: file.row.id,
      record: { kind: 'asset', id: made.row.id },
      what: 'No downloads',
      by: 'Ingrid Solheim',
    });
    expect(wanting(await gatesOf(made.row.id), 'trainingCompleted')).toContain('nothingHalted');
    expect(await call<Halt[]>('cases.halts', { record: { kind: 'asset', id: made.row.id } })).toHaveLength(1);
    file = await update(file, { preserveNote: 'Gateway logs', preservedBy: 'Tomasz', preservedOn: on });
    file = await update(file, { assessment: 'Two sessions', violationsLow: 1, violationsHigh: 2, track: 'significant' });
    expect(
      await refusal('cases.updateIncident', { id: file.row.id, revision: file.row.revision, columns: { decision: 'disclose' } }),
    ).toMatchObject({
      code: 'request.invalid',
      issues: [
        expect.stringContaining('decisionReason'),
        expect.stringContaining('decidedBy'),
        expect.stringContaining('decidedOn'),
        expect.stringContaining('authorisedBy'),
      ],
    });
    file = await update(file, {
      decision: 'disclose',
      decisionReason: 'Significant',
      decidedBy: 'Ingrid Solheim',
      decidedOn: on,
      authorisedBy: 'Managing director',
      initialSentOn: on,
      initialReceivedOn: on,
    });
    expect(file.row).toMatchObject({ due: dayAfter(on, 180), dueFor: 'narrative', late: false });
    file = await call('cases.saveAction', {
      incidentId: file.row.id,
      id: null,
      revision: 0,
      title: 'Block downloads by place',
      owner: 'Tomasz',
      due: dayAfter(on, 14),
      doneOn: null,
      verified: '',
      taskId: null,
    });
    expect(file.row.dueFor).toBe('action');
    const close = { id: file.row.id, revision: file.row.revision, by: 'Ingrid Solheim', closed: true };
    expect(await refusal('cases.closeIncident', close)).toMatchObject({
      code: 'policy.refused',
      detail: expect.stringContaining('halted'),
    });
    file = await call('cases.liftHalt', { id: file.halts[0]?.id, by: 'Ingrid Solheim', reason: 'Access mended' });
    expect(await refusal('cases.closeIncident', close)).toMatchObject({
      code: 'policy.refused',
      detail: expect.stringContaining('corrective'),
    });
    const [action] = file.actions;
    file = await call('cases.saveAction', { ...action, incidentId: file.row.id, doneOn: on, verified: 'Tried from abroad' });
    file = await update(file, { lessons: 'Ask at sign-up' });
    expect(file.row.steps.every(({ state }) => state === 'done')).toBe(true);
    file = await call('cases.closeIncident', { ...close, revision: file.row.revision });
    expect(file.row.closedOn).toBe(on);
    expect(file.clock?.next).toBeNull();
    expect(wanting(await gatesOf(made.row.id), 'trainingCompleted')).not.toContain('nothingHalted');
    await call('journal.undo');
    expect((await call<IncidentDetail>('cases.incident', { id: file.row.id })).row.closedOn).toBeNull();
    expect((await call<unknown[]>('cases.incidentHistory', { id: file.row.id })).length).toBeGreaterThan(8);
  });

  it('gives the ceiling of both kinds with its source, and leaves open what is not known', async () => {
    const file = await incident();
    expect(file.exposure).toMatchObject({
      counted: false,
      administrative: {
        amount: { value: 374_474, confidence: 'background' },
        total: { low: 374_474, high: null },
        confidence: 'background',
        check: 'us-ear:civil-maximum',
      },
      criminal: { amount: { value: 1_000_000 }, imprisonmentYears: 20, confidence: 'text' },
    });
    const counted = await update(file, { violationsLow: 2, violationsHigh: 3, valueLowUsd: 100_000, valueHighUsd: 500_000 });
    expect(counted.exposure?.administrative).toMatchObject({ total: { low: 748_948, high: 3_000_000 } });
    expect(counted.exposure?.administrative.sources.map(({ locator }) => locator)).toContain('15 CFR 764.3(a)(1)');
  });

  it('has no amount for a day before the first one', async () => {
    await call('settings.setWorkspace', { judgedOn: '2024-12-31' });
    expect((await incident({ discoveredOn: '2024-01-01' })).exposure?.administrative).toMatchObject({ amount: null, total: null });
  });

  it.each([
    { columns: { discoveredOn: '2099-01-01' }, said: 'discoveredOn' },
    { columns: { occurredFrom: '2026-02-02', occurredUntil: '2026-02-01' }, said: 'occurredUntil' },
    { columns: { violationsLow: 3, violationsHigh: 2 }, said: 'violationsHigh' },
    { columns: { valueLowUsd: 3, valueHighUsd: 2 }, said: 'valueHighUsd' },
    { columns: { preservedOn: '2026-01-01' }, said: 'preserveNote' },
    { columns: { title: '  ' }, said: 'title' },
    { columns: { discoveredOn: '2026-02-30' }, said: 'discoveredOn' },
    { columns: { kind: 'spill' }, said: 'kind' },
  ])('refuses $columns, naming $said', async ({ columns, said }) => {
    const input = { by: 'Ingrid', columns: { title: 'Something', kind: 'other', discoveredOn: await today(), ...columns } };
    const refused = await refusal('cases.recordIncident', input);
    expect(refused).toMatchObject({ code: 'request.invalid', issues: [expect.stringContaining(said)] });
  });

  it('refuses a record nobody knows, an old revision, a second halt, and a halt of what cannot be halted', async () => {
    expect(
      await refusal('cases.recordIncident', {
        by: 'Ingrid',
        columns: { title: 'X', kind: 'other', discoveredOn: await today(), links: [{ kind: 'asset', id: 'gone' }] },
      }),
    ).toMatchObject({ code: 'record.notFound', entity: 'asset' });
    const made = await model('Harrier');
    const file = await incident();
    await update(file, { owner: 'Tomasz' });
    expect(
      await refusal('cases.updateIncident', { id: file.row.id, revision: file.row.revision, columns: { owner: 'Priya' } }),
    ).toMatchObject({
      code: 'record.stale',
    });
    const halt = { incidentId: file.row.id, record: { kind: 'asset', id: made.row.id }, what: '', by: 'Ingrid' };
    await call('cases.halt', halt);
    expect(await refusal('cases.halt', halt)).toMatchObject({ code: 'record.conflict' });
    expect(await refusal('cases.halt', { ...halt, record: { kind: 'list', id: 'SDN' } })).toMatchObject({ code: 'policy.refused' });
  });

  it('holds evidence so that undo cannot take it back', async () => {
    const made = await model('Harrier');
    const file = await incident({ links: [{ kind: 'asset', id: made.row.id }] });
    const hold = { id: file.row.id, revision: file.row.revision, note: 'Gateway logs, kept by IT', by: 'Tomasz' };
    const kept = await call<IncidentDetail>('cases.holdEvidence', hold);
    expect(kept.columns).toMatchObject({ preserveNote: 'Gateway logs, kept by IT', preservedBy: 'Tomasz', preservedOn: await today() });
    expect(await refusal('cases.holdEvidence', hold)).toMatchObject({ code: 'record.stale' });
    await refusal('journal.undo', {});
    expect((await call<IncidentDetail>('cases.incident', { id: file.row.id })).columns.preservedBy).toBe('Tomasz');
  });

  it('is passed on with a question and gets one answer', async () => {
    const file = await incident({ kind: 'redFlag' });
    const asked = await call<IncidentDetail>('cases.escalate', {
      incidentId: file.row.id,
      to: 'Counsel',
      role: 'legal',
      ask: 'May we go on?',
      by: 'Ingrid',
    });
    expect(asked.row.unanswered).toBe(1);
    const answer = { id: asked.escalations[0]?.id, answer: 'Not before the end use is known', by: 'Counsel' };
    expect((await call<IncidentDetail>('cases.answerEscalation', answer)).row.unanswered).toBe(0);
    expect(await refusal('cases.answerEscalation', answer)).toMatchObject({ code: 'record.conflict' });
  });

  it('is a file to hand over, with names only where they may stand', async () => {
    const file = await incident({ whatHappened: 'Found by Ingrid Solheim', owner: 'Ingrid Solheim' });
    const preview = (redaction: string) =>
      call<{ title: string; page: object }>('reports.preview', {
        kind: 'incident-file',
        options: { redaction, recordId: file.row.id, paper: 'A4' },
      });
    const whole = await preview('none');
    expect(whole.title).toContain('I-0001');
    expect(JSON.stringify(whole.page)).toContain('Found by Ingrid Solheim');
    expect(JSON.stringify(whole.page)).toContain('15 CFR 764.3(b)');
    expect(JSON.stringify(whole.page)).toContain(
      '374,474 USD since 15 Jan 2025. The rule and its date were seen; the figure itself is from background knowledge.',
    );
    expect(JSON.stringify((await preview('initials')).page)).not.toContain('Solheim');
  });

  it('prints what the screen says of clock and exposure, with days, places and confidence, and lists its evidence', async () => {
    const on = await today();
    const decided = { decision: 'disclose', decisionReason: 'It mitigates', decidedBy: 'Tomasz', decidedOn: on, authorisedBy: 'Priya' };
    const file = await incident({ ...decided, track: 'significant' });
    const record = { kind: 'incident', id: file.row.id };
    await call('evidence.addLink', { record, name: 'Gateway log', address: 'share://logs/gateway', note: 'Shown to Ingrid Solheim' });
    await call('evidence.addNote', { record, name: 'Counsel says', note: 'Disclose at once', attorneyAdvice: true });
    const preview = async (redaction: string) =>
      JSON.stringify(
        (
          await call<{ page: object }>('reports.preview', {
            kind: 'incident-file',
            options: { redaction, recordId: file.row.id, paper: 'A4' },
          })
        ).page,
      );
    const { clock, exposure } = await call<IncidentDetail>('cases.incident', { id: file.row.id });
    if (clock === null || exposure === null) throw new Error('No rules on penalties');
    const words = createText('en', english);
    const clockWords = disclosureSaid(clock, file.columns, words);
    const penalties = penaltiesSaid(exposure, file.columns, words);
    const whole = await preview('none');
    const states = clockWords.steps.map(({ step, due }) => [step.id, due]);
    expect(states).toContainEqual(['initial', 'As soon as possible']);
    expect(states).toContainEqual(['narrative', 'Counted from receipt']);
    for (const said of [
      ...clockWords.steps.flatMap(({ name, due, state }) => [name, due, state]),
      clockWords.lookback,
      clockWords.source,
      ...clockWords.rules,
      ...penalties.flatMap(({ title, most, says, amount, limits, formula }) => [title, most, says, amount, ...limits, ...formula]),
      ...exposure.others.map(({ title }) => title),
      ...exposure.notes.map(({ text: note }) => note),
      'Nobody has counted violations yet: one is assumed.',
      '374,474 USD since 15 Jan 2025.',
      'This amount has to be confirmed.',
      '15 CFR 764.5',
      '50 USC 4819(c) (claimed)',
      'Gateway log',
      'share://logs/gateway',
      'One piece is advice of counsel and is left out.',
    ])
      expect(whole).toContain(JSON.stringify(said).slice(1, -1));
    expect(whole).not.toContain('Disclose at once');
    const hidden = await preview('initials');
    expect(hidden).toContain('Gateway log');
    expect(hidden).not.toContain('Solheim');
    await update(await call<IncidentDetail>('cases.incident', { id: file.row.id }), { initialSentOn: on });
    expect(await preview('none')).toContain('The day of receipt counts, and is not on file.');
  });
});

describe('the watch over rule changes', () => {
  it('shows dated events with their text status, and what has to be confirmed', async () => {
    const watch = await call<Watch>('cases.watch');
    expect(watch.events.find(({ id }) => id === 'us-ear:affiliates')).toMatchObject({
      textStatus: 'unconfirmed',
      check: 'us-ear:affiliates-stay',
      checkState: 'due',
      confidence: 'text',
    });
    expect(watch.events.find(({ id }) => id === 'us-ear:ai-diffusion')).toMatchObject({
      textStatus: 'inForce',
      enforcement: 'partlyEnforced',
    });
    expect(watch.checks.length).toBeGreaterThan(10);
    expect(watch.due).toBeGreaterThanOrEqual(watch.checks.length);
  });

  it('keeps who looked when and where, lets it lapse, and never settles what was found open', async () => {
    const on = await today();
    const subject = { kind: 'check', pack: 'us-ear', id: 'affiliates-stay' };
    const look = {
      subject,
      checkedOn: on,
      where: 'Federal Register',
      found: 'No extension seen',
      outcome: 'asStated',
      by: 'Ingrid',
      nextOn: null,
    };
    const state = (watch: Watch) => watch.checks.find(({ id }) => id === 'us-ear:affiliates-stay')?.standing.state;
    expect(state(await call<Watch>('cases.recordLook', look))).toBe('settled');
    expect(state(await call<Watch>('cases.recordLook', { ...look, outcome: 'stillOpen' }))).toBe('due');
    expect(state(await call<Watch>('cases.recordLook', { ...look, outcome: 'differs' }))).toBe('differs');
    const lapsed = await call<Watch>('cases.recordLook', { ...look, checkedOn: dayAfter(on, -9), nextOn: dayAfter(on, -1) });
    expect(state(lapsed)).toBe('differs');
    expect(await refusal('cases.recordLook', { ...look, checkedOn: dayAfter(on, 1) })).toMatchObject({ code: 'request.invalid' });
    expect(await refusal('cases.recordLook', { ...look, nextOn: on })).toMatchObject({ code: 'request.invalid' });
    expect(await refusal('cases.recordLook', { ...look, subject: { ...subject, id: 'nothing' } })).toMatchObject({
      code: 'record.notFound',
    });
  });

  it('says when a pack is due, and is content once somebody looked', async () => {
    const on = await today();
    const watch = await call<Watch>('cases.setReviewDays', { days: 30 });
    const first = watch.packs.find(({ pack }) => pack === 'us-ear');
    expect(first?.dueOn).toBe(dayAfter(first?.lastChecked ?? '', 30));
    const look = { checkedOn: on, where: 'Current texts', found: 'As stated', outcome: 'asStated', by: 'Ingrid', nextOn: dayAfter(on, 5) };
    const looked = await call<Watch>('cases.recordLook', { ...look, subject: { kind: 'pack', pack: 'us-ear', id: 'us-ear' } });
    expect(looked.packs.find(({ pack }) => pack === 'us-ear')).toMatchObject({ overdue: false });
  });

  it('holds items of the company’s own', async () => {
    const on = await today();
    const item = {
      id: null,
      revision: 0,
      title: 'Answer of the ministry',
      why: '',
      look: '',
      owner: 'Ingrid',
      dueOn: dayAfter(on, 10),
      closed: false,
    };
    const watch = await call<Watch>('cases.saveWatchItem', item);
    const own = watch.checks.find(({ title }) => title === item.title);
    expect(own).toMatchObject({ standing: { state: 'settled' }, closed: false });
    const closed = await call<Watch>('cases.saveWatchItem', { ...item, id: own?.id, closed: true });
    expect(closed.checks.find(({ title }) => title === item.title)?.closed).toBe(true);
    expect(await refusal('cases.saveWatchItem', { ...item, id: own?.id, revision: 0 })).toMatchObject({ code: 'record.stale' });
  });
});

describe('impact', () => {
  const settled = async (supposed: object): Promise<Impact> => {
    const { events } = await begin();
    const { jobId } = await call<{ jobId: string }>('cases.startImpact', { on: null, packs: null, changes: [], ...supposed });
    const last = () => events.findLast((event) => event.type === 'job' && event.jobId === jobId);
    await expect.poll(() => (last() as { state?: string } | undefined)?.state !== 'running', { timeout: 60_000, interval: 20 }).toBe(true);
    expect(last()).toMatchObject({ state: 'done' });
    const impact = await call<Impact | null>('cases.impact', { jobId });
    if (impact === null) throw new Error('The impact was forgotten');
    return impact;
  };

  it('says which assets a day, a pack or one change would touch, and writes nothing', async () => {
    const made = await model('Harrier', {
      weightsPublished: text('no'),
      trainingOperations: { state: 'known', value: { value: 3e26 } },
      subjectToEarBasis: text('usOrigin'),
    });
    const before = await call<AssetDetail>('inventory.get', { id: made.row.id });
    const early = await settled({ on: '2024-06-01' });
    expect(early.assets.rows.map(({ name, entries }) => [name, entries.includes('4E091')])).toEqual([['Harrier', true]]);
    const lower = await settled({ changes: [{ kind: 'enforcement', pack: 'us-ear', id: '4E091', value: 'enforced' }] });
    expect(lower.judgedOn).toBe(lower.on);
    expect(await call<AssetDetail>('inventory.get', { id: made.row.id })).toEqual(before);
  });

  it('says what would be said of parties under other packs', async () => {
    const owner = await call<PartyDetail>('parties.create', {
      columns: { kind: 'organisation', name: 'Orlan Holding', headquartersCountry: 'CN' },
    });
    expect(owner.row.name).toBe('Orlan Holding');
    const impact = await settled({ packs: ['eu'] });
    expect(impact.packs).toEqual(['eu']);
    expect(impact.parties).toMatchObject({ looked: 1, total: 1 });
    expect(impact.parties.rows[0]?.lost.length).toBeGreaterThan(0);
    const asks = { kind: 'ownership', pack: 'us-ear', test: 'bisAffiliates', value: 'applies' };
    expect((await settled({ changes: [asks] })).judgedOn).toBe(impact.on);
  });

  it('refuses to suppose nothing, and packs and entries that are not there', async () => {
    const empty = { on: null, packs: null, changes: [] };
    expect(await refusal('cases.startImpact', empty)).toMatchObject({ code: 'policy.refused' });
    expect(await refusal('cases.startImpact', { ...empty, packs: ['atlantis'] })).toMatchObject({ code: 'record.notFound' });
    const change = { kind: 'enforcement', pack: 'us-ear', id: '9Z999', value: 'enforced' };
    expect(await refusal('cases.startImpact', { ...empty, changes: [change] })).toMatchObject({ code: 'record.notFound' });
  });
});

describe('quality checks of gates, incidents and the watch', () => {
  it('name what is late or near, gates that stand while nothing moves, and items nobody looked up', async () => {
    const app = await begin();
    const start = await today();
    const still = await model('Harrier');
    const moved = await model('Kestrel');
    const late = await incident({ title: 'Late one' });
    const near = await incident({ title: 'Near one' });
    const due = (found: IncidentDetail, day: string) =>
      call('cases.saveAction', {
        ...{
          incidentId: found.row.id,
          id: null,
          revision: 0,
          title: 'Write it up',
          owner: '',
          due: day,
          doneOn: null,
          verified: '',
          taskId: null,
        },
      });
    await due(late, dayAfter(start, 30));
    await due(near, dayAfter(start, 41));
    await call('cases.saveWatchItem', {
      ...{ id: null, revision: 0, title: 'Ask the authority', why: '', look: '', owner: '', dueOn: dayAfter(start, 20), closed: false },
    });
    const found = async (check: string) =>
      (await call<{ rows: { name: string }[] }>('quality.records', { check, offset: 0, limit: 50 })).rows.map(({ name }) => name);
    expect(await found('gateStands')).toEqual([]);
    app.ports.clock.advance(31 * 24 * 60 * 60 * 1000);
    await call('cases.passGate', pass(await gatesOf(moved.row.id), 'idea'));
    expect(await found('gateStands')).toEqual([`${still.row.name} 1`]);
    expect(await found('incidentLate')).toEqual(['I-0001 Late one']);
    expect(await found('incidentNear')).toEqual(['I-0002 Near one']);
    expect(await found('checkUnanswered')).toContain('Ask the authority');
  });

  it('name conclusions that rest on what nobody confirmed, until somebody looks it up', async () => {
    const facts = {
      weightsPublished: text('no'),
      trainingOperations: { state: 'known', value: { value: 3e26 } },
      subjectToEarBasis: text('usOrigin'),
    };
    await model('Harrier', facts);
    await model('Kestrel', { ...facts, trainingOperations: { state: 'known', value: { value: 1e20 } } });
    const rows = async (check: string) =>
      (await call<{ rows: { name: string; mendAt?: object }[] }>('quality.records', { check, offset: 0, limit: 50 })).rows;
    const ref = { kind: 'ruleWatch', id: 'us-ear:base-4e091' };
    expect(await rows('restsOnDue')).toMatchObject([{ name: 'Harrier 1', mendAt: ref }]);
    const seen = async (outcome: string) =>
      call('cases.recordLook', {
        subject: { kind: 'check', pack: 'us-ear', id: 'base-4e091' },
        ...{ checkedOn: await today(), where: 'eCFR', found: 'Read the note', outcome, by: 'Ingrid Solheim', nextOn: null },
      });
    await seen('differs');
    expect(await rows('restsOnDue')).toEqual([]);
    expect(await rows('restsOnDiffering')).toMatchObject([{ name: 'Harrier 1', mendAt: ref }]);
    await seen('asStated');
    expect([...(await rows('restsOnDue')), ...(await rows('restsOnDiffering'))]).toEqual([]);
  });
});

import type { TransferDetail } from '../../src-shared/contract/transfers.ts';
import { dayAfter } from '../../src-shared/model/dates.ts';
import type { TestWorkspace } from '../harness/workspace.ts';
import { bringIn, finished, orderList, programmeWorkspace } from './programme-workspace.ts';
import { median, type Watched, watched } from './watched.ts';

export const title = 'A finished programme: overview, search, plan, quality and parties over a large workspace';

const size = { assets: 10_000, people: 5000, parties: 5000, events: 1_000_000, findings: 20_000, tasks: 500, transfers: 1000, courses: 20 };
/** Brought in at the end, to see how far the queue goes. */
const manyTransfers = 9000;
const rounds = 3;
/** No request may keep another waiting longer, in ms. */
const longestWait = 50;

type Question = readonly [method: string, input?: object];
type Row = (string | number)[];

/** All that the overview asks when it is opened. */
const overview: readonly Question[] = [
  ['overview.get'],
  ['overview.actions', { limit: 5 }],
  ['measures.read'],
  ['screening.standing'],
  ['access.findings', { states: ['open'], limit: 1 }],
  ['access.findings', { states: ['open'], severities: ['high'], limit: 1 }],
  ['overview.findingsTrend', { weeks: 13 }],
  ['cases.watch'],
  ['programme.elements'],
  ['programme.standing'],
  ['programme.assessments'],
  ['programme.settings'],
  ['plan.get'],
  ['plan.burndown', { unit: 'tasks' }],
  ['quality.check'],
];

const texts = ['asset-1234', 'person 4999', 'trading company', 'f-0012', 'a', 'nothing of that name'];

/** Reports with the longest tables, and those that ask most rooms. */
const reportKinds = [
  'executive-summary',
  'asset-register',
  'classification-register',
  'access-audit',
  'plan-status',
  'training-record',
  'change-log',
];
const asIs = { paper: 'A4', redaction: 'none', recordId: null };

const others: readonly (readonly [what: string, budget: number | null, question: Question])[] = [
  ['parties, first page', 100, ['parties.list', { filter: {}, offset: 0, limit: 200 }]],
  ['parties, gravest first', null, ['parties.list', { filter: {}, sort: { by: 'overall', descending: false }, offset: 0, limit: 200 }]],
  ['parties, counted by their overall word', null, ['parties.counts']],
  ['overview of the audit', null, ['access.overview']],
  ...reportKinds.map((kind) => [`report on the screen: ${kind}`, null, ['reports.preview', { kind, options: asIs }]] as const),
  ['how far the logs speak for each asset', null, ['access.coverage']],
  ['findings of the audit, first page', 100, ['access.findings']],
  ['gates that wait, first page', null, ['cases.gates', { states: ['held', 'overtaken', 'ready'], limit: 200 }]],
  ['incidents', null, ['cases.incidents']],
  ['transfers, the queue', null, ['transfers.list', { view: 'open', text: '', offset: 0, limit: 200 }]],
  ['people, first page', 100, ['people.list', { filter: {}, offset: 0, limit: 200 }]],
  ['how far each course is taken', null, ['training.overview']],
  [
    'who is trained, first page',
    null,
    [
      'training.people',
      {
        filter: { text: '', courseId: null, states: [], group: null },
        ...{ sort: { by: 'state', descending: false }, offset: 0, limit: 200 },
      },
    ],
  ],
];

/** Asks what screens ask: after a change, when what rests on it is worked out anew, and again. The median of three rounds, and the longest wait of all. */
async function measureProgramme(app: TestWorkspace): Promise<Row[]> {
  const rows: Row[] = [];
  const ask = ([method, input = {}]: Question) => app.call(method, input);
  let changes = 0;
  const change = async () => {
    changes += 1;
    await app.call('people.create', { columns: { name: `Newcomer ${changes}` }, accounts: [] });
  };
  const idsOf = async (method: string, input: object) =>
    (await app.call<{ rows: { id: string }[] }>(method, { ...input, offset: 0, limit: 100 })).rows.map(({ id }) => id);
  const [assets, parties] = [await idsOf('inventory.list', { filter: {} }), await idsOf('parties.list', { filter: {} })];
  const queue = ['transfers.list', { view: 'open', text: '', offset: 0, limit: 200 }] as const;
  const [transfer = ''] = await idsOf('transfers.list', { view: 'open', text: '' });
  /** What a day's work changes beside people, each with a value of its own every time. */
  const otherChanges: readonly (readonly [what: string, make: () => Promise<unknown>])[] = [
    [
      'an asset was given to somebody',
      () => app.call('inventory.bulkEdit', { ids: [assets[changes % 100]], columns: { ownerName: `Owner ${changes}` } }),
    ],
    [
      'a party was given to somebody',
      () => app.call('parties.setMany', { ids: [parties[changes % 100]], change: { owner: `Owner ${changes}` } }),
    ],
    [
      'a transfer was changed',
      async () => {
        const { row, columns } = await app.call<TransferDetail>('transfers.get', { id: transfer });
        await app.call('transfers.save', { id: row.id, revision: row.revision, columns: { ...columns, note: `Note ${changes}` } });
      },
    ],
  ];
  const measure = async (
    what: string,
    budget: number | null,
    work: () => Promise<unknown>,
    before: () => Promise<void> = async () => {},
    times = rounds,
  ) => {
    const all: Watched[] = [];
    for (let round = 0; round < times; round += 1) {
      await before();
      all.push(await watched(work));
    }
    const ms = median(all.map((one) => one.ms));
    const wait = median(all.map(({ waitMs }) => waitMs));
    rows.push([
      what,
      ...(budget === null ? ['', ms, ''] : [`≤ ${budget}`, ms, ms <= budget ? 'met' : 'missed']),
      median(all.map(({ computedMs }) => computedMs)),
      wait,
      wait <= longestWait ? '' : 'too long',
    ]);
  };
  // Requests come one by one, and others may come between them.
  const whole = async () => {
    for (const question of overview) {
      await ask(question);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await measure('overview, all it asks, after a change', 500, whole, change);
  await measure('the same again', 500, whole);
  for (const [what, make] of otherChanges)
    await measure(`overview, after ${what}`, 500, whole, async () => {
      changes += 1;
      await make();
    });
  for (const question of overview) await measure(`  ${question[0]}, after a change`, null, () => ask(question), change);
  for (const text of texts) await measure(`search for “${text}”`, 150, () => ask(['search.records', { text, limit: 20 }]));
  for (const [what, budget, question] of others) await measure(`${what}, after a change`, budget, () => ask(question), change);
  await measure('gates that wait, next page', null, () => ask(['cases.gates', { states: ['held'], offset: 200, limit: 200 }]));
  const [impactDay, nothing] = [dayAfter(app.ports.clock.today(), 365), async () => {}];
  // Everything is judged and audited twice: once is enough.
  await measure(
    'what another day of the law would touch, once',
    null,
    async () => finished(app, (await app.call<{ jobId: string }>('cases.startImpact', { on: impactDay, packs: null, changes: [] })).jobId),
    nothing,
    1,
  );
  const orders = orderList(size.transfers + manyTransfers, size, app.ports.clock.today()).split('\r\n');
  const more = [orders[0], ...orders.slice(1 + size.transfers)].join('\r\n');
  const many = `${(size.transfers + manyTransfers).toLocaleString('en-GB')} transfers`;
  await measure(`import up to ${many}`, null, () => bringIn(app, { target: 'transfers', variant: '' }, more), nothing, 1);
  await measure(`${many}: overview, after a change`, null, whole, change);
  for (const [what, make] of otherChanges)
    await measure(
      `${many}: the queue, after ${what}`,
      null,
      () => ask(queue),
      async () => {
        changes += 1;
        await make();
      },
    );
  await measure(`${many}: one of them, after a change`, null, () => ask(['transfers.get', { id: transfer }]), change);
  return rows;
}

/** Fills a workspace and measures it. */
export async function run(): Promise<{ columns: string[]; rows: Row[]; notes: string[] }> {
  const filled: string[] = [];
  const app = await programmeWorkspace(size, (what, ms) => filled.push(ms === 0 ? what : `${what} ${Math.round(ms / 1000)} s`));
  try {
    return {
      columns: ['what', 'budget, ms', 'ms', 'verdict', 'computing, ms', 'others wait, ms', 'bound 50 ms'],
      rows: await measureProgramme(app),
      notes: [
        `${Object.entries(size)
          .map(([what, count]) => `${count.toLocaleString('en-GB')} ${what}`)
          .join(', ')}. Filled: ${filled.join('; ')}.`,
        `Medians of ${rounds} rounds. Computing is what the thread itself did, without what other programs took from it; others wait is the longest it did so without a pause. After a change: a person was added, and what rests on people is worked out anew.`,
      ],
    };
  } finally {
    await app.end();
  }
}

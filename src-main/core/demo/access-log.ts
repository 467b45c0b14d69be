import { dayAfter } from '../../../src-shared/model/dates.ts';

/** Where the invented company's people sit, with an address of an ordinary access provider there. */
const places = {
  oslo: '84.208.20.14',
  ashburn: '71.163.44.9',
  bangalore: '49.207.51.23',
  berlin: '91.10.63.5',
  singapore: '118.189.20.77',
  tehran: '5.160.12.40',
  moscow: '95.24.10.8',
  vpn: '193.138.218.74',
  gateway: '10.20.4.17',
} as const;
type Place = keyof typeof places;

/** What somebody does on ordinary working days: about how often, on what, from where. */
interface Habit {
  readonly account: string;
  readonly at: Place;
  /** Hours UTC of the working day. */
  readonly hours: readonly [number, number];
  readonly does: readonly (readonly [resource: string, action: string, perDay: number])[];
  /** Days before today after which the habit ends. */
  readonly until?: number;
}

const mail = (name: string) => `${name}@halden.example`;

const habits: readonly Habit[] = [
  {
    account: mail('tomasz.zielinski'),
    at: 'ashburn',
    hours: [13, 21],
    does: [
      ['lockbox', 'git.fetch', 2],
      ['lockbox', 'git.push', 1],
      ['fleet-api', 'api.invoke', 2],
      ['atlas-training-stack', 'git.fetch', 1],
    ],
  },
  {
    account: 'Mei.Okafor@HALDEN.example',
    at: 'ashburn',
    hours: [13, 22],
    does: [
      ['lockbox', 'git.fetch', 1],
      ['probe', 'notebook.open', 2],
      ['atlas-m', 'api.invoke', 4],
    ],
  },
  {
    account: mail('yuki.hanamura'),
    at: 'ashburn',
    hours: [13, 21],
    does: [
      ['lockbox/release', 'artifact.run', 1],
      ['atlas-m', 'api.invoke', 2],
    ],
  },
  { account: mail('dariush.kamali'), at: 'ashburn', hours: [14, 22], does: [['fleet-api', 'api.invoke', 2]] },
  {
    account: mail('hamid.rezaei'),
    at: 'ashburn',
    hours: [13, 21],
    does: [
      ['lockbox', 'git.fetch', 1],
      ['atlas-m', 'api.invoke', 3],
    ],
  },
  {
    account: mail('priya.raman'),
    at: 'oslo',
    hours: [7, 16],
    does: [
      ['atlas-m/weights', 'weights.load', 1],
      ['long-horizon-recipe', 'doc.read', 1],
      ['forge-moe', 'notebook.open', 2],
    ],
  },
  {
    account: mail('wei.lin.tan'),
    at: 'oslo',
    hours: [8, 17],
    does: [
      ['atlas-m', 'api.invoke', 4],
      ['simworld', 'notebook.open', 2],
    ],
  },
  {
    account: mail('arjun.mehta'),
    at: 'bangalore',
    hours: [4, 12],
    does: [
      ['kestrel-vision', 'git.fetch', 2],
      ['atlas-m', 'api.invoke', 3],
    ],
  },
  { account: mail('sofia.lindqvist'), at: 'oslo', hours: [7, 15], does: [['atlas-m', 'api.invoke', 3]] },
  { account: mail('jonas.nygaard'), at: 'oslo', hours: [6, 15], does: [['hx1-design', 'file.read', 3]] },
  { account: mail('elif.demir'), at: 'oslo', hours: [7, 16], does: [['calib-net', 'api.invoke', 2]] },
  {
    account: mail('lena.brandt'),
    at: 'bangalore',
    hours: [4, 13],
    does: [
      ['kestrel-vision', 'git.fetch', 2],
      ['swarmnav', 'git.fetch', 1],
    ],
  },
  { account: mail('lars.boersma'), at: 'oslo', hours: [6, 15], does: [['atlas-m', 'api.invoke', 3]] },
  { account: mail('nikhil.rao'), at: 'bangalore', hours: [4, 12], does: [['depot-pathfinder', 'api.invoke', 3]] },
  { account: mail('amara.diallo'), at: 'bangalore', hours: [4, 12], does: [['cell-recordings', 'notebook.open', 2]] },
  {
    account: mail('daniel.weiss'),
    at: 'oslo',
    hours: [6, 15],
    does: [
      ['fleet-api', 'admin.deploy', 1],
      ['atlas-training-stack', 'git.fetch', 1],
    ],
    until: 24,
  },
  { account: 'oksana.h@brightpath.example', at: 'oslo', hours: [7, 15], does: [['cell-recordings', 'notebook.open', 3]] },
  { account: 'chen.yuxuan@brightpath.example', at: 'bangalore', hours: [4, 12], does: [['calib-net', 'api.invoke', 2]] },
  { account: mail('noor.haddad'), at: 'oslo', hours: [8, 16], does: [['simworld', 'notebook.open', 2]] },
  {
    account: 'svc-sim-runner',
    at: 'gateway',
    hours: [0, 24],
    does: [
      ['simworld', 'api.invoke', 6],
      ['atlas-m', 'api.invoke', 4],
    ],
  },
];

/** One thing out of the ordinary. Times are UTC; `times` repeats it at intervals of 17 minutes. */
interface Incident {
  readonly daysAgo: number;
  readonly at: string;
  readonly account: string;
  readonly from: Place;
  readonly resource: string;
  readonly action: string;
  readonly result?: 'success' | 'denied';
  readonly requests?: number;
  readonly tokens?: number;
  readonly bytes?: number;
  readonly times?: number;
}

const incidents: readonly Incident[] = [
  // Source code reaches somebody in the United States for whom it is controlled.
  { daysAgo: 48, at: '20:40', account: mail('dariush.kamali'), from: 'ashburn', resource: 'lockbox', action: 'git.clone', bytes: 412e6 },
  { daysAgo: 39, at: '17:22', account: mail('dariush.kamali'), from: 'ashburn', resource: 'lockbox', action: 'git.fetch', bytes: 18e6 },
  { daysAgo: 20, at: '19:07', account: mail('dariush.kamali'), from: 'ashburn', resource: 'lockbox', action: 'git.fetch', bytes: 2e6 },
  // Nobody has asked where she comes from, and the chip's design files are controlled.
  { daysAgo: 33, at: '09:14', account: mail('sofia.lindqvist'), from: 'oslo', resource: 'hx1-design', action: 'file.read', bytes: 9e6 },
  {
    daysAgo: 41,
    at: '10:05',
    account: mail('elif.demir'),
    from: 'oslo',
    resource: 'hx1-design',
    action: 'file.read',
    bytes: 31e6,
    times: 2,
  },
  {
    daysAgo: 27,
    at: '07:41',
    account: 'chen.yuxuan@brightpath.example',
    from: 'bangalore',
    resource: 'hx1-design',
    action: 'file.download',
    bytes: 220e6,
    times: 3,
  },
  // A permanent resident of the United States on a family visit: the release is none, the place is the matter.
  { daysAgo: 16, at: '06:30', account: mail('hamid.rezaei'), from: 'tehran', resource: 'atlas-m', action: 'api.invoke', times: 2 },
  { daysAgo: 12, at: '21:10', account: mail('wei.lin.tan'), from: 'vpn', resource: 'atlas-m/weights', action: 'weights.load', bytes: 4e9 },
  { daysAgo: 11, at: '21:32', account: mail('wei.lin.tan'), from: 'vpn', resource: 'atlas-m', action: 'api.invoke', times: 3 },
  { daysAgo: 9, at: '08:05', account: mail('arjun.mehta'), from: 'bangalore', resource: 'kestrel-vision', action: 'git.fetch' },
  {
    daysAgo: 9,
    at: '09:50',
    account: mail('arjun.mehta'),
    from: 'ashburn',
    resource: 'atlas-m/weights',
    action: 'weights.load',
    bytes: 6e9,
  },
  {
    daysAgo: 18,
    at: '19:20',
    account: mail('daniel.weiss'),
    from: 'oslo',
    resource: 'atlas-training-stack',
    action: 'git.clone',
    times: 2,
  },
  { daysAgo: 30, at: '02:15', account: 'svc-legacy-ci', from: 'gateway', resource: 'lockbox', action: 'git.fetch', times: 6 },
  {
    daysAgo: 14,
    at: '11:00',
    account: mail('nikhil.rao'),
    from: 'bangalore',
    resource: 'long-horizon-recipe',
    action: 'doc.read',
    times: 2,
  },
  {
    daysAgo: 6,
    at: '18:00',
    account: mail('lars.boersma'),
    from: 'oslo',
    resource: 'atlas-m',
    action: 'api.invoke',
    requests: 2400,
    tokens: 9_600_000,
    times: 18,
  },
  // Harmless, and said to be: an announced trip, an office exit, an attempt that was turned away.
  { daysAgo: 23, at: '10:12', account: mail('priya.raman'), from: 'berlin', resource: 'long-horizon-recipe', action: 'doc.read', times: 3 },
  {
    daysAgo: 8,
    at: '03:33',
    account: mail('mei.okafor'),
    from: 'moscow',
    resource: 'lockbox',
    action: 'git.clone',
    result: 'denied',
    times: 5,
  },
];

export const demoLogName = 'gateway-and-repositories.csv';
const header = ['Time (UTC)', 'User', 'Source IP', 'Resource', 'Action', 'Result', 'Requests', 'Tokens', 'Bytes', 'Event ID'];
const days = 75;
const minute = 60_000;
const day = 86_400_000;

/** Last working day of the person the roster marks as having left, so that the leaver's log-in lies after it. */
export const demoLastDay = (today: string): string => dayAfter(today, -24);

/** An access log of the invented company over the days before `today`, as its gateway would export it: CSV text with a header. Same day, same bytes. */
export function demoAccessLog(today: string): string {
  const noon = Date.parse(`${today}T00:00:00Z`);
  const chance = dice(20_261_122);
  const lines: { at: number; cells: (string | number)[] }[] = [];
  for (let ago = days; ago >= 1; ago -= 1) {
    const midnight = noon - ago * day;
    const weekend = [0, 6].includes(new Date(midnight).getUTCDay());
    for (const habit of habits) {
      const batch = habit.account.startsWith('svc-');
      if ((weekend && !batch) || ago <= (habit.until ?? 0) || (!batch && chance() < 0.06)) continue;
      const [opens, closes] = habit.hours;
      for (const [resource, action, perDay] of habit.does) {
        // The design vault's log was off for a while: a gap to find.
        if (resource === 'hx1-design' && ago >= 52 && ago <= 63) continue;
        for (let turn = 0; turn < perDay; turn += 1) {
          const calls = action === 'api.invoke' ? 1 + Math.floor(chance() * (batch ? 400 : 12)) : 1;
          const at = midnight + Math.floor((opens + chance() * (closes - opens)) * 3_600_000);
          const moved = /fetch|clone|read|load|open/.test(action) ? Math.floor(1e4 + chance() * 4e6) : 0;
          lines.push({
            at,
            cells: [
              habit.account,
              places[habit.at],
              resource,
              action,
              'success',
              calls,
              action === 'api.invoke' ? calls * 650 : '',
              moved || '',
            ],
          });
        }
      }
    }
  }
  for (const one of incidents) {
    const first = Date.parse(`${dayAfter(today, -one.daysAgo)}T${one.at}:00Z`);
    for (let turn = 0; turn < (one.times ?? 1); turn += 1) {
      const { account, resource, action, result = 'success', requests = 1, tokens = '', bytes = '' } = one;
      lines.push({ at: first + turn * 17 * minute, cells: [account, places[one.from], resource, action, result, requests, tokens, bytes] });
    }
  }
  const rows = lines
    .sort((a, b) => a.at - b.at)
    .map(({ at, cells }, index) => [new Date(at).toISOString(), ...cells, `gw-${String(index + 1).padStart(6, '0')}`].join(','));
  return `${[header.join(','), ...rows].join('\n')}\n`;
}

/** A small generator of even numbers in [0, 1) (mulberry32), so that the demo is the same on every machine. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

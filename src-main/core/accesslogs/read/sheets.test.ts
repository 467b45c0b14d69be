import { describe, expect, it } from 'vitest';
import { readLog } from '../../../../test/fixtures/access-logs/read-log.ts';
import { buildWorkbook, sheetRows } from '../../../../test/fixtures/import/workbook.ts';

const texts = (log: Awaited<ReturnType<typeof readLog>>, field: string) => log.events.map((event) => event[field]);
const mapped = (log: Awaited<ReturnType<typeof readLog>>) =>
  Object.fromEntries(
    Object.entries(log.proposal.reading.mapping).map(([field, rule]) => [field, rule?.from.map(({ path }) => path).join(' + ')]),
  );

describe('sheets of no known product', () => {
  it.each([
    [
      'German',
      'Zeitpunkt;Benutzer;IP-Adresse;Land;Modell;Aktion;Ergebnis;Anzahl Anfragen',
      '05.01.2026 10:11:12;alice@example.com;203.0.113.9;Deutschland;atlas;Download;erfolgreich;12',
    ],
    [
      'French',
      'Horodatage;Utilisateur;Adresse IP;Pays;Modèle;Opération;Résultat;Nombre de requêtes',
      '05.01.2026 10:11:12;alice@example.com;203.0.113.9;Allemagne;atlas;Download;réussi;12',
    ],
    [
      'Spanish',
      'Fecha y hora;Usuario;Dirección IP;País;Modelo;Acción;Resultado;Consultas',
      '05.01.2026 10:11:12;alice@example.com;203.0.113.9;Alemania;atlas;Download;éxito;12',
    ],
    [
      'English',
      'When;Employee email;Client IP;Country;Model name;Activity;Status;Queries',
      '5 January 2026 10:11:12;alice@example.com;203.0.113.9;Germany;atlas;Download;OK;12',
    ],
    [
      'dotted',
      'event.time;user.name;source.ip;geo.country;target.model;event.action;event.outcome;requests',
      '2026-01-05 10:11:12;alice@example.com;203.0.113.9;DE;atlas;Download;success;12',
    ],
  ])('are mapped from %s titles', async (_language, header, row) => {
    const log = await readLog(`${header}\n${row}\n${row.replace('alice', 'bob')}\n`, { answers: { zone: 'UTC' } });
    expect(log.proposal.reading.preset).toBeNull();
    expect(log.check.questions).toEqual([]);
    expect(log.events).toEqual(
      ['alice', 'bob'].map((name, at) => ({
        row: at + 2,
        ts: '2026-01-05T10:11:12.000Z',
        account: `${name}@example.com`,
        ip: '203.0.113.9',
        country: 'DE',
        resource: 'atlas',
        action: 'Download',
        outcome: 'success',
        count: 12,
      })),
    );
    expect(
      log.proposal.fields.filter(({ rule }) => rule !== null).every(({ confidence }) => confidence === 'sure' || confidence === 'likely'),
    ).toBe(true);
  });

  it('are mapped from values where titles say nothing, and ask for what is not there', async () => {
    const rows = [
      '2026-01-05T10:11:12Z,x1,alice@example.com,203.0.113.9',
      '2026-01-05T10:11:13Z,x2,bob@example.com,203.0.113.10',
      '2026-01-05T10:11:14Z,x3,eve@example.com,2001:db8::1',
    ];
    const log = await readLog(`col_a,col_b,col_c,col_d\n${rows.join('\n')}\n`);
    expect(mapped(log)).toMatchObject({ ts: 'col_a', account: 'col_c', ip: 'col_d' });
    const open = await readLog(`shape,colour\nround,red\nsquare,blue\n`);
    expect(open.check.questions.map(({ kind, about }) => [kind, about])).toEqual([
      ['mapping', 'ts'],
      ['mapping', 'account'],
    ]);
  });

  it('join a day and a time of day from two columns, and tokens in and out', async () => {
    const log = await readLog(
      'Date,Time,User,Prompt tokens,Completion tokens,IP\n2026-01-05,10:11:12,alice,10,32,203.0.113.9\n2026-01-05,10:11:13,bob,1,2,203.0.113.9\n',
      { answers: { zone: 'UTC' } },
    );
    expect(log.events).toMatchObject([
      { ts: '2026-01-05T10:11:12.000Z', account: 'alice', tokens: 42 },
      { ts: '2026-01-05T10:11:13.000Z', account: 'bob', tokens: 3 },
    ]);
  });

  it('follow a mapping by hand and words explained by hand', async () => {
    const log = await readLog('stamp,who,what,res,land\n2026-01-05T10:11:12Z,alice,atlas,durchgewunken,Freedonia\n', {
      mapping: {
        ts: { from: [{ path: 'stamp' }] },
        account: { from: [{ path: 'who' }] },
        resource: { from: [{ path: 'what' }] },
        outcome: { from: [{ path: 'res' }] },
        country: { from: [{ path: 'land' }] },
      },
      answers: { outcomeWords: { durchgewunken: 'success' }, countryWords: { freedonia: 'LI' } },
    });
    expect(log.events).toEqual([
      { row: 2, ts: '2026-01-05T10:11:12.000Z', account: 'alice', resource: 'atlas', country: 'LI', outcome: 'success' },
    ]);
    const open = await readLog('timestamp,account,result,country\n2026-01-05T10:11:12Z,alice,durchgewunken,Freedonia\n');
    expect(open.check.outcomes.top).toEqual([{ value: 'durchgewunken', count: 1, means: null }]);
    expect(open.check.countries.top).toEqual([{ value: 'Freedonia', count: 1, means: null }]);
    expect(open.problems).toEqual({ unknownCountry: 1 });
  });
});

const table =
  'timestamp;account;ip;resource\n2026-01-05T10:11:12Z;Müller;203.0.113.9;Zürich\n2026-01-05T10:11:13Z;Łukasz;203.0.113.9;شركة\n';
const utf16 = Buffer.from(table, 'utf16le');

describe('ways a table is written', () => {
  it.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${table}`)],
    ['UTF-16 little end first with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-16 little end first', utf16],
    ['UTF-16 big end first with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
    ['an instruction for the separator', Buffer.from(`sep=;\r\n${table.replaceAll('\n', '\r\n')}`)],
    ['tabs', Buffer.from(table.replaceAll(';', '\t'))],
    ['bars', Buffer.from(table.replaceAll(';', '|'))],
    ['commas and quotes', Buffer.from(table.replaceAll(';', '","').replace(/^(.+)$/gm, '"$1"'))],
    ['old line ends', Buffer.from(table.replaceAll('\n', '\r'))],
  ])('%s', async (_name, content) => {
    expect((await readLog(content)).events.map(({ account, resource }) => [account, resource])).toEqual([
      ['Müller', 'Zürich'],
      ['Łukasz', 'شركة'],
    ]);
  });

  it('Windows-1252, and says that it was guessed', async () => {
    const log = await readLog(Buffer.from('timestamp;account;note\n2026-01-05T10:11:12Z;Müller;5 €\n'.replace('€', '\x80'), 'latin1'));
    expect(texts(log, 'account')).toEqual(['Müller']);
    expect(log.proposal.reading.file.notices.map(({ code }) => code)).toContain('guessedEncoding');
  });
});

describe('what people do to tables', () => {
  it('title rows, a two-row header, repeated titles, totals and notes are no events and no errors', async () => {
    const log = await readLog(
      [
        'Access report,,,,',
        'Exported 2026-02-01,,,,',
        ',Network,,Access,',
        'timestamp,source_ip,country,user,model',
        '2026-01-05T10:11:12Z,203.0.113.9,DE,alice,atlas',
        'timestamp,source_ip,country,user,model',
        '2026-01-05T10:11:13Z,203.0.113.9,DE,bob,atlas',
        ',,,,',
        'Total,2,,,',
        'Generated by Atlas Reports,,,,',
      ].join('\n'),
    );
    expect(texts(log, 'account')).toEqual(['alice', 'bob']);
    expect(texts(log, 'row')).toEqual([5, 7]);
    expect(log.problems).toEqual({ repeatedHeader: 1, footer: 2 });
    expect(log.check.rejected).toBe(0);
  });

  it('reads an account called Total, and refuses a row without a time that is no footer', async () => {
    const log = await readLog(
      'timestamp,account,resource\n2026-01-05T10:11:12Z,Total,atlas\nsoon,alice,atlas\n,bob,atlas\n2026-01-05T10:11:12Z,,atlas\n',
    );
    expect(texts(log, 'account')).toEqual(['Total']);
    expect(log.rejected.map(({ row, problem, column, value }) => [row, problem, column, value])).toEqual([
      [3, 'badTimestamp', 'timestamp', 'soon'],
      [4, 'noTimestamp', 'timestamp', ''],
      [5, 'noAccount', 'account', ''],
    ]);
    expect(log.evidence.get(3)).toEqual(['soon', 'alice', 'atlas']);
  });

  it('apostrophes, formulas as text, leading zeros and rounded ids', async () => {
    const log = await readLog(
      "timestamp,account,resource,event_id\n'2026-01-05T10:11:12Z,'00123,=cmd|' /C calc'!A0,1.23457E+17\n2026-01-05T10:11:13Z,@alice,+49,000042\n",
    );
    expect(log.events).toEqual([
      { row: 2, ts: '2026-01-05T10:11:12.000Z', account: '00123', resource: "=cmd|' /C calc'!A0", id: '1.23457E+17' },
      { row: 3, ts: '2026-01-05T10:11:13.000Z', account: '@alice', resource: '+49', id: '000042' },
    ]);
    expect(log.problems).toEqual({ damagedId: 1 });
  });

  it('mixed ways of writing a time in one column', async () => {
    const times = [
      '2026-01-05T10:11:12Z',
      '05/01/2026 10:11',
      '31/01/2026 10:11',
      '5.1.2026 10:11',
      '1767607872',
      '1767607872000',
      '46027.4244444444',
      '5 janvier 2026 10:11:12',
      'Mon, 05 Jan 2026 10:11:12 +0000',
      '2026-01-05 10:11:12 CET',
    ];
    const log = await readLog(`timestamp,account\n${times.map((time, at) => `"${time}",user${at}`).join('\n')}\n`, {
      answers: { zone: 'UTC' },
    });
    expect(log.check.answers.dateOrder).toBe('DMY');
    expect(texts(log, 'ts')).toEqual([
      '2026-01-05T10:11:12.000Z',
      '2026-01-05T10:11:00.000Z',
      '2026-01-31T10:11:00.000Z',
      '2026-01-05T10:11:00.000Z',
      '2026-01-05T10:11:12.000Z',
      '2026-01-05T10:11:12.000Z',
      '2026-01-05T10:11:12.000Z',
      '2026-01-05T10:11:12.000Z',
      '2026-01-05T10:11:12.000Z',
    ]);
    expect(log.check.questions).toMatchObject([
      {
        kind: 'zoneWord',
        about: 'CET',
        count: 1,
        options: [{ answer: 'Europe/Berlin', samples: [{ to: '2026-01-05T09:11:12.000Z' }] }, { answer: '+01:00' }],
      },
    ]);
  });

  it('addresses with ports, in brackets, in lists and in IPv6', async () => {
    const ips = [
      '203.0.113.9:443',
      '[2001:DB8:0::1]:443',
      '::ffff:198.51.100.7',
      '"10.0.0.1, 8.8.8.8, 1.1.1.1"',
      'fe80::1%eth0',
      '-',
      '999.1.1.1',
    ];
    const log = await readLog(`timestamp,account,ip\n${ips.map((ip, at) => `2026-01-05T10:11:1${at}Z,user${at},${ip}`).join('\n')}\n`);
    expect(texts(log, 'ip')).toEqual(['203.0.113.9', '2001:db8::1', '198.51.100.7', '8.8.8.8', 'fe80::1', undefined, '999.1.1.1']);
    expect(log.problems).toEqual({ badAddress: 1 });
    expect(log.check.withAddress).toBe(6);
  });

  it('columns called __proto__ and constructor', async () => {
    const log = await readLog('timestamp,account,__proto__,constructor\n2026-01-05T10:11:12Z,alice,polluted,x\n');
    expect(log.evidence.get(2)).toEqual(['2026-01-05T10:11:12Z', 'alice', 'polluted', 'x']);
    const json = await readLog(
      '[{"timestamp":"2026-01-05T10:11:12Z","account":"alice","__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}]',
    );
    expect(texts(json, 'account')).toEqual(['alice']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('workbooks: date cells, a cover sheet before the log, sums below it', async () => {
    const log = await readLog(
      buildWorkbook({
        sheets: {
          Cover: sheetRows([['Access report'], ['confidential']]),
          Log: `${sheetRows([['Time', 'User', 'IP address', 'Queries']])}<row r="2"><c r="A2" s="1"><v>46027.42444444444</v></c><c r="B2" t="str"><v>alice</v></c><c r="C2" t="str"><v>203.0.113.9</v></c><c r="D2"><v>1200</v></c></row><row r="3"><c r="A3" s="1"><v>46027.5</v></c><c r="B3" t="str"><v>bob</v></c><c r="C3" t="str"><v>203.0.113.10</v></c><c r="D3"><v>3</v></c></row><row r="4"><c r="D4"><f>SUM(D2:D3)</f><v>1203</v></c></row>`,
        },
        styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>',
      }),
      { answers: { zone: 'Europe/Berlin' } },
      'log.xlsx',
    );
    expect(log.proposal.reading.table).toMatchObject({ sheet: 'Log', headerRow: 1 });
    expect(log.events).toMatchObject([
      { row: 2, ts: '2026-01-05T09:11:12.000Z', account: 'alice', count: 1200 },
      { row: 3, ts: '2026-01-05T11:00:00.000Z', account: 'bob', count: 3 },
    ]);
    expect(log.problems).toEqual({ footer: 1 });
  });
});

describe('the same event', () => {
  const rows = [
    '2026-01-05T10:11:12Z,alice,203.0.113.9,e1',
    '2026-01-05T10:11:12Z,alice,203.0.113.9,e1',
    '2026-01-05T10:11:13Z,alice,203.0.113.9,e2',
  ];
  const content = `timestamp,account,ip,event_id\n${rows.join('\n')}\n`;

  it('has the same key in another file, and keys of one file never repeat', async () => {
    const one = await readLog(content);
    const again = await readLog(`event_id,ip,account,timestamp\n${rows.map((row) => row.split(',').reverse().join(',')).join('\n')}\n`);
    expect(again.keys).toEqual(one.keys);
    expect(new Set(one.keys).size).toBe(3);
    expect([one.check.repeated, one.problems, one.check.questions.map(({ kind }) => kind)]).toEqual([1, { repeatedRow: 1 }, ['repeats']]);
  });

  it('counts once when repeats are dropped', async () => {
    const log = await readLog(content, { answers: { repeats: 'drop' } });
    expect([log.events.length, log.check.events, log.check.questions]).toEqual([2, 2, []]);
  });
});

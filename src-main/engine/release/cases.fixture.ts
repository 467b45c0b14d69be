/**
 * Own worked cases: facts, and the answer the rules give, as `release event [countries] licence reasons ex:exclusions text:textLicence`.
 * A case without a day is judged on 2026-11-21; facts without an authorisation have none.
 */
import { isoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseFacts } from '../../../src-shared/model/release.ts';

type Fields = Readonly<Record<string, unknown>>;

const P = (citizenships: readonly (readonly [string, string | null])[], more: Fields = {}): Fields => ({
  citizenships: citizenships.map(([country, since]) => ({ country, since })),
  permanentResidences: [],
  usStatus: 'visa',
  employment: 'permanentRegular',
  locatedIn: 'US',
  employer: { name: 'US Chip Co', country: 'US', headquarters: 'US' },
  ...more,
});
const tech = (more: Fields = {}): Fields => ({
  classification: '3E001',
  host: '3A001',
  reasons: ['NS', 'AT'],
  form: 'technology',
  origin: 'US',
  published: false,
  ...more,
});
const chip = (more: Fields = {}): Fields => tech({ host: '3A090', reasons: ['RS', 'AT'], ...more });
const src = (more: Fields = {}): Fields =>
  tech({ classification: '5D002', host: undefined, reasons: ['NS', 'AT', 'EI'], form: 'sourceCode', ...more });
const acc = (kind: string, what: string, from = 'US', more: Fields = {}): Fields => ({ kind, what, from, ...more });
const firm = (country: string): Fields => ({ name: 'licensed recipient', country, headquarters: country });
const abroad = (
  person: Fields,
  where: string,
  employer: Fields = { name: 'local subsidiary', country: where, headquarters: 'US' },
): Fields => ({
  ...person,
  usStatus: person['usStatus'] === 'visa' ? 'none' : person['usStatus'],
  locatedIn: where,
  employer,
});
const files = (from: string): Fields => acc('files', 'reads files that reached the firm under a licence', from);
const held: Fields = { type: 'licence', covers: 'the firm and this technology', validTo: '2028-01-31' };
const d = acc('drawings', 'reads development drawings');
const CN = P([['CN', '1990-01-01']]);

const rows: readonly (readonly [name: string, facts: Fields, want: string, day?: string])[] = [
  [
    'US citizen',
    { person: P([['US', '1980-01-01']], { usStatus: 'citizen' }), item: tech(), access: d },
    'no none [] notRequired ex:notForeignPerson.citizen',
  ],
  [
    'dual US/IR citizen',
    {
      person: P(
        [
          ['IR', '1980-01-01'],
          ['US', '2001-01-01'],
        ],
        { usStatus: 'citizen' },
      ),
      item: tech(),
      access: d,
    },
    'no none [] notRequired ex:notForeignPerson.citizen',
  ],
  [
    'asylum pending',
    { person: P([['CN', '1980-01-01']], { usStatus: 'visa', asylum: 'application pending' }), item: tech(), access: d },
    'yes deemedExport [CN] required NS',
  ],
  [
    'claims protected but pending',
    {
      person: P([['CN', '1980-01-01']], { usStatus: 'protectedIndividual', asylumApplication: 'pending since 2026-03-01' }),
      item: tech(),
      access: d,
    },
    'yes deemedExport [CN] required NS',
  ],
  ['H1B word', { person: P([['VN', '1980-01-01']], { usStatus: 'visa' }), item: tech(), access: d }, 'yes deemedExport [VN] required NS'],
  [
    'green card later than day',
    {
      person: P([['CN', '1980-01-01']], {
        usStatus: 'lawfulPermanentResident',
        permanentResidences: [{ country: 'US', since: '2026-12-01' }],
      }),
      item: tech(),
      access: d,
    },
    'yes deemedExport [CN] required NS',
  ],
  [
    'IN with later PR of CA',
    { person: P([['IN', '1980-01-01']], { permanentResidences: [{ country: 'CA', since: '2020-01-01' }] }), item: tech(), access: d },
    'yes deemedExport [CA] notRequired ex:noChartMark',
  ],
  [
    'CN citizen, PR CA earlier than cit GB',
    {
      person: P(
        [
          ['CN', '1980-01-01'],
          ['GB', '2021-01-01'],
        ],
        { permanentResidences: [{ country: 'CA', since: '2010-01-01' }] },
      ),
      item: tech(),
      access: d,
    },
    'yes deemedExport [GB] notRequired ex:noChartMark',
  ],
  [
    'dual CN/CA dates unknown',
    {
      person: P([
        ['CN', null],
        ['CA', null],
      ]),
      item: tech(),
      access: d,
    },
    'undetermined undetermined [] undetermined',
  ],
  [
    'dual CN/RU dates unknown',
    {
      person: P([
        ['CN', null],
        ['RU', null],
      ]),
      item: tech(),
      access: d,
    },
    'yes deemedExport [CN,RU] required NS',
  ],
  [
    'dual GB/CA dates unknown',
    {
      person: P([
        ['GB', null],
        ['CA', null],
      ]),
      item: tech(),
      access: d,
    },
    'yes deemedExport [CA,GB] notRequired ex:noChartMark',
  ],
  [
    'PR list unknown',
    { person: P([['GB', '1980-01-01']], { permanentResidences: null }), item: tech(), access: d },
    'undetermined undetermined [] undetermined',
  ],
  [
    'stateless, PR DE',
    { person: P([], { stateless: true, permanentResidences: [{ country: 'DE', since: '2010-01-01' }] }), item: tech(), access: d },
    'yes deemedExport [DE] exceptionPossible NS',
  ],
  ['stateless, none', { person: P([], { stateless: true }), item: tech(), access: d }, 'undetermined undetermined [] undetermined'],
  [
    'status unknown CN',
    { person: P([['CN', '1980-01-01']], { usStatus: 'unknown' }), item: tech(), access: d },
    'undetermined undetermined [] undetermined',
  ],
  ['HK', { person: P([['HK', '1998-01-01']]), item: tech(), access: d }, 'yes deemedExport [HK] required NS'],
  ['MO', { person: P([['MO', '1998-01-01']]), item: tech(), access: d }, 'yes deemedExport [MO] required NS'],
  ['IL STA A:6', { person: P([['IL', '1998-01-01']]), item: tech(), access: d }, 'yes deemedExport [IL] exceptionPossible NS'],
  ['KR', { person: P([['KR', '1998-01-01']]), item: tech(), access: d }, 'yes deemedExport [KR] exceptionPossible NS'],
  ['VN', { person: P([['VN', '1998-01-01']]), item: tech(), access: d }, 'yes deemedExport [VN] required NS'],
  ['IR NS', { person: P([['IR', '1998-01-01']]), item: tech(), access: d }, 'yes deemedExport [IR] required NS,AT'],
  ['CU NS', { person: P([['CU', '1998-01-01']]), item: tech(), access: d }, 'yes deemedExport [CU] required NS,AT'],
  [
    'SY 3A090',
    { person: P([['SY', '1998-01-01']]), item: chip(), access: d },
    'yes deemedExport [SY] required AT ex:rsCarveOut.742.6(a)(6)(iv)',
  ],
  [
    'DE .z tech',
    { person: P([['DE', '1998-01-01']]), item: chip({ host: '3A001.z', reasons: ['NS', 'RS', 'AT'] }), access: d },
    'yes deemedExport [DE] required NS ex:rsCarveOut.742.6(a)(6)(iv)',
  ],
  [
    'GB .z tech',
    { person: P([['GB', '1998-01-01']]), item: chip({ host: '3A001.z', reasons: ['NS', 'RS', 'AT'] }), access: d },
    'yes deemedExport [GB] notRequired ex:noChartMark,rsCarveOut.742.6(a)(6)(iv)',
  ],
  [
    '4E001 4A090',
    { person: CN, item: tech({ classification: '4E001', host: '4A090', reasons: ['RS', 'AT'] }), access: d },
    'yes deemedExport [CN] notRequired ex:rsCarveOut.742.6(a)(6)(iv)',
  ],
  [
    '4E001 4A003',
    { person: CN, item: tech({ classification: '4E001', host: '4A003', reasons: ['NS', 'AT'] }), access: d },
    'yes deemedExport [CN] exceptionPossible NS',
  ],
  [
    '3E002',
    { person: CN, item: tech({ classification: '3E002', host: null, reasons: ['NS', 'AT'] }), access: d },
    'yes deemedExport [CN] required NS',
  ],
  [
    '3E001 reasons absent host 3A090',
    { person: CN, item: chip({ reasons: null }), access: d },
    'yes deemedExport [CN] notRequired ex:rsCarveOut.742.6(a)(6)(iv)',
  ],
  [
    '3E001 reasons absent host absent',
    { person: CN, item: chip({ reasons: null, host: null }), access: d },
    'yes deemedExport [CN] undetermined',
  ],
  [
    '3E001 NS MT',
    { person: P([['DE', '1990-01-01']]), item: tech({ reasons: ['NS', 'MT', 'AT'] }), access: d },
    'yes deemedExport [DE] required NS,MT',
  ],
  [
    '4E001 CC',
    { person: CN, item: tech({ classification: '4E001', host: '4A003', reasons: ['CC', 'AT'] }), access: d },
    'yes deemedExport [CN] required CC',
  ],
  [
    'IN to export',
    {
      person: abroad(P([['IN', '1990-01-01']]), 'IN'),
      item: chip(),
      access: acc('repository', 'opens technology files over the network', 'IN'),
    },
    'yes export [IN] notRequired ex:noChartMark text:undetermined',
  ],
  [
    'CN export 3A090 tech',
    {
      person: abroad(P([['CN', '1990-01-01']]), 'CN'),
      item: chip(),
      access: acc('repository', 'opens technology files over the network', 'CN'),
    },
    'yes export [CN] required RS',
  ],
  [
    'SG HQ CN export 3A090 tech',
    {
      person: abroad(P([['SG', '1990-01-01']]), 'SG', { name: 'x', country: 'SG', headquarters: 'CN' }),
      item: chip({ host: '3A090.a' }),
      access: acc('repository', 'opens technology files over the network', 'SG'),
    },
    'yes export [SG] required RS',
  ],
  [
    'MO export 3A090 tech',
    {
      person: abroad(P([['MO', '1990-01-01']]), 'MO'),
      item: chip(),
      access: acc('repository', 'opens technology files over the network', 'MO'),
    },
    'yes export [MO] required RS',
  ],
  [
    'LPR travelling in CN',
    {
      person: P([['DE', '1990-01-01']], {
        usStatus: 'lawfulPermanentResident',
        permanentResidences: [{ country: 'US', since: '2015-01-01' }],
        locatedIn: 'CN',
      }),
      item: tech(),
      access: acc('files', 'opens files over the network while travelling', 'CN'),
    },
    'yes export [CN] exceptionPossible NS',
  ],
  [
    'visa CN working from home trip in CN',
    { person: { ...CN, locatedIn: 'CN' }, item: tech(), access: acc('files', 'opens files over VPN while travelling', 'CN') },
    'yes export [CN] required NS',
  ],
  [
    'deemed reexport FR contractor in DE',
    {
      person: { ...abroad(P([['FR', '1988-01-01']]), 'DE', firm('DE')), employment: 'contractor' },
      item: tech(),
      access: files('DE'),
      authorisation: held,
    },
    'yes deemedReexport [FR] exceptionPossible NS',
  ],
  [
    'AE national in DE after July',
    { person: abroad(P([['AE', '1988-01-01']]), 'DE', firm('DE')), item: tech(), access: files('DE'), authorisation: held },
    'no none [] notRequired ex:notReexport.734.20(b)',
  ],
  [
    'CN in DE regular, screened',
    {
      person: abroad(P([['CN', '1988-01-01']]), 'DE', firm('DE')),
      item: tech(),
      access: files('DE'),
      authorisation: held,
      screening: { screened: true, substantiveContacts: 'none', diversionControls: true, assurance: 'signed NDA' },
    },
    'no none [] notRequired ex:notReexport.734.20(c)',
  ],
  [
    'CN in DE regular, contacts',
    {
      person: abroad(P([['CN', '1988-01-01']]), 'DE', firm('DE')),
      item: tech(),
      access: files('DE'),
      authorisation: held,
      screening: { screened: true, substantiveContacts: 'regular travel to CN', diversionControls: true, assurance: 'signed NDA' },
    },
    'yes deemedReexport [CN] required NS',
  ],
  [
    'CN in DE regular, no word',
    { person: abroad(P([['CN', '1988-01-01']]), 'DE', firm('DE')), item: tech(), access: files('DE'), authorisation: held },
    'yes deemedReexport [CN] required NS',
  ],
  [
    'PR of DE in DE',
    {
      person: abroad(P([['CN', '1988-01-01']], { permanentResidences: [{ country: 'DE', since: '2015-01-01' }] }), 'DE', firm('DE')),
      item: tech(),
      access: files('DE'),
      authorisation: held,
    },
    'no none [] notRequired ex:sameCountry.734.14(a)(2)',
  ],
  [
    'US citizen in DE local',
    {
      person: abroad(P([['US', '1988-01-01']], { usStatus: 'citizen' }), 'DE', firm('DE')),
      item: tech(),
      access: files('DE'),
      authorisation: held,
    },
    'no none [] notRequired ex:notForeignPerson.citizen',
  ],
  [
    'expired licence',
    {
      person: CN,
      item: tech(),
      access: d,
      authorisation: { type: 'licence', covers: 'this engineer and this technology', validTo: '2026-01-01' },
    },
    'yes deemedExport [CN] required NS',
  ],
  [
    'ENC visitor',
    {
      person: P([['CN', '1990-01-01']], { employment: 'visitor', employer: { name: 'x', country: 'CN', headquarters: 'CN' } }),
      item: src(),
      access: acc('repository', 'reads source'),
    },
    'yes deemedExport [CN] required NS,EI',
  ],
  [
    'ENC GB EI only',
    { person: P([['GB', '1990-01-01']]), item: src(), access: acc('repository', 'reads source') },
    'yes deemedExport [GB] exceptionPossible EI',
  ],
  [
    'ENC CA',
    { person: P([['CA', '1990-01-01']]), item: src(), access: acc('repository', 'reads source') },
    'yes deemedExport [CA] notRequired ex:noChartMark',
  ],
  [
    'ENC CU',
    { person: P([['CU', '1990-01-01']]), item: src(), access: acc('repository', 'reads source') },
    'yes deemedExport [CU] required NS,EI,AT',
  ],
  [
    'ENC contractor',
    { person: P([['CN', '1990-01-01']], { employment: 'contractor' }), item: src(), access: acc('repository', 'reads source') },
    'yes deemedExport [CN] exceptionPossible NS,EI',
  ],
  [
    'ENC intern',
    {
      person: P([['CN', '1990-01-01']], { employment: 'intern' }),
      item: src({ classification: '5E002', form: 'technology' }),
      access: acc('files', 'reads'),
    },
    'yes deemedExport [CN] exceptionPossible NS,EI',
  ],
  [
    'object code download CN',
    {
      person: abroad(P([['CN', '1990-01-01']]), 'CN'),
      item: tech({ classification: '3D001', form: 'objectCode' }),
      access: acc('download', 'downloads the compiled program', 'CN'),
    },
    'yes export [CN] required NS',
  ],
  [
    'object code run in US by IR',
    { person: P([['IR', '1990-01-01']]), item: src({ form: 'objectCode' }), access: acc('use', 'runs it') },
    'no none [] notRequired ex:objectCode',
  ],
  [
    'hosted object code run from DE',
    {
      person: abroad(P([['DE', '1990-01-01']]), 'DE'),
      item: src({ form: 'objectCode' }),
      access: acc('use', 'runs the program on our server through a browser', 'DE'),
    },
    'no none [] notRequired ex:noReleaseOfTechnology',
  ],
  ['unknown everything', { person: null, item: null, access: null, authorisation: null }, 'undetermined undetermined [] undetermined'],
  [
    'fine-tune API',
    {
      person: abroad(P([['IN', '1990-01-01']], { employment: 'customer' }), 'IN', firm('IN')),
      item: { classification: 'EAR99', form: 'service', origin: 'US', published: false },
      access: acc('fineTuningApi', 'uploads examples, gets a tuned endpoint, weights stay with the provider', 'IN'),
    },
    'no none [] notRequired ex:noReleaseOfTechnology',
  ],
  [
    'fine-tune API then downloads',
    {
      person: abroad(P([['IN', '1990-01-01']], { employment: 'customer' }), 'IN', firm('IN')),
      item: { classification: 'EAR99', form: 'weights', origin: 'US', published: false },
      access: acc('fineTuningApi', 'fine-tunes and downloads the tuned weights', 'IN'),
    },
    'yes export [IN] notRequired ex:noListedEntry',
  ],
  [
    'embeddings',
    {
      person: abroad(P([['CN', '1990-01-01']], { employment: 'customer' }), 'CN', firm('CN')),
      item: { classification: 'EAR99', form: 'service', origin: 'US', published: false },
      access: acc('embeddings', 'receives vectors', 'CN'),
    },
    'no none [] notRequired ex:noReleaseOfTechnology',
  ],
  [
    'published weights',
    {
      person: abroad(P([['CN', '1990-01-01']]), 'CN'),
      item: { classification: 'not subject to the EAR', form: 'weights', origin: 'US', published: true },
      access: acc('weightsDownload', 'downloads', 'CN'),
    },
    'no none [] notRequired ex:published.734.7',
  ],
  [
    'EAR99 weights IR',
    {
      person: abroad(P([['IR', '1990-01-01']]), 'IR'),
      item: { classification: 'EAR99', form: 'weights', origin: 'US', published: false },
      access: acc('weightsDownload', 'downloads', 'IR'),
    },
    'yes export [IR] required AT',
  ],
  [
    'EAR99 tech IR national in US',
    { person: P([['IR', '1990-01-01']]), item: { classification: 'EAR99', form: 'technology', origin: 'US', published: false }, access: d },
    'yes deemedExport [IR] undetermined',
  ],
  [
    'EAR99 tech CN national',
    { person: CN, item: { classification: 'EAR99', form: 'technology', origin: 'US', published: false }, access: d },
    'yes deemedExport [CN] notRequired ex:noListedEntry',
  ],
  [
    'weights in US CN EAR99',
    {
      person: CN,
      item: { classification: 'EAR99', form: 'weights', origin: 'US', published: false },
      access: acc('weights', 'loads and inspects weights'),
    },
    'yes deemedExport [CN] notRequired ex:noListedEntry',
  ],
  [
    '4E091 to DE',
    {
      person: abroad(P([['DE', '1990-01-01']]), 'DE', firm('DE')),
      item: { classification: '4E091', reasons: ['RS', 'AT'], form: 'weights', origin: 'US', published: false },
      access: acc('weightsDownload', 'downloads', 'DE'),
    },
    'yes export [DE] notRequired text:exceptionPossible',
  ],
  [
    '4E091 to CN',
    {
      person: abroad(P([['CN', '1990-01-01']]), 'CN', firm('CN')),
      item: { classification: '4E091', reasons: ['RS', 'AT'], form: 'weights', origin: 'US', published: false },
      access: acc('weightsDownload', 'downloads', 'CN'),
    },
    'yes export [CN] notRequired text:required',
  ],
  [
    '4E091 HQ CN employee',
    {
      person: P([['IN', '1990-01-01']], { employer: { name: 'x', country: 'US', headquarters: 'CN' } }),
      item: { classification: '4E091', reasons: ['RS', 'AT'], form: 'weights', origin: 'US', published: false },
      access: acc('weights', 'loads'),
    },
    'yes deemedExport [IN] notRequired text:required',
  ],
  [
    '4E091 IR employee',
    {
      person: P([['IR', '1990-01-01']]),
      item: { classification: '4E091', reasons: ['RS', 'AT'], form: 'weights', origin: 'US', published: false },
      access: acc('weights', 'loads'),
    },
    'yes deemedExport [IR] required AT ex:employee.742.6(a)(13) text:required',
  ],
  [
    'visit, unknown',
    {
      person: P([['CN', '1990-01-01']], { employment: 'visitor' }),
      item: tech(),
      access: acc('plantVisit', 'walks through the clean room'),
    },
    'undetermined undetermined [] undetermined',
  ],
  [
    'visit gallery',
    {
      person: P([['CN', '1990-01-01']], { employment: 'visitor' }),
      item: tech(),
      access: acc('plantVisit', 'sees only the outside of machines; no technical detail is shown'),
    },
    'no none [] notRequired ex:noInspection',
  ],
  [
    'incomplete logs',
    {
      person: CN,
      item: tech(),
      access: acc('permission', 'account could open the folder; logs cover only the last month', 'US', { logsComplete: false }),
    },
    'undetermined undetermined [] undetermined',
  ],
  [
    'logs null',
    { person: CN, item: tech(), access: acc('permission', 'account could open the folder', 'US', { logsComplete: null }) },
    'undetermined undetermined [] undetermined',
  ],
  [
    'password handed',
    { person: CN, item: tech(), access: acc('password', 'hands over the password to the design vault') },
    'yes deemedExport [CN] required NS',
  ],
  [
    'storage CN e2e',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files stored in a data centre in CN', 'US', {
        keys: 'held only by the owner in the US',
        cryptography: 'FIPS 140-3 validated',
        storedIn: 'CN',
      }),
    },
    'yes export [CN] required NS',
  ],
  [
    'storage RU',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', {
        keys: 'held only by the owner in the US',
        cryptography: 'FIPS 140-3 validated',
        storedIn: 'RU',
      }),
    },
    'yes export [RU] required NS',
  ],
  [
    'storage crypto unknown',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', {
        keys: 'held only by the owner in the US',
        cryptography: null,
        storedIn: 'SG',
      }),
    },
    'undetermined undetermined [] undetermined',
  ],
  [
    'storage keys unknown',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', { keys: null, cryptography: 'FIPS 140-3 validated', storedIn: 'SG' }),
    },
    'undetermined undetermined [] undetermined',
  ],
  [
    'storage GB unencrypted',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'plain files', 'US', { keys: null, cryptography: 'none', storedIn: 'GB' }),
    },
    'yes export [GB] notRequired ex:noChartMark',
  ],
  [
    'EU in EU',
    {
      person: abroad(CN, 'FR', firm('DE')),
      item: {
        classification: 'EU Annex I technology (own development, no US content)',
        form: 'technology',
        origin: 'DE',
        published: false,
      },
      access: acc('files', 'reads', 'FR'),
    },
    'no none [] notRequired ex:noDeemedExportInEu',
  ],
  [
    'EU to CH',
    {
      person: abroad(P([['DE', '1990-01-01']]), 'CH', firm('DE')),
      item: {
        classification: 'EU Annex I technology (own development, no US content)',
        form: 'technology',
        origin: 'DE',
        published: false,
      },
      access: acc('files', 'opens over the network', 'CH'),
    },
    'yes export [CH] required Annex I',
  ],
  [
    'cluster US visa',
    {
      person: CN,
      item: { classification: '4A090.a', form: 'hardware', location: 'US data centre', origin: 'US' },
      access: acc('clusterLogin', 'logs in and trains the company model'),
    },
    'no none [] notRequired ex:noReleaseOfTechnology',
  ],
  [
    'cluster IN',
    {
      person: abroad(P([['IN', '1990-01-01']], { employment: 'customer' }), 'IN', firm('IN')),
      item: { classification: '4A090.a', form: 'hardware', location: 'US data centre', origin: 'US' },
      access: acc('clusterLogin', 'logs in and trains an own model', 'IN'),
    },
    'no none [] notRequired ex:noReleaseOfTechnology',
  ],
  [
    'cluster SG HQ CN',
    {
      person: abroad(P([['SG', '1990-01-01']], { employment: 'customer' }), 'SG', { name: 'a', country: 'SG', headquarters: 'CN' }),
      item: { classification: '4A090.a', form: 'hardware', location: 'US data centre', origin: 'US' },
      access: acc('clusterLogin', 'logs in and trains an own model', 'SG'),
    },
    'no none [] undetermined ex:noReleaseOfTechnology',
  ],
  [
    'cluster IR',
    {
      person: abroad(P([['IR', '1990-01-01']], { employment: 'customer' }), 'IR', firm('IR')),
      item: { classification: '4A090.a', form: 'hardware', location: 'US data centre', origin: 'US' },
      access: acc('clusterLogin', 'logs in', 'IR'),
    },
    'no none [] undetermined ex:noReleaseOfTechnology',
  ],
  [
    'university postdoc VN TSU',
    {
      person: P([['VN', '1990-01-01']], { employer: { name: 'US university', country: 'US', headquarters: 'US' } }),
      item: tech(),
      access: acc('labNotes', 'reads'),
    },
    'yes deemedExport [VN] exceptionPossible NS',
  ],
  [
    'FR nationality limits',
    {
      person: P([['CN', '1990-01-01']], { employment: 'student', employer: { name: 'US university', country: 'US', headquarters: 'US' } }),
      item: tech({ arisesFrom: 'sponsored' }),
      access: acc('labNotes', 'reads'),
      research: { intendedForPublication: true, publicationLimits: 'none', nationalityLimits: 'US citizens only' },
    },
    'yes deemedExport [CN] required NS',
  ],
  [
    'FR sponsor 30 days look',
    {
      person: P([['CN', '1990-01-01']], { employment: 'student', employer: { name: 'US university', country: 'US', headquarters: 'US' } }),
      item: tech({ arisesFrom: 'sponsored' }),
      access: acc('labNotes', 'reads'),
      research: {
        intendedForPublication: true,
        publicationLimits: 'sponsor may look for 30 days for its own proprietary inputs and patents',
        nationalityLimits: 'none',
      },
    },
    'no none [] notRequired ex:fundamentalResearch.734.8',
  ],
  [
    'FR unknown',
    {
      person: P([['CN', '1990-01-01']], { employment: 'student', employer: { name: 'US university', country: 'US', headquarters: 'US' } }),
      item: tech({ arisesFrom: 'project' }),
      access: acc('labNotes', 'reads'),
      research: { intendedForPublication: null, publicationLimits: null, nationalityLimits: 'none' },
    },
    'undetermined undetermined [] undetermined',
  ],
  [
    'published patent',
    { person: CN, item: tech({ source: 'published patent' }), access: acc('patent', 'reads the granted patent specification') },
    'no none [] notRequired ex:patents.734.10',
  ],
  [
    'draft patent',
    { person: CN, item: tech(), access: acc('patentDraft', 'reads an unfiled draft of a patent application') },
    'yes deemedExport [CN] required NS',
  ],
  [
    'course',
    {
      person: P([['CN', '1990-01-01']], { employment: 'student', employer: { name: 'US university', country: 'US', headquarters: 'US' } }),
      item: tech(),
      access: acc('lecture', 'taught in a catalogue course of the university'),
    },
    'no none [] notRequired ex:teaching.734.3(b)(3)(iii)',
  ],
  [
    'in-house course',
    { person: CN, item: tech(), access: acc('training', 'in-house course on process design') },
    'yes deemedExport [CN] required NS',
  ],
  [
    'reexport DE->CN',
    {
      person: abroad(P([['CN', '1990-01-01']]), 'CN', firm('CN')),
      item: tech({ location: 'DE' }),
      access: acc('email', 'German licensee sends drawings by e-mail', 'CN'),
    },
    'yes reexport [CN] required NS',
  ],
  [
    'classification null',
    { person: CN, item: tech({ classification: null, reasons: null, host: null }), access: d },
    'yes deemedExport [CN] undetermined',
  ],
  [
    '3E001 if controlled CN',
    { person: CN, item: tech({ classification: '3E001 if controlled', reasons: undefined }), access: d },
    'yes deemedExport [CN] undetermined',
  ],
  ['published null CN', { person: CN, item: tech({ published: null }), access: d }, 'undetermined undetermined [] undetermined'],
  [
    'video call to IN',
    { person: abroad(P([['IN', '1990-01-01']]), 'IN'), item: tech(), access: acc('videoCall', 'explains process on a video call', 'US') },
    'yes export [IN] exceptionPossible NS',
  ],
  [
    'meeting in JP with CN',
    {
      person: abroad(P([['CN', '1990-01-01']], { employment: 'visitor' }), 'JP', firm('CN')),
      item: tech(),
      access: acc('meeting', 'Japanese firm explains US-origin process steps to a guest', 'JP'),
      authorisation: { type: 'licence', covers: 'the Japanese firm' },
    },
    'yes deemedReexport [CN] required NS',
  ],
  [
    'login to design vault, opened',
    { person: CN, item: tech(), access: acc('login', 'logs in to the design vault and opens two drawings') },
    'yes deemedExport [CN] required NS',
  ],
  [
    'login only',
    { person: CN, item: tech(), access: acc('login', 'signs in to the design vault') },
    'undetermined undetermined [] undetermined',
  ],
  [
    'permission used per logs',
    {
      person: CN,
      item: tech(),
      access: acc('permission', 'account could open the folder; logs show two files were opened', 'US', { logsComplete: true }),
    },
    'yes deemedExport [CN] required NS',
  ],
  [
    'permission could read',
    {
      person: CN,
      item: tech(),
      access: acc('permission', 'could read and copy the folder; full logs show nothing was opened', 'US', { logsComplete: true }),
    },
    'no none [] notRequired ex:noInspection',
  ],
  [
    'denied',
    { person: CN, item: tech(), access: acc('deniedLogin', 'tried to open the folder and was refused') },
    'no none [] notRequired ex:noInspection',
  ],
  [
    'screen share',
    { person: CN, item: tech(), access: acc('screenShare', 'colleague shows layout on a shared screen') },
    'yes deemedExport [CN] required NS',
  ],
  [
    'whiteboard',
    { person: CN, item: tech(), access: acc('whiteboard', 'sketches the unpublished process on a whiteboard') },
    'yes deemedExport [CN] required NS',
  ],
  [
    'meeting marketing',
    { person: CN, item: tech(), access: acc('meeting', 'sales talk, no technical details were shown') },
    'no none [] notRequired ex:noReleaseOfTechnology',
  ],
  [
    'notebook',
    { person: CN, item: tech({ form: 'sourceCode', classification: '3D001' }), access: acc('notebook', 'opens the training notebook') },
    'yes deemedExport [CN] required NS',
  ],
  [
    'model card',
    {
      person: CN,
      item: { classification: 'EAR99', form: 'technology', origin: 'US', published: false },
      access: acc('modelCard', 'reads the internal model card'),
    },
    'yes deemedExport [CN] notRequired ex:noListedEntry',
  ],
  [
    'training log',
    {
      person: CN,
      item: { classification: 'EAR99', form: 'technology', origin: 'US', published: false },
      access: acc('trainingLogs', 'reads training logs'),
    },
    'yes deemedExport [CN] notRequired ex:noListedEntry',
  ],
  [
    'refugee',
    { person: P([['SY', '1990-01-01']], { usStatus: 'refugee' }), item: tech(), access: d },
    'no none [] notRequired ex:notForeignPerson.protectedIndividual',
  ],
  [
    'citizen null tie country',
    { person: P([['CN', '1990-01-01']], { citizenships: [{ country: null, since: null }] }), item: tech(), access: d },
    'undetermined undetermined [] undetermined',
  ],
  [
    'same-day cit and PR',
    { person: P([['CN', '2015-05-05']], { permanentResidences: [{ country: 'CA', since: '2015-05-05' }] }), item: tech(), access: d },
    'undetermined undetermined [] undetermined',
  ],
  [
    'year only',
    { person: P([['CN', '1990']], { permanentResidences: [{ country: 'CA', since: '2015' }] }), item: tech(), access: d },
    'yes deemedExport [CA] notRequired ex:noChartMark',
  ],
  [
    'renounced',
    {
      person: P([['CN', '1990-01-01']], {
        citizenships: [
          { country: 'CN', since: '1990-01-01', until: '2020-01-01' },
          { country: 'DE', since: '1989-01-01' },
        ],
      }),
      item: tech(),
      access: d,
    },
    'yes deemedExport [DE] exceptionPossible NS',
  ],
  [
    'citizenship after day',
    {
      person: P([
        ['CN', '1990-01-01'],
        ['CA', '2026-12-01'],
      ]),
      item: tech(),
      access: d,
    },
    'yes deemedExport [CN] required NS',
  ],
  [
    'naturalised after day, LPR before',
    {
      person: P(
        [
          ['CN', '1990-01-01'],
          ['US', '2026-12-01'],
        ],
        { usStatus: 'citizen', permanentResidences: [{ country: 'US', since: '2019-01-01' }] },
      ),
      item: tech(),
      access: d,
    },
    'no none [] notRequired ex:notForeignPerson.permanentResident',
  ],
  [
    'AE in DE before',
    { person: abroad(P([['AE', '1988-01-01']]), 'DE', firm('DE')), item: tech(), access: files('DE'), authorisation: held },
    'undetermined undetermined [] undetermined',
    '2026-07-01',
  ],
  [
    'AE in DE after',
    { person: abroad(P([['AE', '1988-01-01']]), 'DE', firm('DE')), item: tech(), access: files('DE'), authorisation: held },
    'no none [] notRequired ex:notReexport.734.20(b)',
    '2026-07-20',
  ],
  [
    'FR in AE after',
    { person: abroad(P([['FR', '1988-01-01']]), 'AE', firm('AE')), item: tech(), access: files('AE'), authorisation: held },
    'no none [] notRequired ex:notReexport.734.20(b)',
    '2026-07-20',
  ],
  [
    'FR in SG',
    { person: abroad(P([['FR', '1988-01-01']]), 'SG', firm('SG')), item: tech(), access: files('SG'), authorisation: held },
    'undetermined undetermined [] undetermined',
  ],
  [
    'a: licence names nationals',
    {
      person: abroad(P([['CN', '1988-01-01']]), 'DE', firm('DE')),
      item: tech(),
      access: files('DE'),
      authorisation: { type: 'licence', covers: 'the firm, this technology and employees who are nationals of CN', validTo: '2028-01-01' },
    },
    'no none [] notRequired ex:notReexport.734.20(a)',
  ],
  [
    'a: knows CN but marked',
    {
      person: abroad(P([['CN', '1990-10-10']]), 'CA', firm('CA')),
      item: tech(),
      access: acc('files', 'reads files the firm got without a licence being needed', 'CA'),
      authorisation: { type: 'none needed for the firm', basis: 'x' },
      employerKnowsCitizenship: true,
    },
    'yes deemedReexport [CN] required NS',
  ],
  [
    'a: CA firm, GB, does not know',
    {
      person: abroad(P([['GB', '1990-10-10']]), 'CA', firm('CA')),
      item: tech(),
      access: acc('files', 'reads files the firm got without a licence being needed', 'CA'),
      authorisation: { type: 'none needed for the firm', basis: 'x' },
      employerKnowsCitizenship: null,
    },
    'no none [] notRequired ex:notReexport.734.20(b)',
  ],
  [
    'carve-out reexport',
    {
      person: abroad(P([['CN', '1988-01-01']], { employment: 'contractor' }), 'DE', firm('DE')),
      item: chip(),
      access: files('DE'),
      authorisation: held,
    },
    'yes deemedReexport [CN] notRequired ex:rsCarveOut.742.6(a)(6)(iv)',
  ],
  [
    'carve-out reexport IR',
    {
      person: abroad(P([['IR', '1988-01-01']], { employment: 'contractor' }), 'DE', firm('DE')),
      item: chip(),
      access: files('DE'),
      authorisation: held,
    },
    'yes deemedReexport [IR] required AT ex:rsCarveOut.742.6(a)(6)(iv)',
  ],
  [
    'RU 3A090 tech',
    { person: P([['RU', '1988-01-01']]), item: chip(), access: d },
    'yes deemedExport [RU] undetermined ex:rsCarveOut.742.6(a)(6)(iv)',
  ],
  [
    '3E991 to IR national',
    { person: P([['IR', '1988-01-01']]), item: tech({ classification: '3E991', host: '3A991', reasons: ['AT'] }), access: d },
    'yes deemedExport [IR] required AT',
  ],
  [
    '3E991 to CN national',
    { person: CN, item: tech({ classification: '3E991', host: '3A991', reasons: ['AT'] }), access: d },
    'yes deemedExport [CN] notRequired ex:noChartMark',
  ],
  [
    '4D004 CN',
    {
      person: CN,
      item: tech({ classification: '4D004', host: null, reasons: ['NS', 'AT'], form: 'sourceCode' }),
      access: acc('repository', 'clones'),
    },
    'yes deemedExport [CN] exceptionPossible NS',
  ],
  [
    '4D004 IR',
    {
      person: P([['IR', '1990-01-01']]),
      item: tech({ classification: '4D004', host: null, reasons: ['NS', 'AT'], form: 'sourceCode' }),
      access: acc('repository', 'clones'),
    },
    'yes deemedExport [IR] required NS,AT',
  ],
  [
    'ENC student',
    {
      person: P([['CN', '1990-01-01']], { employment: 'student', employer: { name: 'US university', country: 'US', headquarters: 'US' } }),
      item: src(),
      access: acc('repository', 'clones'),
    },
    'yes deemedExport [CN] required NS,EI',
  ],
  [
    '5D002 published no standard info',
    { person: CN, item: src({ published: true }), access: acc('repository', 'clones') },
    'undetermined undetermined [] undetermined',
  ],
  [
    '5D002 published nonstandard no notice',
    {
      person: CN,
      item: src({ published: true, standardCryptography: false, emailNoticeSent: false }),
      access: acc('repository', 'clones'),
    },
    'yes deemedExport [CN] exceptionPossible NS,EI',
  ],
  [
    '4E091 before',
    {
      person: CN,
      item: { classification: '4E091', reasons: ['RS', 'AT'], form: 'weights', origin: 'US', published: false },
      access: acc('weights', 'loads'),
    },
    'yes deemedExport [CN] notRequired ex:noListedEntry',
    '2024-12-01',
  ],
  [
    '4E091 long contractor',
    {
      person: P([['IN', '1990-01-01']], {
        employment: 'contractor',
        engagement: 'long-term, works full time and exclusively at the company site under its direction, signed non-disclosure',
      }),
      item: { classification: '4E091', reasons: ['RS', 'AT'], form: 'weights', origin: 'US', published: false },
      access: acc('weights', 'loads'),
    },
    'yes deemedExport [IN] notRequired ex:employee.742.6(a)(13) text:notRequired',
  ],
  [
    '4E091 HQ null',
    {
      person: P([['IN', '1990-01-01']], { employer: { name: 'x', country: 'US', headquarters: null } }),
      item: { classification: '4E091', reasons: ['RS', 'AT'], form: 'weights', origin: 'US', published: false },
      access: acc('weights', 'loads'),
    },
    'yes deemedExport [IN] notRequired text:undetermined',
  ],
  [
    '4E091 inference in US',
    {
      person: CN,
      item: { classification: '4E091', reasons: ['RS', 'AT'], form: 'weights', origin: 'US', published: false },
      access: acc('apiInference', 'sends prompts, never sees the weights'),
    },
    'no none [] notRequired ex:noReleaseOfTechnology',
  ],
  [
    '5D992 object to CN place',
    {
      person: abroad(P([['CN', '1990-01-01']]), 'CN'),
      item: tech({ classification: '5D992.c', host: null, reasons: ['AT'], form: 'objectCode' }),
      access: acc('download', 'downloads', 'CN'),
    },
    'yes export [CN] notRequired ex:noChartMark',
  ],
  [
    'Syria weights',
    {
      person: abroad(P([['SY', '1990-01-01']]), 'SY'),
      item: { classification: 'EAR99', form: 'weights', origin: 'US', published: false },
      access: acc('weightsDownload', 'downloads', 'SY'),
    },
    'yes export [SY] exceptionPossible AT',
  ],
  [
    'Syria weights before',
    {
      person: abroad(P([['SY', '1990-01-01']]), 'SY'),
      item: { classification: 'EAR99', form: 'weights', origin: 'US', published: false },
      access: acc('weightsDownload', 'downloads', 'SY'),
    },
    'yes export [SY] required AT',
    '2025-08-01',
  ],
  [
    'Crimea',
    {
      person: abroad(P([['UA', '1990-01-01']], { region: 'Crimea' }), 'UA'),
      item: { classification: 'EAR99', form: 'weights', origin: 'US', published: false },
      access: acc('weightsDownload', 'downloads from Crimea', 'UA'),
    },
    'yes export [UA] required AT',
  ],
  [
    'licence covers, valid',
    {
      person: CN,
      item: tech(),
      access: d,
      authorisation: { type: 'licence', covers: 'this engineer and this technology', validTo: '2027-01-01' },
    },
    'yes deemedExport [CN] required NS',
  ],
  [
    'DE origin tech in DE',
    { person: abroad(P([['CN', '1990-01-01']]), 'DE', firm('DE')), item: tech({ origin: 'DE' }), access: acc('files', 'reads', 'DE') },
    'undetermined undetermined [] undetermined',
  ],
  [
    'US subsid, EU and US class',
    {
      person: abroad(P([['CN', '1990-01-01']]), 'DE', firm('DE')),
      item: tech({ classification: '3E001 (US) and EU Annex I 3E001' }),
      access: files('DE'),
      authorisation: held,
    },
    'yes deemedReexport [CN] required NS',
  ],
  [
    'EU not listed',
    {
      person: abroad(CN, 'CN', firm('DE')),
      item: { classification: 'EU: not in Annex I', form: 'technology', origin: 'DE', published: false },
      access: acc('files', 'opens', 'CN'),
    },
    'yes export [CN] notRequired ex:noListedEntry',
  ],
  [
    'UK',
    {
      person: abroad(CN, 'GB', firm('GB')),
      item: { classification: 'UK PL9013 technology', form: 'technology', origin: 'GB', published: false },
      access: acc('files', 'opens', 'GB'),
    },
    'undetermined undetermined [] undetermined',
  ],
  [
    'access from RU to US server by citizen of DE visa',
    { person: P([['DE', '1990-01-01']]), item: tech(), access: acc('repository', 'clones over VPN', 'RU') },
    'yes export [RU,DE] required NS',
  ],
  [
    'CN visa employee working from HK',
    { person: P([['CN', '1990-01-01']]), item: tech(), access: acc('repository', 'clones over VPN', 'HK') },
    'yes export [HK] required NS',
  ],
  [
    'hosted model from CU',
    {
      person: abroad(P([['CU', '1990-01-01']], { employment: 'customer' }), 'CU', firm('CU')),
      item: { classification: 'EAR99', form: 'service', origin: 'US', published: false },
      access: acc('apiInference', 'sends prompts', 'CU'),
    },
    'no none [] undetermined ex:noReleaseOfTechnology',
  ],
  [
    'IR national in US uses API',
    {
      person: P([['IR', '1990-01-01']]),
      item: { classification: 'EAR99', form: 'service', origin: 'US', published: false },
      access: acc('apiInference', 'sends prompts', 'US'),
    },
    'no none [] notRequired ex:noReleaseOfTechnology',
  ],
  [
    'laptop encrypted to JP by US citizen',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen', locatedIn: 'JP' }),
      item: tech(),
      access: acc('laptop', 'carries an end-to-end encrypted laptop', 'US', {
        keys: 'held only by the owner',
        cryptography: 'FIPS 140-3 validated',
      }),
    },
    'no none [] notRequired ex:encrypted.734.18(a)(5)',
  ],
  [
    'TLS only',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'files encrypted in transit only, stored in a data centre in IN', 'US', {
        keys: 'held only by the owner',
        cryptography: 'FIPS 140-3 validated',
        storedIn: 'IN',
      }),
    },
    'yes export [IN] exceptionPossible NS',
  ],
  [
    'keys to recipient',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', {
        keys: 'handed to the customer in IN',
        cryptography: 'FIPS 140-3 validated',
        storedIn: 'IN',
      }),
    },
    'yes export [IN] exceptionPossible NS',
  ],
  [
    'routed via CN stored NL',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files, routed through CN, stored in NL', 'US', {
        keys: 'held only by the owner',
        cryptography: 'FIPS 140-3 validated',
        storedIn: 'NL',
        via: ['CN'],
      }),
    },
    'no none [] notRequired ex:encrypted.734.18(a)(5)',
  ],
  [
    'home-made crypto',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', {
        keys: 'held only by the owner',
        cryptography: 'home-made cipher',
        storedIn: 'NL',
      }),
    },
    'yes export [NL] exceptionPossible NS',
  ],
  [
    'equally effective',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', {
        keys: 'only the exporter',
        cryptography: 'AES-256, NIST-aligned key management, equally effective',
        storedIn: 'NL',
      }),
    },
    'no none [] notRequired ex:encrypted.734.18(a)(5)',
  ],
  [
    'storage MO',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', { keys: 'only the exporter', cryptography: 'FIPS 140-2', storedIn: 'MO' }),
    },
    'no none [] notRequired ex:encrypted.734.18(a)(5)',
  ],
  [
    'storage HK',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', { keys: 'only the exporter', cryptography: 'FIPS 140-2', storedIn: 'HK' }),
    },
    'yes export [HK] required NS',
  ],
  ['early day', { person: P([['GB', '1990-01-01']]), item: tech(), access: d }, 'undetermined undetermined [] undetermined', '2017-01-01'],
  [
    'company list',
    { person: CN, item: tech(), access: d, licenceRequiredForNationalsOf: ['CN', 'RU'] },
    'yes deemedExport [CN] required NS,AT',
  ],
  [
    'company list GB',
    { person: P([['GB', '1990-01-01']]), item: tech(), access: d, licenceRequiredForNationalsOf: ['CN', 'RU'] },
    'yes deemedExport [GB] notRequired ex:noChartMark',
  ],
  [
    'cluster purpose known',
    {
      person: abroad(P([['CN', '1990-01-01']], { employment: 'customer' }), 'CN', firm('CN')),
      item: { classification: '4A090.a', form: 'hardware', location: 'US data centre', origin: 'US' },
      access: acc('clusterLogin', 'logs in and trains an own model', 'CN', { purpose: 'shopping recommendations', endUser: 'retailer' }),
    },
    'no none [] notRequired ex:noReleaseOfTechnology',
  ],
  [
    'cluster macau',
    {
      person: abroad(P([['MO', '1990-01-01']], { employment: 'customer' }), 'MO', firm('MO')),
      item: { classification: '4A090.a', form: 'hardware', location: 'US data centre', origin: 'US' },
      access: acc('clusterLogin', 'logs in and trains an own model', 'MO'),
    },
    'no none [] undetermined ex:noReleaseOfTechnology',
  ],
  [
    'fundamental but controlled inputs',
    {
      person: P([['CN', '1990-01-01']], { employment: 'student', employer: { name: 'US university', country: 'US', headquarters: 'US' } }),
      item: tech({ arisesFrom: 'sponsor data received under a non-disclosure agreement' }),
      access: acc('files', 'reads the sponsor files'),
      research: { intendedForPublication: true, publicationLimits: 'none', nationalityLimits: 'none' },
    },
    'yes deemedExport [CN] required NS',
  ],
  [
    'published later',
    { person: CN, item: tech({ published: true, publishedOn: '2027-01-01' }), access: d },
    'yes deemedExport [CN] required NS',
  ],
  [
    'book behind NDA',
    { person: CN, item: tech({ published: true, where: 'customer portal under NDA' }), access: d },
    'yes deemedExport [CN] required NS',
  ],
  [
    'said to be no fundamental research',
    { person: CN, item: tech(), access: d, research: { fundamental: false } },
    'yes deemedExport [CN] required NS',
  ],
  [
    'said to be fundamental research',
    { person: CN, item: tech(), access: d, research: { fundamental: true } },
    'no none [] notRequired ex:fundamentalResearch.734.8',
  ],
  [
    'Hong Kong before it followed',
    { person: P([['HK', '1998-01-01']]), item: tech(), access: d },
    'yes deemedExport [HK] undetermined',
    '2020-06-01',
  ],
  [
    'permanent resident, publication unknown',
    { person: P([['CN', '1990-01-01']], { usStatus: 'lawfulPermanentResident' }), item: tech({ published: null }), access: d },
    'no none [] notRequired ex:notForeignPerson.permanentResident',
  ],
  [
    'citizen, logs incomplete',
    {
      person: P([['US', '1990-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('permission', 'account could open the folder', 'US', { logsComplete: false }),
    },
    'no none [] notRequired ex:notForeignPerson.citizen',
  ],
  [
    'design review',
    { person: CN, item: tech(), access: acc('designReview', 'discusses the layout in a review') },
    'yes deemedExport [CN] required NS',
  ],
  [
    'model trained long ago, prompts only',
    {
      person: abroad(P([['CN', '1990-01-01']], { employment: 'customer' }), 'CN', firm('CN')),
      item: { classification: 'EAR99', form: 'service', origin: 'US', published: false },
      access: acc('apiInference', 'sends prompts to a model that was trained in 2025', 'CN'),
    },
    'no none [] notRequired ex:noReleaseOfTechnology',
  ],
  [
    'keys: only the provider and the owner',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', {
        keys: 'only the provider and the owner',
        cryptography: 'FIPS 140-3 validated',
        storedIn: 'NL',
      }),
    },
    'yes export [NL] exceptionPossible NS',
  ],
  [
    'keys: held only by the owner, a copy handed to the provider',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', {
        keys: 'held only by the owner, a copy handed to the provider',
        cryptography: 'FIPS 140-3 validated',
        storedIn: 'NL',
      }),
    },
    'yes export [NL] exceptionPossible NS',
  ],
  [
    'keys: the provider has no access',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', {
        keys: 'the provider has no access',
        cryptography: 'FIPS 140-3 validated',
        storedIn: 'NL',
      }),
    },
    'no none [] notRequired ex:encrypted.734.18(a)(5)',
  ],
  [
    'keys: no third party can decrypt',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', {
        keys: 'no third party can decrypt',
        cryptography: 'FIPS 140-3 validated',
        storedIn: 'NL',
      }),
    },
    'no none [] notRequired ex:encrypted.734.18(a)(5)',
  ],
  [
    'keys: not given to anybody',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', {
        keys: 'not given to anybody',
        cryptography: 'FIPS 140-3 validated',
        storedIn: 'NL',
      }),
    },
    'no none [] notRequired ex:encrypted.734.18(a)(5)',
  ],
  [
    'keys: customer-managed keys of the exporter',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', {
        keys: 'customer-managed keys of the exporter',
        cryptography: 'FIPS 140-3 validated',
        storedIn: 'NL',
      }),
    },
    'no none [] notRequired ex:encrypted.734.18(a)(5)',
  ],
  [
    'keys: administrators of the host hold them too',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', {
        keys: 'administrators of the host hold them too',
        cryptography: 'FIPS 140-3 validated',
        storedIn: 'NL',
      }),
    },
    'yes export [NL] exceptionPossible NS',
  ],
  [
    'keys: never leave the company',
    {
      person: P([['US', '1970-01-01']], { usStatus: 'citizen' }),
      item: tech(),
      access: acc('storage', 'end-to-end encrypted files', 'US', {
        keys: 'never leave the company',
        cryptography: 'FIPS 140-3 validated',
        storedIn: 'NL',
      }),
    },
    'no none [] notRequired ex:encrypted.734.18(a)(5)',
  ],
  [
    'rented chips, parent not known',
    {
      person: abroad(P([['IN', '1990-01-01']], { employment: 'customer' }), 'IN', { name: 'lab', country: 'IN', headquarters: null }),
      item: { classification: '4A090.a', form: 'hardware', location: 'US data centre', origin: 'US' },
      access: acc('clusterLogin', 'logs in and trains an own model', 'IN'),
    },
    'no none [] undetermined ex:noReleaseOfTechnology',
  ],
  [
    'partner national, firm without authorisation',
    {
      person: abroad(P([['FR', '1988-01-01']]), 'DE', firm('DE')),
      item: tech(),
      access: acc('files', 'reads files already held by the firm', 'DE'),
    },
    'yes deemedReexport [FR] exceptionPossible NS',
  ],
  [
    'chip technology out of China',
    {
      person: abroad(P([['IN', '1988-01-01']]), 'IN', firm('IN')),
      item: chip({ location: 'CN' }),
      access: acc('email', 'the Chinese site sends drawings', 'IN'),
    },
    'yes reexport [IN] required RS',
  ],
  [
    'consulting by word of mouth',
    { person: CN, item: tech({ form: 'service' }), access: acc('meeting', 'consultant explains the process steps') },
    'yes deemedExport [CN] required NS',
  ],
  [
    'sign-in to a store of weights',
    {
      person: P([['IR', '1990-01-01']]),
      item: { classification: '4E091', reasons: ['RS', 'AT'], form: 'weights', origin: 'US', published: false },
      access: acc('login', 'signs in to the weight store'),
    },
    'undetermined undetermined [] undetermined text:undetermined',
  ],
];

export const cases = rows.map(([name, facts, want, day]) => ({
  name,
  facts: { authorisation: { type: 'none' }, ...facts } as ReleaseFacts,
  want,
  on: isoDate(day ?? '2026-11-21'),
}));

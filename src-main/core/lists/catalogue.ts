/** What is known of a list beside its entries. Words lie under `lists.title.<code>` and `lists.meaning.<code>`. */
export interface KnownList {
  readonly code: string;
  readonly publisher: string;
  /** Official page with the next version. Shown, never opened by itself. */
  readonly page: string;
}

const treasury = 'US Department of the Treasury, OFAC';
const commerce = 'US Department of Commerce, BIS';
const state = 'US Department of State';
const sdnPage = 'https://sanctionslist.ofac.treas.gov/Home/SdnList';
const consolidatedPage = 'https://sanctionslist.ofac.treas.gov/Home/ConsolidatedList';

/** Lists whose files the readers know, in the order people look for them. */
export const knownLists: readonly KnownList[] = [
  { code: 'SDN', publisher: treasury, page: sdnPage },
  {
    code: 'EL',
    publisher: commerce,
    page: 'https://www.ecfr.gov/current/title-15/subtitle-B/chapter-VII/subchapter-C/part-744#Supplement-No.-4-to-Part-744',
  },
  { code: 'DPL', publisher: commerce, page: 'https://www.bis.gov/licensing/end-user-guidance/denied-persons-list-dpl' },
  {
    code: 'UVL',
    publisher: commerce,
    page: 'https://www.ecfr.gov/current/title-15/subtitle-B/chapter-VII/subchapter-C/part-744#Supplement-No.-6-to-Part-744',
  },
  {
    code: 'MEU',
    publisher: commerce,
    page: 'https://www.ecfr.gov/current/title-15/subtitle-B/chapter-VII/subchapter-C/part-744#Supplement-No.-7-to-Part-744',
  },
  { code: 'SSI', publisher: treasury, page: consolidatedPage },
  { code: 'CMIC', publisher: treasury, page: consolidatedPage },
  { code: 'CAP', publisher: treasury, page: consolidatedPage },
  { code: 'MBS', publisher: treasury, page: consolidatedPage },
  { code: 'PLC', publisher: treasury, page: consolidatedPage },
  { code: 'FSE', publisher: treasury, page: consolidatedPage },
  {
    code: 'ISN',
    publisher: state,
    page: 'https://www.state.gov/key-topics-bureau-of-international-security-and-nonproliferation/nonproliferation-sanctions/',
  },
  { code: 'DTC', publisher: state, page: 'https://www.pmddtc.state.gov/ddtc_public' },
  { code: '1260H', publisher: 'US Department of War', page: 'https://www.federalregister.gov/documents/search?conditions%5Bterm%5D=1260H' },
  { code: '1286', publisher: 'US Department of War', page: 'https://basicresearch.defense.gov/Programs/Academic-Research-Security/' },
  { code: 'UFLPA', publisher: 'US Department of Homeland Security', page: 'https://www.dhs.gov/uflpa-entity-list' },
  { code: 'FCC', publisher: 'US Federal Communications Commission', page: 'https://www.fcc.gov/supplychain/coveredlist' },
  {
    code: 'EU',
    publisher: 'European Commission',
    page: 'https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions',
  },
  {
    code: 'UN',
    publisher: 'United Nations Security Council',
    page: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
  },
  {
    code: 'UK',
    publisher: 'UK Foreign, Commonwealth & Development Office',
    page: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
  },
  // Closed in January 2026; old copies are still at hand, and their numbers are not those of the list that took its place.
  { code: 'OFSI', publisher: 'HM Treasury, OFSI', page: 'https://www.gov.uk/government/publications/the-uk-sanctions-list' },
];

/** Code of the invented list that is shipped. */
export const trainingList = 'TRAINING';
/** Codes of a company's own lists begin like this. */
export const ownListPrefix = 'OWN';

const byCode = new Map(knownLists.map((list) => [list.code, list]));

export const knownList = (code: string): KnownList | undefined => byCode.get(code);

export const kindOfList = (code: string): 'official' | 'own' | 'training' => {
  if (code === trainingList) return 'training';
  return byCode.has(code) ? 'official' : 'own';
};

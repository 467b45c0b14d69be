import { isEmptyMark, readCountry } from '../importers/index.ts';

type PlaceRead =
  | { readonly is: 'country'; readonly code: string }
  | { readonly is: 'several' }
  | { readonly is: 'unreadable' }
  | { readonly is: 'notSaid' };

/** Cloud regions by the country they lie in, as Amazon, Microsoft and Google name them. Regions of a whole continent name no country. */
const regions: Readonly<Record<string, string>> = {
  AE: 'me-central-1 uaenorth uaecentral',
  AT: 'austriaeast',
  AU: 'ap-southeast-2 ap-southeast-4 australia-southeast1 australia-southeast2 australiaeast australiasoutheast australiacentral australiacentral2',
  BE: 'europe-west1 belgiumcentral',
  BH: 'me-south-1',
  BR: 'sa-east-1 southamerica-east1 brazilsouth brazilsoutheast',
  CA: 'ca-central-1 ca-west-1 northamerica-northeast1 northamerica-northeast2 canadacentral canadaeast',
  CH: 'eu-central-2 europe-west6 switzerlandnorth switzerlandwest',
  CL: 'southamerica-west1 chilecentral',
  CN: 'cn-north-1 cn-northwest-1 chinaeast chinaeast2 chinaeast3 chinanorth chinanorth2 chinanorth3',
  DE: 'eu-central-1 eusc-de-east-1 europe-west3 europe-west10 germanywestcentral germanynorth',
  ES: 'eu-south-2 europe-southwest1 spaincentral',
  FI: 'europe-north1',
  FR: 'eu-west-3 europe-west9 francecentral francesouth',
  GB: 'eu-west-2 europe-west2 uksouth ukwest',
  HK: 'ap-east-1 asia-east2 eastasia',
  ID: 'ap-southeast-3 asia-southeast2 indonesiacentral',
  IE: 'eu-west-1 northeurope',
  IL: 'il-central-1 me-west1 israelcentral',
  IN: 'ap-south-1 ap-south-2 asia-south1 asia-south2 centralindia southindia westindia jioindiawest jioindiacentral',
  IT: 'eu-south-1 europe-west8 europe-west12 italynorth',
  JP: 'ap-northeast-1 ap-northeast-3 asia-northeast1 asia-northeast2 japaneast japanwest',
  KR: 'ap-northeast-2 asia-northeast3 koreacentral koreasouth',
  MX: 'mx-central-1 northamerica-south1 mexicocentral',
  MY: 'ap-southeast-5 malaysiawest',
  NL: 'europe-west4 westeurope',
  NO: 'norwayeast norwaywest',
  NZ: 'ap-southeast-6 newzealandnorth',
  PL: 'europe-central2 polandcentral',
  QA: 'me-central1 qatarcentral',
  SA: 'me-central2',
  SE: 'eu-north-1 europe-north2 swedencentral swedensouth',
  SG: 'ap-southeast-1 asia-southeast1 southeastasia',
  TH: 'ap-southeast-7',
  TW: 'ap-east-2 asia-east1',
  US: 'us-east-1 us-east-2 us-west-1 us-west-2 us-gov-east-1 us-gov-west-1 us-central1 us-east1 us-east4 us-east5 us-south1 us-west1 us-west2 us-west3 us-west4 eastus eastus2 centralus northcentralus southcentralus westcentralus westus westus2 westus3 usgovvirginia usgovarizona usgovtexas',
  ZA: 'af-south-1 africa-south1 southafricanorth southafricawest',
};
const countryOfRegion = new Map(Object.entries(regions).flatMap(([code, names]) => names.split(' ').map((name) => [name, code] as const)));

/** States and provinces that are written like a country, so that `Berlin, DE` and `Dover, DE` stay open. */
const provinces = new Set(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS NT NU ON PE QC SK YT GEORGIA'.split(
    ' ',
  ),
);

/** Country of a place as a list of assets writes it: `NO`, `Norway`, `Oslo, Norway`, `AWS eu-north-1 (Stockholm)`. */
export function readPlace(text: string): PlaceRead {
  const trimmed = text.trim();
  if (trimmed === '' || isEmptyMark(trimmed)) return { is: 'notSaid' };
  const whole = readCountry(trimmed);
  // Of `Berlin, DE` and `Mountain View, CA` the last part may be a state, so parts are looked at one by one.
  if (whole.is === 'country' && whole.exact) return { is: 'country', code: whole.code };
  const inRegions = trimmed.toLowerCase().match(/[a-z][a-z0-9-]+/g) ?? [];
  const parts = trimmed.split(/[,;|/()]/).map((part) => part.trim());
  const found = new Set([
    ...inRegions.flatMap((word) => countryOfRegion.get(word) ?? []),
    ...parts.flatMap((part) => {
      if (part === '' || provinces.has(part.toUpperCase())) return [];
      const read = readCountry(part);
      return read.is === 'country' ? [read.code] : [];
    }),
  ]);
  const [code] = found;
  if (code === undefined) return { is: 'unreadable' };
  return found.size === 1 ? { is: 'country', code } : { is: 'several' };
}
